"""Proposal: a newer wire version of a story that the desk has made its own."""

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Proposal(models.Model):
    """A wire version that nobody but the desk may put into its story.

    ``content`` is the story as it would be, in the form of a revision; ``raw_ref``
    names the bytes it came in. ``base_ref`` and ``base_uri`` name the agency's
    version that the desk decided on last, or made its story from. ``decided``
    holds what was chosen before a later version came, by the row's key.
    ``accepted`` stays None for one that a later version overtook. ``note`` is the
    agency's own correction note; ``is_correction`` that it calls this one.
    """

    wagtail_reference_index_ignore = True

    story: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Story", on_delete=models.CASCADE, related_name="proposals"
    )
    wire_item: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.WireItem", on_delete=models.CASCADE, related_name="proposals"
    )
    version: "models.CharField[str, str]" = models.CharField(max_length=120, blank=True)
    content: "models.JSONField[Any, Any]" = models.JSONField(
        default=dict, encoder=DjangoJSONEncoder
    )
    made_at: "models.DateTimeField[Any, Any]" = models.DateTimeField()
    settled_at: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    accepted: "models.BooleanField[Any, Any]" = models.BooleanField(null=True)

    raw_ref: "models.CharField[str, str]" = models.CharField(max_length=64, blank=True)
    base_ref: "models.CharField[str, str]" = models.CharField(max_length=64, blank=True)
    base_uri: "models.CharField[str, str]" = models.CharField(
        max_length=500, blank=True
    )
    decided: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    is_correction: "models.BooleanField[bool, bool]" = models.BooleanField(
        default=False
    )
    note: "models.TextField[str, str]" = models.TextField(blank=True)

    story_id: int
    wire_item_id: int

    class Meta:
        """The newest first."""

        ordering = ["-made_at", "-id"]
        indexes = [
            models.Index(
                fields=["-made_at"],
                name="proposal_open",
                condition=models.Q(settled_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        """Return which story it is for."""
        return f"version {self.version} for story {self.story_id}"

"""Suspect: an item that a kill in words may mean, held until the desk decides."""

from typing import Any

from django.db import models


class Suspicion(models.TextChoices):
    """What became of a suspect."""

    OPEN = "open", "held until the desk decides"
    KILLED = "killed", "killed"
    CLEARED = "cleared", "put back"


class Suspect(models.Model):
    """A wire item that a notice may mean.

    ``named_by`` says in words how it was found. ``state_before`` is the row's
    state, and ``published`` the public ids of the stories that were taken down
    for it: what a person puts back if it was not meant.
    """

    wagtail_reference_index_ignore = True

    notice: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.WireItem", on_delete=models.CASCADE, related_name="suspects"
    )
    wire_item: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.WireItem", on_delete=models.CASCADE, related_name="suspicions"
    )
    named_by: "models.CharField[str, str]" = models.CharField(max_length=200)
    state_before: "models.CharField[str, str]" = models.CharField(max_length=12)
    published: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    outcome: "models.CharField[str, str]" = models.CharField(
        max_length=8, choices=Suspicion.choices, default=Suspicion.OPEN
    )
    made_at: "models.DateTimeField[Any, Any]" = models.DateTimeField()
    settled_at: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)

    notice_id: int
    wire_item_id: int

    class Meta:
        """The newest first."""

        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["notice", "wire_item"], name="suspect_once")
        ]

    def __str__(self) -> str:
        """Return who is suspected."""
        return f"{self.wire_item} ({self.named_by})"

"""LiveEntry: one entry of a live blog, as the desk has it."""

from typing import Any

from django.db import models


class EntryState(models.TextChoices):
    """Where an entry stands.

    One that is released goes out at once, or with its story where that is not
    public yet.
    """

    DRAFT = "draft", "draft"
    RELEASED = "released", "released"
    REMOVED = "removed", "removed"


class LiveEntry(models.Model):
    """An entry. ``text`` is as it was typed (see ``live_text``).

    ``number`` is its place for readers, 0 before it was released; a number is
    never given twice. ``moment`` is when it was released. ``public_hash`` is the
    content hash under which the journal last had it.
    """

    wagtail_reference_index_ignore = True

    story: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Story", on_delete=models.CASCADE, related_name="live_entries"
    )
    state: "models.CharField[str, str]" = models.CharField(
        max_length=10, choices=EntryState.choices, default=EntryState.DRAFT
    )
    number: "models.PositiveIntegerField[int, int]" = models.PositiveIntegerField(
        default=0
    )
    moment: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    headline: "models.CharField[str, str]" = models.CharField(
        max_length=200, blank=True
    )
    text: "models.TextField[str, str]" = models.TextField(blank=True)
    picture: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Picture",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    author: "models.CharField[str, str]" = models.CharField(max_length=120, blank=True)
    key: "models.BooleanField[bool, bool]" = models.BooleanField(default=False)
    corrected: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    note: "models.TextField[str, str]" = models.TextField(blank=True)
    made_at: "models.DateTimeField[Any, Any]" = models.DateTimeField()
    public_hash: "models.CharField[str, str]" = models.CharField(
        max_length=64, blank=True
    )

    story_id: int
    picture_id: int | None

    class Meta:
        """The newest first: drafts, then by number."""

        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "number"],
                condition=models.Q(number__gt=0),
                name="live_number_given_once",
            )
        ]

    def __str__(self) -> str:
        """Return what the desk calls it."""
        return self.headline or self.text[:60] or f"entry {self.number}"

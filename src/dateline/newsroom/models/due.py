"""Due: something that must happen at a moment."""

from typing import Any

from django.db import models


class DueAction(models.TextChoices):
    """What happens."""

    PUBLISH = "publish", "publish"
    WITHDRAW = "withdraw", "withdraw"
    ERASE_FILES = "erase-files", "erase files"
    END_PICTURE = "end-picture", "take down a picture whose rights end"
    RELEASE_PICTURE = "release-picture", "end a picture's embargo"
    END_LINE = "end-line", "take down a breaking line"


class Due(models.Model):
    """One thing to do, once, at ``moment`` or as soon after as we run again.

    A failed attempt leaves ``error`` for the desk and is tried again at
    ``next_try``. A row whose ``done_at`` is set is history; ``outcome`` says
    how it ended. ``details`` carries what the action needs beyond its ``story``
    or ``picture``, one of which it is about, or ``front``, the id of a front.
    """

    wagtail_reference_index_ignore = True

    moment: "models.DateTimeField[Any, Any]" = models.DateTimeField()
    action: "models.CharField[str, str]" = models.CharField(
        max_length=20, choices=DueAction.choices
    )
    story: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Story", on_delete=models.CASCADE, null=True, related_name="dues"
    )
    picture: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Picture", on_delete=models.CASCADE, null=True, related_name="dues"
    )
    revision_id: "models.BigIntegerField[Any, Any]" = models.BigIntegerField(null=True)
    user_id: "models.BigIntegerField[Any, Any]" = models.BigIntegerField(null=True)
    details: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    made_at: "models.DateTimeField[Any, Any]" = models.DateTimeField()
    next_try: "models.DateTimeField[Any, Any]" = models.DateTimeField()
    attempts: "models.PositiveIntegerField[int, int]" = models.PositiveIntegerField(
        default=0
    )
    error: "models.TextField[str, str]" = models.TextField(blank=True)
    done_at: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    outcome: "models.CharField[str, str]" = models.CharField(max_length=40, blank=True)

    story_id: int | None
    picture_id: int | None

    class Meta:
        """The soonest first."""

        ordering = ["moment", "id"]
        verbose_name = "due action"
        indexes = [
            models.Index(
                fields=["next_try"],
                name="due_open",
                condition=models.Q(done_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        """Return what is due and when."""
        return f"{self.action} {self.about} at {self.moment:%Y-%m-%d %H:%M:%S}"

    @property
    def about(self) -> str:
        """The public id of its story or picture, or the id of its front."""
        subject = self.picture if self.story is None else self.story
        if subject is None:
            return str(self.details.get("front", ""))
        return str(subject.public_id)

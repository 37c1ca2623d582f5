"""WirePicture: a picture that agency copy sends or names, and what became of it."""

from typing import Any

from django.db import models


class WirePictureState(models.TextChoices):
    """How far it has come."""

    AWAY = "away", "waits for its file"
    HERE = "here", "among the pictures"
    FAILED = "failed", "cannot be had"
    KILLED = "killed", "killed"


class WirePicture(models.Model):
    """One picture of one agency, under ``(provider, uri)``.

    ``own`` says that an item of its own told of it, ``photo`` that the item was
    the photograph's file. ``said`` is what was said of it last, in the names of
    ``news.item.ItemPicture``, ``file`` what its file says of itself; ``given``
    what the newsroom's picture was filled with from both, field by field, to know
    later what the desk changed.
    ``hrefs`` are its files, the best first. ``names`` are the names it may come
    under, each between line ends. ``next_try`` is when there is something to do
    with it: to fetch it while it is away, to put it into its stories once it is
    here.
    """

    wagtail_reference_index_ignore = True

    provider: "models.CharField[str, str]" = models.CharField(max_length=100)
    uri: "models.CharField[str, str]" = models.CharField(max_length=500)
    source: "models.CharField[str, str]" = models.CharField(max_length=100)
    own: "models.BooleanField[bool, bool]" = models.BooleanField(default=False)
    photo: "models.BooleanField[bool, bool]" = models.BooleanField(default=False)
    said: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    file: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    given: "models.JSONField[Any, Any]" = models.JSONField(default=dict)
    hrefs: "models.JSONField[Any, Any]" = models.JSONField(default=list)
    names: "models.TextField[str, str]" = models.TextField(blank=True)
    held: "models.TextField[str, str]" = models.TextField(blank=True)
    embargoed_until: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    expires: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    state: "models.CharField[str, str]" = models.CharField(
        max_length=8, choices=WirePictureState.choices, default=WirePictureState.AWAY
    )
    reason: "models.TextField[str, str]" = models.TextField(blank=True)
    raw_ref: "models.CharField[str, str]" = models.CharField(max_length=64, blank=True)
    picture: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Picture",
        null=True,
        on_delete=models.SET_NULL,
        related_name="wire_pictures",
    )
    first_seen: "models.DateTimeField[Any, Any]" = models.DateTimeField()
    next_try: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    attempts: "models.PositiveIntegerField[int, int]" = models.PositiveIntegerField(
        default=0
    )

    picture_id: int | None
    uses: Any

    class Meta:
        """The newest first."""

        ordering = ["-first_seen", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "uri"], name="wire_picture_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["source", "next_try"],
                name="wire_picture_open",
                condition=models.Q(next_try__isnull=False),
            ),
            models.Index(
                fields=["raw_ref"],
                name="wire_picture_by_raw",
                condition=~models.Q(raw_ref=""),
            ),
        ]

    def __str__(self) -> str:
        """Return what the agency calls it."""
        return self.uri


class WirePictureUse(models.Model):
    """A story's copy names a picture: as which one, and after which block.

    ``after`` counts the blocks of the agency's body before it; None if the copy
    does not say where it stands.
    """

    wagtail_reference_index_ignore = True

    wire_picture: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        WirePicture, on_delete=models.CASCADE, related_name="uses"
    )
    story: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Story", on_delete=models.CASCADE, related_name="wire_picture_uses"
    )
    place: "models.PositiveSmallIntegerField[int, int]" = (
        models.PositiveSmallIntegerField()
    )
    after: "models.PositiveIntegerField[Any, Any]" = models.PositiveIntegerField(
        null=True
    )

    wire_picture_id: int
    story_id: int

    class Meta:
        """In the agency's order."""

        ordering = ["place", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "wire_picture"], name="wire_picture_used_once"
            )
        ]

    def __str__(self) -> str:
        """Return who names what."""
        return f"{self.story_id} names {self.wire_picture_id}"

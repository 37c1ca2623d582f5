"""Picture: a photograph with its caption, credit, alternative text and rights."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models

from dateline.news.picture import ALT_LIMIT, AltTextError, check_alt
from dateline.newsroom.models.public_id import new_picture_id

MIDDLE = 500


class Picture(models.Model):
    """A photograph.

    ``original`` names the uploaded bytes by their SHA-256; ``renditions`` is a
    list of what was made from them, as ``news.picture.Rendition`` has it.
    ``public_hash`` is the content hash under which the journal last had it,
    empty while it is not public.

    What its owner allows: ``instructions`` are an agency's orders to the desk,
    ``rights`` what they forbid as ``news.rights.Rights`` has it. No reader gets
    a picture that is ``held``, or before ``embargoed_until``; at ``ends_at`` it
    is taken down, and from ``offered_until`` on it is not offered for new stories.
    """

    public_id: "models.CharField[str, str]" = models.CharField(
        max_length=12, unique=True, default=new_picture_id, editable=False
    )
    title: "models.CharField[str, str]" = models.CharField(
        max_length=200, blank=True, help_text="For the desk; readers never see it."
    )
    caption: "models.TextField[str, str]" = models.TextField(
        blank=True, help_text="Who, where, when."
    )
    alt: "models.CharField[str, str]" = models.CharField(
        "alternative text",
        max_length=ALT_LIMIT,
        blank=True,
        help_text="What the picture shows, for readers who cannot see it."
        " Not the caption again.",
    )
    credit: "models.CharField[str, str]" = models.CharField(max_length=200, blank=True)
    creator: "models.CharField[str, str]" = models.CharField(max_length=200, blank=True)
    usage_terms: "models.TextField[str, str]" = models.TextField(
        blank=True, help_text="What the rights allow, and until when."
    )
    focal_x: "models.PositiveSmallIntegerField[int, int]" = (
        models.PositiveSmallIntegerField(
            default=MIDDLE, validators=[MaxValueValidator(1000)]
        )
    )
    focal_y: "models.PositiveSmallIntegerField[int, int]" = (
        models.PositiveSmallIntegerField(
            default=MIDDLE, validators=[MaxValueValidator(1000)]
        )
    )
    original: "models.CharField[str, str]" = models.CharField(
        max_length=64, editable=False, db_index=True
    )
    mime: "models.CharField[str, str]" = models.CharField(max_length=40, editable=False)
    width: "models.PositiveIntegerField[int, int]" = models.PositiveIntegerField(
        editable=False
    )
    height: "models.PositiveIntegerField[int, int]" = models.PositiveIntegerField(
        editable=False
    )
    renditions: "models.JSONField[Any, Any]" = models.JSONField(
        default=list, editable=False
    )
    wire_uri: "models.CharField[str, str]" = models.CharField(
        max_length=500, blank=True, editable=False, db_index=True
    )
    instructions: "models.TextField[str, str]" = models.TextField(
        blank=True, editable=False
    )
    rights: "models.JSONField[Any, Any]" = models.JSONField(
        default=dict, editable=False
    )
    held: "models.TextField[str, str]" = models.TextField(
        "held back because",
        blank=True,
        help_text="While this says anything no reader gets the picture."
        " Empty it to let the picture go.",
    )
    embargoed_until: "models.DateTimeField[Any, Any]" = models.DateTimeField(
        null=True, editable=False
    )
    ends_at: "models.DateTimeField[Any, Any]" = models.DateTimeField(
        null=True, editable=False
    )
    offered_until: "models.DateTimeField[Any, Any]" = models.DateTimeField(
        null=True, editable=False
    )
    added_at: "models.DateTimeField[Any, Any]" = models.DateTimeField(
        auto_now_add=True, db_index=True
    )
    killed: "models.BooleanField[bool, bool]" = models.BooleanField(
        default=False, editable=False
    )
    public_hash: "models.CharField[str, str]" = models.CharField(
        max_length=64, blank=True, editable=False
    )

    wire_pictures: Any
    portrait_of: Any

    class Meta:
        """The newest first."""

        ordering = ["-added_at", "-id"]

    def __str__(self) -> str:
        """Return what the desk calls it."""
        if self.killed:
            return f"killed picture {self.public_id}"
        return self.title or self.alt or self.public_id

    @property
    def is_free(self) -> bool:
        """Whether nothing but a person's choice keeps it from readers."""
        return not (self.killed or self.held or self.embargoed_until)

    def clean(self) -> None:
        """Refuse an alternative text that would help nobody."""
        super().clean()
        if self.killed:
            return
        try:
            check_alt(self.alt, caption=self.caption, credit=self.credit)
        except AltTextError as error:
            raise ValidationError({"alt": f"{error}. {error.hint}"}) from error

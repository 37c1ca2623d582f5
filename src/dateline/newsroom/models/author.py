"""Author: who writes, or an agency; with a page that lists the stories."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from dateline.news.author import AuthorKind, author_id


class Author(models.Model):
    """A record of a name in bylines, or of an agency.

    ``slug`` is made from the name as bylines have it and never changes: it is
    how a story's byline finds the record, and part of its address.
    """

    kind: "models.CharField[str, str]" = models.CharField(
        max_length=10,
        choices=[
            (AuthorKind.PERSON.value, "person"),
            (AuthorKind.AGENCY.value, "agency"),
        ],
        default=AuthorKind.PERSON.value,
    )
    name: "models.CharField[str, str]" = models.CharField(
        max_length=200, help_text="Exactly as bylines or the agency line have it."
    )
    slug: "models.SlugField[str, str]" = models.SlugField(
        max_length=200, blank=True, editable=False
    )
    role: "models.CharField[str, str]" = models.CharField(
        max_length=200, blank=True, help_text="Political editor, New Delhi."
    )
    description: "models.TextField[str, str]" = models.TextField(blank=True)
    ended: "models.BooleanField[bool, bool]" = models.BooleanField(
        "no longer writes here",
        default=False,
        help_text="The page says so, and stays with all that was written.",
    )
    picture: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Picture",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="portrait_of",
        help_text="A portrait for the page; its alternative text says who it is.",
    )
    public_hash: "models.CharField[str, str]" = models.CharField(
        max_length=64, blank=True, editable=False
    )

    picture_id: int | None

    class Meta:
        """By name."""

        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="author_once")
        ]

    def __str__(self) -> str:
        """Return the name readers see."""
        return self.name

    def clean(self) -> None:
        """Find the slug; refuse a name that another record has, or without one."""
        super().clean()
        found = author_id(self.name)
        if self.slug and found != self.slug:
            raise ValidationError(
                {"name": f"This record is found by the name of /{self.address}/."}
            )
        if not found:
            raise ValidationError(
                {"name": "No address can be made of this name: use Latin letters."}
            )
        self.slug = found
        others: Any = Author.objects.filter(kind=self.kind, slug=found)
        if others.exclude(pk=self.pk).exists():
            raise ValidationError({"name": f"There is a record /{self.address}/."})
        self._check_portrait()

    def _check_portrait(self) -> None:
        picture = self.picture
        if picture is None:
            return
        if not picture.is_free:
            said = "No reader may have this picture now: choose another, or let it go."
            raise ValidationError({"picture": said})
        if not picture.alt:
            said = "This picture has no alternative text: write it on its own screen."
            raise ValidationError({"picture": said})

    @property
    def address(self) -> str:
        """The part of its address between the slashes: "author/asha-rao"."""
        return f"{self.kind}/{self.slug}"

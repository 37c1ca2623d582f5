"""Front: which stories the desk placed where."""

from typing import Any

from django.db import models

from dateline.news.front import HEADLINE_LIMIT, LABEL_LIMIT, Shape

_SHAPES = [(shape.value, shape.value) for shape in Shape]


class Front(models.Model):
    """The places the desk filled by hand on home, a section or a city.

    ``id`` is as in ``news.front``: "home", "section/ID" or "city/ID". A
    breaking line stands while ``line_text`` is not empty; at ``line_until``, if
    that is set, the due queue takes it down.
    """

    id: "models.CharField[str, str]" = models.CharField(primary_key=True, max_length=80)
    name: "models.CharField[str, str]" = models.CharField(max_length=140)
    position: "models.PositiveIntegerField[int, int]" = models.PositiveIntegerField(
        default=0
    )
    current: "models.BooleanField[bool, bool]" = models.BooleanField(default=True)
    arranged_at: "models.DateTimeField[Any, Any]" = models.DateTimeField(
        null=True, editable=False
    )
    public_hash: "models.CharField[str, str]" = models.CharField(
        max_length=64, blank=True, editable=False
    )
    line_text: "models.CharField[str, str]" = models.CharField(
        max_length=HEADLINE_LIMIT, blank=True
    )
    line_story: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Story",
        on_delete=models.SET_NULL,
        null=True,
        related_name="breaking_lines",
    )
    line_until: "models.DateTimeField[Any, Any]" = models.DateTimeField(null=True)
    places: Any  # the manager of its places

    line_story_id: int | None

    class Meta:
        """Home first."""

        ordering = ["position", "id"]

    def __str__(self) -> str:
        """Return what the desk calls it."""
        return self.name


class FrontPlace(models.Model):
    """A story in a place of a front, and how it is shown there."""

    wagtail_reference_index_ignore = True

    front: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        Front, on_delete=models.CASCADE, related_name="places"
    )
    story: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Story", on_delete=models.CASCADE, related_name="front_places"
    )
    position: "models.PositiveIntegerField[int, int]" = models.PositiveIntegerField()
    shape: "models.CharField[str, str]" = models.CharField(
        max_length=12, choices=_SHAPES, default=Shape.AUTOMATIC.value
    )
    label: "models.CharField[str, str]" = models.CharField(
        max_length=LABEL_LIMIT, blank=True
    )
    headline: "models.CharField[str, str]" = models.CharField(
        max_length=HEADLINE_LIMIT, blank=True
    )
    related: Any  # the manager of the package's other stories

    front_id: str
    story_id: int

    class Meta:
        """Best first; a story once a front."""

        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["front", "story"], name="placed_once")
        ]

    def __str__(self) -> str:
        """Return which place of which front."""
        return f"{self.front_id} {self.position}"


class FrontRelated(models.Model):
    """A story under the lead of a package."""

    wagtail_reference_index_ignore = True

    place: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        FrontPlace, on_delete=models.CASCADE, related_name="related"
    )
    story: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Story", on_delete=models.CASCADE, related_name="front_related"
    )
    position: "models.PositiveIntegerField[int, int]" = models.PositiveIntegerField()

    place_id: int
    story_id: int

    class Meta:
        """In the desk's order; a story once a package."""

        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["place", "story"], name="related_once")
        ]

    def __str__(self) -> str:
        """Return which story of which package."""
        return f"{self.place_id} {self.position}"

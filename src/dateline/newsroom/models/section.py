"""Section: a part of the paper, as ``dateline.toml`` names it."""

from django.db import models


class Section(models.Model):
    """A part of the paper. Rows follow the settings; see ``sync_site``.

    A section that left the settings is kept, ``current`` false, for the
    stories that stood in it.
    """

    id: "models.CharField[str, str]" = models.CharField(primary_key=True, max_length=60)
    name: "models.CharField[str, str]" = models.CharField(max_length=120)
    description: "models.TextField[str, str]" = models.TextField(blank=True)
    position: "models.PositiveIntegerField[int, int]" = models.PositiveIntegerField(
        default=0
    )
    current: "models.BooleanField[bool, bool]" = models.BooleanField(default=True)

    class Meta:
        """In the order of the settings."""

        ordering = ["position", "id"]

    def __str__(self) -> str:
        """Return the name readers see."""
        return self.name

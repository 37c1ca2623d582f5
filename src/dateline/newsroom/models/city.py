"""City: a city with a front of its own, as ``dateline.toml`` names it."""

from django.db import models


class City(models.Model):
    """A city. Rows follow the settings; see ``sync_site``."""

    id: "models.CharField[str, str]" = models.CharField(primary_key=True, max_length=60)
    name: "models.CharField[str, str]" = models.CharField(max_length=120)
    group: "models.CharField[str, str]" = models.CharField(max_length=20)
    position: "models.PositiveIntegerField[int, int]" = models.PositiveIntegerField(
        default=0
    )
    current: "models.BooleanField[bool, bool]" = models.BooleanField(default=True)

    class Meta:
        """In the order of the settings."""

        ordering = ["position", "id"]
        verbose_name_plural = "cities"

    def __str__(self) -> str:
        """Return the name readers see."""
        return self.name

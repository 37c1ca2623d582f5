"""PackagePart: that a package carried an item inside its own bytes."""

from django.db import models


class PackagePart(models.Model):
    """One item that came inside a package, by the uris of both.

    Either may be unknown here yet, or have no row. It stays after a kill: it names
    what must not come back, and holds no words.
    """

    wagtail_reference_index_ignore = True

    provider: "models.CharField[str, str]" = models.CharField(max_length=100)
    package: "models.CharField[str, str]" = models.CharField(max_length=500)
    part: "models.CharField[str, str]" = models.CharField(max_length=500)

    class Meta:
        """By package."""

        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "package", "part"], name="package_part_once"
            )
        ]

    def __str__(self) -> str:
        """Return what was inside what."""
        return f"{self.part} in {self.package}"

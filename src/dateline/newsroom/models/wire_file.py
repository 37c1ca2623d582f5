"""WireFile: which bytes came over a wire under which name."""

from typing import Any

from django.db import models

LONGEST_NAME = 255


class WireFile(models.Model):
    """A picture's file, by the name it came under; the newest of that name.

    Agency copy names its pictures' files ("beside the item"), and these arrive
    before or after it as files of their own. ``name`` is in lower case;
    ``raw_ref`` names the bytes in the raw archive.
    """

    wagtail_reference_index_ignore = True

    source: "models.CharField[str, str]" = models.CharField(max_length=100)
    name: "models.CharField[str, str]" = models.CharField(max_length=LONGEST_NAME)
    raw_ref: "models.CharField[str, str]" = models.CharField(max_length=64)
    seen_at: "models.DateTimeField[Any, Any]" = models.DateTimeField()

    class Meta:
        """One of each name."""

        constraints = [
            models.UniqueConstraint(fields=["source", "name"], name="wire_file_once")
        ]

    def __str__(self) -> str:
        """Return its name."""
        return self.name

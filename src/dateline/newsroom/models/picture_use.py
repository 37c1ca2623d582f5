"""PictureUse: which stories show, or have shown, which pictures."""

from typing import Any

from django.db import models


class PictureUse(models.Model):
    """A story shows a picture in some revision of it.

    Bodies are JSON, so without this table only reading every story could tell
    whether a picture is used by one story alone, which a kill must know.
    """

    wagtail_reference_index_ignore = True

    story: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Story", on_delete=models.CASCADE, related_name="picture_uses"
    )
    picture: "models.ForeignKey[Any, Any]" = models.ForeignKey(
        "newsroom.Picture", on_delete=models.CASCADE, related_name="uses"
    )

    story_id: int
    picture_id: int

    class Meta:
        """Once for each pair."""

        constraints = [
            models.UniqueConstraint(
                fields=["story", "picture"], name="picture_used_once"
            )
        ]

    def __str__(self) -> str:
        """Return who uses what."""
        return f"{self.story_id} shows {self.picture_id}"

"""The columns of lists of pictures."""

from typing import Any

from wagtail.admin.ui.tables import Column

from dateline.newsroom.models.picture import Picture

_JPEG = "image/jpeg"


def thumbnail_of(picture: Picture) -> str:
    """Return the address of a picture's smallest JPEG, or nothing."""
    made = [r for r in picture.renditions if r["mime"] == _JPEG]
    widths = [r for r in made if r["role"] == "width"]
    path: str = min(widths, key=lambda r: r["width"])["path"] if widths else ""
    return path


def large_of(picture: Picture) -> str:
    """Return the address of a picture's largest JPEG, or nothing."""
    made = [r for r in picture.renditions if r["mime"] == _JPEG]
    widths = [r for r in made if r["role"] == "width"]
    path: str = max(widths, key=lambda r: r["width"])["path"] if widths else ""
    return path


class ThumbnailColumn(Column):
    """A small picture."""

    cell_template_name = "newsroom/columns/thumbnail.html"

    def get_value(self, instance: Any) -> str:
        """Return the address of the file."""
        return thumbnail_of(instance)

"""Picture files under their public addresses.

A rendition's address begins with its picture's id: ``/media/ID-…`` or
``/media/ID/…``. An id may hold hyphens too, so the longest id that has
something to say about the address answers.
"""

import re
from collections.abc import Iterator

from dateline.catalog.view import View
from dateline.pages.page import Page

PREFIX = "/media/"

_JOINT = re.compile(r"[-/.]")


def make_media(view: View, path: str) -> Page | None:
    """Make the answer for a picture file: the file, 410 if killed, or None."""
    for picture_id in _ids_in(path.removeprefix(PREFIX)):
        picture = view.picture(picture_id)
        for rendition in picture.renditions if picture else ():
            if rendition.path == path:
                return Page(
                    content_type=rendition.mime,
                    cache="immutable",
                    file=path.removeprefix(PREFIX),
                    size=rendition.size,
                )
        gone = view.picture_gone(picture_id)
        if gone is not None and path in gone.addresses:
            return Page(
                status=410,
                content_type="text/plain; charset=utf-8",
                text="This picture has been removed.\n",
            )
    return None


def _ids_in(name: str) -> Iterator[str]:
    """Yield the ids that a file may belong to, longest first."""
    for joint in reversed(list(_JOINT.finditer(name))):
        yield name[: joint.start()]

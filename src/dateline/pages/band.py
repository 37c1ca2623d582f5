"""A band: four stories of a front side by side, on home and in the city strip.

It shows what the front's own editor placed first, each story with the label and
headline it has there, and is topped up by the same rule. Led by its picture,
the first story takes half the width; led by words, the band has no picture;
else each story stands in a column and the first of them has its picture.
"""

from dataclasses import dataclass

from dateline.catalog.view import View
from dateline.news.front import Shape
from dateline.pages.front_page import Choice, Room, enhance_choice, fill_places
from dateline.pages.language import list_of
from dateline.pages.picture_set import FRONT, TEASER
from dateline.pages.teaser import Teaser


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """Up to four teasers, and how the first leads them."""

    shape: str
    teasers: tuple[Teaser, ...]


def band_of(view: View, front: str, *, limit: int, shown: set[str]) -> Band | None:
    """Return the band of a section's or city's front; None if nothing is left."""
    arranged = view.front(front)
    newest = view.newest(list_of(view.site(), front))
    choices = fill_places(view, arranged, newest, room=Room(places=limit), shown=shown)
    if not choices:
        return None
    shape = choices[0].treatment.shape
    if shape is Shape.PICTURE and not choices[0].card.picture:
        shape = Shape.AUTOMATIC
    return Band(
        shape=shape,
        teasers=tuple(
            enhance_choice(view, choice, sizes=_sizes(shape, number, choice))
            for number, choice in enumerate(choices)
        ),
    )


def _sizes(shape: Shape, number: int, choice: Choice) -> str:
    if number or shape is Shape.TEXT or not choice.has_picture:
        return ""
    return FRONT if shape is Shape.PICTURE else TEASER

"""A picture with its caption and credit, as a body shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.catalog.view import View
from dateline.news.block import Block, pictures_of
from dateline.news.picture import Picture
from dateline.pages import picture_set
from dateline.pages.language import UNTOLD, Tongue, told_by_letters
from dateline.pages.picture_set import PictureSet, enhance_picture


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A picture with caption and credit; ``caption`` is plain text.

    ``language`` is the caption's, where that is not the one around it.
    """

    picture: PictureSet
    caption: str
    credit: str
    language: str = ""


def figure_of(
    picture: Picture | None, *, caption: str, sizes: str, tongue: Tongue = UNTOLD
) -> Figure | None:
    """Return a figure; a caption for this use goes before the picture's own."""
    shown = enhance_picture(picture, sizes=sizes, tongue=tongue)
    if picture is None or shown is None:
        return None
    said = caption or picture.caption
    return Figure(
        picture=shown,
        caption=said,
        credit=picture.credit,
        language=told_by_letters(said, tongue),
    )


def figures_in(
    view: View, blocks: Iterable[Block], language: str
) -> dict[str, Figure | None]:
    """Return the pictures of blocks by id; one that is gone leaves no trace.

    ``language`` is that of the copy around them.
    """
    around = Tongue(language, view.site())
    return {
        name: figure_of(
            view.picture(name), caption="", sizes=picture_set.BODY, tongue=around
        )
        for name in pictures_of(tuple(blocks))
    }

"""A picture as the public may see it."""

import re
from dataclasses import dataclass

from dateline.errors import DatelineError

CROPS = {"16x9": (1200, 675), "4x3": (1200, 900), "1x1": (1200, 1200)}
"""Role of a rendition -> pixels: what search engines ask for of a story's picture."""

ALT_LIMIT = 250
"""Longest alternative text in characters."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendition:
    """One file made from a picture: its public path, type and size in pixels.

    ``path`` carries a hash of the content, so it may be cached for ever.
    ``size`` is in bytes. ``role`` is "width" (one of a srcset), "og" (the
    1200×630 crop for link previews) or a shape of ``CROPS``.
    """

    path: str
    mime: str
    width: int
    height: int
    size: int
    role: str = "width"


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A photograph with caption, credit, alt text, rights and renditions.

    ``focal_x`` and ``focal_y`` are the point of interest in thousandths of
    width and height. ``original`` is the SHA-256 of the original, which is
    never served.
    """

    id: str
    caption: str
    credit: str
    alt: str
    usage_terms: str = ""
    creator: str = ""
    focal_x: int = 500
    focal_y: int = 500
    width: int
    height: int
    original: str
    renditions: tuple[Rendition, ...] = ()


class AltTextError(DatelineError):
    """The alternative text would not help a reader who cannot see."""

    hint = (
        "Say in one sentence what the picture shows. The caption says who, "
        "where and when; the alternative text must not repeat it."
    )


_FILE_NAME = re.compile(r"\.(jpe?g|png|gif|webp|avif|tiff?)\b", re.IGNORECASE)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", text.casefold()).split())


def check_alt(alt: str, *, caption: str, credit: str = "") -> None:
    """Raise AltTextError if ``alt`` is empty, too long, or says nothing new.

    It must not equal the caption, contain it or be contained in it, be a file
    name, or carry the credit (WCAG 2.2, 1.1.1).
    """
    plain = _plain(alt)
    if not plain:
        raise AltTextError("the alternative text is empty")
    if len(alt) > ALT_LIMIT:
        raise AltTextError(f"the alternative text is over {ALT_LIMIT} characters")
    said = _plain(caption)
    if said and (plain in said or said in plain):
        raise AltTextError("the alternative text repeats the caption")
    if _FILE_NAME.search(alt):
        raise AltTextError("the alternative text is a file name")
    if _plain(credit) and _plain(credit) in plain:
        raise AltTextError("the alternative text carries the credit")

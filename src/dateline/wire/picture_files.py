"""Which file of a picture to get, and under which names it may come.

Agencies name their files three ways: by address, by a name in the same folder,
or only by the number of the picture, whose file is called after it.
"""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from dateline.news.item import ItemPicture, ItemRendition

MOST_FILES: Final = 4
"""How many renditions of one picture are tried."""

WIDE_ENOUGH: Final = 1200
"""Pixels of width beyond which a larger file is no better for readers."""

USABLE: Final = frozenset({"", "image/jpeg", "image/jpg", "image/png", "image/webp"})
RAW: Final = "raw:"
"""What the address of bytes in the raw archive begins with."""

# Names of renditions, the best for a page first; in none: between these two.
_BEST = ("main", "web", "preview", "hires", "highres", "high", "original", "large")
_WORST = ("thumb", "icon", "quicklook", "small", "tiny", "logo")


def best_first(renditions: Iterable[ItemRendition]) -> tuple[str, ...]:
    """Return the addresses of a picture's files, the best for readers first.

    The narrowest that is wide enough; a file of unknown size by its name.
    """
    usable = [each for each in renditions if each.href and _is_usable(each)]
    found = sorted(usable, key=_rank)
    return tuple(dict.fromkeys(each.href for each in found))[:MOST_FILES]


def names_of(picture: ItemPicture) -> tuple[str, ...]:
    """Return the names under which a picture's file may come, in lower case."""
    called = [picture.uri.lower() if ":" in picture.uri else file_name(picture.uri)]
    called += [file_name(each.href) for each in picture.renditions]
    return tuple(dict.fromkeys(filter(None, called)))


def file_name(href: str) -> str:
    """Return the last part of an address or path, in lower case."""
    if href.startswith(RAW):
        return ""
    try:
        path = urlsplit(href.replace("\\", "/")).path
    except ValueError:
        return ""
    return PurePosixPath(unquote(path)).name.lower()[:255]


def stem_of(name: str) -> str:
    """Return a file's name without its ending."""
    return PurePosixPath(name).stem


def is_on_the_web(href: str) -> bool:
    """Say whether an address is one of the web."""
    return href.lower().startswith(("http://", "https://"))


def _is_usable(rendition: ItemRendition) -> bool:
    return rendition.mime.lower() in USABLE


def _rank(rendition: ItemRendition) -> tuple[int, int]:
    """Order: known and wide enough, by name, known and narrow; then by width."""
    width = rendition.width or 0
    if width >= WIDE_ENOUGH:
        return 0, width
    name = rendition.name.lower()
    if any(word in name for word in _WORST):
        return 4, -width
    if width:
        return 2, -width
    return (1 if any(word in name for word in _BEST) else 3), 0

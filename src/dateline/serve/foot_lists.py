"""The lists at the foot of a story: none names the story itself, or one twice.

"More from World" is one fragment for all stories of the section, made by the
press. A reader of the newest of them should not be offered what he has just
read, nor under each topic what stood under the one above; so that is taken out
where the fragment is put in. What remains follows from the page and its
fragments alone, so the page's ETag needs to know nothing of it.
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from dateline.news.address import story_id_in
from dateline.serve.join import inflated, piece_of
from dateline.store.record import Piece

LISTS = ("more", "about")
"""Kinds of slots that are lists of stories, one item each."""

_ITEM = re.compile(r"<li\b.*?</li>\s*", re.DOTALL)
_HREF = re.compile(r'href="(/[^"]+/)"')
_RELATED = '<section class="list see-also"'
"""What begins the stories that the desk named as related (``story.html``)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FootList:
    """A fragment as the press made it, and the ids of the stories it names."""

    pieces: tuple[Piece, ...]
    text: str
    ids: frozenset[str]


def foot_list(pieces: tuple[Piece, ...]) -> FootList:
    """Return a fragment with what it names."""
    text = text_of(pieces)
    return FootList(pieces=pieces, text=text, ids=ids_in(text))


def text_of(pieces: tuple[Piece, ...]) -> str:
    """Return what pieces say."""
    return inflated(pieces).decode("utf-8", "replace") if pieces else ""


def ids_in(text: str) -> frozenset[str]:
    """Return the ids of the stories that a list leads to."""
    found = (story_id_in(path) for path in _HREF.findall(text))
    return frozenset(story_id for story_id in found if story_id)


def related_in(piece: Piece) -> frozenset[str]:
    """Return the ids of the related stories in a page's copy; often none."""
    _, found, rest = text_of((piece,)).partition(_RELATED)
    return ids_in(rest) if found else frozenset()


def without(made: FootList, ids: AbstractSet[str]) -> tuple[Piece, ...]:
    """Return the list without these stories; nothing if no other is left."""
    if made.ids.isdisjoint(ids):
        return made.pieces
    rest = _ITEM.sub(
        lambda item: item[0] if ids_in(item[0]).isdisjoint(ids) else "", made.text
    )
    return (piece_of(rest.encode()),) if "<li" in rest else ()

"""A list at the foot of a story, without the story itself.

"More from World" is one fragment for all stories of the section, made by the
press. A reader of the newest of them should not be offered what he has just
read; so it is taken out where the fragment is put in. What remains follows from
the page and the fragment alone, so the page's ETag needs to know nothing of it.
"""

import re

from dateline.serve.join import inflated, piece_of
from dateline.store.record import Piece

LISTS = ("more", "about")
"""Kinds of slots that are lists of stories, one item each."""

_ITEM = re.compile(r"<li\b.*?</li>\s*", re.DOTALL)


def text_of(pieces: tuple[Piece, ...]) -> str:
    """Return what a fragment says."""
    return inflated(pieces).decode("utf-8", "replace") if pieces else ""


def names_story(text: str, story_id: str) -> bool:
    """Return whether a list of stories holds the story."""
    return f'-{story_id}/"' in text


def without_story(text: str, story_id: str) -> tuple[Piece, ...]:
    """Return the list without the story; nothing if no other is left."""
    rest = _ITEM.sub(
        lambda item: "" if names_story(item[0], story_id) else item[0], text
    )
    return (piece_of(rest.encode()),) if "<li" in rest else ()

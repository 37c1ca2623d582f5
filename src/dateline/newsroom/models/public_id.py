"""Ids that readers see.

Random, so that nobody can guess an unpublished story's, and short enough to be
read out. Stories have 6 letters and pictures 8: the journal knows both by
their id alone, so the two must never meet.
"""

import secrets
from collections.abc import Iterable

from dateline.news.address import ID_ALPHABET, ID_LENGTH, story_id_in

PICTURE_ID_LENGTH = 8


def new_story_id() -> str:
    """Return a fresh id for a story."""
    return _letters(ID_LENGTH)


def new_picture_id() -> str:
    """Return a fresh id for a picture."""
    return _letters(PICTURE_ID_LENGTH)


def ids_of(lines: Iterable[str]) -> list[str]:
    """Return the story ids in addresses or ids, each once; others stay as they are."""
    found = (story_id_in(line.strip().partition("?")[0]) or line for line in lines)
    return list(dict.fromkeys(found))


def _letters(count: int) -> str:
    return "".join(secrets.choice(ID_ALPHABET) for _ in range(count))

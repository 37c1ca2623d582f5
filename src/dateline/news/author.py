"""Who stands behind a story: a person who writes, or an agency.

A story names both in words. A name has a page only where the desk keeps a
record of it: so a byline of copy that came over a wire makes no page, and a
publication makes none again that nobody asked for.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dateline.news.address import NO_SLUG, slug_of


class AuthorKind(StrEnum):
    """What an author is; the first part of its address, key and list."""

    PERSON = "author"
    AGENCY = "agency"


@dataclass(frozen=True, kw_only=True, slots=True)
class Author:
    """A record of somebody who is named in bylines, or of an agency.

    ``id`` is the slug of the name as bylines have it; ``name`` is shown.
    ``role`` is one line: "Political editor, New Delhi". ``ended`` says that no more
    is to come: the page and what was written stay. ``picture`` is the id of a
    portrait, or of an agency's mark; empty without one.
    """

    id: str
    kind: AuthorKind = AuthorKind.PERSON
    name: str
    role: str = ""
    description: str = ""
    ended: bool = False
    picture: str = ""


@lru_cache(maxsize=4096)
def author_id(name: str) -> str:
    """Return the id of whoever has this name in a byline; empty if it has none."""
    slug = slug_of(name)
    return "" if slug == NO_SLUG else slug


def author_list(kind: AuthorKind, name: str) -> str:
    """Return the name of the list of somebody's stories, as the key; or nothing."""
    found = author_id(name)
    return f"{kind}/{found}" if found else ""

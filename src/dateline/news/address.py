"""Addresses: the path of every public page.

The last part of a story's path ends in the story's id, and the id alone
routes: an old slug, or a section the story has left, leads on (301) to where
the story is now. ``/s/ID`` is the short link.
"""

import re
import unicodedata
from datetime import datetime
from zoneinfo import ZoneInfo

from dateline.news.latin import latin_of

ID_ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
"""Letters of story ids: no vowels, so no words; nothing that looks alike."""

ID_LENGTH = 6
SLUG_LIMIT = 80

RESERVED = frozenset(
    "s city topic author agency changes archive corrections assets media text about "
    "contact grievances search feed admin healthz metrics preview push static _slot "
    "_style".split()
)
"""First path parts that are not sections."""

NO_SLUG = "story"
"""The slug of text that has no letter a slug can have."""

TEXT = "/text"
"""Before the path of a page: its text edition."""

_ID_AT_END = re.compile(
    rf"(?:^|[-/])([{ID_ALPHABET}]{{5,10}})(?:/page/\d+|/gallery)?/?$"
)


def story_id_in(path: str) -> str | None:
    """Return the story id at the end of a path, or None.

    What lies below a story's address belongs to it: a page of a live blog's
    entries, ``…-x7k2mb/page/2/``, and its pictures, ``…-x7k2mb/gallery/``.
    """
    found = _ID_AT_END.search(path)
    return found.group(1) if found else None


def slug_of(text: str) -> str:
    """Return a slug: lower-case ASCII words joined by hyphens, at most 80 long.

    Letters without an ASCII form are dropped; text without any gives NO_SLUG.
    """
    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("’", ""))
    plain = latin_of(plain).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > SLUG_LIMIT:
            break
        slug = longer
    return slug or NO_SLUG


def story_path(
    *, section: str, first_published: datetime, slug: str, story_id: str, zone: ZoneInfo
) -> str:
    """Return the path of a story; the date is the day it was first published."""
    day = first_published.astimezone(zone)
    return f"/{section}/{day:%Y/%m/%d}/{slug}-{story_id}/"


def live_page_path(story_path: str, page: int) -> str:
    """Return the path of one page of a live blog's entries."""
    return f"{story_path}page/{page}/"


def gallery_path(story_path: str) -> str:
    """Return the path of a story's pictures."""
    return f"{story_path}gallery/"


def short_path(story_id: str) -> str:
    """Return the short link's path; it also answers for a story that is gone."""
    return f"/s/{story_id}"


def section_path(section_id: str) -> str:
    """Return the path of a section front."""
    return f"/{section_id}/"


def edition_path(language: str) -> str:
    """Return the path of the front of a language's edition."""
    return f"/{language}/"


def city_path(city_id: str) -> str:
    """Return the path of a city front."""
    return f"/city/{city_id}/"


def topic_path(topic_id: str) -> str:
    """Return the path of a topic page."""
    return f"/topic/{topic_id}/"


def author_path(author_list: str) -> str:
    """Return the path of an author's or an agency's page: "/author/asha-rao/"."""
    return f"/{author_list}/"


def changes_path(story_id: str) -> str:
    """Return the path of a story's history; it stays when the slug does not."""
    return f"/changes/{story_id}/"


def day_path(date: str) -> str:
    """Return the path of a day's archive; ``date`` is YYYY-MM-DD."""
    return f"/archive/{date.replace('-', '/')}/"

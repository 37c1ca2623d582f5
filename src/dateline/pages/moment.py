"""A moment as a page shows it: for readers, and for machines.

The same moments stand on many pages (a story, its fronts, its feeds), so what
was worked out once is kept.
"""

from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateline.news.stamp import iso_text
from dateline.words.say import words_in
from dateline.words.stamp import stamp_text

_KEPT = 4096


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """``text`` is the stamp, ``iso`` the form with the zone's offset."""

    text: str
    iso: str


@lru_cache(maxsize=_KEPT)
def moment_of(moment: datetime, zone: ZoneInfo, language: str) -> Moment:
    """Return both forms of a moment in the site's zone, in a page's language."""
    text = stamp_text(moment, zone=zone, say=words_in(language))
    return Moment(text=text, iso=iso_of(moment, zone))


@lru_cache(maxsize=_KEPT)
def iso_of(moment: datetime, zone: ZoneInfo) -> str:
    """Return a moment as machines read it."""
    return iso_text(moment, zone=zone)


@lru_cache(maxsize=_KEPT)
def mail_date(moment: datetime, zone: ZoneInfo) -> str:
    """Return a moment as RFC 822 writes it, for RSS."""
    return format_datetime(moment.astimezone(zone))

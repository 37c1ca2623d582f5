"""What the wire list says of each version of an item, kept in the item's row.

A row holds one uri with all its versions; the newest fills the row's fields.
What the earlier ones were called, and when they came, is in ``versions``, oldest
first: plain values, for they are kept as JSON. A kill forgets the words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateline.news.item import Item
from dateline.newsroom.models.wire_item import WireItem, WireState

MOST = 50
"""How many versions of one uri are told of."""

HEADLINE = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """One version as the list tells of it.

    ``prefix`` is what the agency wrote before the headline ("2nd lead");
    ``signals`` are the item's, by name.
    """

    version: str
    came: datetime
    headline: str = ""
    verdict: str = ""
    prefix: str = ""
    signals: tuple[str, ...] = ()


def note_version(row: WireItem, item: Item, *, verdict: str, now: datetime) -> None:
    """Add a version that has come to what a row tells; the row is not saved.

    Of what was killed before, no words are noted.
    """
    told = {
        "version": item.version[:120],
        "came": now.isoformat(),
        "headline": item.title[:HEADLINE],
        "verdict": verdict,
        "prefix": item.headline_prefix[:60],
        "signals": [str(signal) for signal in item.signals],
    }
    silent = _WORDS if row.state == WireState.KILLED else frozenset[str]()
    kept = {name: each for name, each in told.items() if each and name not in silent}
    row.versions = [*row.versions, kept][-MOST:]


def forget_headlines(row: WireItem) -> None:
    """Forget the headlines of a row's versions; the row is not saved."""
    row.versions = [
        {name: value for name, value in told.items() if name not in _WORDS}
        for told in row.versions
    ]


_WORDS = frozenset({"headline", "prefix"})


def versions_of(row: WireItem) -> list[Version]:
    """Return the versions of a row, oldest first; at least the newest."""
    told = [_version(each) for each in row.versions]
    if told:
        return told
    return [Version(version=row.version, came=row.last_seen, headline=row.headline)]


def _version(told: Mapping[str, Any]) -> Version:
    return Version(
        version=told.get("version", ""),
        came=datetime.fromisoformat(told["came"]),
        headline=told.get("headline", ""),
        verdict=told.get("verdict", ""),
        prefix=told.get("prefix", ""),
        signals=tuple(told.get("signals", ())),
    )

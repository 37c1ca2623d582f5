"""Lists of stories in order of time, as ranges of one sorted table.

    key     list name, NUL, moment (8 bytes, microseconds since year 1), id
    value   for the list of all stories: id, path, last change; else empty

Newest, a day, a month, "is there anything on this day" are all one seek and a
few steps, whatever the size of the archive.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from dateline.news.key import ALL, NEWEST
from dateline.store.store import LISTS, Transaction

CORRECTIONS = "corrections"

_BEGINNING = datetime.min.replace(tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LATEST = b"\xff" * 8
_WIDTH = 8


class Placed(msgspec.Struct, frozen=True, array_like=True):
    """What the list of all stories holds beside each: where, and last change."""

    id: str
    path: str
    changed: datetime


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Placed).decode


def _bytes_of(moment: datetime) -> bytes:
    return ((moment - _BEGINNING) // _MICROSECOND).to_bytes(_WIDTH, "big")


def _start(name: str) -> bytes:
    return name.encode() + b"\0"


def place_of(moment: datetime, story_id: str) -> bytes:
    """Return a story's place in time: what its keys in all lists end in."""
    return _bytes_of(moment) + story_id.encode()


def enter(tx: Transaction, name: str, place: bytes, value: bytes = b"") -> None:
    """Put a story into a list."""
    tx.put(LISTS, _start(name) + place, value)


def leave(tx: Transaction, name: str, place: bytes) -> None:
    """Take a story out of a list."""
    tx.delete(LISTS, _start(name) + place)


def value_of(placed: Placed) -> bytes:
    """Return what the list of all stories holds beside a story."""
    return _encode(placed)


def newest(tx: Transaction, name: str, limit: int = NEWEST) -> tuple[str, ...]:
    """Return the ids of a list's newest stories, newest first."""
    start = _start(name)
    found: list[str] = []
    for key, _ in tx.scan_back(LISTS, start, start + _LATEST):
        found.append(key[len(start) + _WIDTH :].decode())
        if len(found) == limit:
            break
    return tuple(found)


def is_among_newest(
    tx: Transaction, name: str, place: bytes, limit: int = NEWEST
) -> bool:
    """Return whether a place that a list has is among its newest ``limit``.

    One step for a story newer than all others, at most ``limit`` steps.
    """
    start = _start(name)
    own = start + place
    for newer, (key, _) in enumerate(tx.scan_back(LISTS, start, start + _LATEST)):
        if key <= own or newer == limit:
            return newer < limit
    return True


def between(tx: Transaction, first: datetime, end: datetime) -> Iterator[Placed]:
    """Yield all stories with ``first <= moment < end``, oldest first."""
    start = _start(ALL)
    low, high = start + _bytes_of(first), start + _bytes_of(end)
    for _, value in tx.scan(LISTS, low, high):
        yield _decode(value)


def since_back(tx: Transaction, first: datetime) -> Iterator[Placed]:
    """Yield all stories after ``first``, newest first."""
    start = _start(ALL)
    low = start + _bytes_of(first + _MICROSECOND)
    for _, value in tx.scan_back(LISTS, low, start + _LATEST):
        yield _decode(value)


def first_from(tx: Transaction, moment: datetime) -> datetime | None:
    """Return the moment of the first story at or after ``moment``, or None."""
    start = _start(ALL)
    low = start + _bytes_of(moment)
    for key, _ in tx.scan(LISTS, low, start + _LATEST):
        micros = int.from_bytes(key[len(start) : len(start) + _WIDTH], "big")
        return _BEGINNING + micros * _MICROSECOND
    return None


def is_empty(tx: Transaction, first: datetime, end: datetime) -> bool:
    """Return whether no story lies in ``first <= moment < end``."""
    found = first_from(tx, first)
    return found is None or found >= end


def corrections(tx: Transaction, limit: int) -> list[tuple[str, datetime, str]]:
    """Return the newest correction notes: ``(story id, moment, note)``."""
    start = _start(CORRECTIONS)
    found = []
    for key, value in tx.scan_back(LISTS, start, start + _LATEST):
        rest = key[len(start) :]
        moment = _BEGINNING + int.from_bytes(rest[:_WIDTH], "big") * _MICROSECOND
        found.append((rest[_WIDTH:].decode().partition(" ")[0], moment, value.decode()))
        if len(found) == limit:
            break
    return found


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return the moment a day of the site's zone begins, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def day_range(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return first moment and end of a day of the site's zone."""
    return midnight(day, zone), midnight(day + timedelta(days=1), zone)


def month_range(year: int, month: int, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return first moment and end of a month of the site's zone."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return midnight(date(year, month, 1), zone), midnight(following, zone)


def year_range(year: int, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return first moment and end of a year of the site's zone."""
    return midnight(date(year, 1, 1), zone), midnight(date(year + 1, 1, 1), zone)

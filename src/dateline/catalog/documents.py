"""The catalog's documents: what is public, by name.

A document is stored as the number of the entry that last said it (8 bytes,
big-endian) and its canonical JSON. ``explain`` reads the number; pages read
the rest.
"""

import struct
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec

from dateline.journal.chain import canonical
from dateline.news.author import Author
from dateline.news.front import Front
from dateline.news.history import History
from dateline.news.house import House
from dateline.news.live import LiveEntry, LiveHead
from dateline.news.picture import Picture
from dateline.news.site import Site, Topic
from dateline.news.story import Card, Story
from dateline.store.store import DOCUMENTS, Transaction


class Fate(StrEnum):
    """Why something that was public is not."""

    WITHDRAWN = "withdrawn"
    KILLED = "killed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Gone:
    """The notice that stands where something public was.

    ``addresses`` are media paths that must answer 410; ``language`` was a story's.
    """

    fate: Fate
    moment: datetime
    notice: str = ""
    addresses: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Clock:
    """The last full hour the journal has reached, UTC."""

    hour: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamp:
    """When a story last changed for readers."""

    moment: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthChange:
    """When any story of a month last changed, for the sitemap index."""

    moment: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """Where a story's version in another language stands."""

    id: str
    language: str
    path: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Versions:
    """The versions of one story, by language."""

    found: tuple[Version, ...]


_NUMBER = struct.Struct(">Q")
_TYPES: dict[str, type] = {
    "site": Site,
    "house": House,
    "story": Story,
    "card": Card,
    "stamp": Stamp,
    "history": History,
    "live": LiveHead,
    "entry": LiveEntry,
    "picture": Picture,
    "topic": Topic,
    "author": Author,
    "agency": Author,
    "front": Front,
    "gone": Gone,
    "clock": Clock,
    "month": MonthChange,
    "versions": Versions,
}
_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {
    name: msgspec.json.Decoder(kind) for name, kind in _TYPES.items()
}

SITE = "site"
HOUSE = "house"
CLOCK = "clock"


def put(tx: Transaction, name: str, seq: int, value: object) -> None:
    """Store a document as said by entry ``seq``."""
    tx.put(DOCUMENTS, name.encode(), _NUMBER.pack(seq) + canonical(value))


def drop(tx: Transaction, name: str) -> None:
    """Remove a document if it is there."""
    tx.delete(DOCUMENTS, name.encode())


def find(tx: Transaction, name: str) -> Any:  # noqa: ANN401 - typed by the name
    """Return the document of that name, or None."""
    raw = tx.get(DOCUMENTS, name.encode())
    return None if raw is None else decode(name, raw)


def said_by(tx: Transaction, name: str) -> int | None:
    """Return the number of the entry that last said a document, or None."""
    raw = tx.get(DOCUMENTS, name.encode())
    return None if raw is None else int(_NUMBER.unpack_from(raw)[0])


def decode(name: str, raw: bytes) -> Any:  # noqa: ANN401 - typed by the name
    """Return the document in a stored value."""
    return _DECODERS[name.partition("/")[0]].decode(memoryview(raw)[_NUMBER.size :])

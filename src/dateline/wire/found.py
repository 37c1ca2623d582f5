"""What looking at copy finds: small records that one module hands to another.

They stand apart from the modules that look, for those may be compiled (decision
0032) and msgspec makes these.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from dateline.news.item import ItemDateline


class Decoded(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes as strict UTF-8 without a mark, and what had to be put right."""

    utf8: bytes
    warning: str = ""


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A moment read from text; ``moment`` is None if it cannot be read.

    ``sure`` is False when the text names no zone and the source has none.
    """

    moment: datetime | None
    sure: bool = True
    warning: str = ""


class FoundDateline(msgspec.Struct, frozen=True, kw_only=True):
    """A dateline at the head of a paragraph, and how many characters it takes."""

    dateline: ItemDateline
    length: int


class SpokenMoment(msgspec.Struct, frozen=True, kw_only=True):
    """A moment, and what about it was guessed; ``doubt`` is empty if nothing."""

    moment: datetime
    doubt: str = ""


class Hour(msgspec.Struct, frozen=True, kw_only=True):
    """An hour as found; ``later`` are whole days to add ("24 Uhr")."""

    at: int
    clock: time
    later: timedelta = timedelta(0)
    doubt: str = ""


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """A date as found: where it stands, and what about it is not sure."""

    day: date
    start: int
    end: int
    doubt: str = ""


class FoundEmbargo(msgspec.Struct, frozen=True, kw_only=True):
    """An embargo in words; ``reason`` says why a human must look, empty if not.

    ``moment`` is the best guess then, and None if there is none to make.
    """

    text: str
    moment: datetime | None = None
    reason: str = ""


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """The root element, and what had to be recovered."""

    root: Any
    warning: str = ""

"""The marks of an item on the wire list: what nobody may overlook comes first.

Each mark is a word, an icon and a colour, so that no single one of them has to
be seen. A kill says that it is one; an embargo says until when.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from dateline.newsroom.admin.desk_zone import Clock
from dateline.newsroom.admin.embargo_words import WAITS
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.wire_versions import Version

_SAID_BY_EMBARGO = "embargoed until "

GRAVE = frozenset({WireState.KILLED, WireState.WITHDRAWN})
"""What must be seen at once, also by whoever has not asked for what is new."""

_ROUTINE = frozenset({WireState.DRAFT, WireState.PUBLISHED, WireState.SCHEDULED})

_URGENCIES = {1: "Flash", 2: "Bulletin", 3: "Urgent"}

_SIGNALS = {
    "correction": "Correction",
    "alert": "Alert",
    "writethru": "Writethru",
    "update": "Update",
    "advance": "Advance",
    "advisory": "Advisory",
    "kill-notice": "Kill notice",
    "repeat": "Repeat",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A mark: ``name`` is its colour; ``ends`` is a moment to count down to."""

    name: str
    word: str
    icon: str = ""
    ends: str = ""
    left: str = ""


def marks_of(row: WireItem, version: Version, *, clock: Clock) -> list[Mark]:
    """Return the marks of an item, the gravest first."""
    return [
        *_grave(row),
        *_embargo(row, clock),
        *_calls(row),
        *_urgency(row),
        *_lead(version),
        *_state(row),
    ]


def reason_of(row: WireItem) -> str:
    """Return why an item is where it is; nothing of routine, or said by a mark."""
    if row.state in _ROUTINE and not row.call_desk:
        return ""
    return "" if row.reason.startswith(_SAID_BY_EMBARGO) else row.reason


def left_text(left: timedelta) -> str:
    """Return a span as a countdown says it: "2 d 4 h", "3 h 12 min", "45 s"."""
    seconds = max(int(left.total_seconds()), 0)
    days, rest = divmod(seconds, 86_400)
    hours, rest = divmod(rest, 3_600)
    minutes, seconds = divmod(rest, 60)
    if days:
        return f"{days} d {hours} h"
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"


def is_embargoed(row: WireItem, *, now: datetime) -> bool:
    """Return whether an embargo of an item has still to end."""
    return row.embargoed_until is not None and row.embargoed_until > now


def _grave(row: WireItem) -> Iterator[Mark]:
    if row.state == WireState.KILLED:
        yield Mark(name="killed", word="Killed: do not use", icon="circle-xmark")
    if row.state == WireState.WITHDRAWN:
        yield Mark(name="withdrawn", word="Withdrawn", icon="no-view")


def _embargo(row: WireItem, clock: Clock) -> Iterator[Mark]:
    until = row.embargoed_until
    if until is None or row.state == WireState.KILLED:
        return
    stamp = clock.stamp(until)
    if until <= clock.now:
        free = ": may go out" if row.state in WAITS else ""
        yield Mark(name="ended", word=f"Embargo ended {stamp}{free}", icon="lock-open")
        return
    yield Mark(
        name="embargo",
        word=f"Embargo until {stamp}",
        icon="lock",
        ends=until.isoformat(),
        left=left_text(until - clock.now),
    )


def _calls(row: WireItem) -> Iterator[Mark]:
    if row.call_desk:
        yield Mark(name="calls", word="Calls the desk", icon="warning")


def _urgency(row: WireItem) -> Iterator[Mark]:
    if row.urgency in _URGENCIES:
        yield Mark(
            name=f"urgency-{row.urgency}",
            word=f"{row.urgency} {_URGENCIES[row.urgency]}",
        )


def _lead(version: Version) -> Iterator[Mark]:
    """Say which lead it is in the agency's own words, else by its signals."""
    if version.prefix:
        yield Mark(name="lead", word=version.prefix.strip(" :-–—"))
        return
    known = [_SIGNALS[signal] for signal in version.signals if signal in _SIGNALS]
    if known:
        yield Mark(name="lead", word=known[0])


def _state(row: WireItem) -> Iterator[Mark]:
    if row.state in GRAVE or (row.state == WireState.SCHEDULED and row.embargoed_until):
        return
    word = str(WireState(row.state).label).capitalize()
    yield Mark(name=row.state, word=word)

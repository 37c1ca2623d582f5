"""What the demo's two wires send, and when: a plan that can be looked at.

Ordinary items go out in turn, one a ``pace``. Four things happen besides:

    at once     Meridian sends an item under embargo, to be lifted later
    1st pace    Coastline sends the first version of a story …
    7th pace    … and the second, with more in it
    3rd pace    Meridian sends a story …
    10th pace   … and kills it: it was an exercise

With the pace of 20 seconds and the embargo of three minutes a spectator has
seen everything within four minutes. Then the wires go on six times slower, so
that they keep sending for an hour and a half.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain, zip_longest
from typing import Any

from dateline.cli.demo.copy import topics, wire_copy
from dateline.cli.demo.wire_form import WireCopy, copy_of, newsml_g2, ninjs

PACE = 20.0
"""Seconds between two ordinary items."""

EMBARGO = 180.0
"""Seconds after the start at which the embargo ends."""

_UPDATE_AT, _KILLED_AT, _KILL_AT = 7, 3, 10

_BRISK = 12
"""How many ordinary items go out at the full pace."""

_SLOWER = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Wire:
    """An invented agency and the format it sends."""

    name: str
    agency: str
    credit: str
    suffix: str
    form: Callable[[WireCopy], bytes]


MERIDIAN = Wire(
    name="meridian",
    agency="Meridian News Agency",
    credit="MNA",
    suffix="xml",
    form=newsml_g2,
)
COASTLINE = Wire(
    name="coastline",
    agency="Coastline Wire",
    credit="Coastline",
    suffix="json",
    form=ninjs,
)
WIRES = (MERIDIAN, COASTLINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sending:
    """One file to be dropped, ``after`` seconds; its name is sent only once."""

    wire: Wire
    name: str
    after: float
    copy: WireCopy

    def body(self, moment: datetime) -> bytes:
        """Return the file's bytes, made at ``moment``."""
        return self.wire.form(replace(self.copy, moment=moment))


def schedule(
    start: datetime, *, pace: float = PACE, embargo: float = EMBARGO
) -> list[Sending]:
    """Return everything the wires send after ``start``, in order."""
    plan = [
        *_special(start, pace=pace, embargo=embargo),
        *_ordinary(start, pace=pace),
    ]
    return sorted(plan, key=lambda sending: sending.after)


def _ordinary(start: datetime, *, pace: float) -> Iterator[Sending]:
    rows = [
        [
            (wire, number, table)
            for number, table in enumerate(wire_copy(wire.name)["items"])
        ]
        for wire in WIRES
    ]
    turns = [each for each in chain(*zip_longest(*rows)) if each is not None]
    for turn, (wire, number, table) in enumerate(turns):
        yield _sending(
            wire, f"item-{number + 1:03}", table, start, after=pace * _turn(turn)
        )


def _turn(number: int) -> float:
    """Return at which pace an ordinary item goes out."""
    late = max(0, number - _BRISK)
    return number + 0.2 + late * (_SLOWER - 1)


def _special(start: datetime, *, pace: float, embargo: float) -> Iterator[Sending]:
    ours, theirs = wire_copy(MERIDIAN.name), wire_copy(COASTLINE.name)
    held = _sending(MERIDIAN, "embargoed", ours["embargoed"], start, after=0)
    until = start + timedelta(seconds=embargo)
    yield replace(held, copy=replace(held.copy, embargoed=until))
    yield _sending(COASTLINE, "updated", theirs["updated"]["first"], start, after=pace)
    yield _sending(
        COASTLINE,
        "updated",
        theirs["updated"]["second"],
        start,
        after=pace * _UPDATE_AT,
        version=2,
    )
    wrong = _sending(MERIDIAN, "killed", ours["killed"], start, after=pace * _KILLED_AT)
    yield wrong
    kill = replace(
        wrong.copy,
        version=2,
        status="canceled",
        paragraphs=(),
        note=ours["killed"]["reason"],
    )
    yield replace(wrong, name=_name("killed", 2), after=pace * _KILL_AT, copy=kill)


def _name(item: str, version: int) -> str:
    return f"{item}-v{version}"


def _sending(
    wire: Wire,
    item: str,
    table: dict[str, Any],
    start: datetime,
    *,
    after: float,
    version: int = 1,
) -> Sending:
    copy = copy_of(
        table,
        uri=f"urn:newsml:{wire.name}.example:{start:%Y%m%d}:{item}",
        version=version,
        moment=start,
        agency=wire.agency,
        credit=wire.credit,
    )
    names = {topic.id: topic.name for topic in topics()}
    copy = replace(
        copy,
        section=copy.section.title(),
        topics=tuple(names[topic] for topic in copy.topics),
    )
    return Sending(wire=wire, name=_name(item, version), after=after, copy=copy)

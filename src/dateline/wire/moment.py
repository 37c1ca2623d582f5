"""Moments as agencies write them.

Seven shapes were seen: with ``Z``, ``+00:00``, ``+0100`` and
``20140829T134951+0000``; and without a zone ``20190129T133400``,
``2022-07-11 18:33`` and ``28.09.2018 11:15``; feeds write the month in words. A
moment without a zone is in the zone of its source: read as UTC, an embargo of 17:00
in New York would end at noon.
"""

import re
from datetime import UTC, datetime, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from dateline.wire.found import Moment
from dateline.wire.worded_date import LONGEST, find_day, read_worded

DAY_FIRST: Final = re.compile(
    r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ T]+(\d{1,2})[:.](\d{2})(?::(\d{2}))?)?"
)

WORD: Final = re.compile(r"[^\W\d_]+")
# What stands beside a date that is nothing but a date: weekdays, zones, little words.
AROUND_DATES: Final = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu "
        "thurs fri sat sun lundi mardi mercredi jeudi vendredi samedi dimanche "
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
        "lunes martes miércoles jueves viernes sábado domingo segunda terça quarta "
        "quinta sexta feira lunedì martedì mercoledì giovedì venerdì sabato domenica "
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag "
        "onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag "
        "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή "
        "gmt utc cet cest est edt t z h am pm a p m uhr at um à le den de del di the of"
    ).split()
)


def read_moment(
    text: str, *, zone: ZoneInfo | None, what: str, latest: bool = False
) -> Moment:
    """Read a moment; ``what`` names it in warnings.

    In the hour that a zone's clocks go through twice, or leave out, a moment
    without an offset may mean either of two. ``latest`` takes the later one:
    an embargo must not end an hour early.
    """
    text = text.strip()
    moment = _parse(text)
    if moment is None:
        return Moment(moment=None, warning=f"{what}: not a moment: {text[:40]!r}")
    if moment.tzinfo is not None:
        return Moment(moment=moment)
    if zone is not None:
        warning = f"{what}: no zone sent, read in {zone.key}"
        return Moment(moment=_in_zone(moment, zone, latest=latest), warning=warning)
    warning = f"{what}: no zone sent and none set for the source, read as UTC"
    return Moment(moment=zoned(moment, UTC), sure=False, warning=warning)


def zoned(moment: datetime, zone: tzinfo) -> datetime:
    """Give a moment without a zone one; ``replace`` takes four times as long."""
    return datetime.combine(moment.date(), moment.time(), zone)


def _in_zone(moment: datetime, zone: ZoneInfo, *, latest: bool) -> datetime:
    """Give a moment its zone, the first or the latest of what it may mean."""
    first = zoned(moment, zone)
    if not latest:
        return first
    return max(first, first.replace(fold=1), key=datetime.timestamp)


def looks_like_moment(text: str) -> bool:
    """Say whether a text is a timestamp or a date and nothing else.

    "Turku, Finland, Jan 12, 2017" holds a date and is none.
    """
    text = text.strip()
    found = find_day(text) if len(text) <= LONGEST else None
    if found is None:
        return _parse(text) is not None
    rest = f"{text[: found[1]]} {text[found[2] :]}".casefold()
    return all(word in AROUND_DATES for word in WORD.findall(rest))


def _parse(text: str) -> datetime | None:
    """Read any of the shapes; the result may lack a zone."""
    if text[:1].isalpha():  # "Mon, 05 Aug 2019": feeds, and no other shape
        return read_worded(text)
    if not text[:4].isdigit():  # every ISO date begins so; raising costs more
        return _parse_day_first(text) or read_worded(text)
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is not UTC:
            moment.utcoffset()  # an offset of a day or more shows only here
    except ValueError:
        return read_worded(text)
    return moment


def _parse_day_first(text: str) -> datetime | None:
    """Read ``28.09.2018 11:15``."""
    found = DAY_FIRST.fullmatch(text)
    if found is None:
        return None
    day, month, year, hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 # the zone comes from the source
    except ValueError:
        return None

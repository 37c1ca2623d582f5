"""Days of ANPA 1312: month first or day first, and the year only in the footer.

AP writes month-day. Others write day-month, in the same places, with the same
stroke. A number above 12 decides; else the dateline of the copy may ("Dec. 9"),
else AP's order holds for AP, and for others with a warning.
"""

import re
from datetime import date
from typing import Final

from dateline.wire.formats.anpa_found import AnpaDate
from dateline.wire.worded_date import month_of

ANPA_FOOTER: Final = re.compile(
    r"(?P<agency>[A-Za-z]{2,8})-(?:[A-Za-z]{1,6}-){0,8}(?P<one>\d{1,2})-(?P<two>\d{1,2})-"
    r"(?P<year>\d{2}(?:\d{2})?)\s+(?P<hour>\d\d):?(?P<minute>\d\d)\s?(?:GMT|UTC)"
)
MONTH_FIRST: Final = frozenset({"ap", "apa"})
WRITTEN: Final = re.compile(
    r"\b([A-Z][a-z]{2,8})\.? ([0-9]{1,2})\b|\b([0-9]{1,2}) ([A-Z][a-z]{2,8})\b"
)
LOOK: Final = 900  # characters of the copy in which its dateline stands
TWELVE: Final = 12
CENTURY: Final = 100


def read_date(footer: re.Match[str] | None, header_day: str, copy: str) -> AnpaDate:
    """Read footer and header together."""
    one, two = _pair(header_day)
    if footer is None:
        return AnpaDate(day=f"{one:02}-{two:02}" if one else "undated")
    agency, number, other, year, hour, minute = footer.groups()
    first, second = int(number), int(other)
    day_first, sure = _order(first, second, one, two, copy)
    known = agency.lower() in MONTH_FIRST
    month, at = (second, first) if day_first else (first, second)
    made = _date(int(year), month, at)
    if made is None:
        return AnpaDate(warning=f"version_created: not a date: {footer[0]!r}")
    written = f"{str(made.year).zfill(4)}-{_two(month)}-{_two(at)}"
    moment = f"{written}T{hour}:{minute}+00:00"
    warning = ""
    if not (sure or known):
        warning = f"version_created: day and month may be exchanged in {footer[0]!r}"
    filed = _filed(made, (two, one) if day_first else (one, two))
    day = written if filed is made else filed.isoformat()
    return AnpaDate(moment=moment, day=day, warning=warning)


def _pair(text: str) -> tuple[int, int]:
    """Read the two numbers of a header's day; zeros if there are none."""
    one, _, two = text.replace("/", "-").partition("-")
    return (int(one), int(two)) if one.isdecimal() and two.isdecimal() else (0, 0)


def _order(first: int, second: int, one: int, two: int, copy: str) -> tuple[bool, bool]:
    """Say whether the day comes first, and whether that is sure."""
    if first == second or second > TWELVE or two > TWELVE:
        return False, True
    if first > TWELVE or one > TWELVE:
        return True, True
    if not may_be_written(first, second, copy[:LOOK]):
        return False, False
    for found in WRITTEN.finditer(copy, 0, LOOK):
        month = month_of(found[1] or found[4])
        day = int(found[2] or found[3])
        if month is not None and {month, day} == {first, second}:
            return month == second, True
    return False, False


def may_be_written(first: int, second: int, head: str) -> bool:
    """Say cheaply whether a day of either number may be written beside a month."""
    return _beside_blank(str(first), head) or _beside_blank(str(second), head)


def _beside_blank(day: str, head: str) -> bool:
    """Say whether a number stands beside a blank; it may have a zero before it."""
    size = len(day)
    at = head.find(day[0])  # one character is found far quicker than two
    while at >= 0:
        if head[at : at + size] == day:
            before = head[at - 1 : at] if at else ""
            if before == " " or head[at + size : at + size + 1] == " ":
                return True
            if before == "0" and head[at - 2 : at] == " 0":
                return True
        at = head.find(day[0], at + 1)
    return False


def _date(year: int, month: int, day: int) -> date | None:
    """Make a date of three numbers; None if there is no such day."""
    try:
        return date(year + 2000 if year < CENTURY else year, month, day)
    except ValueError:
        return None


def _two(number: int) -> str:
    """Write a number in two figures."""
    return str(number).zfill(2)


def _filed(made: date, header: tuple[int, int]) -> date:
    """Give the day in the header, which is the desk's own, in the right year.

    A version made at 1 a.m. GMT belongs to the evening before in New York.
    """
    month, day = header
    if month == made.month and day == made.day:
        return made
    near = [_date(made.year + by, month, day) for by in (-1, 0, 1)] if month else []
    days = [each for each in near if each is not None]
    closest = min(days, key=lambda each: abs((each - made).days), default=made)
    return closest if abs((closest - made).days) <= 1 else made

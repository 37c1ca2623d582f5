"""Moments as desks write them to one another: "12:01 a.m. EST, Sunday, Nov. 17".

A moment needs a date, an hour and a zone. What is missing is filled in as far
as that can be done, and the doubt is named; when in doubt the later reading is
taken, so that an embargo is rather late than broken.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from dateline.wire.caseless import first_of, has_one, lower_ascii
from dateline.wire.found import Day, Hour, SpokenMoment
from dateline.wire.moment import zoned
from dateline.wire.worded_date import month_of

MONTH: Final = r"[^\W\d_]{3,10}\.?"

# What follows the first figures of a date by its form; what no month can stand behind.
STROKES: Final = frozenset("-/")
PARTING: Final = frozenset(("", *"-/:,;()"))
# Where figures begin: all dates and hours begin there, or with a word before it.
FIGURES: Final = re.compile(r"\d(?<!\w.)\d*+", re.DOTALL)
ISO: Final = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?:T(?=\d))?")
DOTTED: Final = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.(?:\s?((?:\d{2}){1,2})\b)?")
SLASHED: Final = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)\b")
DAY_MONTH: Final = re.compile(
    rf"\b(\d{{1,2}})(?:\.|st|nd|rd|th|er|º)?(?:\s+(?:of|de))?\s+({MONTH})"
    r"(?:,?\s+(?:de\s+)?(\d{4})\b)?",
    re.IGNORECASE,
)
MONTH_DAY: Final = re.compile(
    rf"\b({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?![.:]\d)(?:,?\s+(\d{{4}})\b"
    r"(?!\s*(?:GMT|UTC|BST|CET|EST|EDT|hrs?|hours)))?",
    re.IGNORECASE,
)
WEEKDAY: Final = re.compile(
    r"\b(?:(mon|tues?|wednes|thurs?|fri|satur|sun)day|(mon|diens|donners|frei|sams|sonn"
    r"|sonnab)(?:tag|end)|(mittwoch)|(lun|mar|mercre|jeu|vendre|same)di|(dimanche))\b",
    re.IGNORECASE,
)
BY_WEEKDAY: Final = {
    "mon": 0, "lun": 0, "tue": 1, "tues": 1, "diens": 1, "mar": 1, "wednes": 2,
    "mittwoch": 2, "mercre": 2, "thur": 3, "thurs": 3, "thu": 3, "donners": 3,
    "jeu": 3, "fri": 4, "frei": 4, "vendre": 4, "satur": 5, "sams": 5, "sonnab": 5,
    "same": 5, "sun": 6, "sonn": 6, "dimanche": 6,
}  # fmt: skip

HALF: Final = r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)"
CLOCK: Final = re.compile(
    rf"\b(?P<hour>\d{{1,2}})\s?[:.hH]\s?(?P<minute>\d\d)(?:[:.]\d\d)?{HALF}?"
    rf"(?!\d)|\b(?P<bare>\d{{1,2}}){HALF.replace('half', 'bare_half')}"
    r"|\b(?P<uhr>\d{1,2})\s?(?:Uhr|h|heures|uur|ore|hs)\b"
    r"|\b(?P<four>[0-2]\d[0-5]\d)(?=\s*(?:hrs?\b|hours\b|Z\b|[A-Z]{2,4}\b|h\b|uur\b"
    r"|local\b|$|[,;)]))",
    re.IGNORECASE,
)
NOON: Final = re.compile(
    r"\b(?:noon|midday|mittag|midi|mediod[ií]a|mezzogiorno)\b", re.IGNORECASE
)
MIDNIGHT: Final = re.compile(
    r"\b(?:midnight|mitternacht|minuit|medianoche)\b", re.IGNORECASE
)
# One of these is in every text that the one, that the other finds.
NOON_WORDS = ("noon", "midday", "mittag", "midi", "mediod", "mezzog")
MIDNIGHT_WORDS = ("midnight", "mitternacht", "minuit", "medianoche")

FIXED: Final = {
    "GMT": 0, "UTC": 0, "Z": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60,
    "HNEC": 60, "CEST": 120, "MESZ": 120, "HAEC": 120, "EET": 120, "EEST": 180,
    "MSK": 180, "EST": -300, "EDT": -240, "CDT": -300, "MDT": -360, "MST": -420,
    "PST": -480, "PDT": -420, "JST": 540, "KST": 540, "HKT": 480, "AEST": 600,
    "AEDT": 660, "NZST": 720, "NZDT": 780, "SAST": 120, "PKT": 300,
}  # fmt: skip
SUMMER: Final = frozenset({"BST", "WEST", "CEST", "MESZ", "HAEC", "EEST", "EDT", "CDT"}
    | {"MDT", "PDT"})  # fmt: skip
NAMED: Final = {
    "ET": "America/New_York", "PT": "America/Los_Angeles", "MT": "America/Denver",
    "LONDON": "Europe/London", "UK": "Europe/London", "PARIS": "Europe/Paris",
    "BERLIN": "Europe/Berlin", "BRUSSELS": "Europe/Brussels", "ROME": "Europe/Rome",
    "MADRID": "Europe/Madrid", "NEW YORK": "America/New_York", "TOKYO": "Asia/Tokyo",
    "HELSINKI": "Europe/Helsinki", "STOCKHOLM": "Europe/Stockholm",
    "OSLO": "Europe/Oslo", "VIENNA": "Europe/Vienna", "SYDNEY": "Australia/Sydney",
    "EASTERN": "America/New_York", "PACIFIC": "America/Los_Angeles",
    "CENTRAL EUROPEAN": "Europe/Brussels", "GENEVA": "Europe/Zurich",
    "SINGAPORE": "Asia/Singapore", "DELHI": "Asia/Kolkata",
}  # fmt: skip
# Where no word and no offset begins, none of them is tried.
ZONE: Final = re.compile(
    r"(?=[+-]|(?<![A-Za-z])[^\W\d_])(?:"
    r"(?<![A-Za-z])(?P<code>" + "|".join(sorted(FIXED, key=len, reverse=True))
    + r"|ET|PT|MT)\b"
    r"|\b(?P<city>(?i:" + "|".join(name for name in NAMED if len(name) > 2)  # noqa: PLR2004
    + r"))(?:['’]s)? (?:local )?(?i:time)\b"
    r"|(?P<offset>[+-]\d\d:?\d\d)\b"
    r"|\bheure de (?P<heure>Paris|Bruxelles)\b"
    r"|\b(?P<local>(?i:local time|ortszeit|heure locale|hora local)|IST|CST|AST)\b)"
)  # fmt: skip
OFFSET: Final = re.compile(r"([+-]\d\d:?\d\d)\b")  # the same, if no word names one
# One of these is in every text in which a code, in which a word names a zone.
CODE_PARTS = ("ST", "DT", "ET", "MT", "PT", "KT", "UTC", "EC", "MSK", "Z")
CODE_SIGNS = ("+", "-", *CODE_PARTS)  # an offset may stand before it
CODE_HEAD: Final = 3  # characters of a code before such a part: "AEST"
ZONE_WORDS = ("time", "ortszeit", "heure", "hora")
FRENCH: Final = {"Paris": "Europe/Paris", "Bruxelles": "Europe/Brussels"}
A_DAY: Final = timedelta(days=1)
YEARS: Final = range(1990, 2100)  # others are no dates of news
FAR_PAST: Final = timedelta(
    days=60
)  # a date without a year is not longer ago than this
TWO_DIGITS: Final = 100
LAST_DOUBTLESS: Final = 12


def read_spoken_moment(
    text: str, *, near: datetime | None, zone: tzinfo | None
) -> SpokenMoment | None:
    """Read the latest moment that a text names; None if it names none.

    Args:
        text: a few words; dates and hours are looked for anywhere in them.
        near: the moment of writing, to fill in a year or a day.
        zone: the zone of hours that name none.
    """
    if near is not None:
        near = near.astimezone(zone or UTC) if near.year in YEARS else None
    days = _days(text, near)
    rest = text
    for each in days:
        blank = " " * (each.end - each.start)
        rest = f"{rest[: each.start]}{blank}{rest[each.end :]}"
    hours = _hours(rest)
    if not days and not hours:
        return None
    chosen: list[Day | None] = [*days] if days else [None]
    found = [_moment(text, day, hours, near, zone) for day in chosen]
    known = [each for each in found if each is not None]
    return max(known, key=lambda each: each.moment) if known else None


def _moment(
    text: str,
    day: Day | None,
    hours: list[Hour],
    near: datetime | None,
    zone: tzinfo | None,
) -> SpokenMoment | None:
    """Put a date, the hour that goes with it and the zone together."""
    if day is None and near is None:
        return None
    on = day.day if day is not None else near.date()  # type: ignore[union-attr] # one is there
    hour = _hour_of(day, hours)
    zoned, doubt = _in_zone(datetime.combine(on, hour.clock) + hour.later, text, zone)
    doubts = ("no date" if day is None else day.doubt, hour.doubt, doubt)
    return SpokenMoment(moment=zoned, doubt=", ".join(each for each in doubts if each))


def _hour_of(day: Day | None, hours: list[Hour]) -> Hour:
    """Choose the hour after a date, else the nearest one before it."""
    if not hours:
        return Hour(at=0, clock=time(0, 0), doubt="no hour")
    end = day.end if day is not None else 0
    return next((hour for hour in hours if hour.at >= end), hours[-1])


def _days(text: str, near: datetime | None) -> list[Day]:
    """Find every date, in order; a weekday only if there is no date."""
    found: list[Day] = []
    figures = [each.span() for each in FIGURES.finditer(text)]
    for pattern, places_in, read in SHAPES:
        for match in _matches(pattern, text, places_in(text, figures)):
            if any(d.start < match.end() and match.start() < d.end for d in found):
                continue
            year, month, day, doubt = read(match)
            made = _make_day(year, month, day, near)
            if made is not None:
                on, guess = made
                doubt = doubt or guess
                start, end = match.span()
                found.append(Day(day=on, start=start, end=end, doubt=doubt))
    if not found and near is not None:
        found = _weekdays(text, near)
    return sorted(found, key=lambda each: each.start)


def _matches(
    pattern: re.Pattern[str], text: str, places: list[int]
) -> list[re.Match[str]]:
    """Give what a pattern finds that can begin at these places alone."""
    matches, end = [], 0
    for at in places:
        found = pattern.match(text, at) if at >= end else None
        if found is not None:
            matches.append(found)
            end = found.end()
    return matches


def word_before(text: str, at: int) -> int:
    """Say where the word begins that stands before a place; there, if none does."""
    end = len(text[:at].rstrip())
    begin = end - 1 if text[end - 1 : end] == "." else end
    while begin and (text[begin - 1].isalnum() or text[begin - 1] == "_"):
        begin -= 1
    return begin if end < at else at


def _weekdays(text: str, near: datetime) -> list[Day]:
    """Read a weekday as the next one; a human must confirm it."""
    match = WEEKDAY.search(text)
    if match is None:
        return []
    name = next(group for group in match.groups() if group).lower()
    ahead = (BY_WEEKDAY[name] - near.weekday()) % 7
    day = near.date() + timedelta(days=ahead)
    return [Day(day=day, start=match.start(), end=match.end(), doubt="only a weekday")]


def _make_day(
    year: int | None, month: int | None, day: int, near: datetime | None
) -> tuple[date, str] | None:
    """Make a date; one without a year is the next such day after ``near``."""
    if month is None:
        return None
    try:
        if year is not None:
            year = year + 2000 if year < TWO_DIGITS else year
            return (date(year, month, day), "") if year in YEARS else None
        if near is None:
            return None
        made = date(near.year, month, day)
        if near.date() - made > FAR_PAST:
            made = date(near.year + 1, month, day)
    except ValueError:
        return None
    return made, ""


def _iso(found: re.Match[str]) -> tuple[int | None, int | None, int, str]:
    """Read ``2024-10-22``."""
    return int(found[1]), int(found[2]), int(found[3]), ""


def _dotted(found: re.Match[str]) -> tuple[int | None, int | None, int, str]:
    """Read ``22.10.2024`` and ``22.10.``."""
    year = int(found[3]) if found[3] else None
    return year, int(found[2]), int(found[1]), ""


def _slashed(found: re.Match[str]) -> tuple[int | None, int | None, int, str]:
    """Read ``22/10/2024``; ``4/5/2024`` has two readings."""
    one, two, year = int(found[1]), int(found[2]), int(found[3])
    if two > LAST_DOUBTLESS:
        return year, one, two, ""
    sure = one > LAST_DOUBTLESS or one == two
    return year, two, one, "" if sure else "day and month may be exchanged"


def _day_month(found: re.Match[str]) -> tuple[int | None, int | None, int, str]:
    """Read ``22 October 2024``, ``22. Oktober``, ``22 de octubre``."""
    year = int(found[3]) if found[3] else None
    return year, month_of(found[2]), int(found[1]), ""


def _month_day(found: re.Match[str]) -> tuple[int | None, int | None, int, str]:
    """Read ``Nov. 17, 2013``."""
    year = int(found[3]) if found[3] else None
    return year, month_of(found[1]), int(found[2]), ""


def _with_stroke(text: str, figures: list[tuple[int, int]]) -> list[int]:
    """Give the figures that a stroke or a hyphen follows."""
    return [start for start, end in figures if text[end : end + 1] in STROKES]


def _with_dot(text: str, figures: list[tuple[int, int]]) -> list[int]:
    """Give the figures that a dot follows."""
    return [start for start, end in figures if text[end : end + 1] == "."]


def _before_word(text: str, figures: list[tuple[int, int]]) -> list[int]:
    """Give the figures that a word may follow, or letters: "22nd", "1er"."""
    return [start for start, end in figures if text[end : end + 1] not in PARTING]


def _words_before(text: str, figures: list[tuple[int, int]]) -> list[int]:
    """Give the words that stand before figures, with a blank between them."""
    return [
        word_before(text, start)
        for start, _ in figures
        if start and text[start - 1].isspace()
    ]


# Each with where alone what it finds can begin.
SHAPES = (
    (ISO, _with_stroke, _iso),
    (SLASHED, _with_stroke, _slashed),
    (DOTTED, _with_dot, _dotted),
    (DAY_MONTH, _before_word, _day_month),  # before the next: "22. Oktober 18 Uhr"
    (MONTH_DAY, _words_before, _month_day),
)


def _hours(text: str) -> list[Hour]:
    """Find every hour of the day, in order."""
    begins = [figures.start() for figures in FIGURES.finditer(text)]
    found = [_clock(match) for match in _matches(CLOCK, text, begins)]
    hours = [hour for hour in found if hour is not None]
    lower = lower_ascii(text)
    if has_one(NOON_WORDS, lower):
        hours += [Hour(at=m.start(), clock=time(12, 0)) for m in NOON.finditer(text)]
    if has_one(MIDNIGHT_WORDS, lower):
        doubt = "midnight: of which day?"
        hours += [
            Hour(at=match.start(), clock=time(0, 0), later=A_DAY, doubt=doubt)
            for match in MIDNIGHT.finditer(text)
        ]
    return sorted(hours, key=lambda hour: hour.at)


def _clock(match: re.Match[str]) -> Hour | None:
    """Read one hour; None for what only looks like one."""
    half = (match["half"] or match["bare_half"] or "").lower()
    if match["four"]:
        hour, minute = int(match["four"][:2]), int(match["four"][2:])
    else:
        hour = int(match["hour"] or match["bare"] or match["uhr"])
        minute = int(match["minute"] or 0)
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 # a clock's face
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    later = timedelta(0)
    if (hour, minute) == (24, 0):
        hour, later = 0, A_DAY
    try:
        return Hour(at=match.start(), clock=time(hour, minute), later=later)
    except ValueError:
        return None


def _in_zone(moment: datetime, text: str, zone: tzinfo | None) -> tuple[datetime, str]:
    """Give a moment in the zone its text names, else in the source's."""
    named = None
    if has_one(ZONE_WORDS, lower_ascii(text)):
        named = ZONE.search(text)
    elif has_one(CODE_PARTS, text):
        named = ZONE.search(text, max(first_of(CODE_SIGNS, text) - CODE_HEAD, 0))
    elif (found := OFFSET.search(text)) is not None:
        return zoned(moment, _offset(found[1])), ""
    if named is not None and not named["local"]:
        return zoned(moment, _zone(named)), _out_of_season(moment, named)
    doubt = f"zone {named['local']!r}" if named is not None else ""
    if zone is None:
        return zoned(moment, UTC), doubt or "no zone named and none set"
    return zoned(moment, zone), doubt


def _zone(named: re.Match[str]) -> tzinfo:
    """Give the zone that was named."""
    code = named["code"]
    if code in FIXED:
        return _fixed(FIXED[code])
    if named["offset"]:
        return _offset(named["offset"])
    if named["heure"]:
        return _place(FRENCH[named["heure"]])
    return _place(NAMED[(code or named["city"]).upper()])


def _offset(text: str) -> tzinfo:
    """Read ``+02:00``."""
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    delta = timedelta(minutes=-minutes if text[0] == "-" else minutes)
    return timezone(delta) if abs(delta) < timedelta(days=1) else UTC


@lru_cache(maxsize=64)
def _fixed(minutes: int) -> tzinfo:
    """Give a zone that is always so many minutes from UTC."""
    return timezone(timedelta(minutes=minutes))


@lru_cache(maxsize=64)
def _place(key: str) -> tzinfo:
    """Give a zone of the tz database."""
    return ZoneInfo(key)


def _out_of_season(moment: datetime, named: re.Match[str]) -> str:
    """Doubt summer time in winter: it would end an embargo an hour early."""
    winter = moment.month in {11, 12, 1, 2}
    if named["code"] in SUMMER and winter:
        return f"{named['code']} in winter"
    return ""

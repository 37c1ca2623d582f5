"""Moments as readers see them, always with the site's zone.

One date format for each language: "15 Dec 2016, 6.22 pm IST", and in Hindi
"15 दिसंबर 2016, शाम 6.22 बजे IST". The parts of the day are those of the
language: what English calls am and pm stands in the catalogs five times, once
for each part of the day that some language tells from the others (CLDR).
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from dateline.news.stamp import DAYS, MONTHS, aware, zone_name
from dateline.words.say import ENGLISH, Words

NOON = 12
SHORT = "short"
_SHORT = 3
_MORNING, _EVENING, _NIGHT = 4, 16, 20


def month_name(number: int, say: Words = ENGLISH) -> str:
    """Return the name of a month, 1 to 12."""
    return say(MONTHS[number - 1])


def day_names(say: Words = ENGLISH) -> list[tuple[str, str]]:
    """Return the days of the week from Monday, each in full and short."""
    return [(say(name), say.of(SHORT, name[:_SHORT])) for name in DAYS]


def month_text(year: int, month: int, say: Words = ENGLISH) -> str:
    """Return a month of a year: "December 2016"."""
    return say("{month} {year}", month=month_name(month, say), year=year)


def date_text(day: date, say: Words = ENGLISH) -> str:
    """Return a date as in stamps: "15 Dec 2016"."""
    month = say.of(SHORT, MONTHS[day.month - 1][:_SHORT])
    return say("{day} {month} {year}", day=day.day, month=month, year=day.year)


def long_date_text(day: date, say: Words = ENGLISH) -> str:
    """Return a date in full: "Thursday, 15 December 2016"."""
    return say(
        "{weekday}, {day} {month} {year}",
        weekday=say(DAYS[day.weekday()]),
        day=day.day,
        month=month_name(day.month, say),
        year=day.year,
    )


def clock_text(moment: datetime, *, zone: ZoneInfo, say: Words = ENGLISH) -> str:
    """Return the time of day: "6.22 pm", in Hindi "शाम 6.22 बजे"."""
    local = moment.astimezone(zone)
    clock = f"{local.hour % NOON or NOON}.{local.minute:02}"
    if local.hour < _MORNING:
        return say.of("before 4", "{clock} am", clock=clock)
    if local.hour < NOON:
        return say.of("4 to 12", "{clock} am", clock=clock)
    if local.hour < _EVENING:
        return say.of("12 to 16", "{clock} pm", clock=clock)
    if local.hour < _NIGHT:
        return say.of("16 to 20", "{clock} pm", clock=clock)
    return say.of("from 20", "{clock} pm", clock=clock)


def stamp_text(moment: datetime, *, zone: ZoneInfo, say: Words = ENGLISH) -> str:
    """Return a moment as readers see it: "15 Dec 2016, 6.22 pm IST"."""
    moment = aware(moment)
    return say(
        "{date}, {time} {zone}",
        date=date_text(moment.astimezone(zone).date(), say),
        time=clock_text(moment, zone=zone, say=say),
        zone=zone_name(moment, zone=zone),
    )

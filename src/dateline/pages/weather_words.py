"""What the strip says of the weather of a city: words for a reading, or none.

Pure functions of the moment and the reading; everything they return is HTML, or
empty where there is nothing fit to be said. The server fills pages with them, the
page of styles shows them in all their states.
"""

from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from dateline.news.site import City
from dateline.news.stamp import zone_name
from dateline.news.weather import (
    Freshness,
    Reading,
    credit_for,
    freshness,
    temperature_text,
)
from dateline.pages.language import direction
from dateline.words.say import ENGLISH, Words
from dateline.words.stamp import clock_text, date_text


def weather_text(
    city: City,
    reading: Reading | None,
    *,
    now: datetime,
    zone: ZoneInfo,
    say: Words = ENGLISH,
) -> str:
    """Return "New Delhi 19 °C, haze, at 6.30 pm", or the city's name alone.

    The time is the city's own; it names its zone where that is not the
    site's, and its date where that is not today.
    """
    said = conditions_text(city, reading, now=now, zone=zone, say=say)
    return f"{escape(city.name)} {said}".rstrip()


def conditions_text(
    city: City,
    reading: Reading | None,
    *,
    now: datetime,
    zone: ZoneInfo,
    say: Words = ENGLISH,
) -> str:
    """Return the same without the name, where that stands beside it; or nothing."""
    if reading is None or freshness(reading, now) is Freshness.ABSENT:
        return ""
    parts = [_apart(temperature_text(reading.temperature), say)]
    if reading.condition:
        parts.append(escape(say(reading.condition)))
    time = _time_of(reading, city=city, now=now, zone=zone, say=say)
    parts.append(say("at {time}", time=time))
    if reading.sample:
        parts.append(say("sample"))
    return ", ".join(parts)


def _apart(text: str, say: Words) -> str:
    """Keep "11 °C" in its order where the words around it run the other way."""
    is_other = direction(say.language) == "rtl"
    return f'<bdi dir="ltr">{text}</bdi>' if is_other else text


def _time_of(
    reading: Reading, *, city: City, now: datetime, zone: ZoneInfo, say: Words
) -> str:
    """Return the moment of a reading as the strip shows it."""
    own = ZoneInfo(city.zone)
    local = reading.valid_at.astimezone(own)
    text = clock_text(local, zone=own, say=say)
    here = reading.valid_at.astimezone(zone)
    if local.utcoffset() != here.utcoffset():
        text += f" {zone_name(local, zone=own)}"
    if here.date() != now.astimezone(zone).date():
        date = date_text(local.date(), say)
        text = say("{time} on {date}", time=text, date=date)
    return f'<time datetime="{local.isoformat(timespec="minutes")}">{text}</time>'


def credit_text(reading: Reading | None, *, now: datetime, say: Words = ENGLISH) -> str:
    """Return whom the page names for the temperature it shows; or nothing."""
    if reading is None or freshness(reading, now) is Freshness.ABSENT:
        return ""
    if reading.sample:
        return say("Sample temperatures, not measured")
    credit = credit_for(reading.provider)
    if credit is None:
        return ""
    kind = say("Forecast for now") if credit.forecast else say("Weather")
    link = f'<a href="{escape(credit.url)}">{escape(credit.name)}</a>'
    return f"{kind}: {link}, {escape(credit.licence)}"

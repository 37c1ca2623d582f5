"""The words of the moving parts: today's date and the weather strip.

Pure functions of the moment, the site and the newest readings; everything they
return is HTML, or empty where there is nothing fit to be said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from html import escape
from zoneinfo import ZoneInfo

from dateline.news.site import City, Site, main_language
from dateline.news.stamp import zone_name
from dateline.news.weather import (
    Freshness,
    Reading,
    credit_for,
    freshness,
    temperature_text,
)
from dateline.pages.language import direction
from dateline.words.catalog import languages
from dateline.words.say import ENGLISH, Words, words_in
from dateline.words.stamp import clock_text, date_text, long_date_text

TODAY = "today"
WEATHER = "weather"
CONDITIONS = "conditions"
WEATHER_CREDIT = "weather-credit"
AGE = "age"
"""Begins the name of a slot that says how old a story is: "age/2016-12"."""

OF_A_CITY = (WEATHER, CONDITIONS, WEATHER_CREDIT)


@dataclass(frozen=True, kw_only=True)
class Strip:
    """The moving parts at one moment; by city id where they have a city."""

    today: str = ""
    weather: Mapping[str, str] = field(default_factory=dict)
    conditions: Mapping[str, str] = field(default_factory=dict)
    credit: Mapping[str, str] = field(default_factory=dict)
    month: date | None = None
    language: str = ""
    others: Mapping[str, "Strip"] = field(default_factory=dict)

    def text(self, name: str, city_id: str) -> str:
        """Return the value of the moving slot ``name`` for a city.

        A name ends in a language where that is not the site's: "today.hi".
        """
        base, language = parts_of(name)
        if language:
            other = self.others.get(language)
            return other.text(base, city_id) if other else ""
        if base == TODAY:
            return self.today
        if kind_of(base) == AGE:
            return age_text(
                base[len(AGE) + 1 :], today=self.month, say=words_in(self.language)
            )
        of_cities = {WEATHER: self.weather, CONDITIONS: self.conditions}
        return of_cities.get(base, self.credit).get(city_id, "")


def parts_of(name: str) -> tuple[str, str]:
    """Return a slot's name without its language, and the language or nothing."""
    kind, slash, rest = name.partition("/")
    base, _, language = kind.partition(".")
    return base + slash + rest, language


def kind_of(name: str) -> str:
    """Return what kind of slot a name is of: "age" of "age.hi/2016-12"."""
    return name.partition("/")[0].partition(".")[0]


def strip_at(now: datetime, *, site: Site, readings: Mapping[str, Reading]) -> Strip:
    """Return the moving parts at ``now``, in each language that has words."""
    others = [each for each in languages() if each != main_language(site.language)]
    said = {each: _strip_in(each, now, site=site, readings=readings) for each in others}
    own = _strip_in(site.language, now, site=site, readings=readings)
    return replace(own, others=said)


def _strip_in(
    language: str, now: datetime, *, site: Site, readings: Mapping[str, Reading]
) -> Strip:
    say = words_in(language)
    zone = ZoneInfo(site.zone)
    cities = [replace(c, name=c.called(language)) for c in site.cities]
    conditions = {
        c.id: conditions_text(c, readings.get(c.id), now=now, zone=zone, say=say)
        for c in cities
    }
    return Strip(
        today=today_text(now, zone=zone, say=say),
        month=now.astimezone(zone).date().replace(day=1),
        language=language,
        weather={
            c.id: weather_text(c, readings.get(c.id), now=now, zone=zone, say=say)
            for c in cities
        },
        conditions=conditions,
        credit={
            c.id: credit_text(readings.get(c.id), now=now, say=say) for c in cities
        },
    )


def today_text(now: datetime, *, zone: ZoneInfo, say: Words = ENGLISH) -> str:
    """Return today's date in full in the site's zone."""
    day = now.astimezone(zone).date()
    return f'<time datetime="{day.isoformat()}">{long_date_text(day, say)}</time>'


def age_text(month: str, *, today: date | None, say: Words = ENGLISH) -> str:
    """Return how old a story of a month ("2016-12") is, from a year on; or nothing.

    By full months, so that it is never said too early.
    """
    try:
        then = date.fromisoformat(f"{month}-01")
    except ValueError:
        return ""
    if today is None:
        return ""
    months = (today.year - then.year) * 12 + today.month - then.month
    years = (months - 1) // 12
    if years < 1:
        return ""
    text = say.count(
        "This story is {number} year old", "This story is {number} years old", years
    )
    return f'<p class="age">{text}</p>'


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

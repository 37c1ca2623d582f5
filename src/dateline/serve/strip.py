"""The words of the moving parts: today's date and the weather strip.

Pure functions of the moment, the site and the newest readings; everything they
return is HTML, or empty where there is nothing fit to be said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dateline.news.site import Site, main_language
from dateline.news.weather import Reading
from dateline.pages.weather_words import conditions_text, credit_text, weather_text
from dateline.words.catalog import languages
from dateline.words.say import ENGLISH, Words, words_in
from dateline.words.stamp import long_date_text

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

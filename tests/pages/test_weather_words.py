"""The words for the weather of a city."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dateline.news.site import City, CityGroup
from dateline.news.weather import Reading
from dateline.pages.weather_words import credit_text, weather_text

DELHI = ZoneInfo("Asia/Kolkata")
NOW = datetime(2016, 12, 15, 13, 0, tzinfo=UTC)
CITY = City(
    id="new-delhi",
    name="New Delhi",
    group=CityGroup.METRO,
    latitude=28.6,
    longitude=77.2,
    zone="Asia/Kolkata",
)


def reading(*, at=NOW, **more):
    """Return a temperature for the city."""
    told = {"temperature": 19.2, "condition": "haze", "provider": "met-norway"}
    return Reading(city_id="new-delhi", valid_at=at, fetched_at=at, **(told | more))


def words(reading, *, now=NOW, city=CITY):
    """Return the weather as a reader sees it."""
    text = weather_text(city, reading, now=now, zone=DELHI)
    return re.sub(r"<[^>]*>", "", text)


def test_a_fresh_temperature_stands_with_its_time():
    """City, temperature, condition and the hour it speaks of."""
    assert words(reading()) == "New Delhi 19\u00a0°C, haze, at 6.30 pm"


@pytest.mark.parametrize(
    ("age", "shown"),
    [
        (timedelta(hours=2), "New Delhi 19\u00a0°C, haze, at 4.30 pm"),
        (timedelta(hours=6), "New Delhi 19\u00a0°C, haze, at 12.30 pm"),
        (timedelta(hours=6, seconds=1), "New Delhi"),
        (timedelta(minutes=-91), "New Delhi"),
    ],
)
def test_age_decides(age, shown):
    """To six hours with its time; after that, and before its time, the name alone."""
    assert words(reading(at=NOW - age)) == shown


def test_yesterdays_temperature_says_so():
    """After midnight the time alone would be read as today's."""
    late = datetime(2016, 12, 15, 18, 0, tzinfo=UTC)

    assert words(reading(at=late), now=late + timedelta(hours=1)) == (
        "New Delhi 19\u00a0°C, haze, at 11.30 pm on 15 Dec 2016"
    )


def test_another_zone_is_named():
    """A city elsewhere shows its own time, with the zone's name."""
    dubai = replace(CITY, name="Dubai", zone="Asia/Dubai")

    assert words(reading(), city=dubai) == "Dubai 19\u00a0°C, haze, at 5.00 pm GST"


def test_no_reading_no_unit():
    """Without a value there is neither unit nor comma."""
    assert words(None) == "New Delhi"
    assert credit_text(None, now=NOW) == ""


def test_made_up_temperatures_are_labelled():
    """A sample says so beside the value and instead of a credit."""
    sample = reading(sample=True, provider="sample", condition=None)

    assert words(sample) == "New Delhi 19\u00a0°C, at 6.30 pm, sample"
    assert credit_text(sample, now=NOW) == "Sample temperatures, not measured"


def test_the_source_is_credited():
    """A forecast is called one; a file of the house needs no credit."""
    assert credit_text(reading(), now=NOW) == (
        'Forecast for now: <a href="https://www.met.no/en">MET Norway</a>, CC BY 4.0'
    )
    assert credit_text(reading(provider="house"), now=NOW) == ""
    assert credit_text(reading(at=NOW - timedelta(hours=7)), now=NOW) == ""


def test_names_are_escaped():
    """A city's name is text, not markup."""
    assert (
        weather_text(replace(CITY, name="A&B <i>"), None, now=NOW, zone=DELHI)
        == "A&amp;B &lt;i&gt;"
    )

"""The words of the moving parts."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dateline.news.site import City, CityGroup
from dateline.news.weather import Reading
from dateline.serve.strip import (
    Strip,
    age_text,
    credit_text,
    strip_at,
    today_text,
    weather_text,
)

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


def test_the_date_is_the_sites():
    """Half past six in the evening UTC is the next day in India."""
    before = datetime(2016, 12, 15, 18, 29, 59, tzinfo=UTC)

    assert today_text(before, zone=DELHI) == (
        '<time datetime="2016-12-15">Thursday, 15 December 2016</time>'
    )
    assert "Friday, 16 December" in today_text(
        before + timedelta(seconds=1), zone=DELHI
    )


def test_the_strip_has_every_city(paper_site):
    """Each city of the site has its own words, whether it has a reading or not."""
    strip = strip_at(NOW, site=paper_site, readings={"new-delhi": reading()})

    assert strip.text("weather", "new-delhi").startswith("New Delhi 19")
    assert strip.text("weather", "mumbai") == "Mumbai"
    assert strip.text("weather", "atlantis") == ""
    assert strip.text("conditions", "new-delhi").startswith(
        "19\u00a0°C, haze, at <time"
    )
    assert strip.text("conditions", "mumbai") == ""
    assert strip.text("weather-credit", "mumbai") == ""
    assert "15 December" in strip.text("today", "mumbai")


@pytest.mark.parametrize(
    ("month", "years"),
    [
        ("2016-12", ""),
        ("2015-12", ""),
        ("2015-11", "1 year"),
        ("2013-12", "2 years"),
        ("2013-11", "3 years"),
        ("2017-01", ""),
        ("2013-13", ""),
        ("made-up", ""),
    ],
)
def test_an_old_story_says_its_age_by_full_months(month, years):
    """Never too early, nothing below a year, nothing for what is no month."""
    text = age_text(month, today=date(2016, 12, 1))

    assert re.sub(r"<[^>]*>", "", text) == (
        f"This story is {years} old" if years else ""
    )


def test_the_age_follows_the_sites_own_calendar(paper_site):
    """A month begins with the site's midnight; before a clock there is no age."""
    new_year = datetime(2016, 12, 31, 18, 30, tzinfo=UTC)
    before = strip_at(new_year - timedelta(seconds=1), site=paper_site, readings={})
    after = strip_at(new_year, site=paper_site, readings={})

    assert before.text("age/2015-12", "") == ""
    assert "1 year old" in after.text("age/2015-12", "")
    assert Strip().text("age/2001-01", "") == ""

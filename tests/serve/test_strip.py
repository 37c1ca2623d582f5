"""The words of the moving parts."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dateline.news.weather import Reading
from dateline.serve.strip import (
    Strip,
    age_text,
    strip_at,
    today_text,
)

DELHI = ZoneInfo("Asia/Kolkata")
NOW = datetime(2016, 12, 15, 13, 0, tzinfo=UTC)


def reading(*, at=NOW, **more):
    """Return a temperature for the city."""
    told = {"temperature": 19.2, "condition": "haze", "provider": "met-norway"}
    return Reading(city_id="new-delhi", valid_at=at, fetched_at=at, **(told | more))


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

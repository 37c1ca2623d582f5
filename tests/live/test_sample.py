"""Made-up weather: plausible, labelled, the same each time."""

from datetime import UTC, datetime, timedelta
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.live.city import WeatherCity
from dateline.live.sample import sample_readings
from dateline.news.weather import Freshness, check_reading, freshness

DELHI = WeatherCity(id="new-delhi", latitude=28.6214, longitude=77.2148)
SYDNEY = WeatherCity(id="sydney", latitude=-33.87, longitude=151.21)


def days_mean(city, month):
    """Return the mean of a day in the middle of ``month``."""
    start = datetime(2016, month, 15, tzinfo=UTC)
    return mean(one.temperature for one in sample_readings([city], start, hours=24))


def test_samples_say_that_they_are():
    """Each is marked, fresh, and of the last half hour."""
    now = datetime(2016, 12, 15, 13, 7, 31, tzinfo=UTC)

    (reading,) = sample_readings([DELHI], now)

    assert reading.sample
    assert reading.provider == "sample"
    assert reading.valid_at == datetime(2016, 12, 15, 13, 0, tzinfo=UTC)
    assert freshness(reading, now) is Freshness.FRESH
    assert sample_readings([DELHI], now) == (reading,)


@pytest.mark.parametrize(
    ("city", "warm", "cold"), [(DELHI, 6, 12), (SYDNEY, 1, 7)], ids=["north", "south"]
)
def test_summer_is_warmer_than_winter(city, warm, cold):
    """North and south of the equator have their own summers."""
    assert days_mean(city, warm) - days_mean(city, cold) > 8


def test_a_december_evening_in_delhi_is_mild():
    """At half past six the strip says about what a reader would expect."""
    now = datetime(2016, 12, 15, 13, tzinfo=UTC)

    assert 14 <= sample_readings([DELHI], now)[0].temperature <= 22


def test_afternoons_are_warmer_than_nights():
    """Three in the afternoon is warmer than three at night, by the sun."""
    afternoon = datetime(2016, 12, 15, 9, 30, tzinfo=UTC)

    (day,) = sample_readings([DELHI], afternoon)
    (night,) = sample_readings([DELHI], afternoon - timedelta(hours=12))

    assert day.temperature - night.temperature > 5


@given(
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
    days=st.floats(0, 36525),
)
def test_everywhere_and_always_there_is_a_possible_sample(latitude, longitude, days):
    """Poles, date line and leap days included, each hour's reading passes the check."""
    city = WeatherCity(id="somewhere", latitude=latitude, longitude=longitude)
    moment = datetime(1990, 1, 1, tzinfo=UTC) + timedelta(days=days)

    for reading in sample_readings([city], moment, hours=3):
        check_reading(reading, now=moment)

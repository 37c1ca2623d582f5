"""Made-up weather for a demonstration, always labelled as a sample.

Plausible, not right: a yearly mean that falls towards the poles, a summer that
comes in July north and in January south of the equator, an afternoon at three
by the sun, and a whim of the day that is the same each time it is asked for.
"""

import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final
from zlib import crc32

from dateline.live.city import WeatherCity
from dateline.news.weather import Reading

NAME: Final = "sample"
_MID_JULY: Final = 196
_DAYS: Final = 365.25
_WARMEST_HOUR: Final = 15.0
_TROPIC: Final = 35.0
_FREEZING: Final = 1.0
_COOL: Final = 20.0
_MONSOON: Final = range(6, 10)
_COOL_SKIES: Final = ("haze", "haze", "clear sky", "fair", "fog", "partly cloudy")
_WARM_SKIES: Final = ("clear sky", "fair", "partly cloudy", "haze", "cloudy")
_WET_SKIES: Final = ("light rain", "cloudy", "showers", "partly cloudy", "rain")
_COLD_SKIES: Final = ("cloudy", "light snow", "clear sky", "snow", "partly cloudy")


def sample_readings(
    cities: Sequence[WeatherCity], now: datetime, *, hours: int = 1
) -> tuple[Reading, ...]:
    """Return a made-up reading for each city and each of ``hours`` from ``now`` on.

    The first is of the last full half hour; with ``hours`` of 24 one dropped file
    lasts a day.
    """
    moment = now.astimezone(UTC).replace(second=0, microsecond=0)
    start = moment - timedelta(minutes=moment.minute % 30)
    return tuple(
        _sample(city, start + timedelta(hours=hour), fetched_at=now)
        for city in cities
        for hour in range(hours)
    )


def _sample(city: WeatherCity, moment: datetime, *, fetched_at: datetime) -> Reading:
    """Make up one reading."""
    by_the_sun = moment + timedelta(hours=city.longitude / 15)
    whim = crc32(f"{city.id} {by_the_sun:%Y-%m-%d}".encode()) / 2**32  # 0 to 1
    temperature = round(_usual(city.latitude, by_the_sun) + 3 * (whim - 0.5), 1)
    skies = _skies(city.latitude, by_the_sun.month, temperature)
    return Reading(
        city_id=city.id,
        temperature=temperature,
        condition=skies[int(whim * 997) % len(skies)],
        valid_at=moment,
        fetched_at=fetched_at,
        provider=NAME,
        sample=True,
    )


def _usual(latitude: float, by_the_sun: datetime) -> float:
    """Return what would be usual at a latitude, by the sun's time there."""
    mean = 28 - 0.0064 * latitude**2
    swing = min(abs(latitude) / 3, 18.0)
    season = (by_the_sun.timetuple().tm_yday - _MID_JULY) / _DAYS
    summer = math.cos(2 * math.pi * season) * math.copysign(1, latitude)
    hour = by_the_sun.hour + by_the_sun.minute / 60
    afternoon = math.cos(2 * math.pi * (hour - _WARMEST_HOUR) / 24)
    return mean + swing * summer + 5 * afternoon


def _skies(latitude: float, month: int, temperature: float) -> tuple[str, ...]:
    """Return the skies that go with a place, a month and a temperature."""
    if temperature < _FREEZING:
        return _COLD_SKIES
    if 0 < latitude < _TROPIC and month in _MONSOON:
        return _WET_SKIES
    return _COOL_SKIES if temperature < _COOL else _WARM_SKIES

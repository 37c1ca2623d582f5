"""Open-Meteo: current conditions of many cities in one request.

Several coordinates (comma lists) are answered with an array, one with an
object. Times are asked for as unixtime, since its text times carry no offset.
The free host is for non-commercial use: a newspaper sets ``host`` and ``key``
of its own contract. Credit: CC BY 4.0 (`news.weather.credit_for`).

Source: https://open-meteo.com/en/docs
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import msgspec

from dateline.live.answer import (
    Answered,
    Batch,
    GarbledAnswerError,
    Request,
    check_place,
    decode,
    moment_of,
)
from dateline.live.city import WeatherCity, degrees_text
from dateline.live.identity import Identity
from dateline.news.weather import Reading, WeatherError

NAME: Final = "open-meteo"
HOST: Final = "https://api.open-meteo.com"

# WMO code table 4677, as far as the service uses it.
CONDITIONS: Final[Mapping[int, str]] = {
    0: "clear sky",
    1: "fair",
    2: "partly cloudy",
    3: "cloudy",
    45: "fog",
    48: "fog",
    51: "light drizzle",
    53: "drizzle",
    55: "heavy drizzle",
    56: "freezing drizzle",
    57: "freezing drizzle",
    61: "light rain",
    63: "rain",
    65: "heavy rain",
    66: "freezing rain",
    67: "freezing rain",
    71: "light snow",
    73: "snow",
    75: "heavy snow",
    77: "light snow",
    80: "light showers",
    81: "showers",
    82: "heavy showers",
    85: "snow showers",
    86: "heavy snow showers",
    95: "thunderstorm",
    96: "thunderstorm with hail",
    99: "thunderstorm with hail",
}


class _Units(msgspec.Struct, frozen=True):
    """``current_units``."""

    time: str
    temperature_2m: str


class _Current(msgspec.Struct, frozen=True):
    """``current``."""

    time: float
    temperature_2m: float
    weather_code: float | None = None


class _Place(msgspec.Struct, frozen=True):
    """The answer for one place."""

    latitude: float
    longitude: float
    current_units: _Units
    current: _Current
    location_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class OpenMeteo:
    """The provider ``open-meteo``; ``host`` with scheme, ``key`` of a contract."""

    identity: Identity
    host: str = HOST
    key: str = field(default="", repr=False)
    name: str = NAME
    batch: int = 50
    spacing: timedelta = timedelta(seconds=1)
    interval: timedelta = timedelta(minutes=15)  # its own step

    def request_for(
        self, cities: Sequence[WeatherCity], *, since: str | None = None
    ) -> Request:
        """Return one request for all ``cities``."""
        latitudes = ",".join(degrees_text(city.latitude) for city in cities)
        longitudes = ",".join(degrees_text(city.longitude) for city in cities)
        return Request(
            url=f"{self.host}/v1/forecast",
            params=(
                ("latitude", latitudes),
                ("longitude", longitudes),
                ("current", "temperature_2m,weather_code"),
                ("temperature_unit", "celsius"),
                ("timeformat", "unixtime"),
                *((("apikey", self.key),) if self.key else ()),
            ),
            user_agent=self.identity.user_agent,
            since=since,
        )

    def parse(
        self, body: bytes, *, cities: Sequence[WeatherCity], answered: Answered
    ) -> Batch:
        """Return the readings of ``cities``; one bad place does not spoil the others.

        Raises:
            GarbledAnswerError: not one place for each city.
        """
        if body.lstrip()[:1] == b"[":
            places = decode(body, list[msgspec.Raw], provider=NAME)
        else:
            places = [msgspec.Raw(body)]
        if len(places) != len(cities):
            raise GarbledAnswerError(
                f"{NAME}: {len(places)} places for {len(cities)} cities"
            )
        readings: list[Reading] = []
        refused: list[WeatherError] = []
        for number, (city, place) in enumerate(zip(cities, places, strict=True)):
            try:
                readings.append(_reading(bytes(place), number, city, answered))
            except WeatherError as error:
                refused.append(error)
        return Batch(readings=tuple(readings), refused=tuple(refused))


def _reading(
    body: bytes, number: int, city: WeatherCity, answered: Answered
) -> Reading:
    """Return the reading of one place."""
    place = decode(body, _Place, provider=NAME)
    units = (place.current_units.time, place.current_units.temperature_2m)
    if units != ("unixtime", "°C"):
        raise GarbledAnswerError(f"{NAME}: not in unixtime and °C")
    if place.location_id not in (None, number):
        raise GarbledAnswerError(f"{NAME}: places in another order than asked for")
    check_place(city, latitude=place.latitude, longitude=place.longitude, provider=NAME)
    code = place.current.weather_code
    return Reading(
        city_id=city.id,
        temperature=place.current.temperature_2m,
        condition=None if code is None else CONDITIONS.get(int(code)),
        valid_at=moment_of(place.current.time, provider=NAME),
        fetched_at=answered.fetched_at,
        expires_at=answered.expires_at,
        last_modified=answered.last_modified,
        provider=NAME,
    )

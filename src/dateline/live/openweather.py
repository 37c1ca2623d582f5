"""OpenWeather's current weather, one city a request, with a key.

Without ``units=metric`` it answers in kelvin. An answer does not name its unit,
but no kelvin temperature of Earth lies within -60 to 60, so `Reading` refuses
it. The key travels in the address; nothing here puts addresses into logs.

Source: https://openweathermap.org/current, .../weather-conditions
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import msgspec

from dateline.live.answer import (
    Answered,
    Batch,
    RefusedError,
    Request,
    check_place,
    decode,
    moment_of,
)
from dateline.live.city import WeatherCity, degrees_text
from dateline.live.identity import Identity
from dateline.news.weather import Reading

NAME: Final = "openweather"
HOST: Final = "https://api.openweathermap.org"

CONDITIONS: Final[Mapping[int, str]] = {
    200: "rain and thunder",
    201: "rain and thunder",
    202: "rain and thunder",
    210: "thunderstorm",
    211: "thunderstorm",
    212: "thunderstorm",
    221: "thunderstorm",
    230: "rain and thunder",
    231: "rain and thunder",
    232: "rain and thunder",
    300: "light drizzle",
    301: "drizzle",
    302: "heavy drizzle",
    310: "light drizzle",
    311: "drizzle",
    312: "heavy drizzle",
    313: "showers",
    314: "heavy showers",
    321: "showers",
    500: "light rain",
    501: "rain",
    502: "heavy rain",
    503: "heavy rain",
    504: "heavy rain",
    511: "freezing rain",
    520: "light showers",
    521: "showers",
    522: "heavy showers",
    531: "showers",
    600: "light snow",
    601: "snow",
    602: "heavy snow",
    611: "sleet",
    612: "light sleet",
    613: "sleet",
    615: "light sleet",
    616: "sleet",
    620: "light snow showers",
    621: "snow showers",
    622: "heavy snow showers",
    701: "mist",
    711: "smoke",
    721: "haze",
    731: "dust",
    741: "fog",
    751: "sand",
    761: "dust",
    762: "volcanic ash",
    771: "squalls",
    781: "tornado",
    800: "clear sky",
    801: "fair",
    802: "partly cloudy",
    803: "cloudy",
    804: "cloudy",
}


class _Place(msgspec.Struct, frozen=True):
    """``coord``."""

    lat: float
    lon: float


class _Condition(msgspec.Struct, frozen=True):
    """One of ``weather``; the first is the main one."""

    id: int


class _Main(msgspec.Struct, frozen=True):
    """``main``."""

    temp: float


class _Current(msgspec.Struct, frozen=True):
    """The whole answer."""

    coord: _Place
    main: _Main
    dt: float
    weather: list[_Condition] = []


@dataclass(frozen=True, kw_only=True)
class OpenWeather:
    """The provider ``openweather``; ``host`` with scheme.

    Raises:
        RefusedError: there is no key.
    """

    identity: Identity
    key: str = field(repr=False)
    host: str = HOST
    name: str = NAME
    batch: int = 1
    spacing: timedelta = timedelta(milliseconds=1100)  # free keys: 60 a minute
    interval: timedelta = timedelta(minutes=10)

    def __post_init__(self) -> None:
        """Refuse to begin without a key: every request would be answered 401."""
        if not self.key:
            raise RefusedError(
                "openweather needs a key",
                hint="Name the variable that holds it in dateline.toml: [weather].",
            )

    def request_for(
        self, cities: Sequence[WeatherCity], *, since: str | None = None
    ) -> Request:
        """Return the request for the one city in ``cities``."""
        (city,) = cities
        return Request(
            url=f"{self.host}/data/2.5/weather",
            params=(
                ("lat", degrees_text(city.latitude)),
                ("lon", degrees_text(city.longitude)),
                ("units", "metric"),
                ("appid", self.key),
            ),
            user_agent=self.identity.user_agent,
            since=since,
        )

    def parse(
        self, body: bytes, *, cities: Sequence[WeatherCity], answered: Answered
    ) -> Batch:
        """Return the reading of the one city in ``cities``.

        Raises:
            WeatherError: no such answer, or no possible temperature in it.
        """
        (city,) = cities
        current = decode(body, _Current, provider=NAME)
        check_place(
            city,
            latitude=current.coord.lat,
            longitude=current.coord.lon,
            provider=NAME,
        )
        code = current.weather[0].id if current.weather else None
        reading = Reading(
            city_id=city.id,
            temperature=current.main.temp,
            condition=None if code is None else CONDITIONS.get(code),
            valid_at=moment_of(current.dt, provider=NAME),
            fetched_at=answered.fetched_at,
            expires_at=answered.expires_at,
            last_modified=answered.last_modified,
            provider=NAME,
        )
        return Batch(readings=(reading,))

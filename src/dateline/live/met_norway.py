"""MET Norway's Locationforecast 2.0, compact: a forecast for now, without a key.

Its terms, kept here and in `source`: a User-Agent with contact (else 403), at
most four decimals (else 403), not asked again before ``Expires``, then with
``If-Modified-Since``; at most 20 requests a second for a whole application; 203
says that this version will be switched off; 429 that we are too fast. Credit:
CC BY 4.0 (`news.weather.credit_for`).

Source: https://api.met.no/doc/TermsOfService, .../locationforecast/2.0/documentation
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Final

import msgspec

from dateline.live.answer import (
    Answered,
    Batch,
    GarbledAnswerError,
    Request,
    check_place,
    decode,
)
from dateline.live.city import WeatherCity, degrees_text
from dateline.live.identity import Identity
from dateline.news.weather import Reading

NAME: Final = "met-norway"
HOST: Final = "https://api.met.no"

# Symbol codes without their suffix _day, _night or _polartwilight. Two are
# misspelt by the service itself ("lightss…") and stay so for its clients' sake.
CONDITIONS: Final[Mapping[str, str]] = {
    "clearsky": "clear sky",
    "fair": "fair",
    "partlycloudy": "partly cloudy",
    "cloudy": "cloudy",
    "fog": "fog",
    "lightrain": "light rain",
    "rain": "rain",
    "heavyrain": "heavy rain",
    "lightrainshowers": "light showers",
    "rainshowers": "showers",
    "heavyrainshowers": "heavy showers",
    "lightsleet": "light sleet",
    "sleet": "sleet",
    "heavysleet": "heavy sleet",
    "lightsleetshowers": "light sleet",
    "sleetshowers": "sleet",
    "heavysleetshowers": "heavy sleet",
    "lightsnow": "light snow",
    "snow": "snow",
    "heavysnow": "heavy snow",
    "lightsnowshowers": "light snow showers",
    "snowshowers": "snow showers",
    "heavysnowshowers": "heavy snow showers",
    "lightrainandthunder": "rain and thunder",
    "rainandthunder": "rain and thunder",
    "heavyrainandthunder": "rain and thunder",
    "lightrainshowersandthunder": "rain and thunder",
    "rainshowersandthunder": "rain and thunder",
    "heavyrainshowersandthunder": "rain and thunder",
    "lightsleetandthunder": "sleet and thunder",
    "sleetandthunder": "sleet and thunder",
    "heavysleetandthunder": "sleet and thunder",
    "lightssleetshowersandthunder": "sleet and thunder",
    "sleetshowersandthunder": "sleet and thunder",
    "heavysleetshowersandthunder": "sleet and thunder",
    "lightsnowandthunder": "snow and thunder",
    "snowandthunder": "snow and thunder",
    "heavysnowandthunder": "snow and thunder",
    "lightssnowshowersandthunder": "snow and thunder",
    "snowshowersandthunder": "snow and thunder",
    "heavysnowshowersandthunder": "snow and thunder",
}


class _Details(msgspec.Struct, frozen=True):
    """``details``."""

    air_temperature: float | None = None


class _Instant(msgspec.Struct, frozen=True):
    """``instant``: values at the step's own moment."""

    details: _Details


class _Summary(msgspec.Struct, frozen=True):
    """``summary``."""

    symbol_code: str | None = None


class _Period(msgspec.Struct, frozen=True):
    """``next_1_hours``."""

    summary: _Summary | None = None


class _Data(msgspec.Struct, frozen=True):
    """``data``."""

    instant: _Instant
    next_1_hours: _Period | None = None


class _Step(msgspec.Struct, frozen=True):
    """One step of ``timeseries``."""

    time: Annotated[datetime, msgspec.Meta(tz=True)]
    data: _Data


class _Units(msgspec.Struct, frozen=True):
    """``units``."""

    air_temperature: str


class _Meta(msgspec.Struct, frozen=True):
    """``meta``."""

    units: _Units


class _Properties(msgspec.Struct, frozen=True):
    """``properties``."""

    meta: _Meta
    timeseries: list[_Step]


class _Point(msgspec.Struct, frozen=True):
    """``geometry``: longitude first, as in all GeoJSON."""

    coordinates: Annotated[list[float], msgspec.Meta(min_length=2)]


class _Forecast(msgspec.Struct, frozen=True):
    """The whole answer."""

    geometry: _Point
    properties: _Properties


@dataclass(frozen=True, kw_only=True)
class MetNorway:
    """The provider ``met-norway``; ``host`` with scheme, as in `HOST`."""

    identity: Identity
    host: str = HOST
    name: str = NAME
    batch: int = 1
    spacing: timedelta = timedelta(milliseconds=100)  # half of what is allowed
    interval: timedelta = timedelta(minutes=10)

    def request_for(
        self, cities: Sequence[WeatherCity], *, since: str | None = None
    ) -> Request:
        """Return the request for the one city in ``cities``."""
        (city,) = cities
        return Request(
            url=f"{self.host}/weatherapi/locationforecast/2.0/compact",
            params=(
                ("lat", degrees_text(city.latitude)),
                ("lon", degrees_text(city.longitude)),
            ),
            user_agent=self.identity.user_agent,
            since=since,
        )

    def parse(
        self, body: bytes, *, cities: Sequence[WeatherCity], answered: Answered
    ) -> Batch:
        """Return the reading of the forecast's step nearest to ``answered.now``.

        An answer holds hourly steps for days, so one that has not expired serves
        the next hour as well.

        Raises:
            WeatherError: no such forecast, or no possible temperature in it.
        """
        (city,) = cities
        forecast = decode(body, _Forecast, provider=NAME)
        unit = forecast.properties.meta.units.air_temperature
        if unit != "celsius":
            raise GarbledAnswerError(f"{NAME}: temperatures in {unit[:20]!r}")
        longitude, latitude = forecast.geometry.coordinates[:2]
        check_place(city, latitude=latitude, longitude=longitude, provider=NAME)
        reading = _nearest(forecast.properties.timeseries, city, answered)
        return Batch(readings=(reading,))


def condition_for(symbol_code: str | None) -> str | None:
    """Return the word for ``symbol_code``, by day and by night; None if unknown."""
    return CONDITIONS.get((symbol_code or "").partition("_")[0])


def _nearest(steps: Sequence[_Step], city: WeatherCity, answered: Answered) -> Reading:
    """Return the reading of the step nearest to ``answered.now`` that has a value."""
    known = [
        (abs(step.time - answered.now), step.time, temperature, step.data)
        for step in steps
        if (temperature := step.data.instant.details.air_temperature) is not None
    ]
    if not known:
        raise GarbledAnswerError(f"{NAME}: no temperature for {city.id}")
    _, moment, temperature, data = min(known, key=lambda step: step[:2])
    return Reading(
        city_id=city.id,
        temperature=temperature,
        condition=_condition(data),
        valid_at=moment,
        fetched_at=answered.fetched_at,
        expires_at=answered.expires_at,
        last_modified=answered.last_modified,
        provider=NAME,
    )


def _condition(data: _Data) -> str | None:
    """Return the word for the weather of a step."""
    # The symbol speaks of the coming hour. Where steps are further apart only
    # six hours are given, too coarse to be called the weather now.
    period = data.next_1_hours
    return condition_for(
        period.summary.symbol_code if period and period.summary else None
    )

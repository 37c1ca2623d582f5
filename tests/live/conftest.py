"""The weather services, a clock that obeys, and three cities."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta

import httpx
import pytest

from dateline.live.city import WeatherCity
from dateline.live.clockwork import Clockwork
from support.weather_services import (
    NOON,
    Service,
    good_answers,
    met_norway,
    open_meteo,
    openweather,
    running,
)


@pytest.fixture
def met_service() -> Iterator[Service]:
    """Return a running service like MET Norway's."""
    yield from running(met_norway)


@pytest.fixture
def open_meteo_service() -> Iterator[Service]:
    """Return a running service like Open-Meteo."""
    yield from running(open_meteo)


@pytest.fixture
def openweather_service() -> Iterator[Service]:
    """Return a running service like OpenWeather."""
    yield from running(openweather)


class Hours:
    """A clock that moves only when somebody sleeps, or a test says so."""

    def __init__(self) -> None:
        self.moment = NOON
        self.slept: list[float] = []

    def now(self) -> datetime:
        """Return the moment it is."""
        return self.moment

    async def sleep(self, seconds: float) -> None:
        """Let the time pass at once."""
        self.slept.append(seconds)
        self.moment += timedelta(seconds=seconds)
        await asyncio.sleep(0)

    def pass_by(self, **time: float) -> None:
        """Let an hour or a minute go by."""
        self.moment += timedelta(**time)

    @property
    def clockwork(self) -> Clockwork:
        """This clock as a watch is given it; chance is always a half."""
        return Clockwork(now=self.now, sleep=self.sleep, chance=lambda: 0.5)


@pytest.fixture
def hours() -> Hours:
    """Return a clock at ten past noon UTC on 15 December 2016."""
    return Hours()


@pytest.fixture
def delhi() -> WeatherCity:
    """Return New Delhi."""
    return WeatherCity(id="new-delhi", latitude=28.6214, longitude=77.2148)


@pytest.fixture
def cities(delhi: WeatherCity) -> tuple[WeatherCity, ...]:
    """Return three cities."""
    mumbai = WeatherCity(id="mumbai", latitude=19.0728, longitude=72.8826)
    chennai = WeatherCity(id="chennai", latitude=13.0878, longitude=80.2785)
    return (delhi, mumbai, chennai)


@pytest.fixture
def run():
    """Return a function that runs ``work(client)`` with a client and closes it."""

    def run_it(work):
        async def whole():
            async with httpx.AsyncClient(trust_env=False) as client:
                return await work(client)

        return asyncio.run(whole())

    return run_it


@pytest.fixture(scope="session", name="good_answers")
def _good_answers() -> dict[str, dict]:
    """Return what each service answers for New Delhi on a good day, decoded."""
    return good_answers()

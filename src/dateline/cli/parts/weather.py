"""The weather as a part."""

import asyncio
import os
import random
import signal
from contextlib import suppress
from datetime import UTC, datetime

from dateline.live.chain import Choice, keep_weather
from dateline.live.city import WeatherCity
from dateline.live.clockwork import Clockwork
from dateline.settings import Settings

_WITH_KEY = ("openweather", "open-meteo")


def weather(settings: Settings) -> None:
    """Keep the temperatures of the site's cities until told to stop."""
    with suppress(asyncio.CancelledError):
        asyncio.run(_keep(settings))


async def _keep(settings: Settings) -> None:
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        if task is not None:
            loop.add_signal_handler(number, task.cancel)
    await keep_weather(
        cities=weather_cities(settings),
        choice=choice_of(settings),
        path=settings.weather_path,
        clockwork=Clockwork(
            now=lambda: datetime.now(UTC),
            sleep=asyncio.sleep,
            chance=random.random,
        ),
    )


def weather_cities(settings: Settings) -> list[WeatherCity]:
    """Return the site's cities as the weather knows them."""
    return [
        WeatherCity(id=city.id, latitude=city.latitude, longitude=city.longitude)
        for city in settings.site.cities
    ]


def choice_of(settings: Settings) -> Choice:
    """Return the site's choice of providers; the key is read from the environment."""
    chosen = settings.weather
    key = os.environ.get(chosen.key_name, "") if chosen.key_name else ""
    owner = next((name for name in _WITH_KEY if name in chosen.providers), "")
    return Choice(
        providers=chosen.providers,
        contact=chosen.contact,
        hosts=chosen.hosts,
        keys={owner: key} if owner and key else {},
        folder=chosen.folder,
        proxy=os.environ.get("HTTPS_PROXY") or None,
    )

"""From a site's choice of providers to the chain the watch asks.

The one table of providers there is. A new one is a module like `open_meteo` and
a line here; its credit is a line in `news.weather`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import httpx

from dateline.errors import DatelineError
from dateline.live import file_drop, met_norway, open_meteo, openweather
from dateline.live.answer import Provider
from dateline.live.city import WeatherCity
from dateline.live.clockwork import Clockwork
from dateline.live.exchange import open_client
from dateline.live.identity import Identity
from dateline.live.source import HttpSource, Source
from dateline.live.watch import Watch


class UnknownProviderError(DatelineError):
    """The settings name a weather provider that does not exist, or name it badly."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What a site says about its weather.

    ``providers`` in order of preference; ``hosts`` and ``keys`` by provider, a
    host with scheme and without a closing slash; ``folder`` for `file_drop`.
    """

    providers: tuple[str, ...]
    contact: str = ""
    hosts: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    folder: Path | None = None
    proxy: str | None = None


def _met_norway(choice: Choice) -> Provider:
    """Make MET Norway as chosen."""
    return met_norway.MetNorway(
        identity=Identity(contact=choice.contact),
        host=_host(choice, met_norway.NAME, met_norway.HOST),
    )


def _open_meteo(choice: Choice) -> Provider:
    """Make Open-Meteo as chosen."""
    return open_meteo.OpenMeteo(
        identity=Identity(contact=choice.contact),
        host=_host(choice, open_meteo.NAME, open_meteo.HOST),
        key=choice.keys.get(open_meteo.NAME, ""),
    )


def _openweather(choice: Choice) -> Provider:
    """Make OpenWeather as chosen."""
    return openweather.OpenWeather(
        identity=Identity(contact=choice.contact),
        host=_host(choice, openweather.NAME, openweather.HOST),
        key=choice.keys.get(openweather.NAME, ""),
    )


PROVIDERS: Final[Mapping[str, Callable[[Choice], Provider]]] = {
    met_norway.NAME: _met_norway,
    open_meteo.NAME: _open_meteo,
    openweather.NAME: _openweather,
}
NAMES: Final = (*PROVIDERS, file_drop.NAME)


def build_chain(
    choice: Choice, *, client: httpx.AsyncClient, clockwork: Clockwork
) -> tuple[Source, ...]:
    """Return the sources of ``choice``, in its order.

    Raises:
        DatelineError: an unknown name, or a contact, key, host or folder missing.
    """
    return tuple(
        _source(name, choice, client, clockwork)
        for name in dict.fromkeys(choice.providers)
    )


async def keep_weather(
    *,
    cities: Sequence[WeatherCity],
    choice: Choice,
    path: Path,
    clockwork: Clockwork,
) -> None:
    """Keep the weather file at ``path`` until cancelled.

    Raises:
        DatelineError: ``choice`` cannot be followed; see `build_chain`.
    """
    async with open_client(proxy=choice.proxy) as client:
        chain = build_chain(choice, client=client, clockwork=clockwork)
        watch = Watch(cities=cities, chain=chain, path=path, clockwork=clockwork)
        await watch.run()


def _source(
    name: str, choice: Choice, client: httpx.AsyncClient, clockwork: Clockwork
) -> Source:
    """Return the source called ``name``."""
    if name == file_drop.NAME:
        return file_drop.FileDrop(folder=_folder(choice))
    if name not in PROVIDERS:
        raise UnknownProviderError(
            f"no weather provider is called {name!r}",
            hint="Name some of: " + ", ".join(NAMES) + ".",
        )
    provider = PROVIDERS[name](choice)
    return HttpSource(provider=provider, client=client, clockwork=clockwork)


def _folder(choice: Choice) -> Path:
    """Return the folder for dropped files."""
    if choice.folder is None:
        raise UnknownProviderError(
            f"{file_drop.NAME} needs a folder",
            hint="Give one in dateline.toml: [weather] folder = 'weather'.",
        )
    return choice.folder


def _host(choice: Choice, name: str, usual: str) -> str:
    """Return the chosen host of a provider, else the usual one."""
    host = choice.hosts.get(name, usual)
    if not host.startswith(("https://", "http://")):
        raise UnknownProviderError(
            f"the host of {name} has no scheme: {host!r}",
            hint=f"Write it as in {usual!r}.",
        )
    return host.rstrip("/")

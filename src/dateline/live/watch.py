"""The watch that keeps the temperatures of all cities, while no reader waits.

Every few minutes it makes a round:

    cities ──▶ first source ──cities without a fresh reading──▶ next source ──▶ …
                   │ readings, each checked                        │
                   └────────────────▶ weather file ◀───────────────┘

Promised, and tested:

* one sick source never blocks: it has a time limit, a breaker and, for all its
  cities together, a share of the round; then the next source is asked;
* no source is asked more often than its terms allow (`source`, `clockwork`);
* a bad reading never replaces a good one, nor a made-up one a real one that may
  still be shown;
* nothing a source answers or raises ends the watch.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from traceback import format_exc
from typing import Final

import structlog

from dateline.live.answer import Batch, RefusedError, SlowDownError
from dateline.live.board import read_board, write_board
from dateline.live.city import WeatherCity
from dateline.live.clockwork import Clockwork
from dateline.live.source import Source
from dateline.news.weather import (
    FARTHEST,
    SHOWN_FOR,
    Freshness,
    Reading,
    WeatherError,
    check_reading,
    freshness,
)
from dateline.outbound.breaker import LONGEST_PAUSE, Breaker

PAUSE: Final = timedelta(minutes=5)
SHARE: Final = timedelta(minutes=1)
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Round:
    """What one round brought: new readings, and the cities that have none to show."""

    taken: tuple[Reading, ...]
    absent: tuple[str, ...]


class Watch:
    """Keeps the weather file at ``path`` for ``cities`` from a chain of sources."""

    def __init__(
        self,
        *,
        cities: Sequence[WeatherCity],
        chain: Sequence[Source],
        path: Path,
        clockwork: Clockwork,
        pause: timedelta = PAUSE,
    ) -> None:
        self._cities = tuple(cities)
        self._chain = tuple(chain)
        self._path = path
        self._clockwork = clockwork
        self._pause = pause
        self._breakers = {source.name: Breaker() for source in chain}
        self._written: Mapping[str, Reading] = read_board(path)
        known = {city.id for city in cities}
        self._readings = {
            city_id: reading
            for city_id, reading in self._written.items()
            if city_id in known
        }
        for source in chain:
            source.remember(self._readings.values())

    @property
    def readings(self) -> Mapping[str, Reading]:
        """The reading of each city that has one, by city id."""
        return dict(self._readings)

    async def run(self) -> None:
        """Make rounds until cancelled."""
        while True:
            await self.look()
            spread = 0.9 + 0.2 * self._clockwork.chance()
            await self._clockwork.sleep(self._pause.total_seconds() * spread)

    async def look(self) -> Round:
        """Make one round, write the weather file if anything changed, and report."""
        taken: list[Reading] = []
        remaining = self._cities
        for source in self._chain:
            if not remaining:
                break
            brought = await self._ask(source, remaining)
            taken += [one for one in brought if self._take(one)]
            fresh = set(self._fresh(brought))
            remaining = tuple(city for city in remaining if city.id not in fresh)
        self._forget()
        self._write()
        return Round(taken=tuple(taken), absent=tuple(self._absent()))

    async def _ask(
        self, source: Source, cities: tuple[WeatherCity, ...]
    ) -> list[Reading]:
        """Return the usable readings ``source`` gives within its share of the round."""
        brought: list[Reading] = []
        begun = self._clockwork.now()
        for some in _batches(cities, source.batch):
            now = self._clockwork.now()
            if now - begun > SHARE or not self._breakers[source.name].allows(now):
                break
            brought += await self._ask_for(source, some, now)
        return brought

    async def _ask_for(
        self, source: Source, cities: Sequence[WeatherCity], now: datetime
    ) -> list[Reading]:
        """Ask one batch; whatever happens is written down, nothing is raised."""
        try:
            batch = await source.fetch(cities, now=now)
        except WeatherError as error:
            self._failed(source, error)
            return []
        except Exception as error:  # noqa: BLE001 - a fault of ours in one source must not end the watch
            # As text: a traceback with its locals could show a provider's key.
            _log.error("weather.fault", source=source.name, at=format_exc())
            self._failed(source, error)
            return []
        good, bad = _sift(batch, self._clockwork.now())
        for refusal in bad:
            _log.warning(
                "weather.refused",
                source=source.name,
                why=str(refusal),
                hint=refusal.hint,
            )
        if batch.asked and (good or not bad):
            self._breakers[source.name] = Breaker()
        elif batch.asked:
            self._failed(source, bad[-1])
        return good

    def _failed(self, source: Source, error: Exception) -> None:
        """Count a failure, and say so."""
        breaker = self._breakers[source.name].failed(
            self._clockwork.now(),
            chance=self._clockwork.chance(),
            silence=_silence(error),
        )
        self._breakers[source.name] = breaker
        _log.warning(
            "weather.source_failed",
            source=source.name,
            why=str(error),
            hint=getattr(error, "hint", ""),
            failures=breaker.failures,
            quiet_until=breaker.quiet_until and breaker.quiet_until.isoformat(),
        )

    def _take(self, reading: Reading) -> bool:
        """Hold ``reading`` unless what is held is better; return whether it was."""
        held = self._readings.get(reading.city_id)
        if held is not None and not _better(reading, held, self._clockwork.now()):
            return False
        self._readings[reading.city_id] = reading
        return True

    def _fresh(self, readings: Iterable[Reading]) -> Iterator[str]:
        """Yield the cities no further source need be asked for.

        A made-up reading never keeps a real source from being asked.
        """
        now = self._clockwork.now()
        for reading in readings:
            if freshness(reading, now) is Freshness.FRESH and not reading.sample:
                yield reading.city_id

    def _forget(self) -> None:
        """Let go of what is too old to be shown; what is soon to come stays."""
        now = self._clockwork.now()
        self._readings = {
            city_id: reading
            for city_id, reading in self._readings.items()
            if -FARTHEST <= now - reading.valid_at <= SHOWN_FOR
        }

    def _absent(self) -> Iterator[str]:
        """Yield the cities that have nothing to show."""
        now = self._clockwork.now()
        for city in self._cities:
            held = self._readings.get(city.id)
            if held is None or freshness(held, now) is Freshness.ABSENT:
                yield city.id

    def _write(self) -> None:
        """Write the weather file if it would change."""
        if self._readings == self._written:
            return
        try:
            write_board(self._path, self._readings)
        except OSError as error:  # a full disk: the old file stands, try next round
            _log.error("weather.board_unwritable", why=error.strerror)
        else:
            self._written = dict(self._readings)


def _batches(
    cities: tuple[WeatherCity, ...], size: int
) -> Iterator[tuple[WeatherCity, ...]]:
    """Yield ``cities`` in pieces of ``size``."""
    for start in range(0, len(cities), size):
        yield cities[start : start + size]


def _sift(batch: Batch, now: datetime) -> tuple[list[Reading], list[WeatherError]]:
    """Return the readings that may be taken in, and the errors."""
    good: list[Reading] = []
    bad = list(batch.refused)
    for reading in batch.readings:
        try:
            good.append(check_reading(reading, now=now))
        except WeatherError as error:
            bad.append(error)
    return good, bad


def _silence(error: Exception) -> timedelta | None:
    """Return the silence an error asks for; None if it asks for none."""
    if isinstance(error, SlowDownError):
        return error.silence
    if isinstance(error, RefusedError):  # only a changed setting will help
        return LONGEST_PAUSE
    return None


def _better(new: Reading, held: Reading, now: datetime) -> bool:
    """Return whether ``new`` shall take the place of ``held``."""
    if new.sample != held.sample:
        return held.sample or freshness(held, now) is Freshness.ABSENT
    if freshness(new, now) is Freshness.FRESH:
        return True
    return abs(now - new.valid_at) <= abs(now - held.valid_at)

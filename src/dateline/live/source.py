"""One provider asked over HTTP, with the patience its terms ask for.

A source remembers each answer until it expires. Until then it is read again,
not asked for again: MET Norway's forecast holds the next hours too. After that
it is asked for with ``If-Modified-Since``, and a 304 gives the old answer new
time. After a restart only the reading itself is left, from the weather file; a
304 is asked for then only while that reading is still the one for this hour.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, Protocol

import httpx
import structlog

from dateline.live.answer import (
    DEPRECATED,
    NOT_MODIFIED,
    Answer,
    Answered,
    Batch,
    GarbledAnswerError,
    Provider,
    expires_at,
    judge_status,
)
from dateline.live.city import WeatherCity
from dateline.live.clockwork import Clockwork, Pace
from dateline.live.exchange import LIMIT, ask
from dateline.news.weather import Reading

_THIS_HOUR: Final = timedelta(minutes=30)
_log = structlog.get_logger(__name__)


class Source(Protocol):
    """What the watch needs of a link of its chain."""

    @property
    def name(self) -> str:
        """The source in logs and settings."""

    @property
    def batch(self) -> int:
        """The most cities for one `fetch`."""

    def remember(self, readings: Iterable[Reading]) -> None:
        """Take note of what this source said before a restart."""

    async def fetch(self, cities: Sequence[WeatherCity], *, now: datetime) -> Batch:
        """Return readings of ``cities`` for ``now``.

        Raises:
            WeatherError: the source gives nothing at all.
        """


@dataclass(frozen=True, kw_only=True)
class _Kept:
    """An answer that may be read again; or, without a body, its reading alone."""

    cities: tuple[WeatherCity, ...] = ()
    body: bytes | None = None
    reading: Reading | None = None
    fetched_at: datetime
    expires_at: datetime | None
    last_modified: str | None

    def holds(self, now: datetime, *, interval: timedelta) -> bool:
        """Return whether the provider must not be asked again yet.

        An answer from the future (a clock set back) holds nothing.
        """
        until = max(self.expires_at or self.fetched_at, self.fetched_at + interval)
        return self.fetched_at <= now < until

    def serves(self, now: datetime) -> bool:
        """Return whether a 304 would leave something right for ``now``."""
        if self.reading is None:
            return True
        return abs(now - self.reading.valid_at) <= _THIS_HOUR


class HttpSource:
    """A `Source` made of a `Provider` and an HTTP client."""

    def __init__(
        self,
        *,
        provider: Provider,
        client: httpx.AsyncClient,
        clockwork: Clockwork,
        limit: timedelta = LIMIT,
    ) -> None:
        self.name = provider.name
        self.batch = provider.batch
        self._provider = provider
        self._client = client
        self._limit = limit
        self._pace = Pace(spacing=provider.spacing, clockwork=clockwork)
        self._kept: dict[str, _Kept] = {}

    def remember(self, readings: Iterable[Reading]) -> None:
        """Take note of what this provider said before a restart."""
        for reading in readings:
            if reading.provider == self.name:
                self._kept[reading.city_id] = _Kept(
                    reading=reading,
                    fetched_at=reading.fetched_at,
                    expires_at=reading.expires_at,
                    last_modified=reading.last_modified,
                )

    async def fetch(self, cities: Sequence[WeatherCity], *, now: datetime) -> Batch:
        """Return readings of ``cities``; ask only for those whose answer expired.

        Raises:
            WeatherError: the provider gives nothing that can be used.
        """
        held = {city: kept for city in cities if (kept := self._holding(city, now))}
        due = tuple(city for city in cities if city not in held)
        batches = [self._read(kept, (city,), now) for city, kept in held.items()]
        if due:
            batches.append(await self._ask(due, now))
        return Batch(
            readings=tuple(one for batch in batches for one in batch.readings),
            refused=tuple(one for batch in batches for one in batch.refused),
            asked=bool(due),
        )

    def _holding(self, city: WeatherCity, now: datetime) -> _Kept | None:
        """Return the answer for ``city`` that forbids asking again, if any."""
        kept = self._kept.get(city.id)
        if kept and kept.holds(now, interval=self._provider.interval):
            return kept
        return None

    async def _ask(self, due: tuple[WeatherCity, ...], now: datetime) -> Batch:
        """Ask for ``due``, keep what can be read, and read it."""
        before = self._kept.get(due[0].id) if len(due) == 1 else None
        since = before.last_modified if before and before.serves(now) else None
        request = self._provider.request_for(due, since=since)
        answer = await ask(
            request, client=self._client, turn=self._pace.turn, limit=self._limit
        )
        judge_status(answer, now=now)
        if answer.status == DEPRECATED:
            _log.warning("weather.deprecated", provider=self.name, host=answer.host)
        kept = _kept_of(answer, due, now, before=before if since else None)
        # Read first, kept after: a hotel's log-in page must not be held for as
        # long as its Expires says, nor be renewed by a 304.
        batch = self._read(kept, due, now)
        for reading in batch.readings:
            self._kept[reading.city_id] = kept
        return batch

    def _read(
        self, kept: _Kept, cities: tuple[WeatherCity, ...], now: datetime
    ) -> Batch:
        """Return what ``kept`` says of ``cities`` at ``now``."""
        if kept.reading is not None:
            again = replace(
                kept.reading, fetched_at=kept.fetched_at, expires_at=kept.expires_at
            )
            return Batch(readings=(again,))
        batch = self._provider.parse(
            kept.body or b"",
            cities=kept.cities,
            answered=Answered(
                now=now,
                fetched_at=kept.fetched_at,
                expires_at=kept.expires_at,
                last_modified=kept.last_modified,
            ),
        )
        wanted = {city.id for city in cities}
        return replace(
            batch,
            readings=tuple(one for one in batch.readings if one.city_id in wanted),
        )


def _kept_of(
    answer: Answer,
    cities: tuple[WeatherCity, ...],
    now: datetime,
    *,
    before: _Kept | None,
) -> _Kept:
    """Return what to keep of an answer; a 304 renews what was kept ``before``."""
    if answer.status != NOT_MODIFIED:
        return _Kept(
            cities=cities,
            body=answer.body,
            fetched_at=now,
            expires_at=expires_at(answer.headers),
            last_modified=_last_modified(answer),
        )
    if before is None:
        raise GarbledAnswerError(f"{answer.host} answered 304 to a first question")
    return replace(
        before,
        fetched_at=now,
        expires_at=expires_at(answer.headers),
        last_modified=_last_modified(answer) or before.last_modified,
    )


def _last_modified(answer: Answer) -> str | None:
    """Return Last-Modified as it came, if it can be sent back."""
    # It is sent back as it came: only a plain, short one is worth that.
    text = answer.headers.get("last-modified", "")
    plain = text.isascii() and text.isprintable() and len(text) <= len(_LONGEST_DATE)
    return text if text and plain else None


_LONGEST_DATE: Final = "Wednesday, 09-Nov-94 08:49:37 GMT"

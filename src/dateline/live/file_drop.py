"""Weather by file: for a machine without a network, a bureau of one's own, a demo.

Any file ``weather-*.json`` in the folder is read, at every round of the watch:

    {
      "provider": "imd-bulletin",
      "sample": false,
      "readings": [
        {"city_id": "new-delhi", "temperature": 19.4, "condition": "haze",
         "valid_at": "2016-12-15T18:30:00+05:30"}
      ]
    }

``temperature`` is in degrees Celsius, ``condition`` one of
`news.weather.CONDITIONS` or null or left out, ``valid_at`` has seconds and an offset.
``sample`` (false if left out) says that the values are made up; readers are told
so. A city may come several times, for instance once for each hour of a day: the
reading nearest to now is taken. A file that does not hold to this is passed
over with a warning, whole; the others count. Keys that are not written here make
a file wrong, so that a slip of the pen is noticed.
"""

import asyncio
import os
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Final

import msgspec

from dateline.live.answer import (
    Batch,
    GarbledAnswerError,
    SourceError,
    decode,
    moment_of,
)
from dateline.live.city import WeatherCity
from dateline.live.exchange import LARGEST
from dateline.news.weather import Reading, WeatherError

NAME: Final = "file-drop"
PATTERN: Final = "weather-*.json"
_MOST_FILES: Final = 200


class DropShapeError(SourceError):
    """A dropped file is not as written at the top of this module."""

    hint = "Compare it with the example at the top of live/file_drop.py."


class _DroppedReading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One reading as dropped."""

    city_id: str
    temperature: float
    valid_at: Annotated[datetime, msgspec.Meta(tz=True)]
    condition: str | None = None


class _Drop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole dropped file."""

    provider: str
    readings: list[_DroppedReading]
    sample: bool = False


class FileDrop:
    """The source ``file-drop``: the files in ``folder``, which need not exist yet."""

    name = NAME
    batch = 10_000

    def __init__(self, *, folder: Path) -> None:
        self._folder = folder

    def remember(self, readings: Iterable[Reading]) -> None:
        """Take note of nothing: the files are still there."""

    async def fetch(self, cities: Sequence[WeatherCity], *, now: datetime) -> Batch:
        """Return for each city the dropped reading nearest to ``now``, if any."""
        return await asyncio.to_thread(self._look, cities, now)

    def _look(self, cities: Sequence[WeatherCity], now: datetime) -> Batch:
        """Read the folder; files are small and few."""
        wanted = {city.id for city in cities}
        nearest: dict[str, Reading] = {}
        refused: list[WeatherError] = []
        for path in newest_files(self._folder):
            try:
                dropped = _read(path)
            except WeatherError as error:
                refused.append(error)
                continue
            for reading in dropped:
                held = nearest.get(reading.city_id)
                if reading.city_id in wanted and _nearer(reading, held, now):
                    nearest[reading.city_id] = reading
        # Nobody was asked: a file put right counts at once, without any pause.
        return Batch(
            readings=tuple(nearest.values()), refused=tuple(refused), asked=False
        )


def parse(body: bytes, *, name: str, fetched_at: datetime) -> tuple[Reading, ...]:
    """Return all readings of a dropped file called ``name``.

    Raises:
        WeatherError: the file is not as written at the top of this module.
    """
    try:
        drop = decode(body, _Drop, provider=name)
    except GarbledAnswerError as error:
        raise DropShapeError(str(error)) from error
    return tuple(
        Reading(
            city_id=one.city_id,
            temperature=one.temperature,
            condition=one.condition,
            valid_at=one.valid_at,
            fetched_at=fetched_at,
            provider=drop.provider,
            sample=drop.sample,
        )
        for one in drop.readings
    )


def write_drop(
    folder: Path, readings: Sequence[Reading], *, provider: str, now: datetime
) -> Path:
    """Drop ``readings`` into ``folder`` as one file, whole at once; return its path.

    It is labelled a sample if any reading is one.
    """
    drop = _Drop(
        provider=provider,
        sample=any(reading.sample for reading in readings),
        readings=[
            _DroppedReading(
                city_id=reading.city_id,
                temperature=reading.temperature,
                condition=reading.condition,
                valid_at=reading.valid_at,
            )
            for reading in readings
        ],
    )
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"weather-{now:%Y%m%dT%H%M%S}.json"
    unseen = folder / f".{path.name}.{os.getpid()}"
    unseen.write_bytes(msgspec.json.format(msgspec.json.encode(drop)))
    unseen.replace(path)
    return path


def newest_files(folder: Path) -> list[Path]:
    """Return the dropped files, the newest 200 by name, newest first."""
    return sorted(folder.glob(PATTERN), reverse=True)[:_MOST_FILES]


def _read(path: Path) -> tuple[Reading, ...]:
    """Return the readings in a file of a sane size; fetched when it was written."""
    try:
        with path.open("rb") as file:
            body = file.read(LARGEST + 1)
            written = os.fstat(file.fileno()).st_mtime
    except OSError as error:
        raise DropShapeError(f"{path.name}: {error.strerror}") from error
    if len(body) > LARGEST:
        raise DropShapeError(f"{path.name} is larger than {LARGEST} B")
    written_at = moment_of(written, provider=path.name)
    return parse(body, name=path.name, fetched_at=written_at)


def _nearer(reading: Reading, held: Reading | None, now: datetime) -> bool:
    """Return whether ``reading`` is nearer to ``now`` than what is held."""
    distance: timedelta = abs(now - reading.valid_at)
    return held is None or distance < abs(now - held.valid_at)

"""The weather file: the newest reading of each city, whole at every moment.

Its shape is written down in `news.weather`, where the public server finds it too.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
import structlog

from dateline.news.weather import (
    Reading,
    WeatherError,
    board_from_dict,
    board_to_dict,
)

_log = structlog.get_logger(__name__)


def read_board(path: Path) -> Mapping[str, Reading]:
    """Return the readings in ``path`` by city id.

    A file that is not there yet is empty; so is a damaged one, with a warning: it
    is made anew in minutes.
    """
    try:
        return board_from_dict(msgspec.json.decode(path.read_bytes()))
    except FileNotFoundError:
        return {}
    except (
        OSError,
        msgspec.MsgspecError,
        ValueError,
        RecursionError,
        WeatherError,
    ) as error:
        _log.warning("weather.board_unreadable", file=path.name, why=str(error))
        return {}


def write_board(path: Path, readings: Mapping[str, Reading]) -> None:
    """Replace ``path`` by ``readings``: who reads it sees the old or the new, whole.

    Raises:
        OSError: the folder cannot be written; the old file stands.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    body = msgspec.json.encode(board_to_dict(readings.values()))
    unseen = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unseen.open("wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        unseen.replace(path)
    finally:
        unseen.unlink(missing_ok=True)

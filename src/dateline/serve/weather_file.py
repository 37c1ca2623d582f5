"""The weather file, read again when it has changed."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
import structlog

from dateline.news.weather import Reading, WeatherError, board_from_dict

_log = structlog.get_logger(__name__)


class WeatherFile:
    """The newest readings at ``path``.

    A file that is missing or cannot be read leaves the readings there were:
    they grow old by themselves.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int, int] | None = None
        self.readings: Mapping[str, Reading] = {}

    def look(self) -> bool:
        """Read the file if it is another than last time; return whether it was."""
        try:
            stat = self._path.stat()
        except OSError:
            return False
        seen = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        if seen == self._seen:
            return False
        self._seen = seen
        try:
            self.readings = board_from_dict(
                msgspec.json.decode(self._path.read_bytes())
            )
        except (OSError, msgspec.MsgspecError, WeatherError) as error:
            _log.warning("weather.unreadable", why=str(error))
            return False
        return True

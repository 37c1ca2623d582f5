"""Start the public server as a process of its own: launch.py SETTINGS.json."""

import json
import struct
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from dateline.serve.server import run
from dateline.serve.settings import ServeSettings

PATHS = ("store", "media", "weather", "search", "grievances")


@dataclass(frozen=True)
class FileClock:
    """The moment written in a file, or the real one while that is 0."""

    path: Path

    def __call__(self):
        """Return seconds since 1970."""
        (moment,) = struct.unpack("<d", self.path.read_bytes())
        return moment or time.time()


def main():
    """Serve as the file says."""
    told = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    for name in told.keys() & set(PATHS):
        told[name] = Path(told[name])
    clock = FileClock(Path(told.pop("clock")))
    run(ServeSettings(clock=clock, **told))


if __name__ == "__main__":
    main()

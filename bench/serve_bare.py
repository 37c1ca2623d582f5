"""The least a Granian application can do: answer 304, the same to everybody.

What is measured against it shows how much of a request is ours.
"""

import sys
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces, Loops, RuntimeModes, TaskImpl
from granian.log import LogLevels

HEADERS = [
    ("etag", '"c3RvcnkwMDAx-0123456789ab-gzip"'),
    ("cache-control", "public, max-age=0, s-maxage=60, stale-while-revalidate=30"),
    ("vary", "Accept-Encoding, Cookie"),
    ("server", "bare"),
]


class Bare:
    """Says 304 to everything."""

    async def __rsgi__(self, _: Any, wire: Any) -> None:  # noqa: ANN401 - granian's own
        """Answer."""
        wire.response_empty(304, HEADERS)


def main() -> None:
    """Serve at the port given."""
    Granian(
        "bare",
        port=int(sys.argv[1]),
        interface=Interfaces.RSGI,
        loop=Loops.uvloop,
        runtime_mode=RuntimeModes.st,
        task_impl=TaskImpl.rust,
        http=HTTPModes.http1,
        websockets=False,
        backlog=4096,
        backpressure=20_000,
        log_level=LogLevels.error,
    ).serve(target_loader=lambda *_: Bare(), wrap_loader=False)


if __name__ == "__main__":
    main()

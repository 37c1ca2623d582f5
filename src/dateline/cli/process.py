"""One part of a site as a process: ``python -m dateline.cli.process NAME``.

The site is named by DATELINE_SITE. ``dateline run`` starts the parts so; a
service manager may do the same, one unit a part. With ``--tied`` the part ends
when its standard input is closed.
"""

import logging
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import structlog

from dateline.cli.site_folder import load
from dateline.cli.tether import tie
from dateline.cli.words import say_error
from dateline.errors import DatelineError
from dateline.settings import Settings


def _prepare(settings: Settings) -> None:
    from dateline.cli.parts.newsroom import prepare

    prepare(settings)


def _newsroom(settings: Settings) -> None:
    from dateline.cli.parts.newsroom import newsroom

    newsroom(settings)


def _desk(settings: Settings) -> None:
    from dateline.cli.parts.desk import desk

    desk(settings)


def _weather(settings: Settings) -> None:
    from dateline.cli.parts.weather import weather

    weather(settings)


def _press(settings: Settings) -> None:
    from dateline.cli.parts.press import press

    press(settings)


def _search(settings: Settings) -> None:
    from dateline.cli.parts.search import search

    search(settings)


def _serve(settings: Settings) -> None:
    from dateline.cli.parts.serve import serve

    serve(settings)


PARTS: Mapping[str, Callable[[Settings], None]] = {
    "prepare": _prepare,
    "newsroom": _newsroom,
    "desk": _desk,
    "weather": _weather,
    "press": _press,
    "search": _search,
    "serve": _serve,
}


class UnknownPartError(DatelineError):
    """There is no such part."""

    hint = "One of: " + ", ".join(PARTS) + "."
    exit_code = 2


def main(arguments: list[str]) -> int:
    """Run the part that is named until it is told to stop; return the exit code."""
    speak_plainly()
    try:
        name = next((a for a in arguments if not a.startswith("-")), "")
        if name not in PARTS:
            raise UnknownPartError(f"{name!r} is no part of a site")
        if "--tied" in arguments:
            tie()
        PARTS[name](load(Path(os.environ.get("DATELINE_SITE", "."))))
    except DatelineError as error:
        say_error(error)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    return 0


def speak_plainly() -> None:
    """Log one line an event, without colours or times: the supervisor adds both."""
    spoken = logging.StreamHandler()
    spoken.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    spoken.addFilter(_speaks_not_for_itself)
    logging.basicConfig(level=logging.INFO, handlers=[spoken])
    for chatty in ("httpx", "httpcore", "PIL", "wagtail", "watchfiles"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.dev.ConsoleRenderer(
                colors=False,
                pad_event_to=0,
                pad_level=False,
                exception_formatter=structlog.dev.plain_traceback,
            ),
        ],
        logger_factory=structlog.PrintLoggerFactory(),
    )


def _speaks_not_for_itself(record: logging.LogRecord) -> bool:
    """Leave to the newsroom's own handlers what they print already."""
    return not logging.getLogger(record.name.partition(".")[0]).handlers


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Start the workers, keep them alive, stop them cleanly.

    parent    listens for signals, replaces a worker that died, health server
    worker    a process with one event loop: `app.PublicSite`

On SIGTERM or SIGINT the workers take no new connection, finish the answers
they are sending, end the streams that are open, and end; one that has not ended
after ``stop_seconds`` is killed.
"""

import resource
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces, Loops, RuntimeModes, TaskImpl
from granian.http import HTTP1Settings
from granian.log import LogLevels

from dateline.errors import DatelineError
from dateline.serve.app import STOPPING, PublicSite
from dateline.serve.health import HealthServer
from dateline.serve.measures import make_measures
from dateline.serve.settings import ServeSettings, host_and_port

_BACKLOG = 4096
_HEADER_BYTES = 32 * 1024
_MILLISECONDS = 1000
_SPARE_FILES = 256


class PublicAddressError(DatelineError):
    """The public server cannot listen at its address."""

    hint = "Give [bind] public in dateline.toml an address that is free."


@dataclass(frozen=True, kw_only=True, slots=True)
class _Loader:
    """Makes the application in a worker; travels there as it is."""

    settings: ServeSettings
    measures: Path

    def __call__(self, *_: object) -> PublicSite:
        return PublicSite(self.settings, self.measures)


def run(settings: ServeSettings) -> None:
    """Serve the public site until told to stop by SIGTERM or SIGINT.

    Must be called in the main thread. Raises AddressError, PublicAddressError
    or HealthAddressError before anything is served; ends the process with
    status 1 if the workers die faster than they can be replaced.
    """
    _allow_files(settings.connections + _SPARE_FILES)
    with TemporaryDirectory(prefix="dateline-serve-") as scratch:
        measures = Path(scratch) / "measures"
        make_measures(measures, workers=settings.workers)
        server = _server(settings)
        _tell_of_the_end(server, measures.with_name(STOPPING))
        host, port = host_and_port(settings.health)
        health = HealthServer(
            host=host, port=port, measures=measures, workers=settings.workers
        )
        try:
            health.start()
            _serve(server, _Loader(settings=settings, measures=measures), settings)
        finally:
            health.close()


def _serve(server: Any, loader: _Loader, settings: ServeSettings) -> None:  # noqa: ANN401 - granian's class depends on the interpreter
    try:
        server.serve(target_loader=loader, wrap_loader=False)
    except (OSError, RuntimeError) as error:
        raise PublicAddressError(f"{settings.bind}: {error}") from error


def _server(settings: ServeSettings) -> Any:  # noqa: ANN401 - as above
    host, port = host_and_port(settings.bind)
    return Granian(
        "dateline",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=settings.workers,
        loop=Loops.uvloop,
        runtime_mode=RuntimeModes.st,
        # Saves an asyncio task a request (10-20 % of all time). Our coroutine never
        # waits, so it needs none. Newer interpreters fall back to asyncio.
        task_impl=TaskImpl.rust,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(
            header_read_timeout=settings.idle_seconds * _MILLISECONDS,
            max_buffer_size=_HEADER_BYTES,
        ),
        websockets=False,
        backlog=_BACKLOG,
        backpressure=settings.connections,
        log_level=LogLevels.error,  # a warning would be about the line on tasks
        respawn_failed_workers=True,
        workers_kill_timeout=settings.stop_seconds,
    )


def _tell_of_the_end(server: Any, file: Path) -> None:  # noqa: ANN401 - as above
    """Have the parent say that it was told to stop, before it stops the workers.

    A worker's own signal handler is granian's, and its streams never end.
    """
    interrupt = server.signal_handler_interrupt

    def interrupted(*args: object) -> None:
        file.touch()
        interrupt(*args)

    server.signal_handler_interrupt = interrupted


def _allow_files(number: int) -> None:
    """Let this process and its workers have so many connections open, if allowed."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wished = number if hard == resource.RLIM_INFINITY else min(number, hard)
    if soft != resource.RLIM_INFINITY and soft < wished:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wished, hard))

"""The newsroom as a part: its web server, and what must be done before it starts."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels

from dateline.cli.doctor_machine import address_of
from dateline.cli.site_folder import load
from dateline.cli.tables import make_tables
from dateline.newsroom.django_settings import configure
from dateline.newsroom.static_files import Application
from dateline.newsroom.wsgi import application_for
from dateline.settings import Settings

HEALTH = "/healthz"

_THREADS = 4
"""How many screens are answered at once; open lists of the wire count nothing."""

_STOP_SECONDS = 2


def prepare(settings: Settings) -> None:
    """Bring database and journal in line with the code and ``dateline.toml``."""
    configure(settings)
    make_tables(settings)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Loader:
    """Makes the application in the worker; travels there as it is."""

    root: Path

    def __call__(self, *_: object) -> Any:  # noqa: ANN401 - an ASGI application
        screens = with_health(application_for(load(self.root)))
        from dateline.newsroom.asgi import with_live_wire  # needs Django set up

        return with_live_wire(screens, threads=_THREADS)


def newsroom(settings: Settings) -> None:
    """Answer the desk until told to stop."""
    host, port = address_of(settings.bind.newsroom)
    server: Any = Granian(
        "dateline",
        address=host,
        port=port,
        interface=Interfaces.ASGINL,
        http=HTTPModes.http1,
        websockets=False,
        workers=1,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=_STOP_SECONDS,
    )
    server.serve(target_loader=_Loader(root=settings.root), wrap_loader=False)


def with_health(application: Application) -> Application:
    """Return an application that says it is alive at HEALTH, without a database."""

    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:  # noqa: ANN401 - WSGI's own
        if environ.get("PATH_INFO") != HEALTH:
            return application(environ, start)
        start("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "3")])
        return [b"ok\n"]

    return answer

"""What the machine must give a site: Python parts, disk, clock, ports."""

import importlib.util
import shutil
import socket
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from dateline.cli.check import Check, fail, ok, warn
from dateline.cli.lock import RUN, is_held
from dateline.settings import Settings

_OLDEST = (3, 11)
_READ_SIDE = ("granian", "isal", "lmdb", "lxml", "minijinja", "msgspec", "PIL")
_NEWSROOM = ("django", "wagtail")
_GIB = 1 << 30
_LITTLE = 5 * _GIB
_TOO_LITTLE = _GIB // 2
_EPOCH = datetime(2025, 1, 1, tzinfo=UTC)
_FAR = datetime(2100, 1, 1, tzinfo=UTC)


def machine_checks(settings: Settings, *, now: datetime) -> Iterator[Check]:
    """Yield the checks of the machine."""
    yield python_version()
    yield from installed()
    yield disk(settings.root)
    yield clock(now)
    yield from ports(settings)


def python_version() -> Check:
    """Check that Python is new enough."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < _OLDEST:
        return fail("python", version, "Install Python 3.11 or newer.")
    return ok("python", version)


def _missing(names: tuple[str, ...]) -> list[str]:
    return [name for name in names if importlib.util.find_spec(name) is None]


def installed() -> Iterator[Check]:
    """Check that the libraries are there, the newsroom's too."""
    lost = _missing(_READ_SIDE)
    if lost:
        yield fail("libraries", f"missing: {', '.join(lost)}", "pip install dateline")
    else:
        yield ok("libraries", "those of the read side are installed")
    lost = _missing(_NEWSROOM)
    if lost:
        remedy = "pip install 'dateline[newsroom]'; a read node needs neither."
        yield warn("newsroom", f"missing: {', '.join(lost)}", remedy)
    else:
        yield ok("newsroom", "Django and Wagtail are installed")


def disk(folder: Path) -> Check:
    """Check that there is room to write."""
    free = shutil.disk_usage(folder).free
    said = f"{free / _GIB:.1f} GiB free"
    if free < _TOO_LITTLE:
        return fail("disk", said, "Make room: the database cannot be written for long.")
    if free < _LITTLE:
        return warn("disk", said, "Make room: a rebuild needs a second store.")
    return ok("disk", said)


def clock(now: datetime) -> Check:
    """Check that the clock is not years off: embargoes are read by it."""
    said = now.astimezone(UTC).isoformat(timespec="seconds")
    if not _EPOCH < now < _FAR:
        return fail("clock", said, "Set the clock; turn on NTP.")
    return ok("clock", said)


def address_of(bind: str) -> tuple[str, int]:
    """Return host and port of ``HOST:PORT``; an IPv6 host without its brackets."""
    host, _, port = bind.rpartition(":")
    return host.strip("[]"), int(port)


def is_free(bind: str) -> bool:
    """Return whether nobody listens at ``HOST:PORT``."""
    host, port = address_of(bind)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def ports(settings: Settings) -> Iterator[Check]:
    """Check that each address is free, or taken by this very site."""
    running = is_held(settings.data / RUN)
    for name in ("public", "newsroom", "health"):
        bind = getattr(settings.bind, name)
        if is_free(bind):
            yield ok(f"address {name}", f"{bind} is free")
        elif running:
            yield ok(f"address {name}", f"{bind} is ours: the site runs")
        else:
            yield fail(
                f"address {name}",
                f"{bind} is taken by another program",
                f"End that program, or change [bind] {name} in dateline.toml.",
            )

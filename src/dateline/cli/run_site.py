"""Running a whole site: which parts, in what order, and when it is ready."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dateline.cli.doctor_machine import address_of, is_free
from dateline.cli.lock import MIGRATE, RUN, held
from dateline.cli.open_journal import has_store
from dateline.cli.supervise import Part, Supervisor
from dateline.errors import DatelineError
from dateline.settings import Settings

PIDS = "run.json"
"""The file, in the data folder, that tells the process of each running part."""

READY_WITHIN = 120.0
"""Seconds after which a site that does not answer is reported."""

_OK = b" 200 "
_LOOK = 0.2


class AddressTakenError(DatelineError):
    """Another program listens where the site should."""

    hint = "End that program, or change [bind] in dateline.toml."


class PrepareError(DatelineError):
    """The database could not be made ready."""

    hint = "What is wrong is said above; `dateline doctor` checks the rest."


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """Where a part answers: what it is, what to print, and what to ask it."""

    name: str
    url: str
    bind: str
    path: str


def addresses(settings: Settings, names: Iterable[str]) -> list[Address]:
    """Return where the parts of that name answer."""
    bind = settings.bind
    known = {
        "serve": Address(
            name="Readers",
            url=f"http://{bind.public}/",
            bind=bind.health,
            path="/readyz",
        ),
        "newsroom": Address(
            name="Newsroom",
            url=f"{settings.newsroom_url}/",
            bind=bind.newsroom,
            path="/healthz",
        ),
    }
    return [known[name] for name in names if name in known]


def parts_of(settings: Settings) -> list[Part]:
    """Return the parts of a whole site; wires stop first, readers last."""
    parts = [
        _part("newsroom", stage=0),
        _part("desk", stage=0),
        _part("press", stage=1),
        _part("serve", stage=2, may_start=lambda: has_store(settings)),
    ]
    return parts + _beside(settings)


def reader_parts(settings: Settings, *, serve: bool) -> list[Part]:
    """Return the parts of a read node."""
    parts = [_part("press", stage=1)]
    if serve:
        parts.append(_part("serve", stage=2, may_start=lambda: has_store(settings)))
        parts += _beside(settings)
    return parts


def _beside(settings: Settings) -> list[Part]:
    """Return what readers are served from beside the store, as far as it is used."""
    used = {"weather": bool(settings.weather.providers), "search": settings.search}
    return [_part(name, stage=1) for name, wanted in used.items() if wanted]


def _part(
    name: str, *, stage: int, may_start: Callable[[], bool] = lambda: True
) -> Part:
    argv = (sys.executable, "-m", "dateline.cli.process", name, "--tied")
    return Part(name=name, argv=argv, stage=stage, may_start=may_start)


def environment(settings: Settings) -> dict[str, str]:
    """Return the environment of the parts."""
    return {
        **os.environ,
        "DATELINE_SITE": str(settings.root),
        "PYTHONUNBUFFERED": "1",
    }


def run_site(
    settings: Settings,
    parts: Sequence[Part],
    *,
    said: Callable[[str, str], None],
    ready: Callable[[], None],
    prepare: bool = True,
) -> None:
    """Run the parts until SIGINT or SIGTERM; call ``ready`` once all answer.

    Raises HeldError if the site runs already, AddressTakenError if another
    program listens at one of its addresses, PrepareError if the database
    cannot be made ready.
    """
    with held(settings.data / RUN, what=f"the site in {settings.root} runs already"):
        check_addresses(settings, [part.name for part in parts])
        asyncio.run(_run(settings, parts, said=said, ready=ready, prepare=prepare))


def check_addresses(settings: Settings, names: Iterable[str]) -> None:
    """Raise AddressTakenError if somebody else has an address of these parts."""
    binds = {"newsroom": [settings.bind.newsroom]}
    binds["serve"] = [settings.bind.public, settings.bind.health]
    for name in names:
        for bind in binds.get(name, []):
            if not is_free(bind):
                raise AddressTakenError(f"{bind} is taken by another program")


async def _run(
    settings: Settings,
    parts: Sequence[Part],
    *,
    said: Callable[[str, str], None],
    ready: Callable[[], None],
    prepare: bool,
) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    if prepare:
        await _prepare(settings, said)
    supervisor = Supervisor(
        parts,
        environment=environment(settings),
        said=said,
        changed=lambda pids: note_pids(settings.data / PIDS, pids),
    )
    places = addresses(settings, [part.name for part in parts])
    waiting = asyncio.create_task(_wait_ready(places, said, ready))
    try:
        await supervisor.run(stop)
    finally:
        waiting.cancel()
        with suppress(asyncio.CancelledError):
            await waiting
        (settings.data / PIDS).unlink(missing_ok=True)


async def _prepare(settings: Settings, said: Callable[[str, str], None]) -> None:
    """Bring the database's tables up to date, one process at a time."""
    argv = (sys.executable, "-m", "dateline.cli.process", "prepare")
    with held(settings.data / MIGRATE, what="", wait=True):
        process = await asyncio.create_subprocess_exec(
            *argv,
            env=environment(settings),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        out, _ = await process.communicate()
    for line in out.decode(errors="replace").splitlines():
        said("prepare", line)
    if process.returncode:
        raise PrepareError("the database could not be made ready")


def note_pids(path: Path, pids: Mapping[str, int]) -> None:
    """Write down which process each part is, whole at every moment."""
    new = path.with_suffix(".new")
    new.write_bytes(msgspec.json.encode({"dateline": os.getpid(), **pids}))
    new.replace(path)


async def _wait_ready(
    places: Sequence[Address],
    said: Callable[[str, str], None],
    ready: Callable[[], None],
) -> None:
    late = asyncio.get_running_loop().time() + READY_WITHIN
    left = list(places)
    while left:
        left = [place for place in left if not await answers(place.bind, place.path)]
        if left and asyncio.get_running_loop().time() > late:
            names = ", ".join(place.name for place in left)
            said("dateline", f"no answer yet from: {names}")
            late += READY_WITHIN
        await asyncio.sleep(_LOOK)
    ready()


async def answers(bind: str, path: str) -> bool:
    """Return whether ``GET path`` at ``HOST:PORT`` is answered with 200."""
    host, port = address_of(bind)
    request = f"GET {path} HTTP/1.1\r\nHost: {bind}\r\nConnection: close\r\n\r\n"
    try:
        async with asyncio.timeout(2):
            reader, writer = await asyncio.open_connection(host, port)
            try:
                writer.write(request.encode())
                return _OK in await reader.readline()
            finally:
                writer.close()
    except (OSError, TimeoutError):
        return False

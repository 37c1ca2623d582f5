"""The desk's own work: what happens by itself while nobody looks.

One thread runs the due queue, one watches for silence, and each wire has two of
its own, for copy and for pictures: a sick source never delays another. Whatever
goes wrong with one thing is logged and seen by the desk; the others go on.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

from django.db import connection, connections

from dateline.newsroom.due import next_due, run_due
from dateline.newsroom.grievance_post import watch_grievances
from dateline.newsroom.wire_log import begin_watch
from dateline.newsroom.wire_pictures import watch_pictures
from dateline.newsroom.wire_server import watch_server
from dateline.newsroom.wire_threads import watch_folder, watch_silence
from dateline.settings import Settings
from dateline.wire.raw_archive import RawArchive

STEP = 0.2
"""Longest sleep of the due queue in seconds: somebody may schedule meanwhile."""

PAUSE = 1.0
"""Seconds to wait after the database failed."""

_log = logging.getLogger("dateline.desk")

Clock = Callable[[], datetime]
Work = Callable[[], None]


def run_desk(settings: Settings, *, stop: threading.Event) -> None:
    """Do the desk's own work until ``stop`` is set; Django is configured already."""
    begin_watch([wire.name for wire in settings.wires], now=_now())
    threads = [
        threading.Thread(target=work, name=name, daemon=True)
        for name, work in _works(settings, stop)
    ]
    for thread in threads:
        thread.start()
    watch_queue(stop, _now)
    for thread in threads:
        thread.join()


def _works(settings: Settings, stop: threading.Event) -> Iterator[tuple[str, Work]]:
    """Yield what each thread does, with its name."""
    yield "silence", partial(watch_silence, settings, stop, _now)
    forms = settings.grievances_path
    yield "grievances", partial(watch_grievances, forms, stop, _now)
    archive = RawArchive(settings.raw_path)
    for wire in settings.wires:
        look = partial(watch_pictures, wire, settings=settings, stop=stop, clock=_now)
        yield f"pictures {wire.name}", look
        if wire.transport == "folder" and wire.folder is not None:
            work = partial(watch_folder, wire, archive=archive, stop=stop, clock=_now)
            yield f"wire {wire.name}", work
        elif wire.url:
            work = partial(watch_server, wire, settings=settings, stop=stop, clock=_now)
            yield f"wire {wire.name}", work


def watch_queue(stop: threading.Event, clock: Clock) -> None:
    """Run the due queue, each thing at its moment, until ``stop`` is set."""
    try:
        while not stop.is_set():
            stop.wait(_run_queue(clock))
    finally:
        connections.close_all()


def _run_queue(clock: Clock) -> float:
    """Do what is due and return how many seconds to sleep."""
    try:
        for ran in run_due(clock()):
            _log.info("%s %s %s", ran.action, ran.story, ran.error or "done")
        now = clock()
        moment = next_due(now)
    except Exception:  # noqa: BLE001 - the queue outlives whatever happens to the database
        _log.exception("the due queue stumbled")
        connection.close()
        return PAUSE
    left = STEP if moment is None else (moment - now).total_seconds()
    return min(max(left, 0.0), STEP)


def _now() -> datetime:
    return datetime.now(UTC)

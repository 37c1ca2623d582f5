"""The press as a part: it follows the journal and changes over after a rebuild."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

import structlog

from dateline.cli.lock import PRESS, REBUILD, held
from dateline.cli.open_journal import open_journal
from dateline.cli.parts.hub import Telling
from dateline.cli.parts.stopping import stop_asked
from dateline.cli.parts.wiping import Wiping
from dateline.journal.reader import Journal
from dateline.press.catch_up import catch_up
from dateline.press.follow import follow, open_current
from dateline.press.work import Outcome, Run
from dateline.settings import Settings
from dateline.store import folder
from dateline.store.store import Store

PATIENCE = 0.25
"""Seconds a stop, or a finished rebuild, may go unnoticed."""

LOOK_FOR_DEAD = 60.0
"""Seconds between two looks for readers that were killed."""

_log = structlog.get_logger(__name__)


def press(settings: Settings) -> None:
    """Make pages for each publication as it comes, until told to stop."""
    stop = stop_asked()
    with held(settings.data / PRESS, what="a press works at this store already"):
        journal = open_journal(settings)
        telling = Telling(settings)
        try:
            while not stop.is_set():
                store = open_store(settings, journal)
                wiping = Wiping(settings, store, journal)
                telling.catch_up(store)
                try:
                    _follow(store, journal, wiping, telling, stopped=stop.is_set)
                finally:
                    if not wiping.at_work:  # else it is let go with the process
                        store.close()
        finally:
            telling.stop()
            journal.close()


def press_once(settings: Settings) -> None:
    """Bring the store to the journal's head, where no press runs."""
    with held(settings.data / PRESS, what="a press works at this store already"):
        journal = open_journal(settings)
        try:
            store = open_store(settings, journal)
            try:
                catch_up(store, journal)
                Wiping(settings, store, journal).finish()
            finally:
                store.close()
        finally:
            journal.close()


def open_store(settings: Settings, journal: Journal) -> Store:
    """Return the current store, rebuilt first if it is not good."""
    with held(settings.data / REBUILD, what="", wait=True):
        return open_current(journal, settings.store_path, progressed=_progressed())


def _follow(
    store: Store,
    journal: Journal,
    wiping: Wiping,
    telling: Telling,
    *,
    stopped: Callable[[], bool],
) -> None:
    """Follow until told to stop or the store is no longer the current one."""
    stores = store.path.parent
    looked = -LOOK_FOR_DEAD

    def stopped_or_replaced() -> bool:
        nonlocal looked
        if time.monotonic() - looked >= LOOK_FOR_DEAD:
            looked = time.monotonic()
            store.forget_dead_readers()
        wiping.go_on()
        return stopped() or folder.current(stores) != store.path

    def done(run: Run) -> None:
        _done(run)
        telling.note(run)

    _log.info("press.following", store=store.path.name)
    follow(store, journal, stopped=stopped_or_replaced, done=done, patience=PATIENCE)


def _done(run: Run) -> None:
    count = dict.fromkeys(Outcome, 0)
    for made in run.pages:
        count[made.outcome] += 1
    _log.info(
        "press.made",
        at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        entries=f"{run.first}-{run.last}",
        **{outcome.value: number for outcome, number in count.items() if number},
    )


def _progressed() -> Callable[[str, int, int], None]:
    """Return a step that logs at most every two seconds."""
    last = time.monotonic()

    def progressed(step: str, done: int, total: int) -> None:
        nonlocal last
        if done == total or time.monotonic() - last > 2:  # noqa: PLR2004 - said above
            last = time.monotonic()
            _log.info("press.rebuilding", step=step, done=done, total=total)

    return progressed

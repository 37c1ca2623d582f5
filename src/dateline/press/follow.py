"""Following the journal: the press's loop."""

from collections.abc import Callable
from pathlib import Path

from dateline.catalog.view import Shelf
from dateline.errors import DatelineError
from dateline.journal.reader import Journal
from dateline.pages.fingerprint import fingerprint
from dateline.press.catch_up import catch_up
from dateline.press.rebuild import Progress, rebuild
from dateline.press.work import Run
from dateline.store import folder
from dateline.store.position import (
    Position,
    position,
    progress,
)
from dateline.store.position import (
    fingerprint as made_with,
)
from dateline.store.store import Store


class StoreAheadError(DatelineError):
    """The store does not belong to this journal."""

    hint = (
        "The database was restored or replaced. Make the store again from it:"
        " `dateline rebuild --afresh`."
    )


def must_rebuild(stores: Path) -> bool:
    """Return whether the current store is absent, unfinished or made otherwise."""
    place = folder.current(stores)
    if not (place / "data.mdb").exists():
        return True
    store = Store(place)
    try:
        with store.read() as tx:
            return progress(tx) is not None or made_with(tx) != fingerprint()
    finally:
        store.close()


def open_current(
    journal: Journal,
    stores: Path,
    *,
    workers: int = 2,
    progressed: Progress = lambda _step, _done, _total: None,
) -> Store:
    """Return the current store, rebuilt first if it is not good.

    Raises StoreAheadError if it has entries that the journal does not have.
    """
    if must_rebuild(stores):
        rebuild(journal, stores, workers=workers, progressed=progressed)
    store = Store(folder.current(stores))
    with store.read() as tx:
        at = position(tx)
    check_position(journal, at)
    return store


def check_position(journal: Journal, at: Position) -> None:
    """Raise StoreAheadError unless the journal's entry at ``at`` is that one."""
    if at.seq == 0:
        return
    if [e.hash for e in journal.entries(at.seq - 1, until=at.seq)] != [at.hash]:
        raise StoreAheadError(f"the journal's entry {at.seq} is not the store's")


def follow(
    store: Store,
    journal: Journal,
    *,
    stopped: Callable[[], bool],
    done: Callable[[Run], None] = lambda _run: None,
    patience: float = 0.5,
) -> None:
    """Make pages for each publication as it comes, until ``stopped()``.

    ``patience`` is how long, in seconds, a stop may go unnoticed.
    """
    with store.read() as tx:
        at = position(tx).seq
        shelf = Shelf(tx=tx)  # renewed before it is read in another transaction
    while not stopped():
        if journal.wait(at, timeout=patience):
            for each in catch_up(store, journal, shelf=shelf):
                at = each.last
                done(each)

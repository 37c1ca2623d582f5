"""A whole store from the journal, beside the one that is served.

    1  apply every entry to the catalog of a new store
    2  make every page that a key of that catalog owns, on all cores
    3  take in what was published meanwhile
    4  name the new store as the current one

The work is committed in steps and each notes how far it came, so a rebuild
that was stopped goes on where it was. What comes out is, table by table and
byte for byte, what a press that followed the journal would have made.
"""

import multiprocessing
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dateline.catalog.apply import apply
from dateline.catalog.keys import keys
from dateline.catalog.view import Shelf, View
from dateline.errors import DatelineError
from dateline.journal.reader import Journal, publications
from dateline.pages.fingerprint import fingerprint
from dateline.pages.owned import owned
from dateline.press.catch_up import catch_up
from dateline.press.collector import look_seldom, looking_seldom
from dateline.press.make_again import note_reads, render
from dateline.press.wipe import replace
from dateline.store import folder
from dateline.store.position import (
    Position,
    position,
    progress,
    set_fingerprint,
    set_position,
    set_progress,
)
from dateline.store.store import PAGES, Store

APPLY_STEP = 1000
"""Publications applied in one commit."""

CHUNK = 250
"""Keys whose pages are made by one call of a worker."""

_APPLYING = "applying"
_PAGES = "pages "

Rendered = list[tuple[str, bytes, list[str]]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rebuilt:
    """What a rebuild made: entries applied, pages made, and where."""

    entries: int
    pages: int
    store: Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Crew:
    """The processes that make pages."""

    pool: ProcessPoolExecutor
    workers: int


class OtherJournalError(DatelineError):
    """An unfinished rebuild belongs to another journal."""

    hint = "Remove the unfinished store and rebuild: `dateline rebuild --afresh`."


Progress = Callable[[str, int, int], None]
"""Called with the step's name, what is done and what there is to do."""


def rebuild(
    journal: Journal,
    stores: Path,
    *,
    workers: int = 2,
    afresh: bool = False,
    progressed: Progress = lambda _step, _done, _total: None,
) -> Rebuilt:
    """Make a new store in the folder ``stores`` and make it the current one.

    Takes up an unfinished rebuild unless ``afresh``. Raises OtherJournalError
    if that one was begun from another journal.
    """
    place = folder.following(stores)
    if place.exists() and (afresh or folder.remains(stores)):
        shutil.rmtree(place)  # it may hold what was killed since
    store = Store(place, durable=False)
    try:
        hands = workers if journal.head()[0] > CHUNK else 1
        with looking_seldom(), _crew(store, hands) as crew:
            entries = _apply_all(store, journal, progressed)
            pages = _make_all(store, crew, progressed)
        with store.write() as tx:
            set_fingerprint(tx, fingerprint())
            set_progress(tx, None)
        catch_up(store, journal)  # or readers would be set back by what came since
        store.sync()
    finally:
        store.close()
    replace(folder.current(stores), place)
    return Rebuilt(entries=entries, pages=pages, store=place)


def _apply_all(store: Store, journal: Journal, progressed: Progress) -> int:
    """Bring the catalog of an unfinished store to the journal's head."""
    with store.write() as tx:
        at = position(tx)
        stage = progress(tx)
        if stage is None:
            set_progress(tx, _APPLYING)
    if stage is not None and stage.startswith(_PAGES):
        return at.seq  # all was applied; entries since then are the follower's
    _check_same(journal, at)
    until = journal.head()[0]
    groups = publications(journal.entries(at.seq, until=until))
    while batch := list(islice(groups, APPLY_STEP)):
        with store.write() as tx:
            for group in batch:
                for entry in group:
                    apply(tx, entry)
            last = batch[-1][-1]
            at = Position(seq=last.seq, hash=last.hash)
            set_position(tx, at)
        progressed("entries", at.seq, until)
    return at.seq


def _check_same(journal: Journal, at: Position) -> None:
    if at.seq and [e.hash for e in journal.entries(at.seq - 1, until=at.seq)] != [
        at.hash
    ]:
        raise OtherJournalError(f"the journal's entry {at.seq} is not the one rebuilt")


@contextmanager
def _crew(store: Store, workers: int) -> Iterator[Crew | None]:
    """Start the workers at once: they get ready while entries are applied.

    None stands for one pair of hands, this process's own.
    """
    if workers <= 1:
        yield None
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        workers, mp_context=context, initializer=_open, initargs=(store.path,)
    ) as pool:
        for _ in range(workers):
            pool.submit(_get_ready)
        yield Crew(pool=pool, workers=workers)


def _make_all(store: Store, crew: Crew | None, progressed: Progress) -> int:
    """Make every page, in chunks of keys; note each chunk that is in."""
    with store.read() as tx:
        everything = list(keys(tx))
        stage = progress(tx) or ""
    begin = int(stage.removeprefix(_PAGES)) if stage.startswith(_PAGES) else 0
    made = 0
    for end, rendered in _rendered(store, everything, begin, crew):
        with store.write() as tx:
            for path, record, reads in rendered:
                note_reads(tx, path.encode(), reads)
                tx.put(PAGES, path.encode(), record)
            set_progress(tx, f"{_PAGES}{end}")
        made += len(rendered)
        progressed("pages", end, len(everything))
    return made


def _rendered(
    store: Store, everything: list[str], begin: int, crew: Crew | None
) -> Iterator[tuple[int, Rendered]]:
    """Yield, in order, where each chunk ends and the pages it gave."""
    starts = range(begin, len(everything), CHUNK)
    waiting: deque[tuple[int, Future[Rendered]]] = deque()
    for start in starts:
        chunk = everything[start : start + CHUNK]
        if crew is None:
            yield start + len(chunk), _render(store, chunk)
            continue
        waiting.append((start + len(chunk), crew.pool.submit(_render_here, chunk)))
        if len(waiting) > 2 * crew.workers:
            end, future = waiting.popleft()
            yield end, future.result()
    for end, future in waiting:
        yield end, future.result()


_opened: list[Store] = []
"""The store of a worker process: set once when it starts."""


def _open(place: Path) -> None:
    look_seldom()
    _opened.append(Store(place, readonly=True))


def _get_ready() -> None:
    """Do nothing: a worker that was asked has started."""


def _render_here(chunk: Iterable[str]) -> Rendered:
    return _render(_opened[0], chunk)


def _render(store: Store, chunk: Iterable[str]) -> Rendered:
    found: Rendered = []
    with store.read() as tx:
        shelf = Shelf(tx=tx)
        view = View(shelf)
        for key in chunk:
            for path in owned(key, view):
                made = render(shelf, path)
                if made is not None:
                    found.append((path, *made))
    return found

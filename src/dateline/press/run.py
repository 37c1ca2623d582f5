"""One pass of the press: entries in, pages out, one commit.

Content, pages, the notes of what each page read, and the position in the
journal change in one transaction of the store. A press that is killed at any
point leaves the last commit; the next one goes on from its position.
"""

from collections.abc import Iterable

from dateline.catalog.apply import apply
from dateline.catalog.view import Shelf
from dateline.journal.entry import Entry
from dateline.press.make_again import make_again
from dateline.press.plan import plan
from dateline.press.run_log import write_log
from dateline.press.work import Made, Run
from dateline.store.position import Position, set_position
from dateline.store.store import Store


def run(store: Store, entries: Iterable[Entry], *, shelf: Shelf | None = None) -> Run:
    """Bring the store forward by whole publications; returns what was done.

    Args:
        store: the press's own.
        entries: they continue the store's position without a gap and end with
            a publication's last entry.
        shelf: that of the run before in the same process, if there was one.
    """
    try:
        return _run(store, entries, shelf)
    except BaseException:
        if shelf is not None:
            shelf.clear()  # it holds what was never committed
        raise


def _run(store: Store, entries: Iterable[Entry], shelf: Shelf | None) -> Run:
    with store.write() as tx:
        changed: set[str] = set()
        numbers: list[int] = []
        position = None
        for entry in entries:
            changed |= apply(tx, entry)
            numbers.append(entry.seq)
            position = Position(seq=entry.seq, hash=entry.hash)
        if position is None:
            return Run(first=0, last=0, changed=(), pages=())
        shelf = shelf or Shelf(tx=tx)
        shelf.renew(tx, changed)
        pages = tuple(
            Made(path=path, outcome=make_again(tx, shelf, path), reasons=tuple(reasons))
            for path, reasons in sorted(plan(shelf, changed).items())
        )
        done = Run(
            first=numbers[0],
            last=numbers[-1],
            changed=tuple(sorted(changed)),
            pages=pages,
        )
        write_log(tx, done)
        set_position(tx, position)
    return done

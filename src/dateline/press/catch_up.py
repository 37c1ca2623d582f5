"""From where a store stands to the journal's head, in runs."""

from itertools import chain, islice

from dateline.catalog.view import Shelf
from dateline.journal.reader import Journal, publications
from dateline.press.run import run
from dateline.press.wipe import note_kills
from dateline.press.work import Run
from dateline.store.position import position
from dateline.store.store import Store

TOGETHER = 64
"""How many waiting publications one run takes in."""


def catch_up(
    store: Store,
    journal: Journal,
    *,
    together: int = TOGETHER,
    shelf: Shelf | None = None,
) -> list[Run]:
    """Bring the store to the journal's head; return the runs this took.

    ``shelf`` is kept from run to run by whoever follows.
    """
    with store.read() as tx:
        at = position(tx).seq
        shelf = shelf or Shelf(tx=tx)
    groups = publications(journal.entries(at))
    runs: list[Run] = []
    while batch := list(islice(groups, together)):
        entries = list(chain.from_iterable(batch))
        note_kills(store, entries)
        runs.append(run(store, entries, shelf=shelf))
    return runs

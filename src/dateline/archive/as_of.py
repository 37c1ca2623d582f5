"""Any page as of any moment: the same functions on a smaller journal.

A catalog is made from the entries up to the moment and the page is made from
it, as the press would have. What a kill erased is not in the journal any more,
so it is gone from every moment of the past too.

The cost is that of applying the entries before the moment, without pages
(several thousand a second); nothing is kept.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import takewhile
from pathlib import Path

from dateline.catalog.apply import apply
from dateline.catalog.view import Shelf, View
from dateline.journal.entry import Entry
from dateline.journal.reader import Journal, publications
from dateline.news.stamp import aware
from dateline.pages.make import make
from dateline.pages.page import Page
from dateline.store.store import Store


@contextmanager
def view_as_of(
    journal: Journal, *, moment: datetime | None = None, entry: int | None = None
) -> Iterator[View]:
    """Give a view of the catalog as it was.

    Args:
        journal: the whole journal.
        moment: the last moment whose entries count, aware; or
        entry: the last entry that counts. With neither, the present.

    A publication of which the moment or entry sees only a part does not count.
    Raises NaiveMomentError for a moment without a zone.
    """
    until = None if moment is None else aware(moment)

    def counts(group: list[Entry]) -> bool:
        last = group[-1]
        return (until is None or last.moment <= until) and (
            entry is None or last.seq <= entry
        )

    with tempfile.TemporaryDirectory(prefix="dateline-as-of-") as place:
        store = Store(Path(place), durable=False)
        try:
            with store.write() as tx:
                for group in takewhile(counts, publications(journal.entries(0))):
                    for each in group:
                        apply(tx, each)
                yield View(Shelf(tx=tx))
        finally:
            store.close()


def page_as_of(
    journal: Journal,
    path: str,
    *,
    moment: datetime | None = None,
    entry: int | None = None,
) -> Page | None:
    """Return the page that stood at ``path``; None if there was none."""
    with view_as_of(journal, moment=moment, entry=entry) as view:
        return make(path, view)

"""A journal and the pages it makes, without a press, for tests of pages."""

from dateline.catalog.apply import apply
from dateline.catalog.view import Shelf, View
from dateline.pages.make import make
from dateline.store.store import Store
from support.copy import later
from support.press_house import MemoryJournal


class Desk:
    """Publish something and look at a page."""

    def __init__(self, folder):
        self.store = Store(folder / "store", durable=False)
        self.journal = MemoryJournal()

    def do(self, *changes):
        """Publish."""
        with self.store.write() as tx:
            for entry in self.journal.append(*changes, moment=later(hours=4)):
                apply(tx, entry)

    def page(self, path):
        """Return a page, or None."""
        with self.store.read() as tx:
            return make(path, View(Shelf(tx=tx)))

    def reads(self, path):
        """Return what a page reads."""
        with self.store.read() as tx:
            view = View(Shelf(tx=tx))
            make(path, view)
            return view.reads

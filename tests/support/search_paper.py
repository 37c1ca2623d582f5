"""A paper whose pages the press made and whose index follows, ready to be served."""

from dateline.catalog.view import Shelf
from dateline.press.run import run
from dateline.search.follow import catch_up, open_current
from dateline.store import folder
from support.copy import a_site
from support.press_house import MemoryJournal, site_set
from support.public_paper import Paper


class SearchPaper(Paper):
    """A paper whose pages the press made, with a search index."""

    def __init__(self, root):
        super().__init__(root)
        self.indexes = root / "search"
        self.journal = MemoryJournal()
        folder.make_current(self.store.path)
        with self.store.read() as tx:
            self.shelf = Shelf(tx=tx)
        self.press(site_set(a_site()))

    def press(self, *changes):
        """Publish, for the pages alone."""
        run(self.store, self.journal.append(*changes), shelf=self.shelf)

    def index(self):
        """Bring the index to the journal's head."""
        with open_current(self.journal, self.indexes) as writer:
            list(catch_up(writer, self.journal))

    def do(self, *changes):
        """Publish, for pages and index."""
        self.press(*changes)
        self.index()

    def searched(self):
        """Serve it with its index."""
        return self.served(search=str(self.indexes))

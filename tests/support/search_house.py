"""A journal in memory, a press and a search index that follow it."""

from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from dateline.catalog.view import Shelf
from dateline.press.run import run
from dateline.search.ask import Reader
from dateline.search.follow import catch_up, open_current
from dateline.search.index import TEXT, open_index
from dateline.search.question import question_of
from dateline.serve.search import SearchDesk
from dateline.store import folder
from dateline.store.store import Store
from support.copy import NOON, a_site
from support.press_house import MemoryJournal, site_set

ZONE = ZoneInfo("Asia/Kolkata")


class SearchHouse:
    """Publish something, look for something."""

    def __init__(self, root):
        self.site = a_site()
        self.indexes = root / "search"
        self.stores = root / "store"
        self.store = Store(self.stores / "1", durable=False)
        folder.make_current(self.store.path)
        self.journal = MemoryJournal()
        with self.store.read() as tx:
            self.shelf = Shelf(tx=tx)
        self.press(site_set(self.site))
        self.writer = open_current(self.journal, self.indexes)
        self.reader = Reader(self.indexes)
        self.desk = SearchDesk(self.indexes)

    def press(self, *changes, moment=NOON):
        """Publish and let the press alone take it in."""
        entries = self.journal.append(*changes, moment=moment)
        run(self.store, entries, shelf=self.shelf)

    def index(self):
        """Let the index take in what it has not yet."""
        return list(catch_up(self.writer, self.journal))

    def do(self, *changes, moment=NOON):
        """Publish, and let both take it in."""
        self.press(*changes, moment=moment)
        return self.index()

    def question(self, q="", **asked):
        """Return the question that parameters ask; ``since`` stands for from."""
        if "since" in asked:
            asked["from"] = asked.pop("since")
        return question_of({"q": q, **asked}, site=self.site)

    def find(self, q="", **asked):
        """Return what is found."""
        return self.reader.ask(self.question(q, **asked), zone=ZONE)

    def ids(self, q="", **asked):
        """Return the ids of the stories that are found, best first."""
        return list(self.find(q, **asked).ids)

    def said(self, q="", **asked):
        """Return the results as a reader gets them."""
        if "since" in asked:
            asked["from"] = asked.pop("since")
        with self.store.read() as tx:
            query = urlencode({"q": q, **asked})
            slots = self.desk.results(tx, self.site, query=query)
        return slots["search-results"]

    def close(self):
        """Let go of everything."""
        self.writer.close(settle=True)
        self.store.close()


def all_terms(place):
    """Return every word of an index's text, also of what was deleted."""
    searcher = open_index(place).searcher()
    return {term for term, _ in searcher.terms_with_prefix(TEXT, "", None, None)}


def files_with(indexes, word):
    """Return the files below a folder in which a word stands."""
    needle = word.lower().encode()
    return [
        p
        for p in indexes.rglob("*")
        if p.is_file() and needle in p.read_bytes().lower()
    ]

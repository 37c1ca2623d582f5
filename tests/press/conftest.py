"""A small paper: a journal in memory, a store, the press between them."""

import zlib

import pytest

from dateline.catalog.view import Shelf
from dateline.press.run import run
from dateline.press.work import Outcome
from dateline.store.record import page_at
from dateline.store.store import PAGES, Store
from support.copy import NOON, a_picture, a_site, a_story, a_topic, later
from support.press_house import (
    MemoryJournal,
    arranged,
    picture_published,
    published,
    site_set,
    topic_set,
)


class PressHouse:
    """Append a publication, run the press, say what was made and why."""

    def __init__(self, folder):
        self.store = Store(folder, durable=False)
        self.journal = MemoryJournal()
        with self.store.read() as tx:
            self.shelf = Shelf(tx=tx)

    def do(self, *changes, moment=NOON):
        """Publish and run; return the run."""
        entries = self.journal.append(*changes, moment=moment)
        return run(self.store, entries, shelf=self.shelf)

    def made(self, *changes, moment=NOON):
        """Publish and run; return the paths that are now other than before."""
        return paths(self.do(*changes, moment=moment))

    def page(self, path):
        """Return the record at a path."""
        with self.store.read() as tx:
            return page_at(tx, path)

    def text(self, path):
        """Return what the page at a path says, without its slots."""
        pieces = [piece.deflate for piece in self.page(path).pieces if not piece.slot]
        return (
            zlib.decompressobj(-15)
            .decompress(b"".join(pieces))
            .decode("utf-8", "replace")
        )

    def all_paths(self):
        """Return every path that has a page."""
        with self.store.read() as tx:
            return {p.decode() for p, _ in tx.all(PAGES)}


def paths(run_done):
    """Return the paths of a run whose page is new, changed or removed."""
    done = {Outcome.NEW, Outcome.CHANGED, Outcome.REMOVED}
    return {m.path for m in run_done.pages if m.outcome in done}


def looked_at(run_done):
    """Return every path of a run with its reasons."""
    return {m.path: set(m.reasons) for m in run_done.pages}


@pytest.fixture
def house(tmp_path):
    """A paper with two stories, two pictures, a topic and a front."""
    paper = PressHouse(tmp_path / "store")
    paper.do(
        site_set(a_site()),
        topic_set(a_topic()),
        topic_set(a_topic("trains", name="Trains")),
        picture_published(a_picture()),
        picture_published(a_picture("harbour", caption="Cranes at Chennai.")),
    )
    paper.do(
        published(
            a_story(
                "bcdfgh",
                section="india",
                cities=("patna",),
                topics=("trains",),
                slug="old-line",
                headline="Old line opens again",
                first_published=later(days=-40),
            )
        ),
        published(a_story(lead_picture="spring")),
        arranged("home", "x7k2mb"),
    )
    yield paper
    paper.store.close()

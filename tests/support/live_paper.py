"""A paper with a running live blog, pressed and served, for readers in a browser."""

from contextlib import contextmanager

from dateline.catalog.view import Shelf
from dateline.news.block import Block, BlockKind
from dateline.press.run import run
from dateline.store import folder
from dateline.store.store import Store
from support.copy import (
    NOON,
    a_picture,
    a_site,
    a_story,
    a_topic,
    an_entry,
    later,
    paragraph,
)
from support.press_house import (
    MemoryJournal,
    picture_published,
    published,
    said,
    site_set,
    topic_set,
)
from support.public_paper import Paper

OWN = "/world/2016/12/15/leaders-meet-x7k2mb/"
BLOG = a_story(
    live="running",
    lead_picture="spring",
    body=(paragraph("We are at the pier since noon."),),
)


class LivePaper:
    """Append a publication and press it while the paper is served."""

    def __init__(self, store):
        self.store = store
        self.journal = MemoryJournal()
        self.url = ""
        with store.read() as tx:
            self.shelf = Shelf(tx=tx)

    def do(self, *changes, moment=NOON):
        """Publish and run the press."""
        entries = self.journal.append(*changes, moment=moment)
        run(self.store, entries, shelf=self.shelf)


@contextmanager
def live_paper(root):
    """Serve a paper whose live blog has twelve entries."""
    paper = Paper(root)
    paper.store.close()
    paper.set_clock(None)
    store = Store(folder.following(paper.stores), durable=False)
    folder.make_current(store.path)
    made = LivePaper(store)
    made.do(
        site_set(a_site()),
        topic_set(a_topic()),
        picture_published(a_picture()),
        published(BLOG),
        *(said(an_entry(n, key=n % 4 == 0)) for n in range(1, 13)),
        said(an_entry(5, corrected=later(hours=1), note="It was minute five.")),
        said(an_entry(6, headline="", blocks=_every_kind())),
    )
    try:
        with paper.served() as server:
            made.url = f"http://127.0.0.1:{server.port}"
            yield made
    finally:
        store.close()


def _every_kind():
    return (
        paragraph("The <strong>harbour master</strong> speaks."),
        Block(kind=BlockKind.QUOTE, text="We are ready.", attribution="Meera Pillai"),
        Block(kind=BlockKind.LIST, items=("gates", "pumps")),
        Block(kind=BlockKind.PICTURE, picture="spring"),
        Block(kind=BlockKind.EMBED, href="https://tides.example/", title="Tide table"),
    )

"""A small paper in a catalog of its own, and ways to look at its pages."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from dateline.catalog.apply import apply
from dateline.catalog.keys import keys
from dateline.catalog.view import Shelf, View
from dateline.news.block import Block, BlockKind
from dateline.news.story import Correction
from dateline.pages.make import make
from dateline.pages.owned import owned
from dateline.pages.page import SLOT_END, SLOT_START
from dateline.store.store import Store
from support.copy import a_picture, a_site, a_story, a_topic, later, paragraph
from support.press_house import (
    MemoryJournal,
    arranged,
    picture_killed,
    picture_published,
    published,
    site_set,
    topic_set,
    turned,
    withdrawn,
)
from support.press_house import killed as story_killed

_SLOT = re.compile(f"{SLOT_START}([^{SLOT_END}]*){SLOT_END}")
_SAMPLES = {
    "today": "Friday, 16 December 2016",
    "weather": "Mumbai 24\N{NO-BREAK SPACE}°C, haze, at 6.30 pm",
    "conditions": "24\N{NO-BREAK SPACE}°C, haze, at 6.30 pm",
    "weather-credit": "Weather: sample",
}


@dataclass(frozen=True)
class Paper:
    """A catalog in an open transaction."""

    tx: object

    def look(self, path):
        """Return a page and the keys it read."""
        view = View(Shelf(tx=self.tx))
        return make(path, view), view.reads

    def page(self, path):
        """Return the page at a path."""
        return self.look(path)[0]

    def publish(self, *changes):
        """Put changes into the catalog."""
        for entry in MemoryJournal().append(*changes, moment=later()):
            apply(self.tx, entry)

    def all_keys(self):
        """Return every key the catalog answers with something."""
        return list(keys(self.tx))

    def owned(self, key):
        """Return the paths a key owns."""
        return owned(key, View(Shelf(tx=self.tx)))

    def all_pages(self):
        """Return every page by path."""
        paths = {path for key in self.all_keys() for path in self.owned(key)}
        found = {path: self.page(path) for path in sorted(paths)}
        return {path: page for path, page in found.items() if page is not None}

    def filled(self, path):
        """Return a page's text as a reader gets it, its slots filled."""
        page = self.page(path)
        city = page.city or "mumbai"
        return _SLOT.sub(lambda slot: self._value(slot[1], city), page.text)

    def _value(self, slot, city):
        kind = slot.partition("/")[0].partition(".")[0]
        if kind in _SAMPLES:
            return _SAMPLES[kind]
        if kind == "age":
            return '<p class="age">This story is 3 years old</p>'
        name = f"local/{city}" if slot == "local" else slot
        return self.page(f"/_slot/{name}").text


def body():
    """Return a body with a block of every kind."""
    return (
        paragraph(
            "They met <em>late</em> &amp; spoke <a href='https://x.example'>on</a>."
        ),
        Block(kind=BlockKind.CROSSHEAD, text="Two names"),
        Block(kind=BlockKind.QUOTE, text="We talked.", attribution="A &amp; B"),
        Block(kind=BlockKind.LIST, items=("One", "Two"), ordered=True),
        Block(kind=BlockKind.LIST, items=("Tea",)),
        Block(kind=BlockKind.PICTURE, picture="harbour", text="Cranes at work"),
        Block(kind=BlockKind.PICTURE, picture="erased"),
        Block(
            kind=BlockKind.GALLERY,
            title="Steam &amp; stone",
            pictures=("harbour", "gone", "spring"),
            items=("Cranes &amp; <em>cables</em>", "Not there", ""),
        ),
        Block(kind=BlockKind.FACTS, title="In brief", items=("Since 1945",)),
        Block(
            kind=BlockKind.TABLE, title="Rooms", rows=(("Roof", "°C"), ("Tile", "3"))
        ),
        Block(kind=BlockKind.EMBED, href="https://x.example/?a=1&b=2", title="A map"),
        Block(kind=BlockKind.PRE, text="1  2\n3  4"),
    )


def rich_story(**fields):
    """Return a story with every element a page can have."""
    return a_story(
        **{
            "headline": "Leaders </script><b>meet</b> & talk",
            "byline": ("Asha Rao", "Imran Khan", "Mei Ito"),
            "located": ("Nagato, Japan", "Tokyo"),
            "body": body(),
            "lead_picture": "spring",
            "lead_caption": "Steam & stone at Nagato",
            "topics": ("japan", "unknown"),
            "corrections": (Correction(moment=later(hours=2), note="It was <two>."),),
            **fields,
        }
    )


def publications():
    """Yield what the small paper has published, in order, with its moments."""
    yield (
        later(days=-60),
        (
            site_set(a_site(contact="desk@banyan.example", publisher="Banyan Trust")),
            topic_set(a_topic()),
            topic_set(a_topic("trains", name="Trains", description="On rails.")),
            picture_published(a_picture()),
            picture_published(a_picture("harbour", caption="Cranes at Chennai.")),
            picture_published(a_picture("gone", caption="Not for the public.")),
            picture_killed("gone", addresses=("/media/gone-720.jpg",)),
        ),
    )
    yield (
        later(days=-40),
        (
            published(
                a_story(
                    "bcdfgh",
                    section="india",
                    cities=("patna",),
                    topics=("trains",),
                    slug="old-line",
                    headline="Old line opens again",
                    standfirst="",
                    located=(),
                    credit="",
                    agency="",
                    first_published=later(days=-40),
                )
            ),
            published(
                a_story(
                    "vwxzbc",
                    section="india",
                    language="ur",
                    slug="urdu",
                    headline="دہلی میں بارش",
                    first_published=later(hours=-5),
                )
            ),
            *(
                published(
                    a_story(
                        f"zzzz{letter}{letter}",
                        slug=f"brief-{letter}",
                        first_published=later(hours=-10, minutes=-number),
                    )
                )
                for number, letter in enumerate("bcdfghjkmnpqrs")
            ),
            published(a_story("wdrwnb", first_published=later(hours=-3))),
            published(a_story("kttttt", first_published=later(hours=-4))),
        ),
    )
    yield later(), (published(rich_story()), arranged("home", "kttttt", "bcdfgh"))
    yield (
        later(hours=1),
        (
            withdrawn("wdrwnb", notice="It did not meet our rules & aims."),
            story_killed("kttttt"),
        ),
    )
    yield later(hours=3), (turned(later(hours=3)),)


@pytest.fixture(scope="session")
def paper(tmp_path_factory):
    """Return the small paper."""
    store = Store(tmp_path_factory.mktemp("paper") / "store", durable=False)
    journal = MemoryJournal()
    with store.write() as tx:
        for moment, changes in publications():
            for entry in journal.append(*changes, moment=moment):
                apply(tx, entry)
        yield Paper(tx=tx)
    store.close()


@pytest.fixture
def empty_paper(tmp_path):
    """Return a paper that has a site and nothing else."""
    store = Store(tmp_path / "store", durable=False)
    with store.write() as tx:
        for entry in MemoryJournal().append(site_set(a_site()), moment=_BEGINNING):
            apply(tx, entry)
        yield Paper(tx=tx)
    store.close()


_BEGINNING = datetime(2016, 1, 1, tzinfo=UTC)

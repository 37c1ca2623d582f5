"""The receipt of a kill: everything is looked at, and what shows is said."""

from zoneinfo import ZoneInfo

import pytest

from dateline.cli.receipt import (
    Suspect,
    every_page,
    file_lines,
    journal_lines,
    marks_of,
    mentions,
    order_of,
    store_lines,
    suspect_of,
    text_of,
)
from dateline.news.block import Block, BlockKind
from dateline.news.front import Treatment
from dateline.pages.page import Page
from dateline.press.catch_up import catch_up
from dateline.press.finish import finish
from dateline.press.follow import open_current
from dateline.store.record import encode_record
from dateline.store.store import PAGES
from support.copy import a_picture, a_site, a_story, an_entry, later
from support.press_house import (
    MemoryJournal,
    arranged,
    killed,
    picture_killed,
    picture_published,
    published,
    said,
    site_set,
)

KOLKATA = ZoneInfo("Asia/Kolkata")


class Journal(MemoryJournal):
    """A journal in memory that can be asked about one subject."""

    def about(self, subject):
        """Return the entries about a subject."""
        return [entry for entry in self.all if entry.subject == subject]


@pytest.fixture
def journal():
    """A journal with a story in two versions, its picture, and another story."""
    made = Journal()
    picture = a_picture("spring")
    body = (Block(kind=BlockKind.PARAGRAPH, text="He is said to have done it."),)
    words = {"lead_picture": "spring", "body": body, "slug": "the-accused"}
    made.append(site_set(a_site()), picture_published(picture))
    made.append(published(a_story("x7k2mb", headline="Minister accused", **words)))
    made.append(
        published(
            a_story("x7k2mb", headline="Minister cleared of it", revision=2, **words)
        ),
        moment=later(minutes=5),
    )
    made.append(published(a_story("x7k2mc", headline="Ferry runs again")))
    return made


def press(journal, place):
    """Return the store of a press that followed the journal."""
    store = open_current(MemoryJournal(), place, workers=1)
    catch_up(store, journal)
    return store


def kill(journal, *, leave=()):
    """Kill the story and its picture; ``leave`` erases less than it should."""
    story = journal.contents_of("x7k2mb")
    picture = journal.contents_of("spring")
    addresses = tuple(made.path for made in a_picture("spring").renditions)
    journal.append(
        picture_killed("spring", picture, addresses),
        killed("x7k2mb", story),
        moment=later(minutes=9),
    )
    journal.erase([name for name in story + picture if name not in leave])


def bad(lines):
    """Return what still shows."""
    return [(line.what, line.where) for line in lines if not line.good]


def test_the_suspect_is_known_before(journal):
    """Addresses and headlines of all versions are gathered while they are there."""
    suspect = suspect_of(journal, "x7k2mb", zone=KOLKATA)

    assert suspect.words == ("Minister accused", "Minister cleared of it")
    assert suspect.pictures == ("spring",)
    assert len(suspect.paths) == 1
    assert suspect.paths[0].endswith("/the-accused-x7k2mb/")


def test_a_clean_kill_shows_nothing(journal, tmp_path):
    """Journal, catalog, pages, addresses: each is looked at and gone."""
    store = press(journal, tmp_path)
    suspect = suspect_of(journal, "x7k2mb", zone=KOLKATA)
    kill(journal)
    catch_up(store, journal)
    order = order_of(journal, "x7k2mb")

    with store.read() as tx:
        lines = [
            *journal_lines(journal, "x7k2mb", order),
            *store_lines(tx, suspect, order),
            *every_page(tx, suspect, order),
        ]
    store.close()

    assert bad(lines) == []
    assert {"journal content", "journal chain", "catalog", "notice", "page"} <= {
        line.what for line in lines
    }
    assert {"/", "/feed.rss", "/feed.json"} <= {line.where for line in lines}


def test_a_content_that_was_left_is_said(journal, tmp_path):
    """An erasure that missed one version is no erasure."""
    first = journal.contents_of("x7k2mb")[0]
    kill(journal, leave=(first,))
    order = order_of(journal, "x7k2mb")
    del tmp_path

    found = bad(journal_lines(journal, "x7k2mb", order))

    assert found == [("journal content", "entry 3")]


@pytest.mark.parametrize("erased", [True, False])
def test_words_that_a_front_said_about_it_are_looked_at(journal, erased):
    """Arrangements of the past too, but not those that only name it."""
    told = Treatment(story="x7k2mb", headline="The minister it is")
    journal.append(arranged("home", "x7k2mb", "x7k2mc"))
    (said,) = journal.append(arranged("home", "x7k2mb", treatments=(told,)))
    journal.append(arranged("home", "x7k2mc"))
    hashes = [*journal.contents_of("x7k2mb"), said.content_hash]
    journal.append(killed("x7k2mb", hashes))
    journal.erase(hashes if erased else hashes[:-1])
    order = order_of(journal, "x7k2mb")

    lines = list(journal_lines(journal, "x7k2mb", order))

    fronts = [(each.where, each.good) for each in lines if "front" in each.what]
    assert fronts == [(f"entry {said.seq}", erased)]


def test_a_press_that_did_not_pass_is_noticed(journal, tmp_path):
    """Before the pages are made again everything still shows."""
    store = press(journal, tmp_path)
    suspect = suspect_of(journal, "x7k2mb", zone=KOLKATA)
    kill(journal)
    order = order_of(journal, "x7k2mb")

    with store.read() as tx:
        found = bad(store_lines(tx, suspect, order))
    store.close()

    assert ("catalog", "story/x7k2mb") in found
    assert ("story page", suspect.paths[0]) in found
    assert ("notice", "/s/x7k2mb") in found
    assert ("page", "/") in found


def test_a_page_that_was_forgotten_is_found(journal, tmp_path):
    """Reading every page finds a mention that no note leads to."""
    store = press(journal, tmp_path)
    suspect = suspect_of(journal, "x7k2mb", zone=KOLKATA)
    kill(journal)
    catch_up(store, journal)
    order = order_of(journal, "x7k2mb")
    stale = finish(Page(text="<p>Minister accused</p>"))
    with store.write() as tx:
        tx.put(PAGES, b"/forgotten/", encode_record(stale))
    with store.read() as tx:
        found = bad(every_page(tx, suspect, order))
    store.close()

    assert found == [("page", "/forgotten/")]


def test_no_kill_no_order(journal):
    """Without a kill there is nothing to look for."""
    assert order_of(journal, "x7k2mb") is None


@pytest.mark.parametrize(
    "text",
    [
        '<a href="/world/2016/12/15/any-slug-x7k2mb/">',
        "see /s/x7k2mb",
        "Brown &amp; Sons accused",
    ],
)
def test_a_mention_is_a_mention_in_any_dress(journal, text):
    """Addresses under any slug, short links, escaped headlines."""
    suspect = Suspect(
        id="x7k2mb", paths=(), words=("Brown & Sons accused",), pictures=()
    )
    kill(journal)
    marks = marks_of(suspect, order_of(journal, "x7k2mb"))

    assert mentions(finish(Page(text=text)), marks)
    assert not mentions(finish(Page(text="Nothing of it.")), marks)


def test_the_text_of_a_page_is_read_whole():
    """Slots part a page; what is on both sides is read."""
    record = finish(Page(text="before \x02strip\x03 after"))

    assert text_of(record) == "before  after"


def test_files_are_looked_for(journal, tmp_path):
    """Originals by name, renditions by address: one that is there is said."""
    kill(journal)
    order = order_of(journal, "x7k2mb")
    original = tmp_path / "originals" / "abc"
    rendition = tmp_path / "renditions" / order.addresses[0].removeprefix("/media/")
    rendition.parent.mkdir(parents=True)
    rendition.write_bytes(b"picture")

    found = bad(file_lines(tmp_path, [original], order))

    assert found == [("file", rendition.name)]


def test_what_it_said_before_is_looked_at_too(journal, tmp_path):
    """The history and its page are lines of the receipt, gone or still there."""
    words = {
        "slug": "the-accused",
        "headline": "Minister cleared of all",
        "revision": 3,
    }
    journal.append(published(a_story("x7k2mb", updated=later(minutes=9), **words)))
    suspect = suspect_of(journal, "x7k2mb", zone=KOLKATA)
    store = press(journal, tmp_path)
    kill(journal)
    order = order_of(journal, "x7k2mb")
    with store.read() as tx:
        before = lines_by_place(store_lines(tx, suspect, order))
    catch_up(store, journal)

    with store.read() as tx:
        after = lines_by_place(store_lines(tx, suspect, order))
    store.close()
    for place in ("/changes/x7k2mb/", "history/x7k2mb"):
        assert (before[place].state, after[place].state) == ("still there", "gone")


def lines_by_place(lines):
    """Return a receipt's lines by where they looked."""
    return {line.where: line for line in lines}


def test_a_killed_live_blog_is_searched_for_its_entries(journal, tmp_path):
    """Their contents, documents and pages have a line each, and their headlines."""
    journal.append(
        published(a_story("x7k2mb", headline="Minister speaks", live="running")),
        said(an_entry(1, headline="The minister denies it all")),
        said(an_entry(51, headline="The minister leaves")),
        moment=later(minutes=9),
    )
    suspect = suspect_of(journal, "x7k2mb", zone=KOLKATA)
    own = next(path for path in suspect.paths if path.endswith("meet-x7k2mb/"))
    assert "The minister leaves" in suspect.words
    assert {f"{own}page/1/", f"{own}page/2/"} <= set(suspect.paths)
    before = press(journal, tmp_path / "before")
    kill(journal)
    order = order_of(journal, "x7k2mb")

    with before.read() as tx:
        told = {line.where: line.good for line in store_lines(tx, suspect, order)}
    assert not told["live/x7k2mb"]
    assert not told["entry/x7k2mb/…"]
    assert not told[f"{own}page/2/"]
    before.close()

    after = press(journal, tmp_path / "after")
    with after.read() as tx:
        lines = list(store_lines(tx, suspect, order))
    assert all(line.good for line in lines)
    erased = [e for e in journal.all if e.kind == "live.entry"]
    assert len(erased) == 2
    assert all(line.good for line in journal_lines(journal, "x7k2mb", order))
    after.close()

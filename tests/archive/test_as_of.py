"""Any page as of any moment."""

from datetime import datetime

import pytest

from dateline.archive.as_of import page_as_of, view_as_of
from dateline.news.stamp import NaiveMomentError
from dateline.press.finish import finish
from dateline.press.run import run
from dateline.store.record import page_at
from dateline.store.store import PAGES, Store
from support.copy import a_site, a_story, a_topic, later
from support.press_house import (
    MemoryJournal,
    killed,
    published,
    site_set,
    topic_set,
    withdrawn,
)

OWN = "/world/2016/12/15/leaders-meet-x7k2mb/"
STEPS = [
    (site_set(a_site()), topic_set(a_topic())),
    (published(a_story()),),
    (published(a_story("x7k2mc", slug="second", first_published=later(minutes=9))),),
    (published(a_story(revision=2, headline="Talks end")),),
    (withdrawn("x7k2mc"),),
    (site_set(a_site(name="The Fig")),),
]


@pytest.fixture
def journal():
    """A journal of six publications, an hour apart."""
    kept = MemoryJournal()
    for hour, changes in enumerate(STEPS):
        kept.append(*changes, moment=later(hours=hour))
    return kept


@pytest.mark.slow
def test_every_page_at_every_position_is_what_the_press_had_made(tmp_path):
    """Yesterday is a smaller journal: the same bytes as were served then."""
    kept = MemoryJournal()
    store = Store(tmp_path / "store", durable=False)
    then = {}
    for hour, changes in enumerate(STEPS):
        run(store, kept.append(*changes, moment=later(hours=hour)))
        with store.read() as tx:
            paths = [p.decode() for p, _ in tx.all(PAGES)]
            then[kept.head()[0]] = {p: page_at(tx, p) for p in paths}
    store.close()

    for entry, pages in then.items():
        for path in ("/", "/world/", OWN, "/feed.rss", "/sitemap.xml", "/s/x7k2mc"):
            made = page_as_of(kept, path, entry=entry)
            assert (made and finish(made)) == pages.get(path), (entry, path)


def test_a_moment_counts_what_was_published_until_then(journal):
    """Before, at and after the moment of a change."""
    before = page_as_of(journal, OWN, moment=later(hours=3, seconds=-1))
    at = page_as_of(journal, OWN, moment=later(hours=3))

    assert "Talks end" not in before.text
    assert "Talks end" in at.text
    assert page_as_of(journal, OWN, moment=later(minutes=30)) is None


def test_half_a_publication_does_not_count(journal):
    """An entry number inside a publication means the one before it."""
    with view_as_of(journal, entry=1) as view:
        assert view.topic("japan") is None
    with view_as_of(journal, entry=2) as view:
        assert view.topic("japan") is not None


def test_killed_content_is_gone_from_the_past(journal):
    """After a kill no moment shows a word of it, and its address is silent."""
    hashes = journal.contents_of("x7k2mb")
    journal.erase(hashes)
    journal.append(killed("x7k2mb", hashes), moment=later(hours=9))

    assert page_as_of(journal, OWN, moment=later(hours=4)) is None
    home = page_as_of(journal, "/", moment=later(hours=4))
    assert "Talks end" not in home.text
    assert "x7k2mb" not in home.text
    assert page_as_of(journal, "/s/x7k2mb").status == 410


def test_a_moment_needs_a_zone(journal):
    """A naive moment is refused, not guessed."""
    with pytest.raises(NaiveMomentError):
        page_as_of(journal, "/", moment=datetime(2016, 12, 15))  # noqa: DTZ001

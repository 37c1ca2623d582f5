"""Why a page says what it says, and what an entry did."""

from dateline.press.explain import explain
from dateline.press.run_log import nameless, run_of
from support.copy import a_story, later
from support.press_house import killed, published

OWN = "/world/2016/12/15/leaders-meet-x7k2mb/"


def test_a_story_is_explained_by_its_keys_and_entries(house):
    """Each key it read, and the entry that last said it."""
    with house.store.read() as tx:
        found = explain(tx, OWN)

    entries = {read.key: read.entry for read in found.reads}
    assert entries["site"] == 1
    assert entries["story/x7k2mb/body"] == 7
    assert entries["picture/spring"] == 4
    assert entries["topic/japan"] == 2
    assert set(found.entries) == {1, 2, 4, 7}


def test_a_front_is_explained_by_its_members(house):
    """A list has no entry of its own; its stories have."""
    with house.store.read() as tx:
        reads = {read.key: read for read in explain(tx, "/world/").reads}

    assert reads["newest/section/world"].members == ("x7k2mb",)
    assert reads["newest/section/world"].entry is None
    assert reads["story/x7k2mb/card"].entry == 7


def test_a_notice_is_explained_by_the_kill(house):
    """A page that is gone names the entry that took it."""
    house.do(killed("x7k2mb"), moment=later(hours=1))
    with house.store.read() as tx:
        found = explain(tx, "/s/x7k2mb")

        assert explain(tx, OWN) is None
    assert found.status == 410
    assert 9 in found.entries


def test_the_log_tells_what_an_entry_did_without_naming_slugs(house):
    """A log outlives a kill, so it holds no word of the story."""
    house.do(published(a_story(revision=2, headline="Talks end")))
    with house.store.read() as tx:
        run = run_of(tx, 9)

        assert run_of(tx, 10) is None
    assert run.changed == ("story/x7k2mb/body", "story/x7k2mb/card")
    assert not any("leaders-meet" in made.path for made in run.pages)
    assert nameless(OWN) == "/world/2016/12/15/…-x7k2mb/"
    assert nameless("/s/x7k2mb") == "/s/x7k2mb"

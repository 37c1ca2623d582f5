"""A rebuild from nothing gives the same store, byte for byte."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.catalog.view import Shelf
from dateline.news.story import Correction
from dateline.press import rebuild as rebuilding
from dateline.press.follow import (
    StoreAheadError,
    catch_up,
    follow,
    must_rebuild,
    open_current,
)
from dateline.press.rebuild import OtherJournalError, rebuild
from dateline.store import folder
from dateline.store.position import position, progress
from dateline.store.store import Store
from support.copy import NOON, a_picture, a_site, a_story, a_topic, later
from support.dump import differences, dump
from support.press_house import (
    MemoryJournal,
    arranged,
    killed,
    picture_killed,
    picture_published,
    published,
    site_set,
    topic_set,
    turned,
    withdrawn,
)

IDS = ["x7k2mb", "x7k2mc", "x7k2md"]
CITY_CHOICES = [(), ("mumbai",), ("mumbai", "patna")]


def a_journal():
    """Return a journal with a bit of everything, a kill included."""
    journal = MemoryJournal()
    journal.append(site_set(a_site()), topic_set(a_topic()))
    journal.append(picture_published(a_picture()))
    for number in range(60):
        story_id = f"bcdf{chr(98 + number // 10)}{2 + number % 8}".translate(
            {101: 120, 105: 122}
        )
        story = a_story(
            f"{story_id[:4]}{'bcdfgh'[number // 10]}{'2345678923'[number % 10]}",
            first_published=later(days=-number, minutes=number),
            lead_picture="spring" if number % 3 else "",
        )
        journal.append(published(story), moment=later(minutes=number))
    journal.append(published(a_story("zzzzzz")), moment=later(hours=3))
    hashes = journal.contents_of("zzzzzz")
    journal.append(killed("zzzzzz", hashes), moment=later(hours=4))
    return journal, hashes


def pressed(journal, place, *, together=7):
    """Return the store of a press that followed the journal from its first entry."""
    store = open_current(MemoryJournal(), place, workers=1)
    catch_up(store, journal, together=together)
    return store


@pytest.mark.slow
def test_a_rebuild_equals_a_press_that_followed(tmp_path):
    """Also when the killed content was gone before the rebuild began."""
    journal, hashes = a_journal()
    followed = pressed(journal, tmp_path / "followed")
    journal.erase(hashes)
    built = rebuild(journal, tmp_path / "built", workers=2)
    store = Store(folder.current(tmp_path / "built"))

    assert built.entries == journal.head()[0]
    assert not differences(dump(followed), dump(store))
    followed.close()
    store.close()


class StopError(Exception):
    """The machine went off."""


@pytest.mark.slow
def test_a_rebuild_that_was_stopped_goes_on(tmp_path, monkeypatch):
    """Stopped again and again, it ends in the same bytes and does not begin anew."""
    journal, _ = a_journal()
    whole = pressed(journal, tmp_path / "whole")
    monkeypatch.setattr(rebuilding, "APPLY_STEP", 20)
    monkeypatch.setattr(rebuilding, "CHUNK", 40)
    steps, stops = [], 0

    def progressed(step, done, total):
        steps.append((step, done))
        if len(steps) % 2:
            raise StopError
        del total

    while True:
        try:
            rebuild(journal, tmp_path / "built", workers=1, progressed=progressed)
            break
        except StopError:
            stops += 1
    store = Store(folder.current(tmp_path / "built"))

    assert stops > 3
    assert steps == sorted(set(steps), key=steps.index), "a step was done twice"
    assert not differences(dump(whole), dump(store))
    whole.close()
    store.close()


def test_an_unfinished_rebuild_of_another_journal_is_refused(tmp_path, monkeypatch):
    """It is not mixed with this one; the hint says how to begin afresh."""
    monkeypatch.setattr(rebuilding, "APPLY_STEP", 5)

    def stop(_step, _done, _total):
        raise StopError

    with pytest.raises(StopError):
        rebuild(a_journal()[0], tmp_path, workers=1, progressed=stop)
    other = MemoryJournal()
    for number in range(9):
        other.append(site_set(a_site(name=f"Other {number}")))

    with pytest.raises(OtherJournalError) as caught:
        rebuild(other, tmp_path, workers=1)

    assert "--afresh" in caught.value.hint
    assert rebuild(other, tmp_path, workers=1, afresh=True).entries == 9


def test_a_store_of_another_journal_is_refused(tmp_path):
    """A press never goes on from a position that the journal does not have."""
    journal = MemoryJournal()
    journal.append(site_set(a_site()))
    open_current(journal, tmp_path, workers=1).close()
    other = MemoryJournal()
    other.append(site_set(a_site(name="The Fig")))

    with pytest.raises(StoreAheadError):
        open_current(other, tmp_path, workers=1)
    with pytest.raises(StoreAheadError):
        open_current(MemoryJournal(), tmp_path, workers=1)


def test_new_templates_make_everything_again(tmp_path, monkeypatch):
    """A new version of Dateline notices that the pages were made by an older one."""
    journal = MemoryJournal()
    journal.append(site_set(a_site()))
    open_current(journal, tmp_path, workers=1).close()
    assert not must_rebuild(tmp_path)

    monkeypatch.setattr("dateline.press.follow.fingerprint", lambda: "newer")

    assert must_rebuild(tmp_path)


def test_following_makes_pages_as_entries_come(tmp_path):
    """The loop takes in what waits, tells of each run, and stops when told."""
    journal = MemoryJournal()
    store = open_current(journal, tmp_path, workers=1)
    journal.append(site_set(a_site()))
    runs = []

    def done(run):
        runs.append(run)
        if run.last == 1:
            journal.append(published(a_story()))

    follow(store, journal, stopped=lambda: len(runs) == 2, done=done, patience=0.01)

    assert [(r.first, r.last) for r in runs] == [(1, 1), (2, 2)]
    with store.read() as tx:
        assert position(tx).seq == 2
        assert progress(tx) is None
    store.close()


stories = st.builds(
    a_story,
    story_id=st.sampled_from(IDS),
    headline=st.sampled_from(["One", "Two"]),
    slug=st.sampled_from(["one", "two"]),
    section=st.sampled_from(["world", "india"]),
    cities=st.sampled_from(CITY_CHOICES),
    topics=st.sampled_from([(), ("japan",)]),
    lead_picture=st.sampled_from(["", "spring", "unknown"]),
    first_published=st.sampled_from([NOON, later(days=1), later(days=-400)]),
    updated=st.sampled_from([None, later(days=2)]),
    corrections=st.sampled_from(
        [(), (Correction(moment=later(days=4), note="Wrong year."),)]
    ),
)
changes = st.one_of(
    stories.map(published),
    st.sampled_from(IDS).map(withdrawn),
    st.sampled_from(IDS).map(lambda i: ("kill", i)),
    st.just(("kill picture", "spring")),
    st.sampled_from(["First", "Other"]).map(
        lambda c: picture_published(a_picture(caption=f"{c} view of Nagato."))
    ),
    st.sampled_from(["Japan", "Nippon"]).map(lambda n: topic_set(a_topic(name=n))),
    st.permutations(IDS).map(lambda p: arranged("home", *p[:2])),
    st.sampled_from(["The Fig", "The Banyan"]).map(lambda n: site_set(a_site(name=n))),
    st.sampled_from(["Asia/Kolkata", "Europe/Dublin"]).map(
        lambda z: site_set(a_site(zone=z))
    ),
    st.integers(1, 60).map(lambda h: turned(later(hours=h))),
)


@pytest.mark.slow
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    st.lists(st.lists(changes, min_size=1, max_size=3), max_size=8), st.integers(1, 4)
)
def test_incremental_equals_rebuild(tmp_path_factory, history, together):
    """Whatever was done, in whatever steps: the same store as from nothing."""
    place = tmp_path_factory.mktemp("press")
    journal, dead = MemoryJournal(), set()
    journal.append(site_set(a_site()))
    store = open_current(MemoryJournal(), place / "followed", workers=1)
    with store.read() as tx:
        shelf = Shelf(tx=tx)  # kept from run to run, as a press that follows does
    for number, group in enumerate(history):
        lawful, hashes = [], []
        for change in group:
            if isinstance(change, tuple):
                erased = journal.contents_of(change[1])
                hashes += erased
                dead.add(change[1])
                make = killed if change[0] == "kill" else picture_killed
                lawful = [c for c in lawful if c.subject != change[1]]
                lawful.append(make(change[1], erased))
            elif change.subject not in dead:
                lawful.append(change)
        if lawful:
            journal.append(*lawful, moment=later(days=5, hours=number))
        if number % together == 0:
            catch_up(store, journal, together=together, shelf=shelf)
        journal.erase(hashes)
    catch_up(store, journal, together=together, shelf=shelf)
    rebuild(journal, place / "built", workers=1)
    built = Store(folder.current(place / "built"))

    assert not differences(dump(store), dump(built))
    store.close()
    built.close()

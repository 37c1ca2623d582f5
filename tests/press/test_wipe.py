"""After a kill the store's file holds nothing of it, in no corner."""

import pytest

from dateline.press.catch_up import catch_up
from dateline.press.follow import open_current
from dateline.press.rebuild import rebuild
from dateline.press.wipe import begin, take_over
from dateline.store import folder
from dateline.store.store import DATA, Store
from support.copy import a_site, a_story, later, paragraph
from support.dump import differences, dump
from support.press_house import MemoryJournal, killed, published, site_set

MARK = b"xylophonist"
WORDS = {
    "headline": "The xylophonist is named",
    "slug": "the-xylophonist",
    "body": tuple(paragraph(f"The xylophonist, {n} times.") for n in range(200)),
}


@pytest.fixture
def journal():
    """A journal with a story that will be killed, and many that will not."""
    made = MemoryJournal()
    made.append(site_set(a_site()))
    for number in range(9):
        made.append(published(a_story(f"bcdfg{number}")), moment=later(minutes=number))
    made.append(published(a_story("x7k2mb", **WORDS)), moment=later(minutes=10))
    return made


@pytest.fixture
def store(journal, tmp_path):
    """A store that followed it, with the story in it."""
    found = open_current(MemoryJournal(), tmp_path, workers=1)
    catch_up(found, journal)
    yield found
    found.close()


def kill(journal, story="x7k2mb"):
    """Kill a story."""
    hashes = journal.contents_of(story)
    journal.append(killed(story, hashes), moment=later(hours=1))
    journal.erase(hashes)


def wipe(store, journal, *, meanwhile=lambda: None):
    """Do what the press does after a kill; ``meanwhile`` happens beside the copy."""
    of = folder.remains(store.path.parent)
    copy = begin(store)
    meanwhile()
    take_over(copy, old=store, of=of, catch_up=lambda new: catch_up(new, journal))
    return Store(copy)


def text_of_files(place):
    """Return all bytes of all files below a folder."""
    return b"".join(p.read_bytes() for p in place.rglob("*") if p.is_file())


def test_nothing_of_it_is_in_any_file(store, journal, tmp_path):
    """Not in the tables, not in free pages, not in gaps; else the copy is the same."""
    kill(journal)
    catch_up(store, journal)
    before = dump(store)
    assert MARK in text_of_files(tmp_path)  # a removed page leaves its bytes behind
    assert folder.remains(tmp_path)

    new = wipe(store, journal)

    assert MARK not in text_of_files(tmp_path)
    assert not differences(before, dump(new))
    assert folder.current(tmp_path) == new.path
    assert not folder.remains(tmp_path)
    assert not store.path.exists()
    new.close()


def test_without_a_kill_nothing_is_to_be_wiped(store, journal, tmp_path):
    """A publication costs no copy of the store."""
    journal.append(published(a_story("x7k2mc")), moment=later(hours=1))

    catch_up(store, journal)

    assert not folder.remains(tmp_path)


def test_the_mark_is_there_before_the_run(store, journal, tmp_path, monkeypatch):
    """A press that dies in the run, or after it, leaves word that there are remains."""
    kill(journal)

    def dies(*_):
        raise InterruptedError

    monkeypatch.setattr("dateline.press.run.set_position", dies)
    with pytest.raises(InterruptedError):
        catch_up(store, journal)

    assert folder.remains(tmp_path) == str(journal.head()[0])


def test_what_is_published_meanwhile_is_not_lost(store, journal):
    """The copy is brought up to the old one before it takes its place."""
    kill(journal)
    catch_up(store, journal)

    def meanwhile():
        journal.append(published(a_story("x7k2mc")), moment=later(hours=2))
        catch_up(store, journal)

    new = wipe(store, journal, meanwhile=meanwhile)

    with new.read() as tx:
        assert tx.get("documents", b"story/x7k2mc") is not None
    new.close()


def test_a_second_kill_meanwhile_is_wiped_in_its_turn(store, journal, tmp_path):
    """The copy that was begun before it holds its remains: the mark stays."""
    kill(journal)
    catch_up(store, journal)
    seconds = []

    def meanwhile():
        kill(journal, "bcdfg3")
        catch_up(store, journal)
        seconds.append(str(journal.head()[0]))

    wipe(store, journal, meanwhile=meanwhile).close()

    assert [folder.remains(tmp_path)] == seconds


def test_an_unfinished_rebuild_is_thrown_away(store, journal, tmp_path):
    """It was begun before the kill and may hold what was killed."""
    unfinished = folder.following(tmp_path)
    unfinished.mkdir()
    (unfinished / DATA).write_bytes(MARK)
    kill(journal)
    catch_up(store, journal)

    new = wipe(store, journal)

    assert MARK not in text_of_files(tmp_path)
    new.close()


def test_a_rebuild_does_not_go_on_from_before_a_kill(store, journal, tmp_path):
    """What was made before is not taken up while there may be remains."""
    unfinished = folder.following(tmp_path)
    unfinished.mkdir()
    (unfinished / DATA).write_bytes(b"no store at all")
    kill(journal)
    catch_up(store, journal)

    made = rebuild(journal, tmp_path, workers=1)

    assert made.store == unfinished
    assert folder.current(tmp_path) == unfinished


def test_a_rebuild_takes_in_what_came_meanwhile(store, journal, tmp_path):
    """Readers are never set back to where the rebuild began."""
    del store
    late = []

    def progressed(step, *_):
        if step == "pages" and not late:
            late.append(journal.append(published(a_story("x7k2mc"))))

    made = rebuild(journal, tmp_path / "again", workers=1, progressed=progressed)

    new = Store(made.store)
    with new.read() as tx:
        assert tx.get("documents", b"story/x7k2mc") is not None
    new.close()

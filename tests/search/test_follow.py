"""The index follows the journal: nothing lost, nothing double, nothing killed."""

import random
from pathlib import Path

import pytest

from dateline.search.ask import Reader
from dateline.search.follow import IndexAheadError, catch_up, must_rebuild, open_current
from dateline.search.index import (
    IndexUnreadableError,
    fingerprint,
    open_index,
    standing,
)
from dateline.search.question import question_of
from dateline.search.rebuild import make_beside, rebuild, take_over
from dateline.search.writer import Writer
from dateline.store import folder
from support.copy import a_site, a_story, later, paragraph
from support.press_house import MemoryJournal, killed, published, site_set, withdrawn
from support.search_house import ZONE, all_terms, files_with

UNHEARD = "Zwyxwvutsrq"
QUESTIONS = (
    "leaders",
    "spring",
    "talks",
    "dogs",
    "cats",
    "-dogs",
    "नागातो",
    '"hot spring"',
)


def test_a_correction_takes_the_place_of_what_was_said(house):
    """The old words do not find it any more."""
    house.do(published(a_story(headline="Minister resigns")))
    house.do(published(a_story(headline="Minister stays", revision=2)))

    assert house.ids("resigns", section="world") == []
    assert house.ids("stays") == ["x7k2mb"]
    assert house.find().total == 1


@pytest.mark.parametrize("end", [killed, withdrawn])
def test_what_is_killed_or_withdrawn_is_not_found(paper, end):
    """With the commit of that entry, and not an entry later."""
    (position,) = paper.do(end("fldfl2"))

    assert position.seq == paper.journal.head()[0]
    assert paper.ids("roof") == []
    assert not paper.reader.has("fldfl2")
    assert paper.reader.has("qkqkq2")


def test_a_withdrawn_story_that_is_published_again_is_found(paper):
    """Withdrawing is no end."""
    paper.do(withdrawn("fldfl2"))
    paper.do(published(a_story("fldfl2", headline="Floods are back", revision=2)))

    assert paper.ids("floods back") == ["fldfl2"]


def test_what_the_store_does_not_have_is_not_shown(paper):
    """A kill that the press has passed and the index has not hides the story."""
    paper.press(killed("fldfl2"))

    assert paper.ids("roof") == ["fldfl2"]
    assert "Floods in Patna" not in paper.said("roof")


def test_an_index_made_from_nothing_answers_like_one_that_followed(tmp_path):
    """Whatever happened: corrections, withdrawals, kills, in any order."""
    dice = random.Random(5)  # noqa: S311 - a test's dice
    journal, followed, fresh = MemoryJournal(), tmp_path / "a", tmp_path / "b"
    journal.append(site_set(a_site()))
    with open_current(journal, followed) as writer:
        for number in range(120):
            journal.append(any_change(dice, number))
            if dice.random() < 0.4:
                list(catch_up(writer, journal))
        list(catch_up(writer, journal))
        rebuild(journal, fresh)

        assert answers(followed) == answers(fresh)
        assert standing_of(followed) == standing_of(fresh)


def any_change(dice, number):
    """Return some change to one of twenty stories."""
    story_id = f"{dice.choice('bcdfghjkmnpqrstvwxz2')}bbbb2"
    kind = dice.random()
    if kind < 0.1:
        return killed(story_id)
    if kind < 0.25:
        return withdrawn(story_id)
    words = dice.sample("dogs cats hot spring talks नागातो".split(), 3)
    return published(
        a_story(
            story_id,
            revision=number,
            headline=" ".join(words),
            first_published=later(minutes=ord(story_id[0])),
        )
    )


def answers(indexes):
    """Return what an index answers to some questions, in order."""
    reader = Reader(indexes)
    asked = [
        question_of({"q": q, "sort": "date"}, site=a_site()) for q in (*QUESTIONS, "")
    ]
    return [
        (found.ids, found.total) for q in asked if (found := reader.ask(q, zone=ZONE))
    ]


def standing_of(indexes):
    """Return where the current index of a folder stands."""
    return standing(open_index(folder.current(indexes)).searcher())


def test_the_position_is_committed_with_what_it_speaks_of(house):
    """A writer that goes without a commit has done nothing."""
    before = house.writer.standing
    house.press(published(a_story()))
    entries = house.journal.entries(before.position.seq)
    house.writer.take(entries, house.journal)
    house.writer.close()

    again = open_current(house.journal, house.indexes)
    assert again.standing == before
    assert [p.seq for p in catch_up(again, house.journal)] == [2]
    assert house.ids("leaders") == ["x7k2mb"]
    again.close()


def test_a_kill_leaves_no_word_on_the_disk(paper):
    """The mark is there before the kill is; it goes when the files are new."""
    body = (paragraph(f"A word that nobody else says: {UNHEARD}."),)
    paper.do(published(a_story("scscs2", body=body)))
    assert UNHEARD.lower() in all_terms(paper.writer.place)
    paper.journal.erase(paper.journal.contents_of("scscs2"))

    paper.do(killed("scscs2"))

    assert not paper.reader.has("scscs2")
    of = folder.remains(paper.indexes)
    assert of == str(paper.journal.head()[0])
    made = make_beside(paper.journal, paper.indexes)
    take_over(made, of=of, let_go=lambda: paper.writer.close(settle=True))
    assert folder.remains(paper.indexes) == ""
    assert [each.name for each in paper.indexes.iterdir() if each.is_dir()] == [
        made.name
    ]
    assert UNHEARD.lower() not in all_terms(made)
    assert files_with(paper.indexes, UNHEARD) == []
    assert paper.ids("roof") == ["fldfl2"]


def test_a_kill_during_the_renewal_keeps_the_mark(paper):
    """What was begun before a second kill does not count for it."""
    paper.do(killed("fldfl2"))
    of = folder.remains(paper.indexes)
    made = make_beside(paper.journal, paper.indexes)
    paper.do(killed("qkqkq2"))

    take_over(made, of=of, let_go=lambda: paper.writer.close(settle=True))

    assert folder.remains(paper.indexes) == str(paper.journal.head()[0])


def test_an_index_made_by_other_code_is_made_again(paper, monkeypatch):
    """Words folded otherwise would not be found."""
    assert not must_rebuild(paper.indexes)
    paper.writer.close()
    monkeypatch.setattr("dateline.search.follow.fingerprint", lambda: "another")
    monkeypatch.setattr("dateline.search.writer.fingerprint", lambda: "another")

    assert must_rebuild(paper.indexes)
    with open_current(paper.journal, paper.indexes) as writer:
        assert writer.place.name == "3"
        assert writer.standing.fingerprint == "another" != fingerprint()
    assert [p.name for p in paper.indexes.iterdir() if p.is_dir()] == ["3"]


def test_a_damaged_index_is_made_again(paper):
    """The journal has everything."""
    paper.writer.close(settle=True)
    (paper.writer.place / "meta.json").write_bytes(b"{ no json")

    with open_current(paper.journal, paper.indexes) as writer:
        assert writer.stories == 4


def test_an_index_ahead_of_the_journal_is_refused(paper):
    """It belongs to another journal, or this one was restored."""
    paper.writer.close()
    del paper.journal.all[-1]

    with pytest.raises(IndexAheadError):
        open_current(paper.journal, paper.indexes)


def test_only_whole_publications_are_taken_in(house):
    """What has not its last part yet waits."""
    house.press(published(a_story("aaaaa2")), published(a_story("bbbbb2")))
    rest = house.journal.all.pop()

    assert house.index() == []
    house.journal.all.append(rest)
    assert [p.seq for p in house.index()] == [3]
    assert house.find().total == 2


def test_a_second_writer_is_refused(house):
    """One index, one writer."""
    with pytest.raises(IndexUnreadableError):
        Writer(house.writer.place)
    assert isinstance(house.writer.place, Path)

"""Corrections: with a note where it matters, without a trace where not."""

import pytest

from dateline.newsroom.actions.correct import Correct, NoNoteError
from dateline.newsroom.actions.errors import WrongStateError
from dateline.newsroom.actions.publish import Publish
from support.copy import later
from support.newsroom_copy import a_draft, again, changed, published


def test_a_material_correction_tells_readers(either):
    """The note, its moment, and that the story is updated."""
    story = published()
    changed(story, headline="Leaders meet at two hot springs")

    Correct(story=story, note=" It was two. ", now=later(hours=1)).execute()

    document = either.said()[-1][1]
    assert document.headline == "Leaders meet at two hot springs"
    assert [(c.moment, c.note) for c in document.corrections] == [
        (later(hours=1), "It was two.")
    ]
    assert document.updated == later(hours=1)


def test_a_minor_correction_is_no_news(house):
    """A slip of the pen is mended, and the story does not count as updated."""
    story = published()
    changed(story, headline="Leaders meet at a hot spring!")

    Correct(story=story, minor=True, now=later(hours=1)).execute()

    document = house.said()[-1][1]
    assert document.headline.endswith("!")
    assert document.corrections == ()
    assert document.updated is None


def test_notes_stay_when_the_story_is_published_again(house):
    """A later revision, begun before the correction too, cannot drop a note."""
    story = published()
    early = changed(story, headline="Begun before the correction").latest_revision
    changed(story, headline="Corrected")
    Correct(story=story, note="One.", now=later(hours=1)).execute()

    Publish(story=story, revision=early, now=later(hours=2)).execute()

    assert [c.note for c in house.said()[-1][1].corrections] == ["One."]


def test_a_material_correction_needs_a_note(house):
    """Nothing is corrected behind readers' backs."""
    story = published()

    with pytest.raises(NoNoteError):
        Correct(story=story, note="  ", now=later(hours=1)).execute()

    assert again(story).corrections == []


def test_only_what_readers_read_can_be_corrected(house):
    """A draft is edited, not corrected."""
    with pytest.raises(WrongStateError):
        Correct(story=a_draft(), note="x", now=later(hours=1)).execute()

"""Publishing: the newsroom and the journal say the same, or neither says it."""

import threading

import pytest
from django.db import IntegrityError, connection

from dateline.journal.reader import publications
from dateline.newsroom.actions import put_out as put_out_module
from dateline.newsroom.actions.errors import (
    CopyHarmError,
    EmbargoedError,
    NotAllowedError,
)
from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.journal_writer import write
from dateline.newsroom.models import Story
from dateline.newsroom.models.story import StoryState
from dateline.newsroom.roles import EDITOR, REPORTER
from support.copy import NOON, later
from support.newsroom_copy import (
    a_draft,
    a_person,
    a_saved_picture,
    again,
    changed,
    paragraph,
    picture_block,
    published,
)


def test_a_draft_is_nowhere_public(either):
    """Saving writes nothing into the journal."""
    a_draft()

    assert either.said() == []


def test_publishing_tells_the_journal(either):
    """What readers get is what the desk wrote, cleaned."""
    story = a_draft(
        standfirst="Two days\n of talks.",
        located=["NAGATO, Japan"],
        byline=["Mira Sen"],
        ed_note="never for readers",
        body=[paragraph('Met <b>late</b>.<script>x()</script> <a href="/in">in</a>')],
    )

    done = Publish(story=story, now=NOON).execute()

    ((kind, document),) = either.said()
    assert kind == "story.published"
    assert document.id == story.public_id
    assert document.revision == 1
    assert document.standfirst == "Two days of talks."
    assert document.located == ("NAGATO, Japan",)
    assert document.first_published == NOON
    assert document.updated is None
    assert [b.text for b in document.body] == ["Met <strong>late</strong>. in"]
    assert b"never for readers" not in either.entries()[-1].content
    assert again(story).state == StoryState.PUBLISHED
    assert again(story).live
    assert [e.seq for e in done.entries] == [2]
    assert either.findings() == ()


def test_pictures_and_topics_go_out_with_the_story(either):
    """One publication: whoever meets the story has met what it names."""
    lead, inside = a_saved_picture(shade=10), a_saved_picture(shade=20)
    published(topics=["japan"], lead_picture=lead, body=[picture_block(inside)])

    assert either.kinds() == [
        "picture.published",
        "picture.published",
        "topic.set",
        "story.published",
    ]
    assert len(list(publications(iter(either.entries())))) == 2


def test_what_readers_have_already_is_not_said_again(house):
    """A second story with the same picture and topic tells of itself alone."""
    picture = a_saved_picture()
    published(topics=["japan"], lead_picture=picture)
    published(topics=["japan"], lead_picture=picture, headline="Talks go on")

    assert house.kinds()[-1] == "story.published"
    assert len(house.kinds()) == 4


def test_publishing_the_same_again_says_nothing(house):
    """A button pressed twice is no news."""
    story = published()

    done = Publish(story=story, now=later(hours=1)).execute()

    assert done.entries == ()
    assert again(story).updated is None
    assert again(story).public_revision == 1


def test_a_changed_story_is_updated_and_keeps_its_first_moment(either):
    """Readers see when they first got it and that they got something new."""
    story = published()
    changed(story, headline="Leaders part")

    Publish(story=story, now=later(hours=1)).execute()

    document = either.said()[-1][1]
    assert document.first_published == NOON
    assert document.updated == later(hours=1)
    assert document.revision == 2


def test_an_embargoed_story_is_refused_before_its_moment(either):
    """Nobody can publish too early; at the moment itself the embargo has ended."""
    story = a_draft(embargoed_until=later(hours=1))

    with pytest.raises(EmbargoedError) as refused:
        Publish(story=story, now=later(minutes=59)).execute()

    assert "chedule" in refused.value.hint
    assert either.said() == []
    Publish(story=story, now=later(hours=1)).execute()
    assert either.kinds() == ["story.published"]


def test_a_story_without_text_is_refused(house):
    """An empty page would be harm done."""
    story = a_draft(body=[paragraph(" ")])

    with pytest.raises(CopyHarmError, match="no text"):
        Publish(story=story, now=NOON).execute()

    assert again(story).state == StoryState.DRAFT


def test_warnings_are_told_and_do_not_stop(house):
    """The editor sees what looks wrong; the decision is his."""
    story = a_draft(headline="The the talks")

    done = Publish(story=story, now=NOON).execute()

    assert [remark.check for remark in done.remarks] == ["double words"]
    assert again(story).live


def test_a_reporter_cannot_publish_and_an_editor_can(house):
    """Roles decide, not the button."""
    story = a_draft()

    with pytest.raises(NotAllowedError):
        Publish(story=story, acting_user=a_person(REPORTER), now=NOON).execute()

    assert house.said() == []
    Publish(story=story, acting_user=a_person(EDITOR, "amal"), now=NOON).execute()
    assert house.kinds() == ["story.published"]


PLACES = [
    (put_out_module, "picture_changes"),
    (put_out_module, "topic_changes"),
    (put_out_module, "_end_workflow"),
    (put_out_module, "_settle_schedule"),
    (put_out_module, "write"),
    (Story, "save"),
]


@pytest.mark.parametrize("place", PLACES, ids=lambda p: p[1])
def test_an_error_anywhere_leaves_nothing(house, monkeypatch, place):
    """P3: not published in the newsroom and absent from the journal."""
    story = a_draft(lead_picture=a_saved_picture())

    def fails(*_args, **_fields):
        raise InterruptedError

    with monkeypatch.context() as patch:
        patch.setattr(*place, fails)
        with pytest.raises(InterruptedError):
            Publish(story=story, now=NOON).execute()

    assert house.said() == []
    assert again(story).state == StoryState.DRAFT
    assert again(story.lead_picture).public_hash == ""
    Publish(story=story, now=NOON).execute()
    assert house.kinds() == ["picture.published", "story.published"]


def test_an_error_after_the_journal_takes_the_entries_back(either, monkeypatch):
    """P3: entries are written in the story's own transaction."""
    story = a_draft()

    def writes_and_fails(changes, *, moment):
        write(changes, moment=moment)
        raise InterruptedError

    with monkeypatch.context() as patch:
        patch.setattr(put_out_module, "write", writes_and_fails)
        with pytest.raises(InterruptedError):
            Publish(story=story, now=NOON).execute()

    assert either.said() == []
    assert not again(story).live


def test_nobody_can_set_a_story_live_behind_the_actions(either):
    """The database itself refuses a story that is live and not published."""
    story = a_draft()

    with pytest.raises(IntegrityError):
        Story.objects.filter(pk=story.pk).update(live=True)


@pytest.mark.slow
def test_eight_editors_at_once_give_one_gapless_journal(either):
    """P1: whoever publishes when, the chain is whole and every story is in it."""
    stories = [a_draft(headline=f"Story {n}", topics=["japan"]) for n in range(24)]
    failed = []

    def publish(mine):
        try:
            for story in mine:
                Publish(story=story, now=NOON).execute()
        except Exception as error:  # noqa: BLE001 - told below
            failed.append(error)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=publish, args=(stories[n::8],)) for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    entries = either.entries()
    assert [e.seq for e in entries] == list(range(1, len(entries) + 1))
    assert either.findings() == ()
    assert sorted(either.kinds()) == ["story.published"] * 24 + ["topic.set"]

"""The screen of a live blog: one form, by keyboard, for those who may."""

import re

import pytest

from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.admin.preview import page_of
from dateline.newsroom.models import LiveEntry
from support.copy import NOON, later
from support.newsroom_copy import a_draft, again, published


def desk(story):
    """Return the address of a blog's screen."""
    return f"/admin/stories/live/{story.pk}/"


@pytest.fixture
def blog(house, editor):
    """A published story that the editor has started as a live blog."""
    story = published(now=NOON)
    editor.post(desk(story), {"start": "1"})
    return again(story)


def text_of(page):
    """Return a screen's words."""
    return re.sub(r"\s+", " ", page.content.decode())


def test_an_editor_writes_and_releases(house, editor, blog):
    """One post is one entry; the screen is back with it on top."""
    page = editor.post(
        desk(blog),
        {"text": "The **barrier** is up.", "author": "Mira", "release": "1"},
        follow=True,
    )

    assert "Entry 1 is out." in text_of(page)
    assert house.said()[-1][1].blocks[0].text == "The <strong>barrier</strong> is up."
    assert 'id="row-' in text_of(page)


def test_what_cannot_stand_is_said_above_the_words(house, editor, blog):
    """The words stay in the form, and nothing goes out."""
    before = len(house.entries())
    page = editor.post(desk(blog), {"headline": "", "text": " ", "release": "1"})
    assert "says nothing" in text_of(page)

    editor.post(desk(blog), {"text": "First.", "release": "1"})
    entry = LiveEntry.objects.get()
    page = editor.post(
        desk(blog), {"entry": entry.pk, "text": "Changed words.", "correct": "1"}
    )
    assert "needs a note" in text_of(page)
    assert "Changed words." in text_of(page)
    assert len(house.entries()) == before + 1


def test_an_entry_is_corrected_marked_and_removed(house, editor, blog):
    """Each by a button of its row."""
    editor.post(desk(blog), {"text": "Fist.", "release": "1"})
    entry = LiveEntry.objects.get()
    assert "Fist." in text_of(editor.get(f"{desk(blog)}?entry={entry.pk}"))

    said = {"entry": entry.pk, "text": "First.", "note": "It said fist."}
    editor.post(desk(blog), said | {"correct": "1"})
    assert house.said()[-1][1].note == "It said fist."

    editor.post(desk(blog), {"entry": entry.pk, "key": "1"})
    assert house.said()[-1][1].key
    assert "Key point" in text_of(editor.get(desk(blog)))

    editor.post(desk(blog), {"entry": entry.pk, "remove": "1"})
    assert house.kinds()[-1] == "live.removed"
    assert "No entry yet." in text_of(editor.get(desk(blog)))


def test_a_reporter_keeps_drafts_and_has_no_other_button(house, reporter, blog):
    """The screen offers what may be done, and a forged post does nothing."""
    before = len(house.entries())
    page = text_of(reporter.get(desk(blog)))
    assert 'name="draft"' in page
    assert 'name="release"' not in page
    assert 'name="end"' not in page

    reporter.post(desk(blog), {"text": "Heard at the lock.", "draft": "1"})
    refused = reporter.post(desk(blog), {"text": "Now.", "release": "1"})
    reporter.post(desk(blog), {"end": "1"})

    assert "may not publish story" in text_of(refused)
    assert len(house.entries()) == before
    assert LiveEntry.objects.get().text == "Heard at the lock."


def test_an_editor_releases_a_draft(house, editor, reporter, blog):
    """Opened, read, released: the reporter's words under the next number."""
    reporter.post(desk(blog), {"text": "Heard at the lock.", "draft": "1"})
    draft = LiveEntry.objects.get()

    editor.post(
        desk(blog), {"entry": draft.pk, "text": "Seen at the lock.", "release": "1"}
    )

    assert house.said()[-1][1].blocks[0].text == "Seen at the lock."
    assert LiveEntry.objects.count() == 1


def test_entries_of_a_draft_wait_for_their_story(house, editor):
    """The screen says so, the preview shows them, and then all goes out."""
    story = a_draft()
    editor.post(desk(story), {"start": "1"})
    page = editor.post(desk(story), {"text": "Early.", "release": "1"}, follow=True)
    assert "goes out with the story" in text_of(page)
    assert house.kinds() == []

    assert "Early." in page_of(again(story))
    Publish(story=again(story), now=later(hours=1)).execute()
    assert house.kinds() == ["story.published", "live.entry"]


def test_nobody_reaches_another_storys_entry(house, editor, blog):
    """The address names both."""
    editor.post(desk(blog), {"text": "First.", "release": "1"})
    other = published(headline="Another", now=later(minutes=9))
    entry = LiveEntry.objects.get()

    page = editor.post(desk(other), {"entry": entry.pk, "remove": "1"})

    assert page.status_code == 404
    assert house.kinds().count("live.removed") == 0


def test_strangers_stay_outside(stranger, blog):
    """Whoever is not logged in is led to the door."""
    assert stranger.get(desk(blog)).status_code == 302


def test_a_storys_screen_leads_to_its_blog(editor, reporter, house):
    """For an editor always; for a reporter once it is one."""
    story = published()
    link = f'href="{desk(story)}"'
    edit = f"/admin/stories/edit/{story.pk}/"
    assert link in text_of(editor.get(edit))
    assert link not in text_of(reporter.get(edit))
    editor.post(desk(story), {"start": "1"})
    assert link in text_of(reporter.get(edit))

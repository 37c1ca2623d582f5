"""Correct, withdraw and restore: a screen each, and who may use it."""

import pytest

from dateline.newsroom.models.story import StoryState
from support.newsroom_copy import a_draft, again, changed, published
from support.story_form import URLS


def test_a_material_correction_carries_its_note(house, editor):
    """The draft goes out with a note that readers see."""
    story = published()
    changed(story, headline="Leaders meet near a hot spring")

    page = editor.get(f"{URLS}correct/{story.pk}/").content.decode()
    editor.post(
        f"{URLS}correct/{story.pk}/",
        {"kind": "material", "note": "They met near it, not at it."},
    )

    assert '<span class="addition">near</span>' in page
    document = house.said()[-1][1]
    assert document.headline == "Leaders meet near a hot spring"
    assert [c.note for c in document.corrections] == ["They met near it, not at it."]


def test_a_minor_correction_leaves_no_trace(house, editor):
    """A slip of the pen is put right without a word."""
    story = published()
    changed(story, standfirst="Two days of talks.")

    editor.post(f"{URLS}correct/{story.pk}/", {"kind": "minor", "note": "ignored"})

    document = house.said()[-1][1]
    assert document.standfirst == "Two days of talks."
    assert document.corrections == ()
    assert document.updated is None


def test_a_material_correction_without_a_note_is_not_published(house, editor):
    """The form asks for the note and nothing happens."""
    story = published()
    changed(story, headline="Leaders part")

    answer = editor.post(
        f"{URLS}correct/{story.pk}/", {"kind": "material", "note": " "}
    )

    assert "what was wrong and what is right" in answer.content.decode()
    assert house.kinds() == ["story.published"]


def test_withdrawing_leaves_a_notice(house, editor):
    """The notice is what readers find from now on."""
    story = published()

    editor.post(f"{URLS}withdraw/{story.pk}/", {"notice": "We check a claim."})

    assert house.said()[-1][1].notice == "We check a claim."
    assert again(story).state == StoryState.WITHDRAWN


def test_a_withdrawn_story_is_restored(house, editor):
    """Published again, as it was, with its first date."""
    story = published()
    editor.post(f"{URLS}withdraw/{story.pk}/", {})
    page = editor.get(f"{URLS}edit/{story.pk}/").content.decode()

    editor.post(f"{URLS}restore/{story.pk}/")

    assert f"{URLS}restore/{story.pk}/" in page
    assert house.said()[-1][1].first_published == story.first_published_at
    assert again(story).state == StoryState.PUBLISHED


def test_what_stands_against_an_action_is_said(house, editor):
    """A draft cannot be withdrawn; the screen names the reason and the remedy."""
    story = a_draft()

    answer = editor.post(f"{URLS}withdraw/{story.pk}/", {})

    assert "is not published" in answer.content.decode()
    assert house.said() == []


@pytest.mark.parametrize("screen", ["correct", "withdraw", "restore", "kill"])
def test_a_reporter_is_turned_away(house, reporter, screen):
    """From each screen, whether he comes to look or to act."""
    story = published()
    address = f"{URLS}{screen}/{story.pk}/"

    assert reporter.get(address).headers["Location"] == "/admin/"
    reporter.post(address, {"reason": "x", "confirm": story.public_id})

    assert house.kinds() == ["story.published"]
    assert again(story).live


def test_buttons_fit_the_state_and_the_role(house, editor, reporter):
    """Only what can be done is offered, and only to those who may."""
    draft, public = a_draft(), published()

    def offered(client, story):
        page = client.get(f"{URLS}edit/{story.pk}/").content.decode()
        deeds = ("correct", "withdraw", "restore", "kill")
        return [d for d in deeds if f'href="{URLS}{d}/{story.pk}/"' in page]

    assert offered(editor, draft) == ["kill"]
    assert offered(editor, public) == ["correct", "withdraw", "kill"]
    assert offered(reporter, public) == []

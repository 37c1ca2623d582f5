"""The screen on which the desk decides about a newer agency version."""

import os
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.models import Proposal, Story
from dateline.newsroom.public_body import public_body
from dateline.newsroom.roles import EDITOR
from support.copy import NOON, later
from support.newsroom_copy import a_person, again, changed, paragraph
from support.newsroom_screen import at_a_screen
from support.newsroom_wire import DESK, arrive, copy
from support.story_form import URLS

FIRST = (
    "The ferry left the harbour at noon on Friday with forty aboard.",
    "Its owner said that the crossing would take six hours.",
    "The wind was light.",
)
OURS = (FIRST[0], "The owner, Mira Sen, said it would take six hours.", FIRST[2])
NOW = (
    FIRST[0].replace("forty", "fifty"),
    "Its owner said that the crossing would take seven hours.",
    FIRST[2],
    "It is due back on Sunday.",
)


def send(texts, *, minutes=0, **fields):
    """Have the agency send a version with these paragraphs."""
    body = "".join(f"<p>{text}</p>" for text in texts)
    raw = copy(minutes=minutes, version=str(minutes), body_xhtml=body, **fields)
    return arrive(raw, source=DESK, now=later(minutes=minutes))


@pytest.fixture
def proposal(house):
    """A newer version of a story that the desk has edited: one clash."""
    send(FIRST)
    by = a_person(EDITOR, "ravi")
    changed(Story.objects.get(), by=by, body=[paragraph(text) for text in OURS])
    send(NOW, minutes=5)
    return Proposal.objects.get()


def body():
    """Return the newest draft's paragraphs."""
    draft = Story.objects.get().get_latest_revision_as_object()
    return [block.text for block in public_body(draft.body)]


def address(proposal):
    """Return the screen of a proposal."""
    return f"{URLS}proposal/{proposal.pk}/"


def key_of(page, words):
    """Return the key of the row that says so."""
    row = page[: page.index(words)].rpartition('id="row-')[2]
    return row.partition('"')[0]


def test_a_missing_choice_is_asked_for_and_the_others_are_kept(proposal, editor):
    """Nothing is settled; what was chosen stands on the screen again."""
    page = editor.get(address(proposal)).content.decode()
    key = key_of(page, "It is due back")

    answer = editor.post(address(proposal), {"merge": "1", f"take-{key}": "ours"})

    shown = answer.content.decode()
    assert "wait for a choice" in shown
    row = shown[shown.index(f'id="row-{key}"') :]
    assert 'value="ours" checked' in " ".join(row.split())[:4000]
    assert again(proposal).settled_at is None
    assert body() == list(OURS)


def test_choices_outlive_a_later_version(proposal, editor):
    """What was chosen for copy that says the same is chosen still."""
    page = editor.get(address(proposal)).content.decode()
    key = key_of(page, ">both changed it<")
    send((*NOW, "More follows."), minutes=9)
    chosen = {"merge": "1", f"take-{key}": "edit", f"text-{key}": "Seven hours."}

    answer = editor.post(address(proposal), chosen, follow=True)

    later_one = Proposal.objects.get(settled_at=None)
    assert answer.redirect_chain[-1][0] == address(later_one)
    assert "Seven hours." in answer.content.decode()
    assert body() == list(OURS)


def test_the_agencys_correction_note_is_proposed_to_readers(proposal, editor):
    """It stands in the proposal, and in the form for a correction."""
    story = Story.objects.get()
    Publish(story=story, now=NOON).execute()
    note = "CORRECTS number aboard to fifty"
    Proposal.objects.update(is_correction=True, note=note, made_at=later(minutes=1))

    assert note in editor.get(address(proposal)).content.decode()
    assert note in editor.get(f"{URLS}correct/{story.pk}/").content.decode()


@pytest.mark.slow
@pytest.mark.parametrize("script", [True, False])
def test_the_desk_decides_by_keyboard(proposal, script):
    """In a browser, with scripts or without: choose, edit, make the draft."""
    person = User.objects.get(username="ravi")
    size = {"width": 1280, "height": 1000}
    with at_a_screen(person, viewport=size, java_script_enabled=script) as (page, url):
        page.goto(url + address(proposal))
        clash = page.locator("fieldset.newsroom-clash")
        if picture := os.environ.get("DATELINE_PICTURES"):
            page.screenshot(
                path=Path(picture) / f"proposal-{script}.png", full_page=True
            )
        assert clash.locator("textarea").is_hidden()
        clash.locator("input").first.focus()
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
        page.keyboard.press("Control+a")
        page.keyboard.type("Mira Sen said it would take seven hours.")
        if picture:
            page.screenshot(path=Path(picture) / f"edited-{script}.png", full_page=True)
        page.get_by_role("button", name="Make the draft as chosen").focus()
        page.keyboard.press("Enter")
        page.get_by_text("The draft is as you chose").first.wait_for()
        assert page.faults == []

    assert body() == [
        NOW[0],
        "Mira Sen said it would take seven hours.",
        *NOW[2:],
    ]
    assert again(proposal).accepted is True

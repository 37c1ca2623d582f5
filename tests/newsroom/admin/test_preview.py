"""Previews: the press's own page of a draft, for the desk's eyes alone."""

import re

import pytest
from django.utils import timezone

from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.admin.preview import DRAFT_MARK, page_of
from dateline.pages.page import SLOT_END, SLOT_START
from support.copy import NOON, later
from support.newsroom_copy import (
    a_draft,
    a_saved_picture,
    again,
    changed,
    picture_block,
    published,
)
from support.pressed_paper import pressed
from support.story_form import URLS, story_form


@pytest.fixture
def empty_slots(monkeypatch):
    """Leave the slots of previews empty."""
    monkeypatch.setattr("dateline.newsroom.admin.preview._slot", lambda _n, _s: "")


def test_a_preview_is_the_page_the_press_makes(house, empty_slots):
    """Byte for byte, apart from the slots, with pictures and topics of its own."""
    lead, inside = a_saved_picture(shade=10), a_saved_picture(shade=20)
    story = a_draft(
        topics=["japan"],
        cities=["mumbai"],
        lead_picture=lead,
        located=["NAGATO, Japan"],
        byline=["Mira Sen"],
        body=[{"type": "crosshead", "value": "What was said"}, picture_block(inside)],
    )
    draft = again(story)
    draft.first_published_at = NOON
    preview = page_of(draft)

    Publish(story=story, now=NOON).execute()
    pages = pressed(house)
    path = re.search(
        r'<link rel="canonical" href="http://banyan.example([^"]+)"', preview
    )

    assert preview == pages[path.group(1)]


def test_a_draft_of_a_published_story_is_laid_over_what_readers_have(
    house, empty_slots
):
    """The unpublished headline is on the preview, the address is the story's own."""
    story = published()
    pressed(house)

    draft = changed(story, headline="Leaders part")
    preview = page_of(draft)

    assert "Leaders part" in preview
    assert story.public_id in preview
    assert house.kinds() == ["story.published"]


def test_the_preview_panel_shows_what_was_typed(house, editor):
    """Wagtail's panel sends the form and shows it, saved or not."""
    story = a_draft()
    address = f"{URLS}preview/{story.pk}/"

    sent = editor.post(address, story_form(headline="Typed, not saved"))
    shown = editor.get(f"{address}?in_preview_panel=true")

    page = shown.content.decode()
    assert sent.json() == {"is_valid": True, "is_available": True}
    assert "Typed, not saved" in page
    assert DRAFT_MARK in page
    assert again(story).headline == "Leaders meet at a hot spring"


def test_a_new_story_has_a_preview_before_it_is_saved(house, editor):
    """With half of it still missing."""
    editor.post(f"{URLS}preview/", story_form(headline="", body=()))

    page = editor.get(f"{URLS}preview/").content.decode()

    assert DRAFT_MARK in page
    assert "The Banyan Post" in page


def test_nobody_keeps_a_preview(house, editor):
    """Not a cache, not a search engine, not another site's frame."""
    story = a_draft()

    headers = editor.get(f"{URLS}preview/{story.pk}/").headers

    assert "no-store" in headers["Cache-Control"]
    assert "noindex" in headers["X-Robots-Tag"]
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "SAMEORIGIN"


def test_a_preview_is_for_the_desk_alone(house, editor, stranger):
    """Whoever is not logged in is sent to log in."""
    story = a_draft(embargoed_until=later(days=1000))

    answer = stranger.get(f"{URLS}preview/{story.pk}/")

    assert answer.status_code == 302
    assert "/login/" in answer.headers["Location"]


def test_links_of_a_preview_lead_to_readers_pages(house, editor):
    """The newsroom has no section fronts; the site has."""
    story = a_draft()

    page = editor.get(f"{URLS}preview/{story.pk}/").content.decode()

    assert 'href="http://banyan.example/world/"' in page
    assert not re.search(r'<a [^>]*href="/', page)


def test_slots_have_values_and_leave_no_mark(house, editor):
    """Today's date is there, and no control character is left behind."""
    published(headline="A headline for the ticker")
    pressed(house)
    story = a_draft()

    page = editor.get(f"{URLS}preview/{story.pk}/").content.decode()

    assert SLOT_START not in page
    assert SLOT_END not in page
    assert str(timezone.localtime().year) in page
    assert "A headline for the ticker" in page


def test_a_preview_follows_the_store_after_a_rebuild(house, editor):
    """The newsroom changes over to a new store as the servers do."""
    story = a_draft()
    assert editor.get(f"{URLS}preview/{story.pk}/").status_code == 200
    published(headline="Made public meanwhile")
    pressed(house)

    page = editor.get(f"{URLS}preview/{story.pk}/").content.decode()

    assert "Made public meanwhile" in page


def test_pictures_of_previews_are_not_public(house, editor, stranger):
    """A rendition is shown to the desk; a stranger is sent to log in."""
    picture = a_saved_picture()
    path = picture.renditions[0]["path"]

    seen = editor.get(path)

    assert seen.status_code == 200
    assert len(b"".join(seen.streaming_content)) == picture.renditions[0]["size"]
    assert stranger.get(path).status_code == 302
    assert editor.get("/media/..%2Foriginals").status_code == 404

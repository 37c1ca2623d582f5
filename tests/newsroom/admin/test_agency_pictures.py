"""Agencies' pictures at the desk: rights on the form, what waits, the chooser."""

import pytest
from django.utils import timezone

from dateline.newsroom.actions.kill_picture import KillPicture
from dateline.newsroom.admin.picture_columns import thumbnail_of
from dateline.newsroom.admin.wire_names import LONGEST
from dateline.newsroom.models import Picture, WireItem
from support.picture_copy import CREW, HARBOUR, jpeg, story_with
from support.wire_photos import drop, see_to_pictures, told

pytestmark = pytest.mark.slow
PICTURES = "/admin/pictures/"


def bring(house, *pictures):
    """Bring a story with its pictures, now."""
    now = timezone.now()
    drop(story_with(*pictures), now=now)
    for number, each in enumerate(pictures):
        drop(jpeg((90 * number, 90, 140)), each["href"], now=now)
    see_to_pictures(house, now=now)


def test_the_form_says_what_the_agency_forbids(house, picture_editor):
    """Its orders, when it is taken down, and why it is held."""
    bring(house, {**HARBOUR, "terms": "NO ARCHIVES, SYRIA OUT"})
    picture = Picture.objects.get()

    page = picture_editor.get(f"{PICTURES}edit/{picture.pk}/").content.decode()

    for words in ("no archives", "Taken down at", "NO ARCHIVES, SYRIA OUT", "Not for"):
        assert words in page
    assert HARBOUR["uri"] in page


def test_the_first_screen_lists_what_needs_the_desk(house, editor):
    """Held, without an alternative text; what is fit is not there."""
    bring(house, {**HARBOUR, "headline": "Ferry"}, CREW)

    page = editor.get("/admin/").content.decode()

    assert "has no alternative text of its own" in page
    assert f"{PICTURES}edit/{told(HARBOUR['uri']).picture_id}/" in page
    assert f"{PICTURES}edit/{told(CREW['uri']).picture_id}/" not in page


def test_a_picture_for_one_time_use_is_not_offered(house, editor):
    """It stays with the story it was sent for."""
    bring(house, {**HARBOUR, "terms": "ONE TIME USE ONLY"}, CREW)

    address = "/admin/snippets/choose/newsroom/picture/results/"
    page = editor.get(address).content.decode()

    assert CREW["caption"] in page
    assert HARBOUR["caption"] not in page


def test_the_desk_lets_a_held_picture_go(house, picture_editor):
    """Emptying the field is enough; it comes to its story."""
    bring(house, {**HARBOUR, "terms": "SYRIA OUT"})
    picture = Picture.objects.get()
    form = {
        name: getattr(picture, name)
        for name in ("alt", "caption", "credit", "creator", "usage_terms", "title")
    }
    form |= {"focal_x": "500", "focal_y": "500", "held": ""}

    picture_editor.post(f"{PICTURES}edit/{picture.pk}/", form)
    see_to_pictures(house, now=timezone.now())

    assert house.kinds()[-2:] == ["picture.published", "story.published"]


def test_a_preview_shows_the_pictures_that_came(house, editor):
    """The kept rendition, lazily; of a killed one nothing is shown."""
    bring(house, HARBOUR, CREW)
    story = WireItem.objects.get(kind="text")
    path = f"/admin/wire/{story.pk}/preview/"

    page = editor.get(path).content.decode()

    small = thumbnail_of(told(HARBOUR["uri"]).picture)
    assert small
    assert page.count('loading="lazy"') == 2
    assert f'<img src="{small}"' in page
    KillPicture(
        picture=told(HARBOUR["uri"]).picture, reason="order", now=timezone.now()
    ).execute()
    after = editor.get(path).content.decode()
    assert small not in after
    assert after.count('loading="lazy"') == 1
    assert HARBOUR["caption"] not in after


def heading(client, row):
    """Return what a row of the list is called."""
    page = client.get("/admin/wire/").content.decode()
    shown = page.partition(f'data-key="{row.pk}"')[2].partition("</h2>")[0]
    return shown.rpartition("</a>")[0].rpartition(">")[2]


def files():
    """Return the rows of photographs that came as bare files."""
    rows = WireItem.objects.filter(uri__startswith="urn:dateline:", kind="picture")
    return rows.order_by("id")


def test_a_bare_photograph_is_called_by_the_caption_in_the_copy(house, reporter):
    """Its file says nothing of itself; list and screen show the copy's first words."""
    caption = f"The last ferry leaves Nagato. {'It was full of people and boxes. ' * 9}"
    bare = {**HARBOUR, "headline": "", "caption": caption}
    bring(house, bare, {**CREW, "headline": "", "caption": ""})
    photo, other = files()

    called = heading(reporter, photo)
    screen = reporter.get(f"/admin/wire/{photo.pk}/").content.decode()

    assert called.startswith("The last ferry leaves Nagato. It was full")
    assert called.endswith("…")
    assert len(called) <= LONGEST
    assert called in screen
    assert heading(reporter, other) == other.uri


def test_a_killed_photograph_is_not_called_by_its_caption(house, reporter):
    """The words are kept in no row of the file, so the kill takes them here too."""
    bring(house, {**HARBOUR, "headline": ""})
    (photo,) = files()
    before = heading(reporter, photo)

    KillPicture(
        picture=Picture.objects.get(), reason="order", now=timezone.now()
    ).execute()

    assert before == HARBOUR["caption"]
    assert heading(reporter, photo) == photo.uri

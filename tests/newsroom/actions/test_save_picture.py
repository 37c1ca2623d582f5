"""Adding pictures and changing them."""

import pytest
from django.core.exceptions import ValidationError

from dateline.newsroom.actions.errors import NotAllowedError
from dateline.newsroom.actions.save_picture import SavePicture, new_picture
from dateline.newsroom.renditions import NotAPictureError
from dateline.newsroom.roles import PICTURE_EDITOR, REPORTER
from support.copy import NOON
from support.newsroom_copy import (
    a_person,
    a_photograph,
    a_saved_picture,
    again,
    published,
)


def test_a_new_picture_has_its_files_and_is_not_public(house):
    """The original under its hash, renditions beside it, the journal silent."""
    picture = a_saved_picture()

    media = house.settings.media_path
    assert (media / "originals" / picture.original).read_bytes() == a_photograph()
    assert {made["role"] for made in picture.renditions} == {"width", "og"}
    for made in picture.renditions:
        name = made["path"].removeprefix("/media/")
        assert (media / "renditions" / name).stat().st_size == made["size"]
    assert house.said() == []


def test_a_changed_caption_reaches_readers(either):
    """A picture that is public tells the journal when it changes."""
    picture = a_saved_picture()
    published(lead_picture=picture)
    picture = again(picture)
    picture.caption = "Steam over the baths."

    SavePicture(picture=picture, now=NOON).execute()

    kind, document = either.said()[-1]
    assert (kind, document.caption) == ("picture.published", "Steam over the baths.")


def test_a_moved_point_of_interest_makes_another_crop(house):
    """The link preview has another name, for its old one may be kept for ever."""
    picture = a_saved_picture()
    before = {m["path"] for m in picture.renditions if m["role"] == "og"}
    picture.focal_x = 900

    SavePicture(picture=picture, now=NOON).execute()

    after = {m["path"] for m in picture.renditions if m["role"] == "og"}
    assert after.isdisjoint(before)


def test_pictures_are_the_picture_editors(house):
    """A reporter adds none."""
    picture = new_picture(a_photograph())
    with pytest.raises(NotAllowedError):
        SavePicture(picture=picture, acting_user=a_person(REPORTER), now=NOON).execute()

    editor = a_person(PICTURE_EDITOR, "noor")
    SavePicture(picture=picture, acting_user=editor, now=NOON).execute()
    assert picture.pk


def test_bytes_that_are_no_picture_are_refused(house):
    """With a word on what to send."""
    with pytest.raises(NotAPictureError) as refused:
        new_picture(b"%PDF-1.4 no picture")

    assert "JPEG" in refused.value.hint


def test_an_alternative_text_that_repeats_the_caption_is_refused(house):
    """The form says so, with what to write instead."""
    picture = a_saved_picture()
    picture.alt = picture.caption

    with pytest.raises(ValidationError, match="repeats the caption"):
        picture.full_clean()

"""Which file of a picture to get, and what it may be called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.item import ItemPicture, ItemRendition
from dateline.wire.picture_files import best_first, file_name, names_of


def rendition(href, **fields):
    """Return a rendition."""
    return ItemRendition(href=href, **fields)


def test_the_narrowest_that_is_wide_enough_is_the_best():
    """A page needs 1,200 pixels; 6,000 only take longer."""
    found = best_first(
        [
            rendition("thumb", width=150),
            rendition("huge", width=6000),
            rendition("web", width=1600),
            rendition("middle", width=900),
        ]
    )

    assert found == ("web", "huge", "middle", "thumb")


def test_without_sizes_names_decide():
    """A thumbnail is the last."""
    found = best_first(
        [
            rendition("t", name="rnd:thumbnail"),
            rendition("a", name="other"),
            rendition("h", name="rnd:highRes"),
        ]
    )

    assert found == ("h", "a", "t")


def test_what_no_page_can_show_is_left_out():
    """Video, vector and camera files are no pictures for readers."""
    assert best_first([rendition("a.mp4", mime="video/mp4"), rendition("")]) == ()


@pytest.mark.parametrize(
    ("href", "name"),
    [
        ("https://cdn.example/a/Photo%201.JPG?sig=1", "photo 1.jpg"),
        ("..\\..\\windows\\x.jpg", "x.jpg"),
        ("../../etc/passwd", "passwd"),
        ("raw:abcdef", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_the_last_part_is_the_name(href, name):
    """Of an address, a path of either kind; of bytes there is none."""
    assert file_name(href) == name


def test_a_number_is_a_name_and_a_uri_is_one_as_a_whole():
    """A photo number finds NY112.jpg; a uri is compared whole."""
    assert names_of(ItemPicture(uri="NY112")) == ("ny112",)
    told = ItemPicture(uri="urn:X:1", renditions=(rendition("p/B.jpg"),))
    assert names_of(told) == ("urn:x:1", "b.jpg")


@given(st.text())
def test_any_text_is_an_address(text):
    """No address breaks it, and no name holds a way out."""
    assert "/" not in file_name(text)

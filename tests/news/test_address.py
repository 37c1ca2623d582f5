"""Addresses of pages."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from dateline.news.address import (
    ID_ALPHABET,
    SLUG_LIMIT,
    short_path,
    slug_of,
    story_id_in,
    story_path,
)

ids = st.text(ID_ALPHABET, min_size=6, max_size=6)


@given(ids, st.text(max_size=200))
def test_the_id_at_the_end_routes_whatever_the_slug(story_id, words):
    """Any slug leads to the story as long as its id ends the address."""
    path = story_path(
        section="world",
        first_published=datetime(2016, 12, 15, 12, 52, tzinfo=UTC),
        slug=slug_of(words),
        story_id=story_id,
        zone=ZoneInfo("Asia/Kolkata"),
    )

    assert story_id_in(path) == story_id
    assert story_id_in(short_path(story_id)) == story_id
    assert path.startswith("/world/2016/12/15/")


@given(st.text(max_size=300))
def test_a_slug_is_safe_in_an_address(words):
    """A slug holds lower-case ASCII letters, digits and hyphens, never too many."""
    slug = slug_of(words)

    assert slug
    assert len(slug) <= SLUG_LIMIT or "-" not in slug
    assert all(c.isascii() and (c.isalnum() or c == "-") for c in slug)
    assert slug == slug.lower()
    assert not slug.startswith("-")


def test_the_day_is_the_sites_day():
    """A story of 8 pm UTC stands under the next day in India."""
    path = story_path(
        section="india",
        first_published=datetime(2016, 12, 15, 20, tzinfo=UTC),
        slug="late",
        story_id="x7k2mb",
        zone=ZoneInfo("Asia/Kolkata"),
    )

    assert path == "/india/2016/12/16/late-x7k2mb/"


def test_an_ordinary_word_is_not_an_id():
    """Ids have no vowels, so no word of a slug is taken for one."""
    assert story_id_in("/world/2016/12/15/hot-springs/") is None
    assert story_id_in("/world/") is None

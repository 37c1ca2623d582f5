"""A story's pictures: exactly the pages that show them are made again."""

from dataclasses import replace

import pytest

from dateline.news.block import Block, BlockKind
from support.copy import a_picture, a_story, later, paragraph
from support.press_house import (
    picture_killed,
    picture_published,
    published,
    withdrawn,
)

OWN = "/world/2016/12/15/leaders-meet-x7k2mb/"
GALLERY = f"{OWN}gallery/"
PICTURES = ("spring", "harbour", "pier")


def a_gallery(*pictures):
    """Return a body with a gallery."""
    block = Block(
        kind=BlockKind.GALLERY, pictures=pictures, items=("",) * len(pictures)
    )
    return (paragraph("The two leaders met."), block)


STORY = a_story(body=a_gallery(*PICTURES))


@pytest.fixture
def shown(house):
    """A paper whose story of the day has a gallery of three pictures."""
    house.do(picture_published(a_picture("pier", caption="The pier.")))
    house.do(published(STORY))
    return house


def test_a_gallery_comes_and_goes_with_its_block(house):
    """With the block its page is new; without it, it is removed."""
    house.do(picture_published(a_picture("pier")))

    assert GALLERY in house.made(published(STORY))
    assert "1 of 3" in house.text(GALLERY)
    plain = a_story(revision=2, body=(paragraph("The two leaders met."),))
    assert GALLERY in house.made(published(plain))
    assert house.page(GALLERY) is None


def test_another_picture_makes_the_two_pages_that_show_it(shown):
    """Fronts, feeds and sitemaps show none of the gallery."""
    other = replace(STORY, revision=2, body=a_gallery("spring", "pier"))

    assert shown.made(published(other)) == {OWN, GALLERY}


def test_a_picture_s_own_caption_stands_on_the_page_of_pictures(shown):
    """The strip has no captions, so the story comes out as it was."""
    said = a_picture("pier", caption="The old pier at Nagato.")

    assert shown.made(picture_published(said)) == {GALLERY}


def test_a_killed_picture_is_gone_from_both(shown):
    """The others are counted anew; its file answers that it is gone."""
    gone = tuple(r.path for r in a_picture("pier").renditions)

    made = shown.made(picture_killed("pier", addresses=gone))

    assert made == {OWN, GALLERY, *gone}
    assert "1 of 2" in shown.text(GALLERY)
    assert "pier" not in shown.text(GALLERY)


def test_a_story_elsewhere_leaves_the_gallery_alone(shown):
    """Like every story's page."""
    new = a_story("x7k2mc", slug="new", first_published=later(minutes=5))

    assert not {OWN, GALLERY} & shown.made(published(new), moment=later(minutes=5))


def test_a_withdrawn_story_takes_its_pictures_along(shown):
    """The page of its pictures is removed in the same run."""
    assert {OWN, GALLERY} <= shown.made(withdrawn("x7k2mb"))
    assert shown.page(GALLERY) is None

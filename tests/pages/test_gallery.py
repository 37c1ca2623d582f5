"""The pictures of a story: the strip on its page, and their own page."""

import json
import re

import pytest

from dateline.news.block import Block, BlockError, BlockKind, check_body
from dateline.pages.assets import assets
from support.copy import a_picture, a_story
from support.press_house import picture_killed, picture_published, published

STORY = "/world/2016/12/15/leaders-meet-x7k2mb/"
PATH = f"{STORY}gallery/"


@pytest.fixture
def text(paper):
    """Return the page of the rich story's pictures."""
    return paper.page(PATH).text


def data(text):
    """Return the things a page speaks of, by type."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    return {thing["@type"]: thing for thing in map(json.loads, found)}


def a_gallery(*pictures, captions=()):
    """Return a gallery."""
    items = captions or ("",) * len(pictures)
    return Block(kind=BlockKind.GALLERY, pictures=pictures, items=tuple(items))


def test_a_picture_that_is_gone_leaves_no_hole(text):
    """Of three pictures one was killed: two are left, and counted so."""
    assert re.findall(r'<li id="(picture-\d)">', text) == ["picture-1", "picture-2"]
    assert re.findall(r'class="count">([^<]*)<', text) == ["1 of 2", "2 of 2"]
    assert "Not there" not in text


def test_each_picture_has_its_caption_and_its_credit(text):
    """The caption of this use; without one the picture's own."""
    assert 'Cranes &amp; <em>cables</em> <span class="credit">' in text
    assert "Steam rises over the baths at Nagato. <span" in text
    assert text.count('<span class="credit">Coastline Photo</span>') == 2


def test_the_first_picture_is_preloaded_and_the_others_wait(text):
    """A reader on a slow line gets one picture, and the next when it is near."""
    assert 'rel="preload" as="image"' in text
    images = re.findall(r"<img [^>]*>", text)
    assert ["lazy" in image for image in images] == [False, True]
    assert all('width="' in image and 'height="' in image for image in images)


def test_it_is_turned_without_a_script(text):
    """By links to the pictures beside, and one to each."""
    assert 'href="#picture-2">Next picture' in text
    assert 'href="#picture-1">Previous picture' in text
    assert "<script>" not in text
    assert "<script src" not in text


def test_machines_read_what_each_picture_is(text):
    """ImageGallery with each picture's file, caption, credit and terms."""
    gallery = data(text)["ImageGallery"]
    first, second = gallery["associatedMedia"]

    assert gallery["url"].endswith(PATH)
    assert gallery["name"] == "Steam & stone"
    assert first["caption"] == "Cranes & cables"
    assert first["creditText"] == "Coastline Photo"
    assert first["contentUrl"] == "http://banyan.example/media/harbour-720.jpg"
    assert second["caption"] == "Steam rises over the baths at Nagato."


def test_terms_and_photographer_are_said_where_they_are_known(empty_paper):
    """They are left out where they are not."""
    known = a_picture(
        "known", creator="Asha Rao", usage_terms="Editorial use only, until 2018."
    )
    story = a_story("x7k2mz", body=(a_gallery("known", "spring"),))
    shown = map(picture_published, (known, a_picture()))
    empty_paper.publish(*shown, published(story))

    page = empty_paper.page("/world/2016/12/15/leaders-meet-x7k2mz/gallery/")
    first, second = data(page.text)["ImageGallery"]["associatedMedia"]

    assert first["license"]["name"] == "Editorial use only, until 2018."
    assert first["creator"] == {"@type": "Person", "name": "Asha Rao"}
    assert not {"license", "creator"} & set(second)


def test_the_story_shows_a_strip_that_leads_to_each(paper):
    """Each picture of the strip is a link to it on the page of pictures."""
    text = paper.page(STORY).text
    links = re.findall(rf'href="{PATH}#(picture-\d)"', text)

    assert links == ["picture-1", "picture-2"]
    assert "Steam &amp; stone</h2>" in text


def test_one_picture_is_no_gallery(empty_paper):
    """Where the others are gone the story shows it, and there is no page."""
    paper = empty_paper
    paper.publish(
        picture_published(a_picture("lost")),
        picture_published(a_picture("kept", caption="The one that stays.")),
        published(
            a_story("x7k2mz", body=(a_gallery("lost", "kept", captions=("", "Stays")),))
        ),
    )
    own = "/world/2016/12/15/leaders-meet-x7k2mz/"
    assert paper.page(f"{own}gallery/") is not None

    paper.publish(picture_killed("lost", addresses=("/media/lost-720.jpg",)))
    text = paper.page(own).text
    there = paper.page(f"{own}gallery/")

    assert there is None
    assert "<figcaption>Stays" in text
    assert "gallery" not in re.sub(r"(?s)<head>.*?</head>", "", text)


def test_fronts_say_that_there_are_pictures(paper):
    """The card knows; a live blog's mark stands before it."""
    assert '<strong class="mark">In pictures</strong>' in paper.page("/world/").text


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ((a_gallery("one"),), "fewer than two"),
        ((a_gallery("one", "two", captions=("A",)),), "not one caption a picture"),
        ((a_gallery("a", "b"), a_gallery("c", "d")), "second gallery"),
    ],
)
def test_a_gallery_that_is_none_is_refused(body, words):
    """Too few pictures, captions that do not match, two galleries."""
    with pytest.raises(BlockError, match=words):
        check_body(body)


def test_only_pages_with_pictures_load_their_style_sheet(paper):
    """Others are as light as before."""
    assert assets().further["blocks"] in paper.page(STORY).text
    assert assets().further["blocks"] in paper.page(PATH).text
    assert assets().further["blocks"] not in paper.page("/").text

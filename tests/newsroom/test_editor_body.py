"""From blocks to the editor and back."""

import pytest

from dateline.news.block import Block, BlockKind, check_body
from dateline.newsroom.editor_body import editor_body
from dateline.newsroom.models import Story
from dateline.newsroom.models.story_pictures import shown_picture_keys
from dateline.newsroom.public_body import public_body
from support.newsroom_copy import a_draft, a_saved_picture, again

BODY = (
    Block(kind=BlockKind.PARAGRAPH, text="A <strong>bold</strong> &amp; <em>new</em>"),
    Block(kind=BlockKind.CROSSHEAD, text="R&amp;D"),
    Block(kind=BlockKind.QUOTE, text="We <em>met</em>.", attribution="The host"),
    Block(kind=BlockKind.LIST, items=("One", "Two &lt;3"), ordered=True),
    Block(kind=BlockKind.FACTS, title="Hot springs", items=("27,000", "In all")),
    Block(
        kind=BlockKind.TIMELINE,
        title="The day",
        rows=(("2016-12-15", "R&amp;D", ""), ("Noon", "", "They <em>eat</em>.")),
    ),
    Block(
        kind=BlockKind.CHART,
        title="A crate &amp; its price",
        text="It rose.",
        form="columns",
        unit="Rs",
        attribution="Growers",
        rows=(("Month", "Price"), ("Oct", ""), ("Nov", "1,260")),
    ),
    Block(
        kind=BlockKind.TABLE,
        title="Springs",
        rows=(("Town", "°C"), ("Nagato", "39"), ("Beppu", "")),
    ),
    Block(kind=BlockKind.EMBED, href="https://x.example/film", title="A film"),
    Block(kind=BlockKind.PRE, text="A  1\n  B &lt;2"),
)


def test_every_kind_of_block_comes_back_as_it_went(house):
    """Through the editor's form, the database and a revision."""
    check_body(BODY)

    story = a_draft(body=editor_body(BODY))

    assert public_body(again(story).body) == BODY
    assert public_body(story.latest_revision.as_object().body) == BODY


def test_a_picture_comes_back_by_its_public_id(house):
    """The editor keeps the row's key, readers get the id."""
    picture = a_saved_picture()
    block = Block(kind=BlockKind.PICTURE, picture=picture.public_id, text="Steam")

    body = editor_body([block], pictures={picture.public_id: picture.pk})

    assert public_body(again(a_draft(body=body)).body) == (block,)


def test_a_gallery_comes_back_in_its_order(house):
    """Each picture with the caption of this use, or without one."""
    pictures = [a_saved_picture(shade=shade) for shade in (60, 120, 180)]
    names = tuple(picture.public_id for picture in reversed(pictures))
    block = Block(
        kind=BlockKind.GALLERY,
        title="Steam &amp; stone",
        pictures=names,
        items=("First", "", "R&amp;D"),
    )
    keys = {picture.public_id: picture.pk for picture in pictures}

    story = a_draft(body=editor_body([block], pictures=keys))

    assert public_body(again(story).body) == (block,)
    assert shown_picture_keys(again(story)) == sorted(keys.values())


def test_a_gallery_closes_up_around_a_picture_that_is_held(house):
    """Of three, two are left; of those, one alone is a picture and no gallery."""
    pictures = [a_saved_picture(shade=shade) for shade in (60, 120, 180)]
    names = tuple(picture.public_id for picture in pictures)
    block = Block(kind=BlockKind.GALLERY, pictures=names, items=("A", "B", "C"))
    keys = {picture.public_id: picture.pk for picture in pictures}
    story = a_draft(body=editor_body([block], pictures=keys))

    hold(pictures[0])
    (left,) = public_body(again(story).body)
    hold(pictures[2])
    (alone,) = public_body(again(story).body)

    assert (left.pictures, left.items) == (names[1:], ("B", "C"))
    assert alone == Block(kind=BlockKind.PICTURE, picture=names[1], text="B")


def hold(picture):
    """Hold a picture back."""
    picture.held = "Its agency asks who took it."
    picture.save()


def test_a_picture_nobody_has_is_left_out():
    """A block that leads nowhere is no block."""
    assert editor_body([Block(kind=BlockKind.PICTURE, picture="unknown")]) == []


@pytest.mark.parametrize(
    "value",
    [
        {"type": "paragraph", "value": ""},
        {"type": "crosshead", "value": " "},
        {"type": "quote", "value": {"text": "<p></p>", "attribution": "x"}},
        {"type": "list", "value": {"ordered": False, "items": ["", "<p> </p>"]}},
        {"type": "picture", "value": {"picture": None, "caption": "x"}},
        {"type": "facts", "value": {"title": "", "items": ["<p>x</p>"]}},
        {"type": "table", "value": {"columns": [], "rows": [], "caption": ""}},
        {"type": "embed", "value": {"href": "", "title": "x"}},
        {"type": "pre", "value": "\n \n"},
        {"type": "gone", "value": "of a kind that was removed"},
    ],
    ids=lambda value: value["type"],
)
def test_what_says_nothing_is_left_out(house, value):
    """Editors leave empty blocks behind; readers never see one."""
    assert public_body(Story(body=[value]).body) == ()

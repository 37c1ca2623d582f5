"""A published Story as an Item, and so in both exports."""

from datetime import UTC, datetime

from dateline.news.block import Block, BlockKind
from dateline.news.site import Site
from dateline.news.story import Correction
from dateline.wire.export_newsml_g2 import newsml_g2
from dateline.wire.parse import parse
from dateline.wire.source import SourceRules
from dateline.wire.story_item import story_item
from support.copy import a_picture, a_story
from support.export_check import check

SITE = Site(
    name="The Banyan Post",
    url="https://banyan.example",
    zone="Asia/Kolkata",
    sections=(),
)
LATER = datetime(2016, 12, 16, tzinfo=UTC)
BODY = (
    Block(kind=BlockKind.PARAGRAPH, text="The two <strong>leaders</strong> &amp; met."),
    Block(kind=BlockKind.CROSSHEAD, text="The baths"),
    Block(kind=BlockKind.QUOTE, text="It was warm.", attribution="A guide"),
    Block(kind=BlockKind.LIST, items=("One bath.", "Two <em>baths</em>.")),
    Block(kind=BlockKind.PICTURE, picture="spring", text="The baths."),
    Block(kind=BlockKind.FACTS, title="Nagato", items=("A town by the sea.",)),
    Block(kind=BlockKind.TABLE, title="Talks", rows=(("Day", "Hour"), ("1", "9"))),
    Block(kind=BlockKind.PRE, text="a  1"),
    Block(kind=BlockKind.EMBED, title="A map", href="https://example.org/map"),
)


TOLD = (
    Block(
        kind=BlockKind.TIMELINE,
        title="The day",
        rows=(("Noon", "They eat", "Fish."), ("Dusk", "", "They part.")),
    ),
    Block(
        kind=BlockKind.CHART,
        title="Guests",
        text="More came.",
        form="bars",
        unit="people",
        attribution="the inn",
        rows=(("Day", "Guests"), ("1", "9"), ("2", "12")),
    ),
)


def test_what_is_drawn_is_written_in_words_and_a_table():
    """Nobody who gets the story without its page loses a figure."""
    item = exported(body=TOLD)

    assert [(block.kind.value, block.text) for block in item.body] == [
        ("crosshead", "The day"),
        ("list", "Noon: They eat Fish.\nDusk: They part."),
        ("crosshead", "Guests (people)"),
        ("paragraph", "More came."),
        ("table", "Day\tGuests\n1\t9\n2\t12"),
        ("paragraph", "the inn"),
    ]


def exported(**fields):
    """Give a story as an Item, with its picture and its topic."""
    return story_item(
        a_story(**fields),
        site=SITE,
        pictures={"spring": a_picture()},
        topics={"japan": "Japan"},
    )


def test_what_a_reader_sees_is_in_the_item():
    """Address, revision, lines, dateline, credit, topics and body."""
    correction = Correction(moment=LATER, note="The day was wrong.")
    item = exported(revision=3, byline=("By Ada Sample",), corrections=(correction,))

    assert item.uri == "https://banyan.example/s/x7k2mb"
    assert (item.version, item.version_created) == ("3", LATER)
    assert (item.dateline.text, item.credit) == (
        "Nagato, Japan (MNA)",
        "Meridian News Agency",
    )
    assert [byline.names for byline in item.bylines] == [("Ada Sample",)]
    assert [(each.code, each.name) for each in item.subjects] == [("japan", "Japan")]
    assert item.correction_note == "The day was wrong."
    assert item.body_text == "The two leaders met."


def test_every_kind_of_block_is_written():
    """Marks stay, facts are a box, a table has a head, a quote its speaker."""
    item = exported(body=BODY, lead_picture="spring")

    kinds = [(block.kind.value, block.boxed) for block in item.body]
    assert kinds == [
        ("paragraph", False),
        ("crosshead", False),
        ("quote", False),
        ("quote", False),
        ("list", False),
        ("picture", False),
        ("crosshead", True),
        ("paragraph", True),
        ("crosshead", False),
        ("table", False),
        ("pre", False),
        ("embed", False),
    ]
    assert item.body[0].html == "The two <strong>leaders</strong> &amp; met."
    assert item.body[9].rows[0][0].header
    assert [picture.uri for picture in item.pictures] == [
        "https://banyan.example/media/spring"
    ]
    assert item.pictures[0].renditions[0].href.startswith("https://banyan.example/")


def test_a_story_is_valid_in_both_forms_and_comes_back():
    """The same promises as for an agency's Item."""
    check(exported(body=BODY, lead_picture="spring", byline=("By Ada Sample",)))


def test_another_dateline_can_take_it():
    """What we export, we can read as a wire."""
    (story, picture) = parse(
        newsml_g2(exported(body=BODY)), source=SourceRules(name="banyan")
    )

    assert story.headline.startswith("Leaders meet")
    assert story.pictures[0].uri == picture.uri

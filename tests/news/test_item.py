"""The Item and its hash."""

from datetime import UTC, datetime

from msgspec.structs import replace

from dateline.news.block import BlockKind
from dateline.news.item import (
    Byline,
    Item,
    ItemBlock,
    Line,
    Link,
    PubStatus,
    Run,
    content_hash,
)

ITEM = Item(
    uri="urn:example:1",
    provider="acme",
    version="1",
    version_created=datetime(2016, 12, 15, 9, 0, tzinfo=UTC),
    headline="Leaders meet at a hot spring",
    body=(ItemBlock(kind=BlockKind.PARAGRAPH, text="They met."),),
)


def test_the_envelope_does_not_change_the_hash():
    """The same Item from another source, file or format hashes the same."""
    other = replace(ITEM, source="other", raw_ref="ff", format="ninjs", warnings=("w",))

    assert content_hash(other) == content_hash(ITEM)


def test_any_content_changes_the_hash():
    """A changed body, status or moment is another version."""
    changed = [
        replace(ITEM, body=()),
        replace(ITEM, pub_status=PubStatus.CANCELED),
        replace(ITEM, version_created=datetime(2016, 12, 15, 9, 1, tzinfo=UTC)),
        replace(ITEM, bylines=(Byline(text="By Ada Sample"),)),
    ]

    assert len({content_hash(each) for each in [ITEM, *changed]}) == 5


def test_inline_html_holds_three_marks_and_nothing_else():
    """Text is escaped; only em, strong and links become markup."""
    line = Line(
        text="a <b> & c",
        runs=(
            Run(text="a <b>", strong=True, em=True),
            Run(text=" & ", href='https://example.org/?q="x"&y'),
            Run(text="c"),
        ),
    )

    assert line.html == (
        "<strong><em>a &lt;b&gt;</em></strong>"
        '<a href="https://example.org/?q=&quot;x&quot;&amp;y"> &amp; </a>c'
    )


def test_unmarked_text_is_escaped_too():
    """A block without marks is still safe to print."""
    block = ItemBlock(kind=BlockKind.PARAGRAPH, text="1 < 2 & <script>")

    assert block.html == "1 &lt; 2 &amp; &lt;script&gt;"


def test_the_byline_is_all_bylines_in_one_line():
    """Two byline fields read as one line; none reads as nothing."""
    signed = replace(ITEM, bylines=(Byline(text="Ada Sample"), Byline(text="Bo Probe")))

    assert (signed.byline, ITEM.byline) == ("Ada Sample, Bo Probe", "")


def test_the_body_text_parts_blocks_with_blank_lines():
    """Search and word counts read the copy as plain text."""
    second = ItemBlock(kind=BlockKind.CROSSHEAD, text="After")
    empty = ItemBlock(kind=BlockKind.EMBED, href="https://example.org/v")

    item = replace(ITEM, body=(*ITEM.body, empty, second))

    assert item.body_text == "They met.\n\nAfter"


def test_earlier_items_are_found_through_links():
    """A story sent on under a new uri names the old one by link."""
    links = (
        Link(rel="evolvedFrom", uri="urn:example:0"),
        Link(rel="seeAlso", uri="urn:example:9"),
        Link(rel="previousVersion"),
    )

    assert replace(ITEM, links=links).evolved_from == ("urn:example:0",)

"""The body of a demo story, from its plain text to blocks."""

import pytest

from dateline.cli.demo.body import DemoCopyError, body_of
from dateline.cli.demo.inline import cell, inline
from dateline.news.block import Block, BlockKind, check_body


def test_paragraphs_are_parted_by_blank_lines():
    """Line ends inside a paragraph are spaces."""
    assert body_of("One\nline.\n\nTwo.\n") == (
        Block(kind=BlockKind.PARAGRAPH, text="One line."),
        Block(kind=BlockKind.PARAGRAPH, text="Two."),
    )


def test_crosshead_quote_and_list():
    """The small forms are told by how a line begins."""
    blocks = body_of("## Islands\n\n> Four. — Aiko, teacher\n\n- one\n- two\n")

    assert blocks == (
        Block(kind=BlockKind.CROSSHEAD, text="Islands"),
        Block(kind=BlockKind.QUOTE, text="Four.", attribution="Aiko, teacher"),
        Block(kind=BlockKind.LIST, items=("one", "two")),
    )


def test_a_numbered_list_is_ordered():
    """Numbers are the list's, not the text's."""
    assert body_of("1. one\n2. two\n") == (
        Block(kind=BlockKind.LIST, items=("one", "two"), ordered=True),
    )


def test_a_quote_that_nobody_said():
    """Without a dash it is all quotation."""
    (quote,) = body_of("> Four islands.\n")

    assert (quote.text, quote.attribution) == ("Four islands.", "")


def test_boxes_hold_blank_lines():
    """A box ends at its end, not at a blank line; text after it is text."""
    blocks = body_of("::: facts In brief\nFirst.\n\nSecond\nline.\n:::\nAfter.\n")

    assert blocks == (
        Block(kind=BlockKind.FACTS, title="In brief", items=("First.", "Second line.")),
        Block(kind=BlockKind.PARAGRAPH, text="After."),
    )


def test_a_table_has_a_caption_and_real_minus_signs():
    """Numbers below zero are set as a newspaper sets them."""
    (table,) = body_of("::: table Rates\n| Name | Change |\n| Cars | -0.7 |\n:::\n")

    assert table.title == "Rates"
    assert table.rows == (("Name", "Change"), ("Cars", "−0.7"))


def test_a_picture_needs_no_end():
    """One line, and the text goes on."""
    blocks = body_of("Before.\n\n::: picture tea-hills\n\nAfter.\n")

    assert [block.kind for block in blocks] == ["paragraph", "picture", "paragraph"]
    assert blocks[1].picture == "tea-hills"


def test_a_gallery_names_pictures_and_what_is_said_of_them():
    """A line each, the caption behind a bar; without one the picture's own."""
    (gallery,) = body_of("::: gallery Boats\n- lake | At *dawn* & noon.\n- ghat\n:::\n")

    assert gallery.title == "Boats"
    assert gallery.pictures == ("lake", "ghat")
    assert gallery.items == ("At <em>dawn</em> &amp; noon.", "")
    check_body((gallery,))


@pytest.mark.parametrize("text", ["::: facts Never closed\n- one\n", "::: map x\n:::"])
def test_what_is_not_written_right_is_said(text):
    """A slip in the copy is found when the demo is made, with its words."""
    with pytest.raises(DemoCopyError, match=r"facts|map"):
        body_of(text)


def test_inline_markup_is_safe():
    """Three marks and nothing else; the rest is escaped."""
    assert inline("a *b* **c** [d](https://e.in/x) <i> & 'f'") == (
        "a <em>b</em> <strong>c</strong>"
        " <a href=\"https://e.in/x\">d</a> &lt;i&gt; &amp; 'f'"
    )


def test_a_hyphen_in_words_stays():
    """Only a number's hyphen is a minus."""
    assert cell(" pre-paid ") == "pre-paid"
    assert cell("-") == "-"


def test_a_timeline_and_a_chart():
    """Cells between bars, a missing one is empty; what the chart says goes before."""
    timeline, chart = body_of(
        "::: timeline The day\n| Noon | They meet |\n:::\n\n"
        "::: chart line Price\nshows: It fell.\nunit: Rs\nsource: us\n"
        "| Day | Price |\n| 1 | 3 |\n| 2 | |\n| 3 | -1 |\n:::\n"
    )

    check_body((timeline, chart))
    assert timeline.rows == (("Noon", "They meet", ""),)
    assert (chart.form, chart.title, chart.text) == ("line", "Price", "It fell.")
    assert (chart.unit, chart.attribution) == ("Rs", "us")
    assert chart.rows[2:] == (("2", ""), ("3", "\N{MINUS SIGN}1"))

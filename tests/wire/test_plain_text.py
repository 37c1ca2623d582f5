"""Bodies sent as text, or as the simplest of HTML."""

from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.wire.blocks import read_markup
from dateline.wire.plain_text import read_copy
from dateline.wire.xml import read_html

ENTITIES = ["&amp;", "&lt;b&gt;", "&nbsp;", "&rsquo;", "&#8217;", "&eacute;", "&euro;"]
SPACES = ["\n", "\n    ", ".\n    A", "  ", "\t", "\u2028", " a", "B.", "é", "“", "湯"]
PIECES = st.sampled_from([*ENTITIES, *SPACES])
PARAGRAPHS = st.lists(st.lists(PIECES | st.text(max_size=6), max_size=6), min_size=1)
TAGS = st.sampled_from(["p", "p", "p", "h2", "h3", "h6"])


@settings(max_examples=300, deadline=None)
@given(PARAGRAPHS, st.lists(TAGS), st.sampled_from(["", "\n", "\n\n  "]))
def test_the_quick_way_reads_what_the_tree_reads(paragraphs, tags, between):
    """Paragraphs and crossheads alone are read without a tree, to the same blocks."""
    markup = between.join(
        f"<{tag}>{''.join(each)}</{tag}>"
        for tag, each in zip_longest(tags[: len(paragraphs)], paragraphs, fillvalue="p")
    )

    root = read_html(markup)
    by_tree = [] if root is None else read_markup(root).blocks
    assert read_copy(markup, markup=True).blocks == by_tree


@pytest.mark.parametrize(
    "markup",
    [
        "<p>a<p>b</p>",
        "<p class='internal'>a</p>",
        "<p>a</p>b",
        "<P>a</P>",
        "<h1>a</h1><p>b</p>",
        "<h2>a</h3>",
        "<p>a<h2>b</h2>",
        "<p>a</p><h2",
        "<p>a",
        "<h2>a</p>",
        "<p>a</p><h2 id='x'>b</h2>",
        "<p>a&b</p>",
    ],
)
def test_anything_else_is_read_by_the_tree(markup):
    """An attribute may hide a paragraph; a stray ampersand is the parser's business."""
    by_tree = read_markup(read_html(markup))
    read = read_copy(markup, markup=True)

    assert (read.blocks, read.stripped) == (by_tree.blocks, by_tree.stripped)
    assert read.hidden == by_tree.hidden


@pytest.mark.parametrize("code", range(0x20))
@pytest.mark.parametrize("markup", ["<p>a{}b</p>", "{}<p>{} a</p>{}<h2>b {}</h2>"])
def test_control_characters_are_read_as_the_tree_reads_them(code, markup):
    """Most are left as they are; some the parser drops, some are white space."""
    markup = markup.replace("{}", chr(code))
    by_tree = read_markup(read_html(markup))

    assert read_copy(markup, markup=True).blocks == by_tree.blocks

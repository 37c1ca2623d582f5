"""Bodies sent as text, or as the simplest of HTML."""

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


@settings(max_examples=300, deadline=None)
@given(PARAGRAPHS, st.sampled_from(["", "\n", "\n\n  "]))
def test_the_quick_way_reads_what_the_tree_reads(paragraphs, between):
    """Paragraphs and nothing else are read without a tree, to the same blocks."""
    markup = between.join(f"<p>{''.join(each)}</p>" for each in paragraphs)

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
        "<p>a&b</p>",
    ],
)
def test_anything_else_is_read_by_the_tree(markup):
    """An attribute may hide a paragraph; a stray ampersand is the parser's business."""
    by_tree = read_markup(read_html(markup))
    read = read_copy(markup, markup=True)

    assert (read.blocks, read.stripped) == (by_tree.blocks, by_tree.stripped)
    assert read.hidden == by_tree.hidden

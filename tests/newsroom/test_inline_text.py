"""Rich text into inline markup: whatever is typed, only four things come out."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.newsroom.inline_text import (
    escaped,
    inline_of,
    paragraphs_of,
    plain_of,
)

ALLOWED = re.compile(
    r'<(?:/?(?:em|strong)|/a|a href="https?://[^"<>]*")>|&(?:amp|lt|gt|quot|#39);'
)
PIECES = st.sampled_from(
    [
        *"<p> </p> <b> </b> <i> </i> <br> </a> <script> </script> <svg> </svg>".split(),
        *"<p/ <!-- --> &lt; & < > \" ' word <style> ]]>".split(),
        "<a href='javascript:x'>",
        "<a href='//x'>",
        "<a href='https://x.example/a?b=1&c=2'>",
        "<img src=x onerror=y>",
        "\N{NO-BREAK SPACE}",
        " ",
    ]
)


def test_paragraphs_are_told_apart():
    """Each paragraph of the editor is one of the story's."""
    source = "<p>One <b>two</b></p><p><i>three</i><br/>four</p><p></p>"

    assert paragraphs_of(source) == (
        "One <strong>two</strong>",
        "<em>three</em>",
        "four",
    )


def test_a_mark_across_a_break_is_closed_on_both_sides():
    """No half of a paragraph is left bold."""
    assert paragraphs_of("<p><b>one<br/>two</b></p>") == (
        "<strong>one</strong>",
        "two",
    )


def test_links_lead_to_the_web_alone():
    """Anything but http and https loses its link and keeps its words."""
    source = (
        '<p><a href="https://x.example/">a</a> <a href="javascript:alert(1)">b</a>'
        ' <a href="/local">c</a> <a linktype="page" id="3">d</a></p>'
    )

    assert paragraphs_of(source) == ('<a href="https://x.example/">a</a> b c d',)


def test_plain_text_is_escaped_and_comes_back():
    """What is written is what is read."""
    assert escaped("R&D  <b>") == "R&amp;D &lt;b&gt;"
    assert plain_of(escaped("R&D <b>")) == "R&D <b>"
    assert inline_of("<p>a</p><p>b</p>") == "a b"


@given(st.lists(PIECES, max_size=30).map("".join))
def test_nothing_else_comes_out(source):
    """Hostile or broken, it is text and four marks."""
    for text in paragraphs_of(source):
        rest = ALLOWED.sub("", text)
        assert not set("<>") & set(rest), text

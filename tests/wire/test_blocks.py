"""Markup, text and odd HTML to blocks."""

import pytest

from dateline.news.block import BlockKind
from dateline.wire.plain_text import read_copy, split_paragraphs
from support.wire_files import g2, read


def kinds(markup):
    """Give kind and text of each block."""
    return [(b.kind.value, b.text) for b in read_copy(markup, markup=True).blocks]


def test_every_kind_of_block():
    """Paragraph, crosshead, quote, list, table, pre, picture and embed."""
    markup = (
        "<h1>Again the headline</h1><p>Para.</p><h2>Cross</h2>"
        "<blockquote><p>One.</p><p>Two.</p></blockquote>"
        "<ul><li>a</li><li>b <em>c</em></li></ul><ol><li>1</li></ol>"
        "<table><caption>Cap</caption><thead><tr><th>H</th></tr></thead>"
        "<tbody><tr><td colspan='2'>d</td></tr></tbody></table>"
        "<pre>x  1\ny  2</pre>"
        "<figure><img src='https://example.org/a.jpg' alt='A "
        "boat'><figcaption>Boat</figcaption></figure>"
        "<iframe src='https://example.org/v' title='Film'></iframe>"
        "<x-chart src='https://example.org/c'></x-chart>"
    )

    assert kinds(markup) == [
        ("paragraph", "Para."),
        ("crosshead", "Cross"),
        ("quote", "One."),
        ("quote", "Two."),
        ("list", "a\nb c"),
        ("list", "1"),
        ("crosshead", "Cap"),
        ("table", "H\nd"),
        ("pre", "x  1\ny  2"),
        ("picture", "Boat"),
        ("embed", "Film"),
        ("embed", ""),
    ]


def test_cells_keep_their_spans_and_heads():
    """A league table survives."""
    markup = (
        "<table><tr><th>Team</th><th>P</th></tr><tr><td "
        "colspan=2 rowspan=x>A</td></tr></table>"
    )

    rows = read_copy(markup, markup=True).blocks[0].rows

    assert [
        [(c.text, c.header, c.colspan, c.rowspan) for c in row] for row in rows
    ] == [
        [("Team", True, 1, 1), ("P", True, 1, 1)],
        [("A", False, 2, 1)],
    ]


@pytest.mark.parametrize(
    ("markup", "html"),
    [
        ("<p>a <B>b</B> <I>c</I></p>", "a <strong>b</strong> <em>c</em>"),
        (
            "<p><a href='https://example.org/'>x</a></p>",
            '<a href="https://example.org/">x</a>',
        ),
        ("<p><a href='javascript:alert(1)'>x</a></p>", "x"),
        ("<p><a href='data:text/html,x'>x</a></p>", "x"),
        ("<p>a <span onclick='x()'>b</span><script>c</script></p>", "a b"),
        ("<p>1 &lt; 2 &amp; <u>3</u></p>", "1 &lt; 2 &amp; 3"),
        ("<p><strong> a </strong> b</p>", "<strong>a </strong>b"),
    ],
)
def test_inline_marks_are_a_safe_few(markup, html):
    """Strong, em and links to the web stay; everything else gives its text."""
    assert read_copy(markup, markup=True).blocks[0].html == html


def test_scripts_and_forms_are_kept_aside():
    """An embed as a script is never copy, and never lost."""
    reading = read_copy(
        "<p>Copy.</p><script>run()</script><form>Vote</form>", markup=True
    )

    assert [block.text for block in reading.blocks] == ["Copy."]
    assert [each.text for each in reading.stripped] == ["run()", "Vote"]


def test_two_breaks_part_paragraphs():
    """Agencies end paragraphs with two line breaks."""
    assert kinds("<p>One<br/>still one<br><br><b>Two</b></p>") == [
        ("paragraph", "One\nstill one"),
        ("paragraph", "Two"),
    ]


def test_text_without_any_paragraph_is_copy_too():
    """Loose text in a body is read, parted by blank lines and blocks."""
    assert kinds("One.\n\nTwo <em>x</em>.<ul><li>a</li></ul>Three.") == [
        ("paragraph", "One."),
        ("paragraph", "Two x."),
        ("list", "a"),
        ("paragraph", "Three."),
    ]


def test_indented_lines_in_one_paragraph_are_paragraphs():
    """Reuters sends one element with lines indented by four spaces."""
    item = read(g2(body="<p>One ended.\n    Two ended.\n    Three.</p>"))

    assert [block.text for block in item.body] == ["One ended.", "Two ended.", "Three."]


def test_a_wrapped_and_indented_sentence_stays_one():
    """Pretty-printed markup wraps in the middle of sentences."""
    item = read(g2(body="<p>One goes\n    on and\n    on.</p>"))

    assert item.body_text == "One goes on and on."


@pytest.mark.parametrize(
    "markup",
    [
        "<P>One.</P><P>Two.</P>",
        "&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;",
        "<div><p>One.<p>Two.</div>",
    ],
)
def test_html_in_any_disguise_is_html(markup):
    """Upper case, escaped twice, unclosed, or declared as text."""
    for declared in (True, False):
        blocks = read_copy(markup, markup=declared).blocks
        assert [block.text for block in blocks] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        (
            "This line was broken by hand after about seventy characters, and\n"
            "so was this one, as text wires have done since the teleprinter,\n"
            "until it ended.\n  A new one begins, indented.",
            2,
        ),
        ("", [""]),
    ],
)
def test_plain_text_is_parted_as_it_was_meant(text, parts):
    """Blank lines, single lines or hard breaks: each is recognised."""
    found = split_paragraphs(text)

    assert len(found) == parts if isinstance(parts, int) else found == parts


def test_empty_paragraphs_vanish():
    """Twenty-three of thirty-six paragraphs can be empty."""
    assert kinds("<p> </p><p>One.</p><p></p><p>&nbsp;</p><p><br></p>") == [
        ("paragraph", "One.")
    ]


def test_a_fact_box_is_marked():
    """What stood in the agency's box says so."""
    blocks = read_copy(
        "<p>a</p><div class='INFOBOX'><p>b</p></div><p>c</p>", markup=True
    ).blocks

    assert [block.boxed for block in blocks] == [False, True, False]


def test_thin_and_no_break_spaces_survive():
    """Numbers keep the spaces inside them."""
    assert kinds("<p>25\u2009000 and 3\u00a0km</p>") == [
        ("paragraph", "25\u2009000 and 3\u00a0km")
    ]


def test_deep_nesting_loses_no_text():
    """A hundred divisions deep the words are still there."""
    reading = read_copy("<div>" * 150 + "deep" + "</div>" * 150, markup=True)

    assert [block.text for block in reading.blocks] == ["deep"]


def test_markup_of_unknown_names_keeps_its_words():
    """An element nobody knows gives its text, its blocks stay blocks."""
    item = read(
        g2(body="<chapter><p>One.</p></chapter><p>Two <gizmo>three</gizmo>.</p>")
    )

    assert [(b.kind, b.text) for b in item.body] == [
        (BlockKind.PARAGRAPH, "One."),
        (BlockKind.PARAGRAPH, "Two three."),
    ]

"""Charts: each figure where it belongs, and none that is not there."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.catalog.apply import apply
from dateline.news.block import Block, BlockError, BlockKind, ChartForm, check_body
from dateline.pages.assets import assets
from dateline.pages.chart import chart_of
from dateline.pages.chart_scale import scale_of
from support.copy import a_story
from support.press_house import MemoryJournal, published

FIGURES = st.decimals(-(10**6), 10**6, places=2)


def a_chart(*rows, form="bars", names=("Month", "Price"), **fields):
    """Return a chart of rows."""
    return Block(
        kind=BlockKind.CHART,
        title="What a crate fetched",
        text="It rose.",
        form=form,
        rows=(names, *rows),
        **fields,
    )


def drawn(*rows, language="en", direction="ltr", **fields):
    """Return a chart, checked and drawn."""
    block = a_chart(*rows, **fields)
    check_body((block,))
    return chart_of(block, language, direction)


def words_of(chart, kind):
    """Return the words of a kind."""
    return [word.text for word in chart.words if word.kind == kind]


def test_bars_are_as_long_as_their_figures():
    """The longest goes all the way, half of it half the way."""
    chart = drawn(("Oct", "1,000"), ("Nov", "500"))

    assert [(rect.x, rect.width) for rect in chart.rects] == [(0, 100), (0, 50)]
    assert words_of(chart, "value") == ["1,000", "500"]
    assert words_of(chart, "label") == ["Oct", "Nov"]
    assert chart.rules == ()


def test_a_bar_below_zero_goes_the_other_way():
    """From the same line, and with a real minus sign."""
    chart = drawn(("Up", "3"), ("Down", "-1"))

    assert [(rect.x, rect.width) for rect in chart.rects] == [(25, 75), (0, 25)]
    assert words_of(chart, "value") == ["3", "\N{MINUS SIGN}1"]
    assert [rule.x for rule in chart.rules if rule.zero] == [25]


def test_a_long_figure_stands_beside_its_bar():
    """Of several series the longest bar leaves room for what it says."""
    rows = (("Oct", "12,60,000", "3"), ("Nov", "1", "2"))
    long = drawn(*rows, names=("Month", "In", "Out"), language="hi")
    short = drawn(("Oct", "8", "3"), ("Nov", "1", "2"), names=("Month", "In", "Out"))

    assert max(rect.width for rect in long.rects) == pytest.approx(100 - 2.8 * 9.5)
    assert max(rect.width for rect in short.rects) == 78


@pytest.mark.parametrize("form", ["bars", "columns"])
def test_a_missing_figure_is_no_bar_and_is_said(form):
    """It is not drawn as zero."""
    chart = drawn(("Sep", ""), ("Oct", "810"), form=form)

    assert len(chart.rects) == 1
    assert words_of(chart, "none") == ["no figure" if form == "bars" else "–"]


def test_a_line_is_broken_where_a_figure_is_missing():
    """Two stretches, each with a dot at its end; one point alone is a dot."""
    rows = [
        (str(n), value) for n, value in enumerate(["1", "2", "", "4", "3", "", "2"])
    ]

    chart = drawn(*rows, form="line")

    assert [len(points.split()) for _, points in chart.lines] == [2, 2]
    assert len(chart.dots) == 3


def test_hindi_counts_in_lakh():
    """Figures and ticks are grouped as the page's language groups them."""
    bars = drawn(("A", "1234567"), ("B", "1"), language="hi")
    columns = drawn(("A", "1234567"), ("B", "1"), language="hi", form="columns")

    assert words_of(bars, "value") == ["12,34,567", "1"]
    assert "10,00,000" in words_of(columns, "tick")


def test_no_more_labels_than_a_telephone_has_room_for():
    """Of 60 months a few are named, the first among them."""
    rows = [(f"Month {n}", str(n)) for n in range(60)]

    labels = words_of(drawn(*rows, form="line"), "label")

    assert labels[0] == "Month 0"
    assert sum(map(len, labels)) <= 32


@given(
    st.sampled_from(list(ChartForm)),
    st.lists(st.tuples(FIGURES, st.none() | FIGURES), min_size=2, max_size=60),
)
def test_everything_is_inside_and_mirrors(form, figures):
    """At any figures: within the width; from right to left it is the same, turned."""
    rows = [
        (f"R{n}", *("" if f is None else str(f) for f in row))
        for n, row in enumerate(figures)
    ]
    names = ("Row", "One", "Two")

    chart = drawn(*rows, form=form, names=names)
    turned = drawn(*rows, form=form, names=names, direction="rtl")

    missing = sum(f is None for row in figures for f in row)
    for rect, mirror in zip(chart.rects, turned.rects, strict=True):
        assert -1e-9 <= rect.x <= rect.x + rect.width <= 100 + 1e-9
        assert 0 <= rect.y <= rect.y + rect.height <= chart.height
        assert mirror.x + rect.x + rect.width == pytest.approx(100)
    for word in chart.words:
        assert 0 <= word.x <= 100
        assert 0 <= word.y <= chart.height
    if form is not ChartForm.LINE:
        assert len(chart.rects) == 2 * len(figures) - missing


@given(st.lists(FIGURES, min_size=1, max_size=20), st.booleans())
def test_a_scale_holds_all_figures_between_even_steps(figures, zero):
    """Few enough steps to be read, and zero where it is wanted."""
    scale = scale_of(figures, zero=zero)
    steps = {b - a for a, b in zip(scale.ticks, scale.ticks[1:], strict=False)}

    assert scale.low <= min(figures) <= max(figures) <= scale.high
    assert len(steps) == 1
    assert 3 <= len(scale.ticks) <= 9
    assert not zero or scale.low <= 0 <= scale.high


def test_a_line_far_from_zero_need_not_begin_there():
    """95 to 99 is not a flat line under the roof."""
    scale = scale_of([Decimal(95), Decimal(99)], zero=False)

    assert scale.low >= 90


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"form": "pie"}, "has the form 'pie'"),
        ({"names": ("Month",), "rows": [("Oct",), ("Nov",)]}, "has 0 series"),
        ({"rows": [("Oct", "1")]}, "has 1 rows of figures"),
        ({"rows": [("Oct", "1"), ("Nov", "many")]}, "row 2: “many” is not a number"),
        ({"rows": [("", "1"), ("Nov", "2")]}, "row 1 has no label"),
        ({"rows": [("Oct", ""), ("Nov", "")]}, "has no figure at all"),
        ({"rows": [("Oct", "1"), ("Nov",)]}, "rows of unequal length"),
    ],
)
def test_what_cannot_be_drawn_is_refused(fields, said):
    """With the row that is wrong, and a hint."""
    given_ = dict(fields)
    rows = given_.pop("rows", [("Oct", "1"), ("Nov", "2")])

    with pytest.raises(BlockError, match=re.escape(said)) as caught:
        check_body((a_chart(*rows, **given_),))

    assert caught.value.hint


STORY = "/world/2016/12/15/leaders-meet-x7k2mb/"


def page_with(paper, block):
    """Publish a story with a block and return its page."""
    for entry in MemoryJournal().append(published(a_story(body=(block,)))):
        apply(paper.tx, entry)
    return paper.page(STORY).text


def test_a_page_shows_the_chart_its_words_and_its_figures(empty_paper):
    """One picture with a name and a description; the same figures in a table."""
    block = a_chart(
        ("Oct", "810"), ("Nov", "1,260"), unit="Rs", attribution="Growers &amp; co"
    )
    text = page_with(empty_paper, block)

    (name, about) = re.search(
        r'<svg role="img"[^>]*aria-labelledby="(\S+) (\S+)"', text
    ).groups()
    assert f'<title id="{name}">What a crate fetched</title>' in text
    assert f'<desc id="{about}">It rose.</desc>' in text
    assert re.findall(r'<td data-label="Price" class="n">([^<]*)</td>', text) == [
        "810",
        "1,260",
    ]
    assert "Source: Growers &amp; co" in text
    assert assets().further["blocks"] in text
    assert " style=" not in text


def test_a_timeline_says_dates_as_stamps_do(empty_paper):
    """A whole date is one for machines too; other words stay as they are."""
    rows = (("2016-12-15", "They meet", ""), ("Noon", "", "They <em>eat</em>."))
    block = Block(kind=BlockKind.TIMELINE, title="The day", rows=rows)
    text = page_with(empty_paper, block)

    assert '<time datetime="2016-12-15">15 Dec 2016</time>' in text
    assert '<p class="when">Noon</p>' in text
    assert "<p>They <em>eat</em>.</p>" in text
    assert text.count("<h3>") == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("Noon", "", ""), "moment 1 says nothing"),
        (("", "They meet", ""), "moment 1 says nothing"),
        (("Noon", "They meet"), "moment 1 has not three parts"),
    ],
)
def test_a_moment_that_says_nothing_is_refused(row, said):
    """It needs its moment, and a heading or a text."""
    block = Block(kind=BlockKind.TIMELINE, title="The day", rows=(row,))

    with pytest.raises(BlockError, match=said):
        check_body((block,))

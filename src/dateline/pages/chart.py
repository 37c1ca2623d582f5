"""Charts, drawn here as SVG: rectangles, rules, lines and words, each in its place.

Across, places are shares of the width in per cent, so a chart is as wide as its
column while its letters are as large as all others. Down, they are sixteenths of a
rem: pixels as long as a reader leaves letters as they are, and larger with them.
Where the letters need more than the screen has, the drawing is as wide as they need
and is pushed sideways in its own box (the style sheet). On a page from right to left
all is mirrored. Colours are classes of the style sheet.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import blake2b
from html import unescape

from dateline.news.block import Block, ChartForm
from dateline.news.figure_text import figure_of
from dateline.pages.chart_scale import Scale, scale_of
from dateline.words.number import figure_words, left_to_right
from dateline.words.say import words_in

PLOT = 220
"""Height of what columns and lines stand in."""

_ABOVE, _BELOW = 26, 30
_LABEL, _BAR, _BETWEEN = 26, 14, 16
_WIDE = 100.0
_VALUE_ROOM = 22.0
"""Per cent kept free at least for the figure beside a bar of several series."""

_GROUP = 0.72
"""Share of its place that a column, or a group of them, fills."""

_LETTER = 2.8
"""Per cent of the narrowest screen that a letter of a tick takes."""

_MOST_LABELS, _MOST_LETTERS = 6, 32
"""What fits below a chart on the narrowest screen."""

_NUMBERS = frozenset(("value", "tick"))
"""Kinds of words that are figures."""

_TAG = re.compile(r"<[^>]+>")
Rows = list[tuple[str, list[Decimal | None]]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rect:
    """A bar or a column; ``x`` and ``width`` in per cent, the rest as all heights."""

    x: float
    y: float
    width: float
    height: float
    series: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A hairline from ``x`` to ``x2``; ``zero`` is the one that figures start from."""

    x: float
    y: float
    x2: float
    y2: float
    zero: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """Words at a place; ``anchor`` as SVG has it, ``kind`` a class."""

    x: float
    y: float
    anchor: str
    text: str
    kind: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """A chart as a template shows it.

    ``lines`` are the points of polylines by series, ``dots`` points that stand
    alone; ``series`` are the names of several series, none of one alone.
    """

    height: int
    id: str = ""
    title: str = ""
    rects: tuple[Rect, ...] = ()
    rules: tuple[Rule, ...] = ()
    words: tuple[Word, ...] = ()
    lines: tuple[tuple[int, str], ...] = ()
    dots: tuple[tuple[int, float, float], ...] = ()
    series: tuple[str, ...] = ()
    about: str = ""
    unit: str = ""
    source: str = ""
    plot: int = PLOT
    above: int = _ABOVE


def chart_of(block: Block, language: str, direction: str) -> Chart:
    """Return a chart block drawn, its figures as ``language`` writes them."""
    names, *lines = block.rows
    rows = [
        (_plain(label), [figure_of(_plain(cell)) for cell in cells])
        for label, *cells in lines
    ]
    drawn = _FORMS[ChartForm(block.form)](rows, language)
    if direction == "rtl":
        drawn = _mirrored(drawn)
    digest = blake2b(repr((block.title, block.rows)).encode(), digest_size=4)
    return replace(
        drawn,
        id=f"chart-{digest.hexdigest()}",
        title=_plain(block.title),
        about=_plain(block.text),
        unit=_plain(block.unit),
        source=_plain(block.attribution),
        series=tuple(map(_plain, names[1:])) if len(names) > 2 else (),  # noqa: PLR2004
    )


def rem(height: float) -> str:
    """Return a height as SVG has it: it grows with the reader's letters."""
    return f"{round(height / 16, 4):g}rem"


def _plain(text: str) -> str:
    return unescape(_TAG.sub("", text))


def _figures(rows: Rows) -> list[Decimal]:
    return [figure for _, cells in rows for figure in cells if figure is not None]


def _bars(rows: Rows, language: str) -> Chart:
    """Draw bars that lie: the label above each, its figure at the end of the line."""
    scale = _from_zero(_figures(rows))
    several = len(rows[0][1]) > 1
    room = _WIDE - _value_room(rows, language) if several else _WIDE
    zero = scale.share(Decimal(0)) * room
    rects: list[Rect] = []
    words: list[Word] = []
    y = 0
    for label, cells in rows:
        words.append(Word(x=0, y=y + 18, anchor="start", text=label, kind="label"))
        down = y + _LABEL
        for number, figure in enumerate(cells):
            line = down + _BAR - 1 if several else y + 18
            words.append(_value(figure, line, language))
            if figure is not None:
                end = scale.share(figure) * room
                start, width = min(zero, end), abs(end - zero)
                rects.append(
                    Rect(x=start, y=down, width=width, height=_BAR, series=number)
                )
            down += _BAR + (8 if several else 0)
        y = down + _BETWEEN
    height = y - _BETWEEN + 2
    axis = Rule(x=zero, y=0, x2=zero, y2=height, zero=True)
    rules = (axis,) if scale.low < 0 else ()
    return Chart(
        height=height,
        rects=tuple(rects),
        rules=rules,
        words=tuple(words),
    )


def _value_room(rows: Rows, language: str) -> float:
    """Return what the longest figure needs beside its bar, per cent."""
    longest = max(len(figure_words(each, language)) for each in _figures(rows))
    return max(_VALUE_ROOM, _LETTER * (longest + 0.5))


def _from_zero(figures: list[Decimal]) -> Scale:
    """Return a scale without steps: the longest bar goes all the way."""
    zero = Decimal(0)
    low, high = min(zero, *figures), max(zero, *figures)
    return Scale(low=low, high=high if high > low else low + 1, ticks=())


def _value(figure: Decimal | None, y: float, language: str) -> Word:
    """Return a bar's figure, or that there is none."""
    if figure is None:
        say = words_in(language)
        return Word(x=_WIDE, y=y, anchor="end", text=say("no figure"), kind="none")
    text = figure_words(figure, language)
    return Word(x=_WIDE, y=y, anchor="end", text=text, kind="value")


def _columns(rows: Rows, language: str) -> Chart:
    """Draw columns that stand side by side, in groups if there are several series."""
    scale = scale_of(_figures(rows), zero=True)
    ticks = tuple(_ticks(scale, language))
    begin = _room(ticks)
    place = (_WIDE - begin) / len(rows)
    zero = _down(scale, Decimal(0))
    rects: list[Rect] = []
    words: list[Word] = []
    for row, (_, cells) in enumerate(rows):
        width = place * _GROUP / len(cells)
        for number, figure in enumerate(cells):
            x = begin + place * (row + (1 - _GROUP) / 2) + width * number
            if figure is None:
                words.append(_gap(x + width / 2, zero - 6))
                continue
            top, bottom = sorted((_down(scale, figure), zero))
            rects.append(
                Rect(x=x, y=top, width=width, height=bottom - top, series=number)
            )
    middles = [begin + place * (row + 0.5) for row in range(len(rows))]
    labels = _labels([label for label, _ in rows], middles)
    return Chart(
        height=_ABOVE + PLOT + _BELOW,
        rects=tuple(rects),
        rules=tuple(_grid(scale)),
        words=(*ticks, *words, *labels),
    )


def _line(rows: Rows, language: str) -> Chart:
    """Draw a line for each series; it is broken where there is no figure."""
    scale = scale_of(_figures(rows), zero=False)
    ticks = tuple(_ticks(scale, language))
    begin = _room(ticks)
    step = (_WIDE - begin) / (len(rows) - 1)
    across = [begin + step * row for row in range(len(rows))]
    lines: list[tuple[int, str]] = []
    dots: list[tuple[int, float, float]] = []
    for number in range(len(rows[0][1])):
        figures = [cells[number] for _, cells in rows]
        for run in _runs(figures):
            points = [(across[i], _down(scale, figure)) for i, figure in run]
            if len(points) > 1:
                lines.append((number, " ".join(_point(*point) for point in points)))
            dots.append((number, *points[-1]))
    labels = _labels([label for label, _ in rows], across)
    return Chart(
        height=_ABOVE + PLOT + _BELOW,
        rules=tuple(_grid(scale)),
        words=(*ticks, *labels),
        lines=tuple(lines),
        dots=tuple(dots),
    )


def _runs(figures: Sequence[Decimal | None]) -> list[list[tuple[int, Decimal]]]:
    """Return the stretches of figures between those that are missing."""
    runs: list[list[tuple[int, Decimal]]] = [[]]
    for place, figure in enumerate(figures):
        if figure is None:
            runs.append([])
        else:
            runs[-1].append((place, figure))
    return [run for run in runs if run]


def _point(x: float, y: float) -> str:
    """Return a point of a line, whose own box begins where the plot does."""
    return f"{x:.4g},{y - _ABOVE:.5g}"


def _down(scale: Scale, figure: Decimal) -> float:
    return _ABOVE + PLOT * (1 - scale.share(figure))


def _grid(scale: Scale) -> Iterator[Rule]:
    for tick in scale.ticks:
        y = _down(scale, tick)
        yield Rule(x=0, y=y, x2=_WIDE, y2=y, zero=tick == 0)


def _ticks(scale: Scale, language: str) -> Iterator[Word]:
    for tick in scale.ticks:
        text = figure_words(tick.normalize(), language)
        y = _down(scale, tick) - 5
        yield Word(x=0, y=y, anchor="start", text=text, kind="tick")


def _room(ticks: Sequence[Word]) -> float:
    """Return what the ticks need at the side, per cent."""
    return _LETTER * (max(len(tick.text) for tick in ticks) + 0.5)


def _gap(x: float, y: float) -> Word:
    return Word(x=x, y=y, anchor="middle", text="\N{EN DASH}", kind="none")


def _labels(labels: list[str], across: list[float]) -> Iterator[Word]:
    """Yield the labels below that have room; always the first."""
    longest = max(map(len, labels))
    count = max(1, min(_MOST_LABELS, _MOST_LETTERS // (longest + 1)))
    each = -(-len(labels) // count)
    for place in range(0, len(labels), each):
        x = across[place]
        anchor = "end" if x == _WIDE else "middle"
        y = _ABOVE + PLOT + 21
        yield Word(x=x, y=y, anchor=anchor, text=labels[place], kind="label")


def _mirrored(chart: Chart) -> Chart:
    """Return the chart for a page from right to left; SVG turns the anchors itself."""
    return replace(
        chart,
        rects=tuple(replace(r, x=_WIDE - r.x - r.width) for r in chart.rects),
        rules=tuple(replace(r, x=_WIDE - r.x, x2=_WIDE - r.x2) for r in chart.rules),
        words=tuple(_turned_word(word) for word in chart.words),
        lines=tuple((number, _turned(points)) for number, points in chart.lines),
        dots=tuple((number, _WIDE - x, y) for number, x, y in chart.dots),
    )


def _turned_word(word: Word) -> Word:
    """Return a word mirrored; a figure keeps its minus before it."""
    is_number = word.kind in _NUMBERS
    return replace(
        word,
        x=_WIDE - word.x,
        text=left_to_right(word.text) if is_number else word.text,
    )


def _turned(points: str) -> str:
    pairs = (point.split(",") for point in points.split())
    return " ".join(f"{_WIDE - float(x):.4g},{y}" for x, y in pairs)


_FORMS = {
    ChartForm.BARS: _bars,
    ChartForm.COLUMNS: _columns,
    ChartForm.LINE: _line,
}

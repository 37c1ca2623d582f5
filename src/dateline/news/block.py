"""One block of a story's body.

A body is a flat, ordered tuple of blocks. One class serves all kinds because
documents travel as canonical JSON and a flat record reads the same in every
version; ``check_body`` says which fields a kind may use.

Text fields hold a small, safe inline markup and nothing else: ``<em>``,
``<strong>`` and ``<a href="http(s)://…">``, everything else escaped. Whoever
makes a block (wire, newsroom) cleans its text; pages may print it as it is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from dateline.errors import DatelineError
from dateline.news.figure_text import figure_of


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    QUOTE = "quote"
    LIST = "list"
    PICTURE = "picture"
    GALLERY = "gallery"
    FACTS = "facts"
    TIMELINE = "timeline"
    TABLE = "table"
    CHART = "chart"
    EMBED = "embed"
    PRE = "pre"


class ChartForm(StrEnum):
    """How a chart is drawn: bars lie, columns stand, a line goes on."""

    BARS = "bars"
    COLUMNS = "columns"
    LINE = "line"


MOST_SERIES = 4
MOST_POINTS = 60
"""Series and rows of a chart that a telephone can still show."""

FEWEST_POINTS = 2
"""Rows of figures below which there is nothing to compare."""

TIMELINE_ROW = ("moment", "heading", "text")
"""What a row of a timeline holds."""

FEWEST_PICTURES = 2
"""Pictures below which there is no gallery."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A paragraph, a quote, a table or another kind.

    Fields by kind: ``text`` for paragraph, crosshead, quote and pre;
    ``attribution`` for quote; ``items`` for list and facts (one paragraph
    each); ``title`` for facts, table (its caption) and embed; ``rows`` for
    table, the first one its head; ``picture`` (an id) and ``text`` (a caption
    for this use) for picture; ``pictures`` (ids), ``items`` (a caption for this
    use for each, empty where the picture's own is meant) and ``title`` for
    gallery; ``href`` for embed. A timeline has a ``title`` and in ``rows`` a
    moment ("Noon", or a date as 2016-12-15), a heading and a text each; the
    heading or the text may be empty. A chart has a ``title``, in ``text`` what it
    shows, said in words for whom cannot see it, ``form`` (a `ChartForm`), the
    ``unit`` of its figures, its source in ``attribution``, and in ``rows`` what
    its table would: names of the series in the first, then a label and figures
    (see `figure_of`).
    """

    kind: BlockKind
    text: str = ""
    attribution: str = ""
    title: str = ""
    items: tuple[str, ...] = ()
    ordered: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    picture: str = ""
    pictures: tuple[str, ...] = ()
    href: str = ""
    form: str = ""
    unit: str = ""


class BlockError(DatelineError):
    """A block lacks what its kind needs."""

    hint = "Fill the named field of the block, or remove the block."


_NEEDS = {
    BlockKind.PARAGRAPH: ("text",),
    BlockKind.CROSSHEAD: ("text",),
    BlockKind.QUOTE: ("text",),
    BlockKind.LIST: ("items",),
    BlockKind.PICTURE: ("picture",),
    BlockKind.GALLERY: ("pictures",),
    BlockKind.FACTS: ("title", "items"),
    BlockKind.TIMELINE: ("title", "rows"),
    BlockKind.TABLE: ("rows",),
    BlockKind.CHART: ("title", "text", "rows"),
    BlockKind.EMBED: ("href", "title"),
    BlockKind.PRE: ("text",),
}


def check_body(body: tuple[Block, ...]) -> None:
    """Raise BlockError for the first block that lacks what its kind needs."""
    for number, block in enumerate(body, start=1):
        for field in _NEEDS[block.kind]:
            if not getattr(block, field):
                raise BlockError(f"block {number} ({block.kind}) has no {field}")
        if block.kind is BlockKind.EMBED and not block.href.startswith("https://"):
            raise BlockError(f"block {number} (embed) does not link to https")
        if len({len(row) for row in block.rows}) > 1:
            where = f"block {number} ({block.kind})"
            raise BlockError(f"{where} has rows of unequal length")
        if block.kind in _CHECKS:
            _CHECKS[block.kind](block, number)
    if sum(block.kind is BlockKind.GALLERY for block in body) > 1:
        raise BlockError("the body has a second gallery; a story has at most one")


def _check_gallery(block: Block, number: int) -> None:
    if len(block.pictures) < FEWEST_PICTURES:
        raise BlockError(f"block {number} (gallery) has fewer than two pictures")
    if len(block.items) != len(block.pictures):
        raise BlockError(f"block {number} (gallery) has not one caption a picture")


def _check_timeline(block: Block, number: int) -> None:
    for place, row in enumerate(block.rows, start=1):
        where = f"block {number} (timeline), moment {place}"
        if len(row) != len(TIMELINE_ROW):
            raise BlockError(f"{where} has not three parts")
        moment, heading, text = row
        if not moment or not (heading or text):
            raise BlockError(f"{where} says nothing")


def _check_chart(block: Block, number: int) -> None:
    where = f"block {number} (chart)"
    names, *rows = block.rows
    if block.form not in set(ChartForm):
        raise BlockError(f"{where} has the form {block.form!r}", hint=_FORMS)
    if not 1 < len(names) <= MOST_SERIES + 1:
        raise BlockError(f"{where} has {len(names) - 1} series", hint=_SERIES)
    if not FEWEST_POINTS <= len(rows) <= MOST_POINTS:
        raise BlockError(f"{where} has {len(rows)} rows of figures", hint=_POINTS)
    figures = [_chart_row(row, f"{where}, row {n}") for n, row in enumerate(rows, 1)]
    if not any(figure is not None for row in figures for figure in row):
        raise BlockError(f"{where} has no figure at all")


def _chart_row(row: tuple[str, ...], where: str) -> list[Decimal | None]:
    label, *cells = row
    if not label:
        raise BlockError(f"{where} has no label")
    try:
        return [figure_of(cell) for cell in cells]
    except ValueError as error:
        raise BlockError(f"{where}: {error}", hint=_FIGURES) from error


_FORMS = "A chart's form is bars, columns or line."
_SERIES = f"Give the first row a label and one to {MOST_SERIES} names of series."
_POINTS = f"Give a chart two to {MOST_POINTS} rows under its first."
_FIGURES = "Write 1234.5 or 1,234.5; leave the cell empty where there is no figure."

_CHECKS: dict[BlockKind, Callable[[Block, int], None]] = {
    BlockKind.GALLERY: _check_gallery,
    BlockKind.TIMELINE: _check_timeline,
    BlockKind.CHART: _check_chart,
}


def pictures_of(body: tuple[Block, ...]) -> tuple[str, ...]:
    """Return the ids of the pictures that a body shows, in order."""
    found: list[str] = []
    for block in body:
        if block.kind is BlockKind.PICTURE:
            found.append(block.picture)
        elif block.kind is BlockKind.GALLERY:
            found += block.pictures
    return tuple(found)


def gallery_in(body: tuple[Block, ...]) -> Block | None:
    """Return the gallery of a body, if it has one."""
    return next((b for b in body if b.kind is BlockKind.GALLERY), None)

"""Tables in a body: league tables, weather by city, results."""

from dateline.news.block import BlockKind
from dateline.news.item import Cell, ItemBlock
from dateline.wire import runs
from dateline.wire.reading import Reading
from dateline.wire.xml import Element, children, name_of

MAX_SPAN, MAX_DIGITS = 100, 4


def read_table(reading: Reading, element: Element) -> None:
    """Read a table, whatever sections its rows are in."""
    for caption in children(element, "caption"):
        reading.add(BlockKind.CROSSHEAD, runs.line_of(caption))
    rows = [_row(row) for row in element.iter() if name_of(row) == "tr"]
    rows = [row for row in rows if any(cell.text for cell in row)]
    if rows:
        text = "\n".join("\t".join(cell.text for cell in row) for row in rows)
        reading.blocks.append(
            ItemBlock(
                kind=BlockKind.TABLE, text=text, rows=tuple(rows), boxed=reading.boxed
            )
        )


def _row(row: Element) -> tuple[Cell, ...]:
    """Read one row of a table."""
    return tuple(_cell(each) for each in row if name_of(each) in {"td", "th"})


def _cell(element: Element) -> Cell:
    """Read one cell."""
    pieces: list[runs.Piece] = []
    runs.gather(element, pieces)
    line = runs.join(pieces)
    return Cell(
        text=line.text,
        runs=line.runs,
        header=name_of(element) == "th",
        colspan=_span(element.get("colspan")),
        rowspan=_span(element.get("rowspan")),
    )


def _span(text: str | None) -> int:
    """Read a span; anything odd is 1."""
    odd = not text or not text.isascii() or not text.isdigit() or len(text) > MAX_DIGITS
    return 1 if odd else min(max(int(text or 1), 1), MAX_SPAN)

"""The table behind a chart, as an editor left it: a sentence for each thing amiss."""

from collections.abc import Iterator
from typing import Any

from dateline.news.block import FEWEST_POINTS, MOST_POINTS, MOST_SERIES
from dateline.news.figure_text import figure_of


def faults_of(table: Any) -> list[str]:
    """Return what must be mended before the table can be drawn; rows count from 1.

    ``table`` is a typed table's value, or None where there is none. A row without
    a word is no row: editors leave such behind.
    """
    columns = [] if table is None else [_said(c["heading"]) for c in table.columns]
    series = len(columns) - 1
    if not 1 <= series <= MOST_SERIES:
        found = f"There are {max(series, 0)} columns of figures"
        return [f"{found}: after the column of labels give one to {MOST_SERIES}."]
    rows = [
        (number, [_said(cell) for cell in row["values"]])
        for number, row in enumerate(table.row_data, start=1)
    ]
    written = [(number, cells) for number, cells in rows if any(cells)]
    return [
        *_unnamed(columns),
        *_too_few_or_many(len(written)),
        *(fault for number, cells in written for fault in _row(number, cells)),
        *_without_figures(written),
    ]


def _said(cell: Any) -> str:
    return str(cell or "").strip()


def _unnamed(columns: list[str]) -> Iterator[str]:
    for number, heading in enumerate(columns[1:], start=2):
        if not heading:
            yield f"Column {number} has no heading: name what its figures are."


def _too_few_or_many(rows: int) -> Iterator[str]:
    if not FEWEST_POINTS <= rows <= MOST_POINTS:
        yield f"There are {rows} rows: a chart has {FEWEST_POINTS} to {MOST_POINTS}."


def _row(number: int, cells: list[str]) -> Iterator[str]:
    label, *figures = cells
    if not label:
        yield f"Row {number}, column 1: the figures have no label."
    for column, cell in enumerate(figures, start=2):
        try:
            figure_of(cell)
        except ValueError as error:
            yield f"Row {number}, column {column}: {error}."


def _without_figures(rows: list[tuple[int, list[str]]]) -> Iterator[str]:
    if rows and not any(_is_told(cell) for _, cells in rows for cell in cells[1:]):
        yield "There is no figure at all in the table."


def _is_told(cell: str) -> bool:
    """Return whether a cell holds a figure, be it a wrong one."""
    try:
        return figure_of(cell) is not None
    except ValueError:
        return True

"""Rows pasted from a spreadsheet or a CSV file, as a table of cells.

A spreadsheet puts tabs between cells, so a tab is believed before anything else:
figures have commas of their own.
"""

import csv

from dateline.errors import DatelineError

_TAB = "\t"
_DELIMITERS = ",;|"
_LONGEST = 20_000
"""Letters: far more than the longest chart takes."""


class PastedRowsError(DatelineError):
    """What was pasted is no table."""

    hint = "Copy the cells out of a spreadsheet, the headings first."


def rows_of(text: str) -> list[list[str]]:
    """Return pasted rows, headings first; all have as many cells as the headings.

    Rows without a word are left out. Raises PastedRowsError with what to mend.
    """
    if len(text) > _LONGEST:
        raise PastedRowsError(
            f"These are {len(text):,} letters, {_LONGEST:,} at most can be pasted."
        )
    lines = text.strip("\r\n").splitlines()
    try:
        delimiter = _delimiter(lines)
        read = csv.reader(
            lines, delimiter=delimiter, skipinitialspace=True, strict=True
        )
        rows = [[cell.strip() for cell in row] for row in read]
    except csv.Error as error:
        raise PastedRowsError(
            "These rows are no table: separate the cells by tabs, commas or"
            " semicolons, and close each quotation mark."
        ) from error
    rows = [row for row in rows if any(row)]
    if not rows:
        raise PastedRowsError("There is nothing in these cells.")
    return _even(rows, is_sheet=delimiter == _TAB)


def _even(rows: list[list[str]], *, is_sheet: bool) -> list[list[str]]:
    """Return rows of equal length: a form takes tabs from the ends of what is pasted.

    So the last row may lack its last cells, and the headings their empty first one.
    """
    head, *others = rows
    if (
        is_sheet
        and others
        and all(len(row) > len(head) for row in others[:-1] or others)
    ):
        head = ["", *head]
    for number, row in enumerate(others, start=2):
        if len(row) > len(head):
            raise PastedRowsError(
                f"Row {number} has {len(row)} cells, the headings are {len(head)}."
                " A figure with commas stands in quotation marks, where commas part"
                " the cells."
            )
    return [head, *([*row, *[""] * (len(head) - len(row))] for row in others)]


def _delimiter(lines: list[str]) -> str:
    if any(_TAB in line for line in lines):
        return _TAB
    try:
        found = csv.Sniffer().sniff("\n".join(lines), delimiters=_DELIMITERS)
    except csv.Error:  # the rows are uneven: the headings tell what was meant
        likely = max(_DELIMITERS, key=lines[0].count)
        if likely not in lines[0]:
            raise
        return likely
    return found.delimiter

"""What templates of blocks ask about the words of a block."""

from datetime import date

from dateline.news.figure_text import figure_of
from dateline.words.number import left_to_right
from dateline.words.say import words_in
from dateline.words.stamp import date_text

_UNITS = " %₹$€£\N{NO-BREAK SPACE}"
_DAY = len("2016-12-15")


def is_figure(cell: str) -> bool:
    """Return whether a table's cell holds a number, so that it stands at the end."""
    try:
        return figure_of(cell.strip(_UNITS)) is not None
    except ValueError:
        return False


def is_of_figures(rows: list[list[str]], column: int) -> bool:
    """Return whether a table's column holds numbers, as far as anything is in it."""
    cells = [row[column] for row in rows[1:] if row[column].strip()]
    return bool(cells) and all(map(is_figure, cells))


def cell_text(cell: str, direction: str) -> str:
    """Return a table's cell as a page shows it: a number below zero with its minus.

    On a page from right to left a number keeps its own direction.
    """
    if not is_figure(cell):
        return cell
    shown = cell.replace("-", "\N{MINUS SIGN}", 1) if cell.startswith("-") else cell
    return left_to_right(shown) if direction == "rtl" else shown


def day_of(text: str, language: str) -> str:
    """Return a date of a timeline as stamps write it; "" if it is other words.

    "2016-12-15" is "15 Dec 2016"; nothing but a whole date is one.
    """
    if len(text) != _DAY:
        return ""
    try:
        return date_text(date.fromisoformat(text), words_in(language))
    except ValueError:
        return ""

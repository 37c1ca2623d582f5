"""What templates of blocks ask about the words of a block."""

from datetime import date

from dateline.news.figure_text import figure_of
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

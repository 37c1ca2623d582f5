"""Figures in a table's cells: what an editor typed, and the number it means."""

import re
from decimal import Decimal

_FIGURE = re.compile(r"[-+\N{MINUS SIGN}\N{EN DASH}]?(?:\d[\d,]*)(?:\.\d+)?", re.ASCII)
_GROUPS = re.compile(r"\d{1,3}(?:,\d{2,3})*", re.ASCII)
"""Thousands or lakh and crore: groups of two or three digits."""

MISSING = frozenset(("", "-", "\N{EN DASH}", "\N{EM DASH}", "n/a"))
"""What says that there is no figure."""

_LONGEST = 24


def figure_of(text: str) -> Decimal | None:
    """Return the number that a cell holds; None where there is no figure.

    "1,234.5", "12,34,567", "-3", "−3" and "" are read; a missing figure is never
    zero.

    Raises:
        ValueError: it is neither a number nor a mark of a missing one.
    """
    plain = text.strip()
    if plain.lower() in MISSING:
        return None
    whole = plain.lstrip("-+\N{MINUS SIGN}\N{EN DASH}").partition(".")[0]
    if (
        len(plain) > _LONGEST
        or not _FIGURE.fullmatch(plain)
        or not ("," not in whole or _GROUPS.fullmatch(whole))
    ):
        raise ValueError(f"“{plain[:_LONGEST]}” is not a number")
    digits = plain.replace(",", "").lstrip("-+\N{MINUS SIGN}\N{EN DASH}")
    number = Decimal(digits)
    return -number if plain[0] in "-\N{MINUS SIGN}\N{EN DASH}" else number

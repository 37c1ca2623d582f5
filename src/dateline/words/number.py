"""Numbers as readers of a language group them."""

from decimal import Decimal

_BY_LAKH = frozenset("as bn gu hi kn ml mr ne or pa sa ta te ur".split())
"""Languages whose papers count in lakh and crore: 12,34,567."""

_LAST = 3
_PAIR = 2


def number_text(number: int, language: str) -> str:
    """Return a whole number grouped: "1,234,567", in Hindi "12,34,567".

    The minus is U+2212. Digits are Latin in every language, as most papers
    print them.
    """
    minus = "\N{MINUS SIGN}" if number < 0 else ""
    if language.partition("-")[0].lower() not in _BY_LAKH:
        return f"{minus}{abs(number):,}"
    digits = str(abs(number))
    rest, groups = digits[:-_LAST], [digits[-_LAST:]]
    while rest:
        groups.insert(0, rest[-_PAIR:])
        rest = rest[:-_PAIR]
    return minus + ",".join(groups)


def figure_words(figure: Decimal, language: str) -> str:
    """Return a figure grouped, its decimals as they are: "−1,234.50"."""
    whole, _, decimals = f"{abs(figure):f}".partition(".")
    minus = "\N{MINUS SIGN}" if figure < 0 else ""
    rest = f".{decimals}" if decimals else ""
    return f"{minus}{number_text(int(whole), language)}{rest}"


def left_to_right(figure: str) -> str:
    """Return a figure that stands among words from right to left.

    Without the marks (UAX 9, LRI and PDI) its minus sign would go behind it: 3−.
    """
    return f"\N{LEFT-TO-RIGHT ISOLATE}{figure}\N{POP DIRECTIONAL ISOLATE}"

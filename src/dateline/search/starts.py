"""Where in copy a word that is looked for may begin.

To mark three words in a story of five hundred, all five hundred would have to be
taken through folding and stemming, which costs a millisecond a story. Their first
letters tell nearly all of them apart, and a regular expression finds those.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

_SCRIPTS = ((0x30, 0x250), (0x370, 0x530), (0x900, 0x980), (0x1E00, 0x2000))
_JOINING = ".,'’"
"""What may stand behind the first letter of U.N., O'Brien, 1,00,000."""

_ALSO = {"i": "y"}
"""Dying, lying and tying begin otherwise than their stems."""


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    """Return the letters that are folded to each letter or digit."""
    found: dict[str, list[str]] = defaultdict(list)
    for first, end in _SCRIPTS:
        for letter in map(chr, range(first, end)):
            if letter.isalnum():
                base = unicodedata.normalize("NFKD", letter.casefold())[0]
                digit = unicodedata.digit(base, None)
                found[base if digit is None else str(digit)].append(letter)
    return {base: "".join(letters) for base, letters in found.items()}


def starts_of(terms: Iterable[str], *, loosely: bool) -> re.Pattern[str] | None:
    """Return what matches where one of the terms may begin; None for no terms.

    ``loosely``: also where a word begins that is a slip away from one of them.
    """
    ways = {way for term in terms for way in _ways(term, loosely=loosely)}
    if not ways:
        return None
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(sorted(ways))})")


def _ways(term: str, *, loosely: bool) -> list[str]:
    if loosely:
        return [_one_of(letter) for letter in term[:2]]
    if not term.isascii() or not term[1:]:
        return [_one_of(term[0])]
    return [_one_of(term[0]) + _one_of(term[1], also=_JOINING)]


def _one_of(letter: str, *, also: str = "") -> str:
    letters = _letters().get(letter, letter) + _ALSO.get(letter, "") + also
    return f"[{re.escape(letters)}]"

"""Phrases: what the desk looks for in sluglines, places and words.

Text and phrase are folded the same way: case, compatibility forms and everything
that is not a letter, a digit or a mark go. A phrase is then a row of whole words
("FERRY STRIKE" is in "Ferry-Strike/2nd Lead"); ``*`` at the end of a word stands
for any ending ("elect*" is in "Election").

A mark belongs to its letter: without it "कल" (tomorrow) would be in "कला" (art).
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

# Letters and digits with the marks that stand on them: of Latin, Hebrew, Arabic and
# the Indic scripts (their danda is a full stop), and the joiners inside words.
_WORD: Final = (
    r"(?:[^\W_]|[\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u0670"
    r"\u0900-\u0963\u0966-\u0dff\u200c\u200d])+"
)
_WORDS: Final = re.compile(_WORD)
_PHRASE_WORDS: Final = re.compile(rf"({_WORD})(\*?)")
_NOTHING: Final = re.compile(r"(?!)")
PART: Final = "\n"
"""Parts texts that no phrase may reach across."""


def folded(*texts: str) -> str:
    """Fold texts for looking in: words between single spaces, a line a text.

    A phrase is never found across two texts.
    """
    lines = (" ".join(_WORDS.findall(_plain(text))) for text in texts)
    return "".join(f" {line} {PART}" for line in lines if line)


def phrase_of(text: str) -> str:
    """Return a phrase as it is looked for; empty if it holds no word."""
    return " ".join("".join(pair) for pair in _PHRASE_WORDS.findall(_plain(text)))


@lru_cache(maxsize=2048)
def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return the search for any of some phrases in folded text.

    Group 1 of what it finds is the text that was found. Phrases that hold no word
    are in no text.
    """
    known = [each for each in map(phrase_of, phrases) if each]
    if not known:
        return _NOTHING
    return re.compile(f" ({'|'.join(map(_expression, known))})(?= )")


def first_found(phrases: Iterable[str], text: str) -> str:
    """Return the first phrase, as it was written, that is in folded text."""
    return next((each for each in phrases if any_of((each,)).search(text)), "")


def _expression(phrase: str) -> str:
    """Write one folded phrase as an expression."""
    return re.escape(phrase).replace(r"\*", rf"[^ {PART}]*").replace(r"\ ", " ")


def _plain(text: str) -> str:
    """Fold case and compatibility forms; what changes under folding stays so."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())

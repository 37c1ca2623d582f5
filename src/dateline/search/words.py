"""From copy to the words it is found by.

Story and question go through the same function, so whatever it folds together
is found by each of its spellings:

    Café, CAFE, cafés     caf
    U.N., UN              un
    1,00,000 and 100000   100000
    Modi's, Modi’s        modi
    हिन्दी, हिंदी           हिंद

English is cut to its stem by Snowball, Hindi by `hindi`. Which of the two is
decided by the script of each word, so stories in both live in one index, and
so does a story that quotes the other language.

A word is a letter or digit with what belongs to it, which includes combining
marks: most tokenizers break हिंदी at its vowel signs.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

from dateline.search import hindi

LONGEST = 64
"""Letters of a word that count."""

_KEPT = 1 << 17
_ZERO_WIDTH = "\u200c\u200d"


def _marks() -> str:
    """Return all combining marks as the inside of a character class."""
    found = [c for c in range(0x300, 0x10000) if unicodedata.category(chr(c))[0] == "M"]
    ends = [c for c in found if c + 1 not in set(found)]
    starts = [c for c in found if c - 1 not in set(found)]
    return "".join(f"{chr(a)}-{chr(z)}" for a, z in zip(starts, ends, strict=True))


def _pattern() -> re.Pattern[str]:
    inside = rf"\w{_marks()}{_ZERO_WIDTH}"
    return re.compile(
        r"(?:[A-Za-z]\.){2,}"  # U.N.
        r"|\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?!\w)"  # 1,00,000
        r"|\d+\.\d+(?!\w)"  # 6.22
        rf"|\w[{inside}]*(?:['’][{inside}]+)*"
    )


_WORD = _pattern()
_TAG = re.compile(r"<[^>]*>")
_stem_english = (
    TextAnalyzerBuilder(Tokenizer.whitespace())
    .filter(Filter.stemmer("english"))
    .build()
    .analyze
)


def plain(text: str) -> str:
    """Return a block's text without its inline markup."""
    if "<" in text:
        text = _TAG.sub("", text)
    return html.unescape(text) if "&" in text else text


def spans(text: str, starts: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """Yield words of plain text as ``(term, start, end)``: where ``starts`` matches."""
    text = _without_lines(text)
    for start in starts.finditer(text):
        found = _WORD.match(text, start.start())
        if found is not None:
            yield term_of(found.group()), found.start(), found.end()


def terms(text: str) -> list[str]:
    """Return the terms of plain text, in order."""
    words = _WORD.findall(_without_lines(text))
    return [term for word in words if (term := term_of(word))]


def _without_lines(text: str) -> str:
    """Return text of the same length in which an underscore joins nothing."""
    return text.replace("_", " ") if "_" in text else text


@lru_cache(maxsize=_KEPT)
def term_of(word: str) -> str:
    """Return what a word is found by; empty if nothing is left of it."""
    word = word[:LONGEST].casefold().replace("’", "'")
    word = word.removesuffix("'s").replace("'", "").replace(",", "")
    if not word[:1].isdigit():
        word = word.replace(".", "")
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
        if hindi.is_devanagari(word):
            return hindi.stem(hindi.fold(word))
        word = "".join(c for c in word if not unicodedata.combining(c))
        word = word.replace("\u200c", "").replace("\u200d", "")
    return _english(word) if word.isascii() and word.isalpha() else word


def _english(word: str) -> str:
    found: list[str] = _stem_english(word)
    return found[0] if found else word

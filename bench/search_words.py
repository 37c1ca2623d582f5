"""Words as often as in a language, and stories made of them.

Real lists of words are not ours to copy, so the words are made of syllables; how
often each comes is Zipf's law with Mandelbrot's shift, which news copy follows:
the commonest word is every twentieth, half the words of the list come once. The
first places of the English list are real, because stop words must be what they
are.
"""

import random
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from itertools import accumulate

from bench.archive import story as nonsense
from dateline.news.block import Block, BlockKind
from dateline.news.story import Story

HINDI_EVERY = 8
"""Every so manieth story is in Hindi."""

_ENGLISH, _HINDI = 60_000, 20_000
_SHIFT, _POWER = 2.7, 1.05
_FIRST = (
    "the of and to in a that for is on said was with it as he by at from his be "
    "government people police court minister year new state city india water"
).split()
_FIRST_HINDI = "के में की है को से ने का और पर सरकार लोग पुलिस मंत्री शहर पानी राज्य साल".split()
_PARAGRAPHS, _SENTENCES, _WORDS = 10, 3, 14


class Language:
    """A list of words, each with how often it comes."""

    def __init__(
        self, first: list[str], syllables: list[str], size: int, seed: int
    ) -> None:
        dice = random.Random(seed)
        words = dict.fromkeys(first)
        while len(words) < size:
            words["".join(dice.choices(syllables, k=dice.randint(2, 4)))] = None
        self.words = list(words)
        shares = (1 / (place + _SHIFT) ** _POWER for place in range(size))
        self._shares = list(accumulate(shares))

    def some(self, dice: random.Random, count: int) -> list[str]:
        """Return words as they come in copy."""
        return dice.choices(self.words, cum_weights=self._shares, k=count)


@lru_cache(maxsize=2)
def language(code: str) -> Language:
    """Return the words of "en" or "hi"."""
    if code == "hi":
        syllables = [a + b for a in "कखगचजटडतदनपबमयरलवसह" for b in ("", *"ािीुूेो")]
        return Language(_FIRST_HINDI, syllables, _HINDI, 2)
    syllables = [a + b for a in "bcdfghklmnprstvw" for b in "aeiou"]
    return Language(_FIRST, [*syllables, "ing", "er", "st"], _ENGLISH, 1)


def code_of(number: int) -> str:
    """Return the language of the story of a number."""
    return "hi" if number % HINDI_EVERY == 0 else "en"


def story(number: int, moment: datetime) -> Story:
    """Return the story of that number, with words of its language."""
    dice = random.Random(number)
    words = language(code_of(number))

    def sentence(count: int) -> str:
        return " ".join(words.some(dice, count)).capitalize()

    body = tuple(
        Block(
            kind=BlockKind.PARAGRAPH,
            text=". ".join(sentence(_WORDS) for _ in range(_SENTENCES)) + ".",
        )
        for _ in range(_PARAGRAPHS)
    )
    return replace(
        nonsense(number, moment),
        language=code_of(number),
        headline=sentence(9),
        standfirst=sentence(18) + ".",
        body=body,
    )

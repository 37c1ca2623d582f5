"""Words so common that they say nothing about what is looked for.

They are in the index like all others; a question leaves them out if it has
anything else. A phrase keeps them: "bank of india" does not find "bank in india",
and the rare words in it decide how much is read.

For a phrase of nothing but common words ("to be or not to be") nearly every story
would have to be read. So pairs of them that follow one another are words of a
field of their own: ``to+be be+or or+not not+to to+be``.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Final

from dateline.search.words import terms

_ENGLISH = (
    "a an and are as at be been but by for from had has have he her his i if in into "
    "is it its not of on or our she so such that the their then there these they this "
    "to was we were which who will with would you"
)
_HINDI = (
    "का के की में से को है हैं था थे थी पर ने और या भी ही तो यह वह ये वे इस उस कि जो एक लिए "
    "गया गए गई हो कर अपने तक साथ"
)

STOP_WORDS: Final = frozenset(terms(f"{_ENGLISH} {_HINDI}"))


def is_common(term: str) -> bool:
    """Return whether a term is a stop word's."""
    return term in STOP_WORDS


def common_pairs(row: Iterable[str]) -> Iterator[list[str]]:
    """Yield, for each run of common words among terms, the pairs in it, in order."""
    for common, run in groupby(row, key=is_common):
        pairs = [f"{first}+{second}" for first, second in pairwise(run)]
        if common and pairs:
            yield pairs

"""How alike two pieces of copy are: the same event told with the same sentences.

Agencies carry the same statement, copy each other's leads, or share a pool. Two
texts are compared by their *shingles*, pairs of neighbouring words, of headline
and first paragraphs. Of these a signature is made (MinHash with one permutation:
every shingle falls into one of `SIZE` bins, each bin keeps its smallest hash),
so that the share of equal places estimates the share of common shingles:

    text  ->  shingles  ->  signature (96 places)  ->  bands (24 of two places)

Two alike texts have a band in common with high probability (likeness 0.3: 90 %,
0.5: 99.9 %; 0.02, which two stories of one language have by chance: 1 %), so
that a database finds candidates by an index alone; `likeness` then decides.

Hashes are BLAKE2: the same on every machine and in every process.
"""

import hashlib
import re
import struct
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import eq

SIZE = 96
"""Places of a signature; the estimate errs by about 0.05."""

BANDS = 24
_IN_BAND = 2

MOST_WORDS = 160
"""How many words are looked at: a lead and what follows, of long and short alike."""

FEWEST_SHINGLES = 25
"""Fewer say too little: an alert, a headline, a line of a results service."""

ALIKE = 0.3
"""From here on two texts are near-duplicates. Measured in the decision."""

_BITS = 0xFFFF
_STEP = 40_503
_PACKED = struct.Struct(f">{SIZE}H")

# Scripts without spaces between words: every sign is a word.
_WORD = re.compile(
    r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W_\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+"
)

# "GENEVA, 3 May (Acme) - " where a reader of a format did not part it from the text.
_DATELINE = re.compile(r"[^.!?()]{0,60}\([^()]{2,40}\)\s*[-–—:]+\s*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    """What is kept of a text to compare it by: `SIZE` numbers below 65,536."""

    places: tuple[int, ...]

    @property
    def packed(self) -> bytes:
        """The signature as bytes, for keeping."""
        return _PACKED.pack(*self.places)


def unpacked(kept: bytes) -> Signature | None:
    """Return a kept signature; None if it is none of today's size."""
    if len(kept) != _PACKED.size:
        return None
    return Signature(places=_PACKED.unpack(kept))


def signature_of(
    headline: str, paragraphs: Iterable[str], *, names: Collection[str] = ()
) -> Signature | None:
    """Return the signature of a text; None if it is too short to compare.

    ``names`` are those of the agency, which say nothing of the event.
    """
    shingles = shingles_of(headline, paragraphs, names=names)
    if len(shingles) < FEWEST_SHINGLES:
        return None
    bins: list[int | None] = [None] * SIZE
    for shingle in shingles:
        value, place = divmod(_hash(shingle.encode()), SIZE)
        held = bins[place]
        bins[place] = value if held is None else min(held, value)
    return Signature(places=tuple(_filled(bins)))


def shingles_of(
    headline: str, paragraphs: Iterable[str], *, names: Collection[str] = ()
) -> frozenset[str]:
    """Return the pairs of neighbouring words of headline and first paragraphs."""
    left_out = {word for name in names for word in _words(name)}
    head = [word for word in _words(headline) if word not in left_out]
    body: list[str] = []
    for number, text in enumerate(paragraphs):
        own = text if number else _DATELINE.sub("", text, count=1)
        body += (word for word in _words(own) if word not in left_out)
        if len(body) >= MOST_WORDS:
            break
    parts = (head, body[:MOST_WORDS])
    return frozenset(f"{a} {b}" for part in parts for a, b in pairwise(part))


def likeness(one: Signature, other: Signature) -> float:
    """Estimate which share of their shingles two texts have in common, 0 to 1."""
    same: int = sum(map(eq, one.places, other.places))
    return same / SIZE


def bands_of(signature: Signature, *, language: str) -> tuple[int, ...]:
    """Return `BANDS` numbers to look alike texts up by; each fits 64 signed bits.

    Those of two languages have none in common.
    """
    places = signature.places
    return tuple(
        _hash(f"{language} {number} {places[at : at + _IN_BAND]}".encode()) - 2**63
        for number, at in enumerate(range(0, BANDS * _IN_BAND, _IN_BAND))
    )


def main_language(tag: str) -> str:
    """Return a language without its region: "en-GB" is "en"."""
    return tag.replace("_", "-").partition("-")[0].casefold()


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _hash(text: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big")


def _filled(bins: list[int | None]) -> Iterator[int]:
    """Yield every bin's value; an empty one borrows from the next that is not.

    How far it lies is mixed in, so that two borrow alike only for the same reason.
    """
    for at in range(SIZE):
        for far in range(SIZE):
            value = bins[(at + far) % SIZE]
            if value is not None:
                yield (value + far * _STEP) & _BITS
                break

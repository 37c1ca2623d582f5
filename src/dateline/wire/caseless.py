"""Looking words up without regard to case, quickly.

An expression without regard to case takes four letters beyond ASCII for others:
the dotted I, the dotless i, the long s and the Kelvin sign. Whoever asks first,
because that is cheap, whether a word is there at all must take them so too.
"""

from typing import Final

_ODD: Final = "\u0130\u0131\u017f\u212a"
_PLAIN: Final = str.maketrans(_ODD, "iisk")


def lower_ascii(text: str) -> str:
    """Give a text in which each letter of A to Z is in lower case.

    For looking words up, and nothing else: letters beyond Latin 1 are question marks,
    for then all is quick to look through. Each letter stays at its place.
    """
    if text.isascii():
        return text.lower()
    for odd in _ODD:  # at once for what has no letter beyond Latin 1
        if odd in text:
            text = text.translate(_PLAIN)
            break
    return text.encode("latin-1", "replace").lower().decode("latin-1")


def opening(text: str, signs: int) -> str:
    """Give the first three letters in lower case, behind so many signs at most."""
    first = text[:3]
    if first.isalnum():
        return lower_ascii(first)
    at = 0
    while at < signs and not text[at : at + 1].isalnum():
        at += 1
    return lower_ascii(text[at : at + 3])


def first_of(words: tuple[str, ...], text: str) -> int:
    """Give the place of the first of these words; -1 if none is there."""
    first = -1
    for word in words:
        at = text.find(word)
        if at >= 0 and (first < 0 or at < first):
            first = at
    return first


def has_one(words: tuple[str, ...], text: str) -> bool:
    """Say whether one of the words is in a text, or in what ``lower_ascii`` gave."""
    for word in words:  # noqa: SIM110 # twice as fast as any(), asked of all copy
        if word in text:
            return True
    return False

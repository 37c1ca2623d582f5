"""Looking words up without regard to case, quickly.

An expression without regard to case takes four letters beyond ASCII for others:
the dotted I, the dotless i, the long s and the Kelvin sign. Whoever asks first,
because that is cheap, whether a word is there at all must take them so too.
"""

_ODD = "\u0130\u0131\u017f\u212a"
_PLAIN = str.maketrans(_ODD, "iisk")


def lower_ascii(text: str) -> bytes:
    """Give a text as bytes in which each letter of A to Z is in lower case.

    For words of ASCII alone: other letters stay as they are.
    """
    if not text.isascii():
        for odd in _ODD:  # at once for what has no letter beyond Latin 1
            if odd in text:
                text = text.translate(_PLAIN)
                break
    return text.encode("utf-8", "replace").lower()  # a text's own lower() is slow


def has_one(words: tuple[bytes, ...], lower: bytes) -> bool:
    """Say whether one of the words, in lower case, is in a text of ``lower_ascii``."""
    for word in words:  # noqa: SIM110 # twice as fast as any(), asked of all copy
        if word in lower:
            return True
    return False

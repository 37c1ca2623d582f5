"""Ids of the demo: the same in every demo, so that addresses can be talked about."""

import hashlib

from dateline.news.address import ID_ALPHABET, ID_LENGTH

PICTURE_LENGTH = 8
"""Letters of a picture's id, as the newsroom makes them."""


def demo_id(name: str, length: int = ID_LENGTH) -> str:
    """Return the id of a story or picture, made from its name."""
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
    letters = []
    for _ in range(length):
        number, letter = divmod(number, len(ID_ALPHABET))
        letters.append(ID_ALPHABET[letter])
    return "".join(letters)


def picture_id(name: str) -> str:
    """Return the id of a picture."""
    return demo_id(name, PICTURE_LENGTH)

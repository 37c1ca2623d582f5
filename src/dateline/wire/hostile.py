"""What nobody writes and somebody may send, made harmless before a pattern sees it.

An expression that may part a run of blanks in two tries every way to do so: 20,000
blanks in a byline take minutes. Few fields are that long, and in none do more than
twenty blanks in a row say more than twenty.
"""

import html
import re
from typing import Final

RUN: Final = re.compile(r"(\s{20})\s+")
LONG: Final = 100  # characters; in a shorter text no expression takes long
# Python makes no number of more than 4,300 figures, and no character has a hundred.
LONG_REFERENCE: Final = re.compile(r"&#[0-9]{100,}+;?")
UNKNOWN: Final = "\ufffd"


def few_blanks(text: str) -> str:
    """Give a text without the rest of any run of more than twenty blanks."""
    return RUN.sub(r"\1", text) if len(text) > LONG else text


def unescape(text: str) -> str:
    """Put characters in for their references, as HTML does; never raises."""
    return html.unescape(LONG_REFERENCE.sub(UNKNOWN, text))

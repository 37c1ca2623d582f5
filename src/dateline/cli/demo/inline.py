"""The little markup of demo copy, as the safe inline HTML of a block."""

import html
import re

_LINK = re.compile(r"\[([^\]]+)\]\((https?://[^\s)]+)\)")
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_EMPHASIS = re.compile(r"\*(.+?)\*")
_MINUS = re.compile(r"^-(?=\d)")


def inline(text: str) -> str:
    """Return ``*emphasis*``, ``**strong**`` and ``[text](https://…)`` as HTML."""
    safe = html.escape(" ".join(text.split()), quote=False)
    safe = _LINK.sub(r'<a href="\2">\1</a>', safe)
    safe = _STRONG.sub(r"<strong>\1</strong>", safe)
    return _EMPHASIS.sub(r"<em>\1</em>", safe)


def cell(text: str) -> str:
    """Return a cell of a table; a number below zero gets a real minus sign."""
    return _MINUS.sub("\N{MINUS SIGN}", text.strip())

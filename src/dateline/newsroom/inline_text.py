"""Editors' rich text into the little markup that a block may hold.

What comes out is ``<em>``, ``<strong>`` and ``<a href="http(s)://…">`` and
escaped text, nothing else, whatever was typed or pasted in.
"""

import html
import re

import nh3

_TAGS = {"p", "br", "b", "i", "em", "strong", "a"}
_INLINE = {"em", "strong", "a"}
_SAME = (("<b>", "<strong>"), ("</b>", "</strong>"), ("<i>", "<em>"), ("</i>", "</em>"))
_BREAK = re.compile(r"</?p>|<br>")
_EMPTY = re.compile(r"<(em|strong|a)(?: [^>]*)?>\s*</\1>")
_BARE_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


_NO_TEXT = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xFDD0, 0xFDF0)]),
    **dict.fromkeys([0xFFFE, 0xFFFF]),
    **dict.fromkeys(map(ord, "\t\n\r\f\v\x85"), " "),
}
"""Characters that HTML or XML forbids; agencies send them in twice-coded text."""


def readable(text: str) -> str:
    """Return text without characters that no page may hold; each blank a space."""
    return text.translate(_NO_TEXT)


def paragraphs_of(source: str) -> tuple[str, ...]:
    """Return the paragraphs of rich text, each clean; empty ones are left out."""
    cleaned = _clean(source, _TAGS)
    for theirs, ours in _SAME:
        cleaned = cleaned.replace(theirs, ours)
    parts = _top_paragraphs(cleaned)
    if parts is None:
        # Cleaned again, for a break inside a mark leaves its halves unclosed.
        parts = [_clean(part, _INLINE) for part in _BREAK.split(cleaned)]
    tidy = (_BARE_LINK.sub(r"\1", _EMPTY.sub("", p)).strip() for p in parts)
    return tuple(part for part in tidy if _TAG.sub("", part).strip())


def _top_paragraphs(cleaned: str) -> list[str] | None:
    """Return what is in clean paragraphs if there is nothing but them, else None.

    Paragraphs never nest, so each one's marks are closed inside it.
    """
    if not (cleaned.startswith("<p>") and cleaned.endswith("</p>")):
        return None
    parts = cleaned[3:-4].split("</p><p>")
    if "<br>" in cleaned or cleaned.count("<p>") != len(parts):
        return None
    return parts


def inline_of(source: str) -> str:
    """Return rich text as one line of clean inline markup."""
    return " ".join(paragraphs_of(source))


def escaped(text: str) -> str:
    """Return plain text as inline markup."""
    return html.escape(" ".join(readable(text).split()), quote=False)


def plain_of(markup: str) -> str:
    """Return inline markup as plain text."""
    return html.unescape(_TAG.sub("", markup))


def _clean(source: str, tags: set[str]) -> str:
    return nh3.clean(
        readable(source),
        tags=tags,
        attributes={"a": {"href"}},
        attribute_filter=_absolute,
        url_schemes={"http", "https"},
        link_rel=None,
    ).replace("\N{NO-BREAK SPACE}", " ")


def _absolute(_tag: str, _attribute: str, value: str) -> str | None:
    """Keep an address that says where it leads, wherever the text is shown."""
    return value if value.lower().startswith(("http://", "https://")) else None

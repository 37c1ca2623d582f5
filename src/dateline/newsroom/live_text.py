"""What is typed into a live blog, into blocks.

Made for speed and for the keyboard: an empty line begins another block.

    - so            each line a point of a list; "1. so" of a numbered one
    > words         a quotation; a last line "> — name" says whose
    Title https://… alone on its line: a link with its title
    **so** *so* [words](https://…)   strong, emphasised, a link in the text

Anything else is a paragraph. What comes out is as clean as what editors of
stories write: ``inline_of`` has the last word.
"""

import html
import re
from collections.abc import Callable

from dateline.news.block import Block, BlockKind
from dateline.newsroom.inline_text import escaped, inline_of, readable

_BREAK = re.compile(r"\n[ \t]*\n")
_POINT = re.compile(r"[-*•]\s+(?=\S)")
_NUMBER = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
_QUOTED = re.compile(r">\s?")
_SAID_BY = re.compile(r"(?:—|–|--)\s*")
_LINK_ALONE = re.compile(r"(?:(.*\S)\s+)?(https://\S+)")
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\[([^\]\n]+)\]\((https?://[^\s)]+)\)"),
        r'<a href="\2">\1</a>',
    ),
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])"), r"<em>\1</em>"),
)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return what was typed as blocks; nothing for nothing."""
    parts = _BREAK.split(text.replace("\r\n", "\n").replace("\r", "\n").strip())
    blocks = (_block([line.strip() for line in part.split("\n")]) for part in parts)
    return tuple(block for block in blocks if block is not None)


def inline(text: str) -> str:
    """Return a typed line as inline markup."""
    marked = html.escape(" ".join(readable(text).split()), quote=True)
    for mark, markup in _MARKS:
        marked = mark.sub(markup, marked)
    return inline_of(f"<p>{marked}</p>")


def _block(lines: list[str]) -> Block | None:
    lines = [line for line in lines if line]
    if not lines:
        return None
    for mark, make in _KINDS:
        if all(mark.match(line) for line in lines):
            return make([mark.sub("", line, count=1) for line in lines])
    alone = _LINK_ALONE.fullmatch(lines[0]) if len(lines) == 1 else None
    if alone is not None:
        return _link(alone[1] or "", alone[2])
    words = inline(" ".join(lines))
    return Block(kind=BlockKind.PARAGRAPH, text=words) if words else None


def _points(lines: list[str]) -> Block | None:
    return _list(lines, ordered=False)


def _numbers(lines: list[str]) -> Block | None:
    return _list(lines, ordered=True)


def _list(lines: list[str], *, ordered: bool) -> Block | None:
    items = tuple(item for item in map(inline, lines) if item)
    return Block(kind=BlockKind.LIST, items=items, ordered=ordered) if items else None


def _quote(lines: list[str]) -> Block | None:
    said_by = ""
    if len(lines) > 1 and _SAID_BY.match(lines[-1]):
        said_by = escaped(_SAID_BY.sub("", lines.pop(), count=1))
    words = inline(" ".join(lines))
    if not words:
        return None
    return Block(kind=BlockKind.QUOTE, text=words, attribution=said_by)


def _link(title: str, href: str) -> Block:
    name = title.rstrip(" :–—-|") or href.removeprefix("https://").rstrip("/")
    return Block(kind=BlockKind.EMBED, href=href, title=escaped(name))


_KINDS: tuple[tuple[re.Pattern[str], Callable[[list[str]], Block | None]], ...] = (
    (_POINT, _points),
    (_NUMBER, _numbers),
    (_QUOTED, _quote),
)

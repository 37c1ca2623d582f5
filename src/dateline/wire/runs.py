"""Inline copy: text with its marks, gathered from markup and tidied.

Marks are em, strong and links to http(s); every other inline element gives its
text and nothing else. White space collapses as in HTML; a line break stays as
one newline, two of them part paragraphs.
"""

import re
from typing import Final

from dateline.news.item import Line, Run
from dateline.wire.xml import Element, collapse, inside, local

STRONG: Final = frozenset({"strong", "b"})
EM: Final = frozenset({"em", "i", "cite"})
SILENT: Final = frozenset(
    {"script", "style", "template", "noscript", "head", "title", "note"}
)
BLOCKS: Final = frozenset({"p", "div", "li", "tr"})  # each on a line of its own
MAX_DEPTH: Final = 50

AROUND_BREAK: Final = re.compile(r"(?<! ) *\n *")
WIDE: Final = re.compile(r"  +")
# From the first space of a run: from each of them a run of n would cost n squared.
BLANK_LINE: Final = re.compile(r"(?<![ \t])[ \t]*\r?\n[ \t]*\r?\n\s*")
PARTS: Final = re.compile(r"\n{2,}")

# Text, whether strong, whether em, and the address of a link.
Piece = tuple[str, bool, bool, str]


def plain_line(text: str) -> Line:
    """Give a line of text without marks."""
    return Line(text=collapse(text).strip())


def line_of(element: Element) -> Line:
    """Give an element's copy as one line, its breaks as newlines."""
    if len(element) == 0:
        return plain_line(element.text or "")
    pieces: list[Piece] = []
    gather(element, pieces)
    return join(pieces)


def gather(
    element: Element,
    pieces: list[Piece],
    marks: tuple[bool, bool, str] = (False, False, ""),
    depth: int = 0,
) -> None:
    """Add the copy inside an element, without its tail, to ``pieces``."""
    strong, em, href = marks
    text = element.text
    if text:
        pieces.append((collapse(text), strong, em, href))
    for each in inside(element):
        name = local(each.tag)
        if name == "br":
            pieces.append(("\n", strong, em, href))
        elif depth > MAX_DEPTH:
            pieces.append((collapse("".join(each.itertext())), strong, em, href))
        elif name not in SILENT:
            if name in BLOCKS and pieces:
                pieces.append(("\n", strong, em, href))
            gather(each, pieces, marks_of(each, name, marks), depth + 1)
        tail = each.tail
        if tail:
            pieces.append((collapse(tail), strong, em, href))


def join(pieces: list[Piece]) -> Line:
    """Make one line of pieces; runs only if something is marked."""
    if not _is_marked(pieces):
        return Line(text=_tidy("".join([piece[0] for piece in pieces])))
    merged: list[Piece] = []
    for piece in pieces:
        text, strong, em, href = piece
        if merged and merged[-1][1:] == piece[1:]:
            merged[-1] = (merged[-1][0] + text, strong, em, href)
        elif text:
            merged.append(piece)
    return _tidy_marked(merged)


def paragraphs(pieces: list[Piece]) -> list[Line]:
    """Make lines of pieces, parting them where two breaks follow one another."""
    whole = join(pieces)
    if "\n\n" not in whole.text:
        return [whole] if whole.text else []
    lines, start = [], 0
    for gap in [*PARTS.finditer(whole.text), None]:
        end = gap.start() if gap else len(whole.text)
        line = cut(whole, start, end)
        if line.text:
            lines.append(line)
        start = gap.end() if gap else end
    return lines


def cut(line: Line, start: int, end: int | None = None) -> Line:
    """Give part of a line, white space at its ends removed."""
    end = len(line.text) if end is None else end
    if not line.runs:
        return Line(text=line.text[start:end].strip())
    pieces: list[Piece] = []
    position = 0
    for run in line.runs:
        text = run.text[max(start - position, 0) : max(end - position, 0)]
        position += len(run.text)
        if text:
            pieces.append((text, run.strong, run.em, run.href))
    return _tidy_marked(pieces)


def safe_href(href: str | None) -> str:
    """Give a link that readers may follow: http and https only; else nothing."""
    href = (href or "").strip()
    if "://" not in href:
        return ""
    if href[:8].lower().startswith(("http://", "https://")) and " " not in href:
        return href
    return ""


def marks_of(
    element: Element, name: str, marks: tuple[bool, bool, str]
) -> tuple[bool, bool, str]:
    """Give the marks inside an element: its own and those around it."""
    strong, em, href = marks
    if name == "a":
        return strong, em, safe_href(element.get("href")) or href
    return strong or name in STRONG, em or name in EM, href


def _tidy(text: str) -> str:
    """Collapse spaces that met when pieces were joined."""
    return _narrow(text).strip()


def _narrow(text: str) -> str:
    """Leave one space of many, and none around a line's end.

    Most text has neither: finding that out is cheap, the patterns are not.
    """
    if "\n" in text:
        text = AROUND_BREAK.sub("\n", text)
    return WIDE.sub(" ", text) if "  " in text else text


def _tidy_marked(pieces: list[Piece]) -> Line:
    """Collapse white space across pieces and drop the marks if none is left.

    Runs are made last, of what is left: a Run costs more than all the rest.
    """
    tidy: list[Piece] = []
    before = "\n"  # as if a line ended: no space at the very start
    for piece in pieces:
        text, strong, em, href = piece
        text = _narrow(text)
        if before[-1] in " \n":
            text = text.lstrip(" ") if tidy else text.lstrip()
        if text:
            tidy.append((text, strong, em, href))
            before = text
    while tidy and not tidy[-1][0].rstrip():
        tidy.pop()
    if tidy:
        text, strong, em, href = tidy[-1]
        tidy[-1] = (text.rstrip(), strong, em, href)
    whole = "".join([piece[0] for piece in tidy])
    if not _is_marked(tidy):
        return Line(text=whole)
    runs = [
        Run(text=text, strong=strong, em=em, href=href)
        for text, strong, em, href in tidy
    ]
    return Line(text=whole, runs=tuple(runs))


def _is_marked(pieces: list[Piece]) -> bool:
    """Say whether any piece has a mark."""
    for _, strong, em, href in pieces:  # noqa: SIM110 # twice as fast as any()
        if strong or em or href:
            return True
    return False

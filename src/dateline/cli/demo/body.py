"""The body of a demo story, from its plain text to blocks.

Parts are separated by blank lines. A line ``::: kind words`` opens a box that
``:::`` closes; a picture is one line and needs no end.
"""

import re
from collections.abc import Iterator

from dateline.cli.demo.inline import cell, inline
from dateline.errors import DatelineError
from dateline.news.block import TIMELINE_ROW, Block, BlockKind

_BOX = ":::"
_NUMBERED = re.compile(r"^\d+\. ")


class DemoCopyError(DatelineError):
    """A story of the demo is not written as it should be."""

    hint = "Look at a story beside it; the forms are few."


def body_of(text: str) -> tuple[Block, ...]:
    """Return the blocks of a body; raises DemoCopyError."""
    return tuple(_block(part) for part in _parts(text.splitlines()))


def _parts(lines: list[str]) -> Iterator[list[str]]:
    """Yield the lines of each part; a box is one part, blank lines and all."""
    part: list[str] = []
    boxed = False
    for line in lines:
        opens = line.startswith(_BOX) and not boxed
        if opens and part:
            yield part
            part = []
        if line.strip() or boxed:
            part.append(line)
        boxed = _is_open(part) if part else False
        if part and not boxed and (not line.strip() or line.startswith(_BOX)):
            yield part
            part = []
    if boxed:
        raise DemoCopyError(f"{part[0]!r} is not closed")
    if part:
        yield part


def _is_open(part: list[str]) -> bool:
    """Return whether a part is a box that was not closed yet."""
    if not part[0].startswith(_BOX) or part[0].startswith(f"{_BOX} picture"):
        return False
    return len(part) == 1 or part[-1].strip() != _BOX


def _block(part: list[str]) -> Block:
    first = part[0]
    if first.startswith(_BOX):
        return _box(first.removeprefix(_BOX).strip(), part[1:-1])
    if first.startswith("## "):
        return Block(kind=BlockKind.CROSSHEAD, text=inline(first[3:]))
    if first.startswith("> "):
        said = " ".join(line.removeprefix(">").strip() for line in part)
        words, _, who = said.rpartition(" — ")
        return Block(
            kind=BlockKind.QUOTE,
            text=inline(words or said),
            attribution=_who(words, who),
        )
    if first.startswith("- ") or _NUMBERED.match(first):
        ordered = not first.startswith("- ")
        return Block(kind=BlockKind.LIST, items=_items(part), ordered=ordered)
    return Block(kind=BlockKind.PARAGRAPH, text=inline(" ".join(part)))


def _who(words: str, who: str) -> str:
    return inline(who) if words else ""


def _items(lines: list[str]) -> tuple[str, ...]:
    """Return the entries of a list, or the paragraphs of a box."""
    items: list[str] = []
    fresh = True
    for line in lines:
        text = line.strip()
        begins = text.startswith("- ") or bool(_NUMBERED.match(text))
        plain = _NUMBERED.sub("", text.removeprefix("- "))
        if text and (begins or fresh):
            items.append(plain)
        elif text:
            items[-1] += f" {plain}"
        fresh = not text
    return tuple(inline(item) for item in items)


def _box(words: str, lines: list[str]) -> Block:
    kind, _, rest = words.partition(" ")
    if kind == "picture" and rest:
        return Block(kind=BlockKind.PICTURE, picture=rest.strip())
    if kind == "gallery":
        shots = [line.partition("|") for line in _items(lines)]
        return Block(
            kind=BlockKind.GALLERY,
            title=inline(rest),
            pictures=tuple(name.strip() for name, _, _ in shots),
            items=tuple(caption.strip() for _, _, caption in shots),
        )
    if kind == "facts":
        return Block(kind=BlockKind.FACTS, title=inline(rest), items=_items(lines))
    if kind == "timeline":
        rows = _rows(lines, columns=len(TIMELINE_ROW))
        return Block(kind=BlockKind.TIMELINE, title=inline(rest), rows=rows)
    if kind == "chart":
        return _chart(rest, lines)
    if kind == "table":
        return Block(kind=BlockKind.TABLE, title=inline(rest), rows=_rows(lines))
    raise DemoCopyError(f"{words!r} is no box")


def _rows(lines: list[str], *, columns: int = 0) -> tuple[tuple[str, ...], ...]:
    """Return lines of cells between bars, each filled to ``columns``."""
    cells = (line.strip().strip("|").split("|") for line in lines if line.strip())
    return tuple(
        tuple(inline(cell(each)) for each in (*row, *[""] * (columns - len(row))))
        for row in cells
    )


def _chart(words: str, lines: list[str]) -> Block:
    """Return a chart: its form and title, then "name: value" lines, then figures."""
    form, _, title = words.partition(" ")
    said = dict.fromkeys(("shows", "unit", "source"), "")
    rows = []
    for line in lines:
        name, colon, value = line.partition(":")
        if colon and name in said:
            said[name] = inline(value.strip())
        else:
            rows.append(line)
    return Block(
        kind=BlockKind.CHART,
        form=form,
        title=inline(title),
        text=said["shows"],
        unit=said["unit"],
        attribution=said["source"],
        rows=_rows(rows),
    )

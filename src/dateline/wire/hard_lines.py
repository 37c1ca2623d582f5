"""Copy with hard line breaks, as text wires send it, to blocks.

A wire breaks lines at about 70 columns. A break was made by the machine if the
next word would not have fitted; such a break goes. A break after a short line
was meant (a result, an address) and stays. Rows between bars are a table,
indented marks are a list.
"""

import re
from itertools import groupby
from typing import Final

from dateline.news.block import BlockKind
from dateline.news.item import Cell, ItemBlock, Line
from dateline.wire.reading import Reading

# Asked of every item: a member looked up by its name takes long.
PARAGRAPH: Final = BlockKind.PARAGRAPH

FULL: Final = 62  # columns; a longer line was full
GOES_ON: Final = frozenset("abcdefghijklmnopqrstuvwxyzäöüàâéèêçñß,;)")  # begins no line
# "Schiiten-" and "Miliz" are one word; "Hin-" before "und" is not.
HYPHEN: Final = re.compile(
    r"-\n(?<=[^\W\d_]-\n)"
    r"(?!(?:und|oder|bis|sowie|bzw|and|or|to|et|ou|y|e|en|of)\b)(?=\w)"
)
CHUNK: Final = re.compile(r"[^\s-]{4,}-|\S+")  # what a machine keeps on one line
WIDTH: Final = 66  # columns; nobody's wire breaks shorter
LIST_MARK: Final = re.compile(r"[ \t]+(?:[*•]|(?P<number>\d{1,3})\.)[ \t]+")
WIDE: Final = re.compile(r"[ \t\u00a0]{2,}")
RULE_ROW: Final = re.compile(r"\|[-|: ]+\|?$")


def read_hard_lines(reading: Reading, text: str) -> None:
    """Add the blocks of ``text``, whose lines end in newlines only."""
    bars, wide = "|" in text, may_be_wide(text)
    for lines in _paragraphs(text.split("\n")):
        first = lines[0]
        if bars and any(line[:1] == "|" for line in lines):
            _read_rows(reading, lines)
        elif first[0] in (" ", "\t") and LIST_MARK.match(first):
            reading.blocks.append(_list(lines))
        else:
            _add(reading, _joined(lines, wide=wide))


def may_be_wide(text: str) -> bool:
    """Say whether there may be a gap within a line."""
    return "\t" in text or "  " in text


def _paragraphs(lines: list[str]) -> list[list[str]]:
    """Gather the lines of each paragraph: empty lines part them, and blank ones."""
    parts = []
    part: list[str] = []
    for line in lines:
        if line and not (line[0] in (" ", "\t") and not line.strip(" \t")):
            part.append(line)
        elif part:
            parts.append(part)
            part = []
    if part:
        parts.append(part)
    return parts


def _add(reading: Reading, text: str) -> None:
    """Add a paragraph, unless it is empty."""
    if text:
        reading.blocks.append(ItemBlock(kind=PARAGRAPH, text=text))


def _joined(lines: list[str], *, wide: bool) -> str:
    """Join the lines of a paragraph; ``wide``: there may be a gap in one."""
    last = len(lines) - 1
    lines[0] = lines[0].lstrip()
    lines[last] = lines[last].rstrip()
    for line in lines:
        if not line or line[-1] in ("-", " ", "\t"):
            return join_lines("\n".join(lines).strip())
    if last:
        text = " ".join(lines) if _all_broken(lines) else _by_width(lines)
    else:
        text = lines[0]
    return WIDE.sub(" ", text) if wide and may_be_wide(text) else text


def _read_rows(reading: Reading, part: list[str]) -> None:
    """Read rows between bars, and what stands before and after them."""
    for is_row, lines in groupby(part, key=lambda line: line[:1] == "|"):
        if not is_row:
            _add(reading, join_lines("\n".join(lines).strip()))
            continue
        rows = list(lines)
        head = len(rows) > 1 and RULE_ROW.match(rows[1]) is not None
        rows = [row for row in rows if not RULE_ROW.match(row)]
        cells = [
            tuple(
                Cell(text=cell.strip(), header=head and number == 0)
                for cell in row.strip().strip("|").split("|")
            )
            for number, row in enumerate(rows)
        ]
        if cells:
            reading.blocks.append(table_of(cells))


def join_lines(text: str) -> str:
    """Join the lines of one paragraph that a machine broke."""
    if "\n" in text:
        if "-\n" in text:
            text = HYPHEN.sub("-", text)
        lines = text.split("\n")
        text = " ".join(lines) if _all_broken(lines) else _by_width(lines)
    return WIDE.sub(" ", text) if may_be_wide(text) else text


def _all_broken(lines: list[str]) -> bool:
    """Say whether a machine made every break: after a long line, or in a sentence."""
    before = ""
    for line in lines:
        first = line[:1]
        if before and first not in GOES_ON:
            if len(before) < FULL or not first or first.isspace():
                return False
        elif not first:
            return False
        before = line
    return True


def one_line(text: str) -> str:
    """Join all lines of a paragraph; each is without blanks at its ends."""
    if "-\n" in text:
        text = HYPHEN.sub("-", text)
    text = text.replace("\n", " ")
    return WIDE.sub(" ", text) if may_be_wide(text) else text


def _by_width(lines: list[str]) -> str:
    """Join a line with the next one if its first word would not have fitted.

    A line that begins in lower case goes on with the one before it.
    """
    lines = [line.strip() for line in lines]
    out = [lines[0]]
    before = len(lines[0])
    for line in lines[1:]:
        if line[:1].islower() or not _fits(line, WIDTH - before - 1):
            out[-1] = f"{out[-1]} {line}"
        else:
            out.append(line)
        before = len(line)
    return "\n".join(out)


def _fits(line: str, room: int) -> bool:
    """Say whether the first word of a line is no longer than the room for it."""
    if line and room < 1:
        return False
    if len(line) <= room:
        return True
    word = CHUNK.match(line)
    return len(word[0] if word else "") <= room


def _list(part: list[str]) -> ItemBlock:
    """Read a list; a line without a mark goes on with the entry before it."""
    entries: list[list[str]] = []
    ordered = True
    for line in part:
        mark = LIST_MARK.match(line)
        if mark is not None:
            entries.append([line[mark.end() :].strip()])
            ordered = ordered and mark["number"] is not None
        else:
            entries[-1].append(line.strip())
    items = tuple(Line(text=" ".join(each)) for each in entries)
    text = "\n".join(item.text for item in items)
    return ItemBlock(kind=BlockKind.LIST, text=text, items=items, ordered=ordered)


def table_of(rows: list[tuple[Cell, ...]]) -> ItemBlock:
    """Make a table of its rows."""
    text = "\n".join("\t".join(cell.text for cell in row) for row in rows)
    return ItemBlock(kind=BlockKind.TABLE, text=text, rows=tuple(rows))

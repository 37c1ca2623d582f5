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

GAP: Final = re.compile(r"\n[ \t]*\n\s*?(?=[^\n])")
FULL: Final = 62  # columns; a longer line was full
INDENT: Final = frozenset(" \t")
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
    # Asked of all the copy at once: of a paragraph it takes as long.
    hyphens, bars = "-\n" in text, "|" in text
    padded = " \n" in text or ("\t" in text and "\t\n" in text)
    wide = padded or _may_be_wide(text)  # the blank at an end meets the joining one
    for part in _paragraphs(text.strip("\n"), padded=padded):
        if bars and (part[:1] == "|" or "\n|" in part):
            _read_rows(reading, part)
        elif part[:1] in INDENT and LIST_MARK.match(part):
            reading.blocks.append(_list(part))
        else:
            _add_paragraph(reading, part, hyphens=hyphens, wide=wide)


def _may_be_wide(text: str) -> bool:
    """Say whether there may be a gap within a line."""
    return "  " in text or "\t" in text


def _paragraphs(text: str, *, padded: bool) -> list[str]:
    """Part a text at its empty lines, and at those that hold but blanks.

    ``padded`` is False if no line ends in a blank.
    """
    if padded:
        return GAP.split(text)
    parts = [part.lstrip("\n") for part in text.split("\n\n")]
    return [part for part in parts if part]


def _add_paragraph(
    reading: Reading, text: str, *, hyphens: bool = True, wide: bool = True
) -> None:
    """Add a paragraph, unless it is empty."""
    text = text.strip()
    if text:
        text = join_lines(text, hyphens=hyphens, wide=wide)
        reading.blocks.append(ItemBlock(kind=PARAGRAPH, text=text))


def _read_rows(reading: Reading, part: str) -> None:
    """Read rows between bars, and what stands before and after them."""
    for is_row, lines in groupby(part.split("\n"), key=lambda line: line[:1] == "|"):
        if not is_row:
            _add_paragraph(reading, "\n".join(lines))
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


def join_lines(text: str, *, hyphens: bool = True, wide: bool = True) -> str:
    """Join the lines of one paragraph that a machine broke.

    Args:
        text: the paragraph.
        hyphens: False if no line ends in a hyphen.
        wide: False if there is no gap within a line, and none ends in a blank.
    """
    if "\n" in text:
        if hyphens and "-\n" in text:
            text = HYPHEN.sub("-", text)
        lines = text.split("\n")
        text = " ".join(lines) if _all_broken(lines) else _by_width(lines)
    return WIDE.sub(" ", text) if wide and _may_be_wide(text) else text


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
    return WIDE.sub(" ", text) if "  " in text or "\t" in text else text


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


def _list(part: str) -> ItemBlock:
    """Read a list; a line without a mark goes on with the entry before it."""
    entries: list[list[str]] = []
    ordered = True
    for line in part.split("\n"):
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

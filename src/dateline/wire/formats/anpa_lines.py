"""The lines of an ANPA 1312 message, and the signs its seven bits stand for.

A line that begins with ``^`` is set by itself and ends with ``<`` (flush left)
or ``=`` (centred): slug, headline, notes to editors, photographs, byline. The
copy follows, each paragraph indented. Rows of a table end with ``<`` too, but
begin without ``^``.
"""

import re
from typing import Final

from dateline.news.block import BlockKind
from dateline.news.item import Cell, EdNote, ItemBlock, Line, Link, Stripped
from dateline.wire.byline_text import PREFIX
from dateline.wire.embargo_text import mentions_embargo
from dateline.wire.encoding import lines_of
from dateline.wire.hard_lines import join_lines, may_be_wide, one_line, table_of
from dateline.wire.sent import Sent

# ``…'' are quotes, { is a half, and a line stands for a dash between blanks.
PARAGRAPH: Final = BlockKind.PARAGRAPH
SLUGS: Final = frozenset({"BC-", "AM-", "PM-", "AP-"})
# Beside each expression stand the letters with which what it matches begins.
EDS: Final = re.compile(
    r"(?:Eds?|Editors?|Editor's Notes?|Note|Desks)\b\s*[:.,]|EDITORS?\b|EDS\b|ATTENTION"
    r"|Advisory\b|UNDATED\b",
)
EDS_BEGIN: Final = "ENDAU"
HELD: Final = re.compile(
    r"HFR\b|Hold for release\b|For (?:release|use)\b|Adv(?:ance)?\b[ -]*(?:for\b|\d)"
    r"|Embargo(?:ed\b|\s*(?:until|till|to|for)\b|\s*:)",
    re.IGNORECASE,
)
HELD_BEGIN: Final = "HFAEhfae"
PHOTO: Final = re.compile(
    r"(?:With )?(?:AP|Kyodo|Getty)? ?(?:File )?(?:Photos?|Graphics?|Video)\b",
    re.IGNORECASE,
)
PHOTO_BEGIN: Final = (
    "WAKGFPVwakgfpv\u212a "  # an expression takes the Kelvin sign for a K
)
PHOTO_NUMBER: Final = re.compile(
    r"(?P<letters>[A-Z](?<!\w.)[A-Z]{1,5})(?P<one>[0-9]{1,4})(?:-(?P<two>[0-9]{1,4}))?\b"
)
MAX_PHOTOS: Final = 6
JOB: Final = re.compile(
    r"(?:(?:AP|Associated Press|The Associated Press|Kyodo)\b"
    r"(?: [\w/.' -]{2,40})?|(?:For|Special to) (?:the|The) Associated Press"
    r"|[A-Z][\w ]{2,30} (?:Writer|Editor|Correspondent|Columnist))$"
)
RULE: Final = re.compile(r"[_*=-]{2,}$")
RULE_BEGIN: Final = "_*=-"
CELLS: Final = re.compile(r"\s{2,}|\t+|\s*\.{3,}\s*")
MIN_CELLS, MIN_SHARE = 2, 0.6  # of rows that must have as many cells to be a table
ENDS: Final = "<="
MAX_ASIDE: Final = 900  # characters of one line set by itself


def as_written(text: str) -> str:
    """Put in the signs that seven bits have no room for.

    Line by line or paragraph by paragraph: signs beyond Latin 1 make a long text
    slow to part.
    """
    if "_" in text:
        text = _with_dashes(text)
    if "`" in text:
        text = _doubled(text, "`", "“").replace("`", "‘")
    if "'" in text:
        text = _doubled(text, "'", "”")
    return text.replace("{", "½") if "{" in text else text


def _doubled(text: str, sign: str, quote: str) -> str:
    """Put in a quotation mark where a sign stands twice.

    One character is found far quicker than two.
    """
    parts = []
    begin, at = 0, text.find(sign)
    while at >= 0:
        after = at + 1
        if after < len(text) and text[after] == sign:
            parts.append(text[begin:at])
            begin = after = at + 2
        at = text.find(sign, after)
    return quote.join([*parts, text[begin:]]) if parts else text


def _with_dashes(text: str) -> str:
    """Put in a dash where a line stands between blanks, or at either end."""
    parts = []
    begin, at = 0, text.find("_")
    while at >= 0:
        before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2] or " "
        if before.isspace() and after.isspace():
            parts.append(text[begin:at])
            begin = at + 1
        at = text.find("_", at + 1)
    return "—".join([*parts, text[begin:]]) if parts else text


def read_lines(sent: Sent, copy: str, *, keyword: str, is_table: bool) -> None:
    """Read the lines set by themselves, then the copy or the table."""
    lines = [line.rstrip() for line in lines_of(copy)]
    at = 0
    while at < len(lines):
        line = lines[at]
        if line[:1] == "^":
            text, end, at = _aside(lines, at)
            if sent.body.blocks:
                _inside(sent, text)
            else:
                _ahead(sent, text, end, keyword)
        elif not line:
            at += 1
        elif is_table or line[-1] == "<":
            at = _rows(sent, lines, at, is_table=is_table)
        else:
            at = _paragraph(sent, lines, at)


def _aside(lines: list[str], at: int) -> tuple[str, str, int]:
    """Read a line set by itself, over its breaks: text, closing sign, next line."""
    text = lines[at].lstrip("^")
    at += 1
    while (
        not (text and text[-1] in ENDS)
        and at < len(lines)
        and lines[at]
        and lines[at][0] not in ("^", " ", "\t")
        and len(text) < MAX_ASIDE
    ):
        text = f"{text} {lines[at].lstrip()}"
        at += 1
    end = text[-1] if text and text[-1] in ENDS else ""
    return as_written(text.rstrip("<= ")), end, at


def _ahead(sent: Sent, text: str, end: str, keyword: str) -> None:
    """Read a line before the copy, by its beginning."""
    if not text or _is_rule(text):
        return
    if not sent.slugline and (text[:3].upper() in SLUGS or _same_slug(text, keyword)):
        sent.slugline = text
    elif (is_held := _is_held(text)) or _is_note(text):
        role = "embargo" if is_held or mentions_embargo(text) else "eds"
        sent.notes.append(EdNote(text=text, role=role))
    elif _is_photo(text):
        _photos(sent, text)
    elif not _is_byline(sent, text, end):
        _headline(sent, text)


def _is_byline(sent: Sent, text: str, end: str) -> bool:
    """Read a byline and the line below it that says who that is."""
    centred = end == "="
    if not sent.by and (centred or sent.headline) and PREFIX.match(text):
        sent.by.append(text)
        return True
    if sent.by and not sent.by_title and (centred or JOB.match(text)):
        sent.by_title = text
        return True
    return False


def _headline(sent: Sent, text: str) -> None:
    """Read the headline, and what stands below it."""
    if not sent.headline:
        sent.headline = text
    elif JOB.match(text):
        sent.body.stripped.append(Stripped(text=text, reason="credit line"))
    elif not sent.subheadline:
        sent.subheadline = text
    else:
        sent.notes.append(EdNote(text=text, role="line"))


def _same_slug(text: str, keyword: str) -> bool:
    """Say whether a line is the slug again that the header gave."""
    return bool(keyword) and text.casefold().startswith(keyword.casefold())


def _inside(sent: Sent, text: str) -> None:
    """Read a line set by itself inside the copy: a note, a rule or a crosshead."""
    if not text:
        return
    if _is_note(text) or _is_held(text):
        sent.notes.append(EdNote(text=text, role="eds"))
    elif _is_photo(text):
        _photos(sent, text)
    else:
        kind = PARAGRAPH if _is_rule(text) else BlockKind.CROSSHEAD
        sent.body.add(kind, Line(text=text))


def _is_rule(text: str) -> bool:
    """Say whether a line is but a rule."""
    return text[0] in RULE_BEGIN and RULE.match(text) is not None


def _is_note(text: str) -> bool:
    """Say whether a line begins as a note to editors."""
    return text[0] in EDS_BEGIN and EDS.match(text) is not None


def _is_held(text: str) -> bool:
    """Say whether a line begins by saying that the copy is held."""
    return text[0] in HELD_BEGIN and HELD.match(text) is not None


def _is_photo(text: str) -> bool:
    """Say whether a line begins as one that names photographs."""
    return text[0] in PHOTO_BEGIN and PHOTO.match(text) is not None


def _photos(sent: Sent, text: str) -> None:
    """Keep the numbers of photographs, which are not in the file."""
    sent.body.stripped.append(Stripped(text=text, reason="photo line"))
    numbers: list[str] = []
    for found in PHOTO_NUMBER.finditer(text):
        if not found["two"]:
            numbers.append(found[0])
            continue
        first, last = int(found["one"]), int(found["two"])
        last = min(last, first + MAX_PHOTOS) if last >= first else first
        width = len(found["one"])
        numbers += [f"{found['letters']}{n:0{width}}" for n in range(first, last + 1)]
    for number in dict.fromkeys(numbers[:MAX_PHOTOS]):
        sent.links.append(Link(rel="photo", uri=number, title=number))


def _paragraph(sent: Sent, lines: list[str], at: int) -> int:
    """Read one paragraph: an indented line and those that follow it flush left."""
    begin, first = at, lines[at]
    parted = first[-1] == "-"
    at += 1
    while at < len(lines):
        line = lines[at]
        if not line or line[0] in ("^", " ", "\t") or line[-1] == "<":
            break
        parted = parted or line[-1] == "-"
        at += 1
    written = lines[begin:at]
    written[0] = first.lstrip()
    if first[0] not in (" ", "\t"):
        text = join_lines("\n".join(written))
    elif parted:  # a line may end within a word
        text = one_line("\n".join(written))
    else:
        text = " ".join(written)
        text = one_line(text) if may_be_wide(text) else text
    text, blocks = as_written(text), sent.body.blocks
    if not blocks and _is_note(text):
        sent.notes.append(EdNote(text=text, role="eds"))
    else:
        blocks.append(ItemBlock(kind=PARAGRAPH, text=text))
    return at


def _rows(sent: Sent, lines: list[str], at: int, *, is_table: bool) -> int:
    """Read the rows of a table, up to a blank line or a line set by itself."""
    rows = []
    while at < len(lines) and lines[at] and lines[at][0] != "^":
        row = lines[at]
        if not is_table and not row.endswith("<"):
            break
        rows.append(as_written(row.removesuffix("<").rstrip()))
        at += 1
    rows = [row for row in rows if row.strip()]
    if rows:
        sent.body.blocks.append(_table(rows))
    return at


def _table(rows: list[str]) -> ItemBlock:
    """Make a table of rows if they part alike, else keep them as they stand."""
    parted = [_cells(row) for row in rows]
    counts = [len(cells) for cells in parted]
    most = max(set(counts), key=lambda count: (counts.count(count), count))
    if most < MIN_CELLS or counts.count(most) < MIN_SHARE * len(rows):
        return ItemBlock(kind=BlockKind.PRE, text="\n".join(rows))
    return table_of([tuple(Cell(text=cell) for cell in cells) for cells in parted])


def _cells(row: str) -> list[str]:
    """Part a row: at semicolons, tabs, leaders or wide gaps."""
    if ";" in row:
        return [cell.strip() for cell in row.split(";")]
    return [cell.strip() for cell in CELLS.split(row.strip())]

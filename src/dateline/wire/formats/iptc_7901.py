"""IPTC 7901: one message, or many one after another.

::

    SOH bdt0157 3 pl 211  dpa 0157      service, number, priority, desk, words
    Verkehr/Bremen/                     slug lines
    STX (Eil)                           genre lines, headline, byline …
    Harbour bridge closed =             … to the equals sign
    Bremen (dpa) - The harbour …        the copy, lines of 70 columns
    # Notizblock …                      the notebook, never for readers
    ETX 241205 Sep 24                   day, hour, minute, month, year
    DEL DEL

A message may have lost its control characters when somebody recoded it to
UTF-8; then the first line and the last one show where it begins and ends.
No guid is sent. A message is known by its provider, service, number and day; a
number of 0000 is no number, and the slug and headline stand in for it.
"""

import hashlib
import re
from typing import Final

from msgspec.structs import replace

from dateline.news.block import BlockKind
from dateline.news.item import ItemBlock, Stripped, Subject
from dateline.wire.encoding import with_newlines
from dateline.wire.formats.iptc_7901_head import read_head
from dateline.wire.formats.iptc_7901_notes import notebook_start, read_notebook
from dateline.wire.hard_lines import read_hard_lines
from dateline.wire.refused import Not7901Error
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules
from dateline.wire.worded_date import month_of

# Asked of every item: a member looked up by its name takes long.
PARAGRAPH: Final = BlockKind.PARAGRAPH

FORMAT: Final = "iptc-7901"
MAX_MESSAGES: Final = 10_000
SOH, STX, ETX = "\x01", "\x02", "\x03"

HEADER: Final = re.compile(
    r"(?P<service>[A-Za-z][A-Za-z-]{1,24}+)(?P<number>\d{3,4}) (?P<priority>\d) "
    r"(?P<desk>[A-Za-z]{1,6}+) (?P<words>\d{1,6}+)(?:\s+\S[^\n]{0,60}|\s*)$"
)
LONGEST_HEADER: Final = 400  # characters
# Where a message may begin that has no SOH; a line's end comes first.
LOST: Final = re.compile(r"\n[A-Za-z][A-Za-z-]{1,24}+\d{3,4} \d [A-Za-z]{1,6}+ \d")
# A line that can only stand between two messages.
BETWEEN: Final = re.compile(r"(?:\./\.|\s*|\x03?\d{6}[^\n]{4,20})\Z")
DTG: Final = re.compile(
    r"[ \t]*(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d) ?"
    r"(?P<zone>Z|GMT|UTC|MESZ|MEZ|CEST|CET)?[ \t]+(?P<month>[^\W\d_]{3,10}\.?)[ \t]+"
    r"(?P<year>(?:\d\d)?\d\d)[ \t]*$",
    re.MULTILINE,
)
END_LOOK: Final = 400  # characters in which the moment stands if no mark says where
INDENT: Final = 40  # characters before it in its line, mostly
OFFSETS: Final = {"MEZ": "+01:00", "CET": "+01:00", "MESZ": "+02:00", "CEST": "+02:00"}
END_OF_HEAD: Final = re.compile(r"[ \t]=[ \t]*(?:\n|\Z)|\n=[ \t]*(?:\n|\Z)")
BLANK: Final = re.compile(r"\n[ \t]*\n")
HEAD_LOOK: Final = 2400  # characters in which the head must end
# Bells, idle bytes and the like; SOH, STX and ETX show the parts of a message.
CONTROLS: Final = bytes({*range(32), 127} - {1, 2, 3, *b"\t\r\n"})
MARKS: Final = re.compile(r"[\x01-\x03]")
SIGN_OFF: Final = re.compile(
    r"(?P<mark>(?:dpa|ats|sda|belga|bel|lni|lby|ap)"
    r"(?: [\wäöüß+/.-]{1,9}){1,9})[ \t]*\Z"
)
SIGN_OFF_HEADS: Final = frozenset("dasbl")  # with which it begins
LONGEST_SIGN_OFF: Final = 90  # characters
SEPARATOR: Final = re.compile(r"^[ \t]*\./\.[ \t]*$", re.MULTILINE)
# "Bremen (dpa) - ", "Genf (ats) - ": cheaper than reading the dateline twice.
LEAD_DATELINE: Final = re.compile(r"[^()\n]{2,60} \([\w/ .-]{2,30}\)\s*[-–—=:]")
LONGEST_LEAD: Final = 62  # characters up to its first bracket
CROSSHEAD: Final = re.compile(r"[«»\"„“‚'‘A-ZÄÖÜÀÉÈÇ\d][^\n;|]*[^\W_][?»«\"“”’]?")
MAX_CROSSHEAD, MAX_STANDFIRST = 75, 700  # characters
NO_NUMBER: Final = "0"
KEY_LENGTH: Final = 16


def read(utf8: bytes, source: SourceRules) -> list[Sent]:
    """Read every message of a file.

    Raises:
        Not7901Error: no message begins anywhere in it.
    """
    text = utf8.translate(None, CONTROLS).decode("utf-8", errors="replace")
    text = with_newlines(text)
    found = [
        _read_message(header, text[start:end], source)
        for header, start, end in _messages(text)
    ]
    if not found:
        raise Not7901Error(f"not IPTC 7901, begins {text[:40]!r}")
    return found


def _messages(text: str) -> list[tuple[re.Match[str], int, int]]:
    """Part a file into its messages: header, where its next line begins, its end."""
    starts = _places(text, SOH) or [0]
    if LOST.search(text):  # in few files, and then the others are looked for
        lost = [found.start() + 1 for found in LOST.finditer(text)]
        starts = sorted({*starts, *lost})
    found: list[tuple[re.Match[str], int, int]] = []
    end = len(text)
    for start in reversed(starts):
        line = text.find("\n", start, end)
        line = line if line >= 0 else end
        if line - start > LONGEST_HEADER:
            continue
        header = HEADER.match(text[start:line].strip("\x01 "))
        if header is not None and _begins(text, start):
            found.append((header, line + 1, end))
            end = start
    if len(found) > MAX_MESSAGES:
        raise Not7901Error(f"{len(found)} messages in one file")
    return found[::-1]


def _places(text: str, mark: str) -> list[int]:
    """Give every place of a mark."""
    places, at = [], text.find(mark)
    while at >= 0:
        places.append(at)
        at = text.find(mark, at + 1)
    return places


def _begins(text: str, at: int) -> bool:
    """Say whether a message may begin here: nothing before it that goes on."""
    if text[at] == SOH:
        return True
    before = text[max(at - 400, 0) : at].rstrip("\n \t")
    last = before.rpartition("\n")[2]
    return BETWEEN.match(last) is not None


def _read_message(header: re.Match[str], rest: str, source: SourceRules) -> Sent:
    """Read one message, of its header and what follows to its end."""
    sent = Sent(FORMAT)
    rest, day = _cut_end(sent, rest)
    slug, head, body = _cut_head(rest)
    sent.urgency = header["priority"]
    sent.subjects.append(Subject(scheme="iptc7901:desk", code=header["desk"].lower()))
    _read_slug(sent, slug)
    read_head(sent, _unmarked(head))
    _read_body(sent, body)
    _identify(sent, header, day, source)
    return sent


def _unmarked(text: str) -> str:
    """Give a text without the marks of a message's parts."""
    if "\x01" in text or "\x02" in text or "\x03" in text:
        return MARKS.sub("", text)
    return text


def _cut_end(sent: Sent, text: str) -> tuple[str, str]:
    """Cut off the end and read its moment; gives the rest and the day."""
    end = text.rfind(ETX)
    found = _last_moment(text, max(end, len(text) - END_LOOK, 0))
    if end >= 0:
        text = text[:end]
    elif found is not None:
        text = text[: found.start()]
    else:
        sent.warnings.append("no end of message: it may be cut off")
    if found is None:
        return text, ""
    on, hour, minute, zone, name, year = found.groups()
    month = month_of(name)
    if month is None:
        sent.warnings.append(f"version_created: no month {name!r}")
        return text, ""
    year = year if len(year) > 2 else f"20{year}"  # noqa: PLR2004
    day = f"{year}-{str(month).zfill(2)}-{on}"
    offset = OFFSETS.get(zone, "+00:00") if zone else ""
    sent.version_created = f"{day}T{hour}:{minute}{offset}"
    return text, day


def _last_moment(text: str, start: int) -> re.Match[str] | None:
    """Find the last line, or end of a message, from ``start`` on that is a moment."""
    at = len(text)
    while at > start:
        at = max(text.rfind("\n", start, at), text.rfind(ETX, start, at))
        if at < 0:
            break
        first = text[at + 1 : at + INDENT].lstrip(" \t")[:1]
        if first.isdecimal() or (not first and at + INDENT < len(text)):
            found = DTG.match(text, at + 1)
            if found is not None:
                return found
    return DTG.match(text) if start == 0 else None


def _cut_head(text: str) -> tuple[str, str, str]:
    """Part a message without its ends into slug lines, head and body."""
    slug, mark, rest = text.partition(STX)
    if not mark:
        slug, rest = _cut_slug(text.strip("\n"))
    rest = rest.lstrip("\n")
    at = rest.find(" =\n", 0, HEAD_LOOK)
    found = END_OF_HEAD.search(rest, max(at, 0), HEAD_LOOK)
    # A blank line that begins behind the end of the head says nothing more.
    look = HEAD_LOOK if found is None else found.start() + 1
    blank = BLANK.search(rest, 0, look)
    if found is not None and (blank is None or found.start() <= blank.start()):
        return slug, rest[: found.start()], rest[found.end() :]
    if blank is not None:
        return slug, rest[: blank.start()], rest[blank.end() :]
    first, _, body = rest.partition("\n")
    return slug, first, body


def _cut_slug(text: str) -> tuple[str, str]:
    """Part the slug lines from the head where STX was lost."""
    lines = text.split("\n", 4)
    taken = 0
    for number, line in enumerate(lines[:3], start=1):
        if line.rstrip().endswith("/"):
            taken = number
    first = lines[0].strip()
    if not taken and not first.startswith("(") and not first.endswith("="):
        taken = 1 if "/" in first and " =" in text[:HEAD_LOOK] else 0
    return "\n".join(lines[:taken]), "\n".join(lines[taken:])


def _read_slug(sent: Sent, slug: str) -> None:
    """Read the slug lines: keywords parted by strokes."""
    line = " ".join(_unmarked(slug).split())
    sent.slugline = line.strip("/ ")
    sent.keywords = [word.strip() for word in sent.slugline.split("/") if word.strip()]


def _read_body(sent: Sent, body: str) -> None:
    """Read the copy; the notebook goes where no reader sees it."""
    body = _unmarked(body)
    at, sent.body.may_have_notebook = notebook_start(body)
    notebook, copy = body[at:], body[:at].rstrip()
    if "/" in copy and "./." in copy:
        copy = SEPARATOR.sub("", copy).rstrip()
    if notebook:
        notebook = _cut_sign_off(sent, notebook.rstrip())
        read_notebook(sent, notebook)
    read_hard_lines(sent.body, _cut_sign_off(sent, copy))
    _set_standfirst(sent)
    _set_crossheads(sent.body.blocks)


def _set_standfirst(sent: Sent) -> None:
    """Know a first paragraph that stands before the dateline as the standfirst."""
    first, second = [*sent.body.blocks[:2], None, None][:2]
    if first is None or second is None or first.kind is not PARAGRAPH:
        return
    text = first.text
    before = text != sent.headline and _leads_with_dateline(second.text)
    if before and len(text) < MAX_STANDFIRST and not _leads_with_dateline(text):
        sent.standfirst = text
        del sent.body.blocks[0]


def _leads_with_dateline(text: str) -> bool:
    """Say whether a paragraph begins with a dateline."""
    at = text.find("(", 0, LONGEST_LEAD)
    return at > 0 and text[at - 1] == " " and LEAD_DATELINE.match(text) is not None


def _set_crossheads(blocks: list[ItemBlock]) -> None:
    """Know a short line without an end, between paragraphs, as a crosshead."""
    for at in range(1, len(blocks) - 1):
        block = blocks[at]
        if (
            len(block.text) < MAX_CROSSHEAD
            and block.kind is PARAGRAPH
            and len(blocks[at - 1].text) > MAX_CROSSHEAD
            and blocks[at + 1].kind is PARAGRAPH
            and CROSSHEAD.fullmatch(block.text)
        ):
            blocks[at] = replace(block, kind=BlockKind.CROSSHEAD)


def _cut_sign_off(sent: Sent, text: str) -> str:
    """Cut off the desk's own line at the end ("dpa kre/su yysw a3")."""
    before = text.rfind("\n")
    if len(text) - max(before, 0) > LONGEST_SIGN_OFF:
        return text
    begins = text[before + 1 : before + 2] in SIGN_OFF_HEADS
    found = SIGN_OFF.match(text, before + 1) if begins else None
    if found is None:
        return text
    sent.body.stripped.append(Stripped(text=found["mark"], reason="desk mark"))
    return text[: max(before, 0)].rstrip()


def _identify(sent: Sent, header: re.Match[str], day: str, source: SourceRules) -> None:
    """Make the key that finds this message again."""
    service, number = header["service"].lower().rstrip("-"), header["number"]
    sent.service, sent.sequence = service, number
    if number.strip(NO_NUMBER) and day:
        sent.uri = f"urn:dateline:{source.scope}:{service}:{day}:{number.zfill(4)}"
        return
    key = f"{sent.slugline}\n{sent.headline}".casefold()
    if not day:
        key += "\n" + "\n".join(block.text for block in sent.body.blocks)
    digest = hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:KEY_LENGTH]
    sent.uri = f"urn:dateline:{source.scope}:{service}:{day or 'undated'}:{digest}"

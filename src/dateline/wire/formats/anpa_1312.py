"""ANPA 1312: what AP and Kyodo send over their oldest wires.

::

    SYN SYN SOH a0401 US ---w        service letter and number, selector
    r s DC3 DC1 BC-BKN--Heat-Hawks, 1st Ld-Writethru 11-13 0521
    STX ^BC-BKN--Heat-Hawks, 1st Ld-Writethru,521<
    ^Hawks beat Heat in overtime<
    ^Eds: Adds quotes.<
    ^By ADA SAMPLE=
       ATLANTA (AP) _ The Hawks …
    ETX AP-WF-11-13-13 1509GMT
    EOT

Priority and category are letters; DC3 DC1 says text, DC4 DC2 a table. The header
gives a day without a year, only the footer a whole date. No guid is sent: AP links
the versions of a story by its keyword slug within a day, so day and slug are its
key. A news alert has the slug of every other alert: its number parts them.
"""

import re
from itertools import pairwise

from dateline.news.item import Signal, Subject
from dateline.wire.formats import anpa_lines, anpa_slug
from dateline.wire.formats.anpa_date import ANPA_FOOTER, read_date
from dateline.wire.formats.anpa_found import AnpaDate
from dateline.wire.refused import NotAnpaError
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules

FORMAT = "anpa-1312"
MAX_MESSAGES = 10_000
SOH, STX, ETX, EOT = "\x01", "\x02", "\x03", "\x04"
TABLE_MARKS = "\x14\x12"  # DC4, DC2
URGENCY = {"f": "1", "b": "2", "u": "3", "r": "4", "d": "5", "a": "6"}

# What no text needs; the marks above and US are asked for before they go.
CONTROLS = bytes({*range(32), 127} - {1, 2, 3, 4, 9, 10, 17, 18, 19, 20, 31})
BETWEEN = re.compile(r"[\x11-\x1f\s]+")
NUMBER = re.compile(r"(?P<service>[A-Za-z])(?P<number>\d{3,4})$")
DAY = re.compile(r"\d{1,2}[-/]\d{1,2}$")
REST = "\x01\x02\x04\x11\x12\x13\x14"  # what may be left of the marks in a copy
FOOTER_LOOK = 300  # characters before the end in which a footer may stand


def read(utf8: bytes, source: SourceRules) -> list[Sent]:
    """Read every message of a file.

    Raises:
        NotAnpaError: no message begins anywhere in it.
    """
    if b"\r" in utf8:
        utf8 = utf8.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    text = utf8.translate(None, CONTROLS).decode("utf-8", errors="replace")
    parts = text.split(SOH)
    if len(parts) > MAX_MESSAGES:
        raise NotAnpaError(f"{len(parts)} messages in one file")
    read_parts = (_read_message(part, source) for part in parts if part.strip())
    found = [sent for sent in read_parts if sent is not None]
    if not found:
        raise NotAnpaError(f"not ANPA 1312, begins {text[:40]!r}")
    return found


def _read_message(text: str, source: SourceRules) -> Sent | None:
    """Read one message; None if it has no header."""
    header, mark, rest = text.partition(STX)
    words = BETWEEN.split(header.strip("\x1f \t\n"))
    number = NUMBER.match(words[0])
    if number is None or not mark:
        return None
    sent = Sent(format=FORMAT)
    sent.service, sent.sequence = number["service"].lower(), number[0].lower()
    day, keyword = _read_header(sent, words[1:])
    copy, footer = _cut_footer(sent, rest)
    is_table = any(each in header for each in TABLE_MARKS)
    for each in REST:
        copy = copy.replace(each, "")
    copy = anpa_lines.as_written(copy.replace("\x1f", "\t"))
    anpa_lines.read_lines(sent, copy, keyword=keyword, is_table=is_table)
    slug = anpa_slug.read_slug(sent.slugline or keyword)
    sent.slugline, sent.version = slug.slug, sent.version or slug.version
    sent.keywords = list(slug.keywords)
    dated = read_date(footer, day, copy)
    _date(sent, dated)
    anpa_slug.read_version(sent, slug)
    _hold_advance(sent)
    sent.uri = anpa_slug.key(sent, slug, dated, source)
    return sent


def _read_header(sent: Sent, words: list[str]) -> tuple[str, str]:
    """Read priority and category; gives the day and the keyword with its version."""
    at = next(
        (
            number
            for number, (one, two) in enumerate(pairwise(words))
            if one.lower() in URGENCY and len(two) == 1 and two.isalpha()
        ),
        None,
    )
    if at is None:
        sent.warnings.append("header: no priority and category")
        at = -1
    else:
        sent.urgency = URGENCY[words[at].lower()]
        category = words[at + 1].lower()
        sent.subjects.append(Subject(scheme="anpa:category", code=category))
    rest = words[at + 2 :] if at >= 0 else words
    day = next((word for word in reversed(rest) if DAY.match(word)), "")
    keyword = rest[: len(rest) - 1 - rest[::-1].index(day)] if day else rest
    return day, " ".join(keyword)


def _cut_footer(sent: Sent, text: str) -> tuple[str, re.Match[str] | None]:
    """Part the copy from the footer, wherever in the end that stands."""
    end = text.find(ETX)
    footer = ANPA_FOOTER.search(text, max(end, 0))
    if end < 0:
        footer = ANPA_FOOTER.search(text, max(len(text) - FOOTER_LOOK, 0))
        sent.warnings.append("no end of message: it may be cut off")
        return (text if footer is None else text[: footer.start()]), footer
    if footer is None:
        footer = ANPA_FOOTER.search(text, max(end - FOOTER_LOOK, 0), end)
        end = end if footer is None else footer.start()
    return text[:end], footer


def _date(sent: Sent, dated: AnpaDate) -> None:
    """Set when the version was made."""
    sent.version_created = dated.moment
    if dated.warning:
        sent.warnings.append(dated.warning)


def _hold_advance(sent: Sent) -> None:
    """Hold an advance that does not say until when."""
    if sent.urgency == URGENCY["a"]:
        sent.signals.append(Signal.ADVANCE)
        if not any(note.role == "embargo" for note in sent.notes):
            sent.needs_human = "an advance that does not say until when"

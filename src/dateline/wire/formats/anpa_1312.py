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
from typing import Final

from dateline.news.item import Signal, Subject
from dateline.wire.encoding import with_newlines
from dateline.wire.formats import anpa_lines, anpa_slug
from dateline.wire.formats.anpa_date import ANPA_FOOTER, read_date
from dateline.wire.formats.anpa_found import AnpaDate
from dateline.wire.refused import NotAnpaError
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules

FORMAT: Final = "anpa-1312"
MAX_MESSAGES: Final = 10_000
SOH, STX, ETX, EOT = "\x01", "\x02", "\x03", "\x04"
TABLE_MARKS: Final = "\x14\x12"  # DC4, DC2
URGENCY: Final = {"f": "1", "b": "2", "u": "3", "r": "4", "d": "5", "a": "6"}

# What no text needs; the marks above and US are asked for before they go, and lines
# are parted where they are read.
CONTROLS: Final = bytes(
    {*range(32), 127} - {1, 2, 3, 4, 9, 10, 13, 17, 18, 19, 20, 31}
).decode()
NO_CONTROLS: Final = dict.fromkeys(map(ord, CONTROLS))
BETWEEN: Final = re.compile(r"[\x11-\x1f\s]+")
TYPE_MARKS: Final = "\x11\x12\x13\x14"  # DC1 to DC4
NUMBER_SIZES = (4, 5)  # a service letter and three or four digits
DAY: Final = re.compile(r"\d{1,2}[-/]\d{1,2}$")
REST: Final = SOH + STX + EOT + TYPE_MARKS  # what may be left of the marks in a copy
FOOTER_LOOK: Final = 300  # characters before the end in which a footer may stand


def read(utf8: bytes, source: SourceRules) -> list[Sent]:
    """Read every message of a file.

    Raises:
        NotAnpaError: no message begins anywhere in it.
    """
    text = utf8.decode("utf-8", errors="replace")
    before, _, rest = text.partition(SOH)  # most files are one message
    parts = [before, *rest.split(SOH)] if SOH in rest else [before, rest]
    if len(parts) > MAX_MESSAGES:
        raise NotAnpaError(f"{len(parts)} messages in one file")
    found = []
    for part in parts:
        plain = _without_controls(part)
        sent = _read_message(plain, source) if plain and not plain.isspace() else None
        if sent is not None:
            found.append(sent)
    if not found:
        begin = with_newlines(text).translate(NO_CONTROLS)[:40]
        raise NotAnpaError(f"not ANPA 1312, begins {begin!r}")
    return found


def _without_controls(text: str) -> str:
    """Take out what no text needs; in most, it only idles at the ends."""
    text = text.strip(CONTROLS)
    if text:
        for each in CONTROLS:
            if each in text:
                return text.translate(NO_CONTROLS)
    return text


def _read_message(text: str, source: SourceRules) -> Sent | None:
    """Read one message; None if it has no header."""
    header, mark, rest = text.partition(STX)
    words = _words_of(header.strip("\x1f \t\r\n"))
    number = words[0].lower()
    if not mark or not _is_number(number):
        return None
    sent = Sent(FORMAT)
    sent.service, sent.sequence = number[0], number
    day, keyword = _read_header(sent, words[1:])
    copy, footer = _cut_footer(sent, rest)
    is_table = TABLE_MARKS[0] in header or TABLE_MARKS[1] in header
    for each in REST:
        if each in copy:
            copy = copy.replace(each, "")
    copy = copy.replace("\x1f", "\t")
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


def _words_of(header: str) -> list[str]:
    """Part the words of a header: at blanks, and at marks between them."""
    words = header
    for each in TYPE_MARKS:
        if each in words:
            words = words.replace(each, " ")
    if words[:1].isspace() or words[-1:].isspace() or not words:
        return BETWEEN.split(header)  # it has an empty word there
    return words.split()


def _is_number(word: str) -> bool:
    """Say whether a word is a service letter and a number, as ``a0401``."""
    letter = word[:1]
    is_letter = letter.isascii() and letter.isalpha()
    return is_letter and len(word) in NUMBER_SIZES and word[1:].isdecimal()


def _read_header(sent: Sent, words: list[str]) -> tuple[str, str]:
    """Read priority and category; gives the day and the keyword with its version."""
    rest = words
    for at in range(1, len(words)):
        category, priority = words[at], words[at - 1].lower()
        if len(category) == 1 and priority in URGENCY and category.isalpha():
            sent.urgency = URGENCY[priority]
            code = category.lower()
            sent.subjects.append(Subject(scheme="anpa:category", code=code))
            rest = words[at + 1 :]
            break
    else:
        sent.warnings.append("header: no priority and category")
    for at in range(len(rest) - 1, -1, -1):
        word = rest[at]
        if ("-" in word or "/" in word) and DAY.match(word):
            return word, " ".join(rest[:at])
    return "", " ".join(rest)


def _cut_footer(sent: Sent, text: str) -> tuple[str, re.Match[str] | None]:
    """Part the copy from the footer, wherever in the end that stands."""
    end = text.find(ETX)
    if end < 0:
        footer = ANPA_FOOTER.search(text, max(len(text) - FOOTER_LOOK, 0))
        sent.warnings.append("no end of message: it may be cut off")
        return (text if footer is None else text[: footer.start()]), footer
    # It mostly stands behind the mark at once.
    footer = ANPA_FOOTER.match(text, end + 1) or ANPA_FOOTER.search(text, end)
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

"""The head of an IPTC 7901 message: what stands before `` =``.

In this order, each part possibly missing and each possibly over several lines:
genre lines in brackets, the headline, the byline, a line about photographs::

    (Berichtigung: Im ersten Satz muss es 1997 heißen.)
    (KORR-Bericht)
    Harbour bridge closed - Repairs
    will take a year
    Von Ada Beispiel, dpa
    (Foto Archiv) =
"""

import re
from typing import Final

from dateline.news.item import EdNote, Signal, Stripped
from dateline.wire.byline_text import PREFIX, names_in
from dateline.wire.embargo_text import mentions_embargo
from dateline.wire.hard_lines import one_line
from dateline.wire.sent import Sent

# What a genre line may begin with, and what it means for the whole message.
GENRES: Final = {
    "eil": Signal.ALERT,
    "blitz": Signal.ALERT,
    "flash": Signal.ALERT,
    "urgent": Signal.ALERT,
    "alert": Signal.ALERT,
    "vorschau": Signal.ADVISORY,
    "achtung": Signal.ADVISORY,
    "impressum": Signal.ADVISORY,
    "advisory": Signal.ADVISORY,
    "wiederholung": Signal.REPEAT,
    "repeat": Signal.REPEAT,
    "répétition": Signal.REPEAT,
    "berichtigung": Signal.CORRECTION,
    "korrektur": Signal.CORRECTION,
    "correction": Signal.CORRECTION,
    "rectificatif": Signal.CORRECTION,
    "neu": Signal.UPDATE,
    "update": Signal.UPDATE,
    "aktualisierung": Signal.UPDATE,
}
FIRST_WORD: Final = re.compile(r"\(\s*([^\W\d_]+)")
PHOTO: Final = re.compile(
    r"\((?:mit )?(?:fotos?|photos?|bild(?:er)?|grafik(?:en)?|avec photos?|archivfotos?)"
    r"\b[^()]{0,80}\)",
    re.IGNORECASE,
)
# dpa carries other agencies' copy: their genre comes without brackets.
BARE_GENRE: Final = re.compile(r"(?:FullStory|NewsAlert|APNewsAlert|Spot Development)$")
BARE_SIGNAL: Final = {"NewsAlert": Signal.ALERT, "APNewsAlert": Signal.ALERT}
# "1ST LEAD", "(2. Zusammenfassung)", "3rd roundup": which version this is.
LEAD: Final = re.compile(
    r"\(?(?P<lead>\d{1,2}(?:ST|ND|RD|TH)\s+(?:LEAD|ROUNDUP|UPDATE|LD)"
    r"|\d{1,2}\.\s+(?:Lead|Zusammenfassung|Neufassung))\b\)?\s*[-:]?\s*",
    re.IGNORECASE,
)
AGENCY_BYLINE: Final = re.compile(r"(?:Von|By|Par) (?:dpa|ats|sda|belga|AP|AFP)$")
MAX_GENRE, MAX_BYLINE = 700, 160  # characters


def read_head(sent: Sent, text: str) -> None:
    """Read the head, without the `` =`` at its end."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    lines = lines[_read_brackets(sent, lines) :]
    if len(lines) > 1 and BARE_GENRE.match(lines[0]):
        genre = lines.pop(0)
        sent.genres.append(genre)
        sent.signals += [BARE_SIGNAL[genre]] if genre in BARE_SIGNAL else []
    while len(lines) > 1 and lines[-1][0] == "(" and PHOTO.fullmatch(lines[-1]):
        _set_photo(sent, lines.pop())
    lines = _read_byline(sent, lines)
    headline = one_line("\n".join(lines))
    lead = _lead_of(headline)
    if lead is not None:
        sent.version = sent.version or lead["lead"]
        sent.signals.append(Signal.UPDATE)
        if lead.end() < len(headline):
            sent.body.stripped.append(
                Stripped(text=lead[0].strip(), reason="lead line")
            )
            headline = headline[lead.end() :]
    sent.headline = headline


def _read_brackets(sent: Sent, lines: list[str]) -> int:
    """Read the genre lines at the top; gives how many lines they took."""
    at = 0
    while at < len(lines) and lines[at].startswith("("):
        end, text = at + 1, lines[at]
        while not _closed(text) and end < len(lines) and len(text) < MAX_GENRE:
            text = f"{text}\n{lines[end]}"
            end += 1
        if not (_closed(text) and text.endswith(")")):
            break  # "(Un)heard: …" is a headline
        _read_genre(sent, one_line(text))
        at = end
    return at


def _lead_of(text: str) -> re.Match[str] | None:
    """Find at the beginning of a text which version this is."""
    begins = text[:1] == "(" or text[:1].isdecimal()
    return LEAD.match(text) if begins else None


def _closed(text: str) -> bool:
    """Say whether every bracket is closed."""
    return text.count("(") <= text.count(")")


def _read_genre(sent: Sent, line: str) -> None:
    """Read one genre line, in its brackets."""
    inner = line[1:-1].strip()
    if PHOTO.fullmatch(line):
        _set_photo(sent, line)
        return
    if mentions_embargo(inner):
        sent.notes.append(EdNote(text=inner, role="embargo"))
    lead = _lead_of(line)
    if lead is not None:
        sent.version = sent.version or lead["lead"]
        sent.signals.append(Signal.UPDATE)
    first = FIRST_WORD.match(line)
    signal = GENRES.get(first[1].casefold()) if first is not None else None
    if signal is not None:
        sent.signals.append(signal)
    if signal is Signal.CORRECTION:
        sent.correction_note = sent.correction_note or inner
    else:  # what was corrected is no kind of story
        sent.genres.append(inner)


def _set_photo(sent: Sent, line: str) -> None:
    """Keep the line that says there are photographs, which are not in the file."""
    sent.body.stripped.append(Stripped(text=line.strip("()"), reason="photo line"))


def _read_byline(sent: Sent, lines: list[str]) -> list[str]:
    """Take a byline off the end; a headline is never empty for it."""
    for at in range(1, len(lines)):
        if not PREFIX.match(lines[at]):
            continue
        text = " ".join(lines[at:])
        if len(text) <= MAX_BYLINE and (names_in(text) or AGENCY_BYLINE.match(text)):
            sent.by.append(text)
            return lines[:at]
    return lines

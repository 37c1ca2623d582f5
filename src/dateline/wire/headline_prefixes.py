"""What agencies put in front of a headline, agency by agency, and what it means.

Each line: the signal, whose wording it is, the pattern. A pattern ends with what
parts it from the headline, so that "Update on ferries" is a headline. The order
of the lines is the order in which they are tried.
"""

import re
from typing import Final

from dateline.news.item import Signal

_END: Final = r"\s*[-:–—]+\s*"  # what parts a prefix from a headline
_ORDINAL: Final = r"\d{1,2}(?:st|nd|rd|th)"

PREFIXES: tuple[tuple[Signal, str, str], ...] = (
    (Signal.CORRECTION, "Reuters", r"CORRECTED-UPDATE \d+" + _END),
    (Signal.CORRECTION, "Reuters", r"CORRECT(?:ED|ING|ION)(?: \(OFFICIAL\))?" + _END),
    (Signal.CORRECTION, "GlobeNewswire",
     r"(?:CORRECTION|Correction) (?:ET|et) (?:MISE À JOUR|[Mm]ise à jour)" + _END),
    (Signal.CORRECTION, "GlobeNewswire",
     r"(?:CORRECTION|Correction) (?:AND|and|&) (?:UPDATE|Update)" + _END),
    (Signal.CORRECTION, "PR wires",
     r"(?:CORRECTING and REPLACING|CORRECTION (?:FROM|by) [^:-]{2,60}"
     + _END + r")\s*"),
    (Signal.CORRECTION, "any", r"(?:Correction|Corrected|RECTIFICATIF|Rectificatif)"
     + _END),
    (Signal.CORRECTION, "dpa", r"\((?:Berichtigung|Korrektur)(?:: [^()]{1,300})?\)\s*"),
    (Signal.CORRECTION, "STT", r"/{3}\s*KORJATTU[^/]{0,90}/{3}\s*"),
    (Signal.CORRECTION, "Belga", r"CORR? \d{1,4}\b\s*[-:]?\s*"),
    (Signal.CORRECTION, "EFE", r"\((?:Correcci[óo]n|Correcc)\)\s*"),
    (Signal.REPEAT, "Reuters", r"REFILE-(?:UPDATE \d+-)?\s*"),
    (Signal.REPEAT, "Reuters", r"(?:REPEAT|RPT)(?:-| \d+-)\s*"),
    (Signal.REPEAT, "dpa", r"\((?:Wiederholung|Repeat)(?:: [^()]{1,300})?\)\s*"),
    (Signal.UPDATE, "Reuters", r"(?:UPDATE|WRAPUP) \d+\s*-\s*"),
    (Signal.UPDATE, "Europa Press", r"AMPL?\.?\s*-+\s*"),
    (Signal.UPDATE, "EFE", r"\(Ampliaci[óo]n\)\s*"),
    (Signal.UPDATE, "Belga", r"\(\d{1,2}(?:DER)?\)\s+(?=[^\W\d_])"),
    (Signal.UPDATE, "ANP", r"N ?i ?e ?u ?w bericht, vervangt[^:]{0,60}:\s*"),
    (Signal.WRITETHRU, "AP", rf"\(?{_ORDINAL} Ld(?:-Writethru)?\)?\s*[-:]?\s*"),
    (Signal.ALERT, "dpa", r"\((?:Eil|Blitz)\)\s*|EIL:\s*"),
    (Signal.ALERT, "AP", r"AP ?News ?Alert" + _END),
    (Signal.ALERT, "AFP", r"Alert" + _END),
    (Signal.ALERT, "any",
     r"(?:URGENT|ALERT|ALERTE|FLASH|BREAKING(?: NEWS)?|BULLETIN)" + _END),
    (Signal.ADVANCE, "EFE", r"\(Avance\)\s*"),
    (Signal.ADVANCE, "any", r"ADVANCE\s*[-:]\s*"),
    (Signal.ADVISORY, "dpa", r"\((?:Vorschau|Achtung)(?: - [^()]{1,80})?\)\s*"),
    (Signal.ADVISORY, "any", r"(?:MEDIA )?ADVISORY\s*[-:]\s*"),
)  # fmt: skip

# What every prefix begins with; one that begins with a figure is asked for apart.
HEADS: Final = frozenset(
    ("CO", "Co", "RE", "Re", "RP", "UP", "WR", "AM", "N ", "Ni", "EI", "AP", "Al",
     "AL", "UR", "FL", "BR", "BU", "AD", "ME")
)  # fmt: skip
FIRST_SIGNS: Final = "(/"

# The same after a headline: AP's and Belga's numbers of versions.
SUFFIX: Final = re.compile(
    rf"\s*[,-]?\s*\(?(?P<WRITETHRU>{_ORDINAL} Ld(?:-Writethru)?)\)?\Z"
    r"|\s*\((?P<UPDATE>\d{1,2}DER)\)\Z"
    r"|\s*/{3}\s*(?P<CORRECTION>KORJATTU[^/]{0,90})/{3}\Z"
)


# What every one of them ends with.
LONGEST_SUFFIX: Final = 140  # characters, with blanks before it
SUFFIX_ENDS = ("Ld", "Ld)", "-Writethru", "-Writethru)", "DER)", "///")


def _one_pattern() -> re.Pattern[str]:
    """Put all prefixes into one pattern; the group that matched tells which.

    The group is empty and stands behind: then the first letter of each prefix can be
    compared without trying it, and most headlines are done after 28 letters.
    """
    groups = (f"(?:{pattern})(?P<p{n}>)" for n, (_, _, pattern) in enumerate(PREFIXES))
    return re.compile("|".join(groups))


PREFIX: Final = _one_pattern()


def prefix_of(headline: str) -> re.Match[str] | None:
    """Find a prefix at the head of a headline; most have none."""
    first = headline[:1]
    if headline[:2] in HEADS or first in FIRST_SIGNS or first.isdecimal():
        return PREFIX.match(headline)
    return None


def suffix_of(headline: str) -> re.Match[str] | None:
    """Find what an agency puts behind a headline; most have nothing there."""
    if headline.endswith(SUFFIX_ENDS):
        return SUFFIX.search(headline, max(len(headline) - LONGEST_SUFFIX, 0))
    return None


def signal_of(found: re.Match[str]) -> Signal:
    """Give the signal of a prefix that was found."""
    return PREFIXES[int((found.lastgroup or "p0")[1:])][0]

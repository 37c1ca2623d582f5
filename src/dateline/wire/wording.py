"""What agencies say in words because their format has no field for it.

A prefix on the headline makes a correction, an update, an alert. A service
message (a daybook, a preview list, an imprint) is for the desk. A kill in words
names its victim by number and headline in free text; only a human can be sure
which story is meant.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from dateline.news.item import Signal
from dateline.wire.caseless import has_one, lower_ascii
from dateline.wire.headline_prefixes import prefix_of, signal_of, suffix_of
from dateline.wire.kill_words import orders_kill

# What a note to editors may begin with, and what it says about the version.
NOTES = (
    (
        Signal.CORRECTION,
        re.compile(
            r"(?:eds?[:.,]\s*|\(?)?(?:this (?:version|story|release) )?"
            r"(?:correct(?:s|ed|ing|ion)\b(?! (?:facilit|officer|cent|service))"
            r"|berichtig|korrektur|korjat|rectifi|corrige\b)",
            re.IGNORECASE,
        ),
    ),
    (
        Signal.UPDATE,
        re.compile(
            r"(?:eds?[:.,]\s*|\(?)?(?:update[sd]?\b|adds?\b|recasts?\b|writethru\b"
            r"|n ?i ?e ?u ?w bericht, vervangt|ampl[ií]a\b|minor edits)",
            re.IGNORECASE,
        ),
    ),
    (
        Signal.REPEAT,
        re.compile(
            r"(?:eds?[:.,]\s*|\(?)?(?:refil(?:es|ed|ing)|repeat(?:s|ing))\b",
            re.IGNORECASE,
        ),
    ),
)

# What NOTES begin with, behind a bracket.
NOTE_HEADS: Final = frozenset(
    ("ed:", "ed.", "ed,", "eds", "thi", "cor", "ber", "kor", "rec", "upd", "add", "wri",
     "n i", "nie", "ni ", "amp", "min", "ref", "rep")
)  # fmt: skip

# The same, further on in its beginning; looked for only if "replace" is there.
REPLACES: Final = re.compile(
    r".{0,80}\b(?:(?:corrige|annule) et remplace|corrects and replaces)\b",
    re.IGNORECASE | re.DOTALL,
)
REPLACES_LOOK: Final = 120  # characters; it can reach no further

SERVICE: Final = re.compile(
    r"^(?:[\w/]+[- ])?(?:tagesvorschau|vorschau|terminvorschau|wochenvorschau|impressum"
    r"|daybook|news ?diary|day ?ahead|planning list|coverage plan|budget advisory"
    r"|programm für|themenplan|menu général)\b|\baudio-programm\b",
    re.IGNORECASE,
)
# One of these is in every text that SERVICE finds; looking for them is cheap.
SERVICE_WORDS = (
    "vorschau", "impressum", "daybook", "diary", "ahead", "plan", "advisory",
    "programm", "menu g",
)  # fmt: skip

BY_CODE: Final = {
    "correction": Signal.CORRECTION,
    "corrected": Signal.CORRECTION,
    "c": Signal.CORRECTION,
    "update": Signal.UPDATE,
    "updated": Signal.UPDATE,
    "writethru": Signal.WRITETHRU,
    "repeat": Signal.REPEAT,
    "alert": Signal.ALERT,
    "flash": Signal.ALERT,
    "breaking": Signal.ALERT,
    "advance": Signal.ADVANCE,
    "advisory": Signal.ADVISORY,
    "withdrawn": Signal.WITHDRAWN,
    "kill": Signal.KILL_NOTICE,
}


def split_headline(headline: str) -> tuple[str, str, tuple[Signal, ...]]:
    """Part an agency's prefix from a headline: (prefix, headline, signals)."""
    signals: list[Signal] = []
    rest = headline
    found = prefix_of(rest)
    while found is not None and found.end() < len(rest):
        signals.append(signal_of(found))
        rest = rest[found.end() :]
        found = prefix_of(rest)
    prefix = headline[: len(headline) - len(rest)].strip(" -:–—")
    after = suffix_of(rest)
    if after is not None and after.start():
        signals.append(Signal[after.lastgroup or ""])
        prefix = " ".join(each for each in (prefix, after[0].strip(" ,-")) if each)
        rest = rest[: after.start()]
    return prefix, rest, tuple(dict.fromkeys(signals))


def signals_of_note(note: str) -> tuple[Signal, ...]:
    """Give what a note to editors says about the version it came with."""
    text = note.lstrip("*/_ \n")
    signals: list[Signal] = []
    if lower_ascii(text[:4].lstrip("(")[:3]) in NOTE_HEADS:
        signals = [signal for signal, pattern in NOTES if pattern.match(text)]
    if _replaces(text) and Signal.CORRECTION not in signals:
        signals.insert(0, Signal.CORRECTION)
    return tuple(signals)


def _replaces(text: str) -> bool:
    """Say whether a note says that this version replaces another."""
    lower = text[:REPLACES_LOOK].lower()
    if "replace" in lower or "remplace" in lower:
        return REPLACES.match(text) is not None
    return False


def is_kill_notice(*texts: str) -> bool:
    """Say whether one of the texts orders a kill in words."""
    return any(orders_kill(text) for text in texts)


def is_service(headline: str, names: Iterable[str]) -> bool:
    """Say whether a headline, or a genre or subject name, is a service message's."""
    return _is_service(headline) or any(_names_service(name) for name in names)


@lru_cache(maxsize=4096)  # genres and subjects come again, headlines do not
def _names_service(name: str) -> bool:
    """Say whether a genre or a subject is that of service messages."""
    return _is_service(name)


def _is_service(text: str) -> bool:
    """Say whether a text is the title of a service message."""
    return (
        has_one(SERVICE_WORDS, lower_ascii(text)) and SERVICE.search(text) is not None
    )

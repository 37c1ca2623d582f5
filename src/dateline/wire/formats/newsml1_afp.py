"""AFP: three profiles of one agency.

A text alone, a text with its photos (roles Main, Caption, HighDef, Quicklook,
Thumbnail), and the index of a channel, which only names other files. What is
particular is the AdvisoryLine: it says in a word what happened to the story.
"""

import re
from typing import Final

from dateline.news.item import Signal
from dateline.wire.caseless import has_one
from dateline.wire.formats.newsml1_dialect import Dialect
from dateline.wire.sent import Sent

# The words of each signal, and without their endings: those are found far quicker.
ADVISORY = (
    (
        ("UPDATE", "ADDS", "RECASTS", "RAISES", "LEAD", "ACTUALISATION"),
        re.compile(r"\b(?:UPDATES?|ADDS|RECASTS|RAISES|LEADS?|ACTUALISATION)\b"),
        Signal.UPDATE,
    ),
    (
        ("CORRECT", "RECTIFIE"),
        re.compile(r"\b(?:CORRECTS?|CORRECTION|RECTIFIE)\b"),
        Signal.CORRECTION,
    ),
    (
        ("REPEAT", "RESENDING", "RETRANSMISSION"),
        re.compile(r"\b(?:REPEATS?|RESENDING|RETRANSMISSION)\b"),
        Signal.REPEAT,
    ),
)


def finish(sent: Sent) -> None:
    """Read signals from the AdvisoryLine."""
    for note in sent.notes:
        if note.role == "advisoryline":
            sent.signals += _signals_in(note.text)


def _signals_in(text: str) -> list[Signal]:
    """Give the signals an AdvisoryLine names."""
    return [
        signal
        for stems, wording, signal in ADVISORY
        if has_one(stems, text) and wording.search(text)
    ]


AFP: Final = Dialect(name="afp", finish=finish)

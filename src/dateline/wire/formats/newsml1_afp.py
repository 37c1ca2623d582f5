"""AFP: three profiles of one agency.

A text alone, a text with its photos (roles Main, Caption, HighDef, Quicklook,
Thumbnail), and the index of a channel, which only names other files. What is
particular is the AdvisoryLine: it says in a word what happened to the story.
"""

import re

from dateline.news.item import Signal
from dateline.wire.formats.newsml1_dialect import Dialect
from dateline.wire.sent import Sent

ADVISORY = (
    (
        re.compile(r"\b(?:UPDATES?|ADDS|RECASTS|RAISES|LEADS?|ACTUALISATION)\b"),
        Signal.UPDATE,
    ),
    (re.compile(r"\b(?:CORRECTS?|CORRECTION|RECTIFIE)\b"), Signal.CORRECTION),
    (re.compile(r"\b(?:REPEATS?|RESENDING|RETRANSMISSION)\b"), Signal.REPEAT),
)


def finish(sent: Sent) -> None:
    """Read signals from the AdvisoryLine."""
    for note in sent.notes:
        if note.role == "advisoryline":
            for wording, signal in ADVISORY:
                if wording.search(note.text):
                    sent.signals.append(signal)


AFP = Dialect(name="afp", finish=finish)

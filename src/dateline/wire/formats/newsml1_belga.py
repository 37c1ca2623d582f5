"""Belga: one NewsItem in Dutch and in French, and headlines that count takes.

The PublicIdentifier is one constant for all stories and the NewsItemId may be 0
(see ``newsml1_identity``). "COR 703" before a headline corrects, "(2)" behind it
is a second take and "(3DER)" the third and last.
"""

import re
from typing import Final

from dateline.news.item import Signal, Stripped
from dateline.wire.formats.newsml1_dialect import Dialect
from dateline.wire.sent import Sent

CORRECTION: Final = re.compile(r"\(?COR(?:R)?\.? ?\d{1,5}\)?\s*[-:]?\s*")
TAKE: Final = re.compile(r"(?:(?<!\s)\s++)?\((?:\d{1,2}(?:DER)?|DER)\)$")


def finish(sent: Sent) -> None:
    """Part the marks from the headline."""
    corrects = CORRECTION.match(sent.headline)
    if corrects is not None and corrects.end() < len(sent.headline):
        _part(sent, corrects, Signal.CORRECTION)
    take = TAKE.search(sent.headline)
    if take is not None and take.start() > 0:
        _part(sent, take, Signal.UPDATE)


def _part(sent: Sent, mark: re.Match[str], signal: Signal) -> None:
    """Take a mark out of the headline and keep it aside."""
    sent.headline = sent.headline.replace(mark[0], "", 1)
    text = mark[0].strip(" -:")
    sent.body.stripped.append(Stripped(text=text, reason="mark on the headline"))
    sent.signals.append(signal)


BELGA: Final = Dialect(name="belga", languages=("nl", "fr", "de", "en"), finish=finish)

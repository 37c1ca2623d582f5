"""ANP: the author stands in the SlugLine, a replacement says so in spaced letters."""

import re
from typing import Final

from dateline.news.item import Signal
from dateline.wire.formats.newsml1_dialect import Dialect
from dateline.wire.sent import Sent

REPLACES: Final = re.compile(
    r"\W*n\s?i\s?e\s?u\s?w\s+bericht\s?,?\s*vervangt\b", re.IGNORECASE
)
AT_HEAD: Final = 3


def finish(sent: Sent) -> None:
    """Know a new version of an older story by its first line."""
    texts = [sent.headline, *(block.text for block in sent.body.blocks[:AT_HEAD])]
    if any(REPLACES.match(text) for text in texts):
        sent.signals.append(Signal.UPDATE)


ANP: Final = Dialect(name="anp", byline_in_slugline=True, finish=finish)

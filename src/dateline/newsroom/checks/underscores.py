"""An underscore inside a word: "one-on_one"."""

import re
from collections.abc import Iterator

from dateline.newsroom.checks.remark import Copy, Remark, prose_of

# From the beginning of a word alone: one of 20,000 letters would be read from each.
_INSIDE = re.compile(r"(?<!\w)(?<!\w-)(?:\w+-)*\w*[^\W_]_[^\W_]\w*(?:-\w+)*")
_ADDRESS = re.compile(
    r"(?:https?://|www\.|[#@])\S+|(?<!\S)(?:\S+@\S+|\S+\.\w{2,4}/\S*)"
)


def find(copy: Copy) -> Iterator[Remark]:
    """Yield a remark for each word with an underscore in it.

    Addresses, hashtags and handles may have them.
    """
    for field, text in prose_of(copy):
        for found in _INSIDE.finditer(_ADDRESS.sub(" ", text)):
            yield Remark(
                check="underscores",
                field=field,
                message=f"underscore inside a word: “{found.group()}”",
                hint="A hyphen was meant, or a space.",
            )

"""Notes between newsrooms that were left in the copy."""

import re
from collections.abc import Iterator

from dateline.newsroom.checks.remark import Copy, Remark, prose_of

_MARKS = re.compile(
    r"\b(?:not for publication|for internal use only|editors?[’']? note to desk"
    r"|mandatory kill|do not publish|EDITORS:)",
    re.IGNORECASE,
)


def find(copy: Copy) -> Iterator[Remark]:
    """Yield what reads like a note between newsrooms.

    Only a warning: a story about a court order may say "do not publish" itself.
    """
    for field, text in prose_of(copy):
        for found in _MARKS.finditer(text):
            yield Remark(
                check="desk marks",
                field=field,
                message=f"a note between newsrooms: “{found.group()}”",
                hint="Take it out of the copy; the editor's note is its place.",
            )

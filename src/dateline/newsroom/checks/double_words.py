"""The same word twice: "the the"."""

import re
from collections.abc import Iterator

from dateline.newsroom.checks.remark import Copy, Remark, prose_of

_TWICE = re.compile(r"\b([^\W\d_]+)[ \t\n]+\1\b", re.IGNORECASE)
_MEANT = frozenset("had that bye cha ha hear knock mahi no so very yes".split())


def find(copy: Copy) -> Iterator[Remark]:
    """Yield a remark for each doubled word that English does not double itself.

    Two capitals may be a name: Boutros Boutros-Ghali, Walla Walla.
    """
    for field, text in prose_of(copy):
        for found in _TWICE.finditer(text):
            first, second = found.group().split()
            is_name = first[0].isupper() and second[0].isupper()
            if first.lower() in _MEANT or is_name:
                continue
            yield Remark(
                check="double words",
                field=field,
                message=f"a word twice: “{found.group()}”",
                hint="Take one of them out.",
            )

"""Marks of Devanagari that went wrong: " ।", "है.", "२0"."""

import re
from collections.abc import Iterator

from dateline.news.site import main_language
from dateline.newsroom.checks.remark import Copy, Remark, prose_of

IN_DEVANAGARI = frozenset("hi mr ne sa".split())

_FAULTS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"\S{1,60}[ \t\N{NO-BREAK SPACE}]+[।॥]"),
        "a blank before the danda",
        "The danda stands right behind the word.",
    ),
    (
        # Not one letter and a point, as in "डॉ." and "जे.": those shorten a name.
        re.compile(
            r"(?<![\u0900-\u0963])[\u0900-\u0963]{4,}+\.(?=\s*$|\s+[\u0900-\u097f])"
        ),
        "a full stop where a danda belongs",
        "Type ।, or leave the point of a shortened word.",
    ),
    (
        re.compile(r"[०-९][०-९.,]{0,30}[0-9]|[0-9][0-9.,]{0,30}[०-९]"),
        "digits of two scripts in one number",
        "Write all of its digits in one script.",
    ),
)


def find(copy: Copy) -> Iterator[Remark]:
    """Yield a remark for each fault, in stories of languages that are so written."""
    if main_language(copy.story.language) not in IN_DEVANAGARI:
        return
    for field, text in prose_of(copy):
        for pattern, wrong, hint in _FAULTS:
            for found in pattern.finditer(text):
                yield Remark(
                    check="hindi marks",
                    field=field,
                    message=f"{wrong}: “{found.group()}”",
                    hint=hint,
                )

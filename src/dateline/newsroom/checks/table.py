"""The copy checks, in the order in which editors see their remarks."""

from collections.abc import Callable, Iterator

from dateline.newsroom.checks import (
    agency_dateline,
    alt_texts,
    completeness,
    desk_marks,
    double_words,
    headline_length,
    hindi_marks,
    quotes,
    underscores,
)
from dateline.newsroom.checks.remark import Copy, Level, Remark

CHECKS: tuple[Callable[[Copy], Iterator[Remark]], ...] = (
    completeness.find,
    desk_marks.find,
    headline_length.find,
    agency_dateline.find,
    quotes.find,
    double_words.find,
    hindi_marks.find,
    underscores.find,
    alt_texts.find,
)


def read(copy: Copy) -> list[Remark]:
    """Return all remarks on a story, those that would do harm first."""
    remarks = [remark for find in CHECKS for remark in find(copy)]
    return sorted(remarks, key=lambda remark: remark.level is not Level.HARM)

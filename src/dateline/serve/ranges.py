"""Single byte ranges of a file.

RFC 9110, 14: a ``Range`` that cannot be read, or that asks for several ranges,
is ignored and the whole file is sent; one that lies outside the file is
answered 416. Several ranges in one answer are of no use to readers of pictures
and a known way to make a server work hard, so they are never made.
"""

import re
from dataclasses import dataclass

from dateline.serve.conditional import same_strongly

_ONE_RANGE = re.compile(
    r"bytes=[ \t]*([0-9]{0,18})-([0-9]{0,18})[ \t]*", re.ASCII | re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """Bytes ``start`` up to, not including, ``end``."""

    start: int
    end: int


OUTSIDE = Span(start=0, end=0)
"""What was asked for lies outside the file."""


def span_of(header: str | None, *, size: int) -> Span | None:
    """Return the bytes a ``Range`` asks for; None for the whole; or OUTSIDE."""
    found = _ONE_RANGE.fullmatch(header) if header else None
    if found is None:
        return None
    first, last = found.groups()
    if not first:
        return _last_bytes(last, size=size)
    start = int(first)
    if last and int(last) < start:
        return None
    if start >= size:
        return OUTSIDE
    return Span(start=start, end=min(int(last) + 1, size) if last else size)


def _last_bytes(count: str, *, size: int) -> Span | None:
    """Return the span of "the last so many bytes"."""
    if not count:
        return None
    if int(count) == 0 or size == 0:
        return OUTSIDE
    return Span(start=max(0, size - int(count)), end=size)


def range_applies(if_range: str | None, *, etag: str) -> bool:
    """Return whether a ``Range`` may be obeyed.

    We send no Last-Modified, so a date in ``If-Range`` never matches.
    """
    return if_range is None or same_strongly(if_range, etag)

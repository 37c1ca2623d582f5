"""Is this file all there? Told by its end, without reading all of it.

A file in a drop folder may still be written. XML is whole when its root is
closed, JSON when its first bracket is, a text wire's message when its last line is
there, a photograph at its end mark. For other formats only time can tell.
"""

import re
from typing import Final

from dateline.wire.encoding import MARKS, to_utf8
from dateline.wire.formats import jpeg
from dateline.wire.sniff import HEADER_7901, LOOK, SOH, SYN, root_of

TAIL: Final = 512  # bytes at the end in which the root must be closed
ETX: Final = b"\x03"
# "241205 Sep 24", or "AP-WF-11-13-13 1509GMT", and idle bytes.
LAST_LINE: Final = re.compile(
    rb"(?:\d{6}\s?[A-Z]{0,4}\s+[^\s\d]{3,12}\s+\d{2,4}|\d{4} ?GMT)[\s\x00-\x1f\x7f]*$"
)
CLOSERS: Final = {b"{": b"}", b"[": b"]"}


def is_complete(raw: bytes) -> bool | None:
    """Say whether a file looks whole; None if its end cannot tell."""
    if raw.startswith(jpeg.START) and raw.rstrip(b"\x00\r\n").endswith(jpeg.END):
        return True  # without the mark: bytes behind it, or not all of it
    start = (
        to_utf8(raw[:LOOK]).utf8.lstrip() if _is_wide(raw) else _unmarked(raw[:LOOK])
    )
    end = to_utf8(raw).utf8[-TAIL:] if _is_wide(raw) else raw[-TAIL:]
    first = start[:1]
    if first in CLOSERS:
        return end.rstrip().endswith(CLOSERS[first])
    if first in {SOH, SYN}:
        return raw.count(SOH) <= raw.count(ETX) and bool(LAST_LINE.search(end))
    if first != b"<":
        told = HEADER_7901.match(start) is not None and LAST_LINE.search(end)
        return True if told else None if start else False
    name = root_of(start)
    if not name:
        return False
    after = end.rpartition(b"</" + name)
    return bool(after[1]) and after[2].strip().startswith(b">")


def _is_wide(raw: bytes) -> bool:
    """Say whether these bytes are UTF-16."""
    return raw[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in raw[:4]


def _unmarked(start: bytes) -> bytes:
    """Give the start without a byte order mark and white space."""
    for mark, _ in MARKS:
        start = start.removeprefix(mark)
    return start.lstrip()

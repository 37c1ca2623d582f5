"""Files of the media folder, whole or in part."""

from pathlib import Path

import structlog

from dateline.serve.answer import Answer
from dateline.serve.conditional import held_already
from dateline.serve.ranges import OUTSIDE, range_applies, span_of
from dateline.serve.wire import Outcome, Scope, Wire, say

_log = structlog.get_logger(__name__)


def send_file(answer: Answer, scope: Scope, wire: Wire, *, folder: Path) -> Outcome:
    """Send the file of ``answer``, the part that was asked for, or 304.

    The name comes from the store, never from the request; only its last part
    counts all the same.
    """
    header = scope.headers.get
    if_none_match = header("if-none-match")
    if if_none_match and held_already(if_none_match, etag=answer.etag):
        wire.response_empty(304, answer.headers_of_304)
        return 304, 0
    file = folder / Path(answer.file).name
    try:
        size = file.stat().st_size
    except OSError:
        _log.warning("media.missing", file=answer.file)
        return say(wire, 404, "There is no such file.")
    if scope.method == "HEAD":
        wire.response_empty(200, [*answer.headers, ("content-length", str(size))])
        return 200, 0
    asked = header("range")
    if asked is not None and range_applies(header("if-range"), etag=answer.etag):
        return _send_part(answer, asked, wire, file=file, size=size)
    return _send_whole(answer, wire, file=file, size=size)


def _send_part(
    answer: Answer, asked: str, wire: Wire, *, file: Path, size: int
) -> Outcome:
    """Send what a ``Range`` asks for."""
    span = span_of(asked, size=size)
    if span is None:
        return _send_whole(answer, wire, file=file, size=size)
    if span is OUTSIDE:
        outside = ("content-range", f"bytes */{size}")
        return say(wire, 416, "Outside the file.", outside)
    length = span.end - span.start
    headers = [
        *answer.headers,
        ("content-range", f"bytes {span.start}-{span.end - 1}/{size}"),
        ("content-length", str(length)),
    ]
    wire.response_file_range(206, headers, str(file), span.start, span.end)
    return 206, length


def _send_whole(answer: Answer, wire: Wire, *, file: Path, size: int) -> Outcome:
    headers = [*answer.headers, ("content-length", str(size))]
    wire.response_file(200, headers, str(file))
    return 200, size

"""Reading JSON from strangers: broken JSON is our error, raw controls are forgiven."""

import re
from typing import Any

import msgspec

from dateline.wire.refused import BrokenJsonError

CONTROLS = re.compile(rb"[\x00-\x1f]")
RECOVERED = "recovered JSON: control characters in a text"


def decode(utf8: bytes) -> tuple[Any, str]:
    """Decode JSON, and say what had to be recovered.

    Raises:
        BrokenJsonError: not JSON; says where it breaks.
    """
    try:
        return msgspec.json.decode(utf8), ""
    except (msgspec.DecodeError, RecursionError) as error:
        first = error
    try:
        return msgspec.json.decode(CONTROLS.sub(b" ", utf8)), RECOVERED
    except (msgspec.DecodeError, RecursionError):
        raise BrokenJsonError(f"not JSON: {first}") from first

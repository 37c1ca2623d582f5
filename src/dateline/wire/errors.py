"""The root of the wire's errors.

WireError
├── refused bytes          (refused): this input, for good
├── RawDamagedError        (raw_archive): our own copy of the bytes is broken
└── PushRefusedError       (feeds.push): answered to whoever pushed
"""

from dateline.errors import DatelineError


class WireError(DatelineError):
    """Something that came over a wire cannot be used."""


class RefusedError(WireError):
    """These bytes cannot be read as agency copy."""

    hint = "Look at the file itself; ask the agency to send it again if it is broken."

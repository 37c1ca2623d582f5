"""Does the reader hold this answer already? (RFC 9110, 8.8.3 and 13.1.2)."""

import re
from collections.abc import Collection

_ENTITY_TAG = re.compile(r'(?:W/)?("[\x21\x23-\x7e\x80-\U0010ffff]*")')


def held_already(
    if_none_match: str, *, etag: str, siblings: Collection[str] = ()
) -> str | None:
    """Return the ETag under which ``If-None-Match`` has this answer; else None.

    The comparison is weak. ``siblings`` are the ETags of the same answer in
    other codings: who holds one of them can read it, and need not be sent
    another coding of what it has.
    """
    if if_none_match == etag:
        return etag
    if if_none_match.strip() == "*":
        return etag
    listed = _ENTITY_TAG.findall(if_none_match)
    if etag in listed:
        return etag
    return next((tag for tag in listed if tag in siblings), None)


def same_strongly(value: str, etag: str) -> bool:
    """Return whether ``value`` is ``etag`` and neither is weak."""
    return value.strip() == etag

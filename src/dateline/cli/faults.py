"""What may be wrong with a name or a zone anywhere in ``dateline.toml``."""

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

Fault = tuple[str, str, str]
"""Path, what is wrong, what to do."""

_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")


def check_zone(path: str, name: str) -> Iterator[Fault]:
    """Yield a fault unless a name is that of a time zone."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        yield path, f"{name!r} is no time zone", "Write an IANA name: 'Asia/Kolkata'."


def check_id(path: str, value: str) -> Iterator[Fault]:
    """Yield a fault unless a value can stand in an address."""
    if not _ID.fullmatch(value):
        yield (
            path,
            f"{value!r} cannot stand in an address",
            "Use lower-case letters, digits and hyphens, a letter first.",
        )

"""Lengths of time as a person writes them: "90s", "30m", "2h", "1d"."""

import re
from datetime import timedelta

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_WRITTEN = re.compile(r"(\d{1,6})\s*([smhd])")


def read_duration(text: str) -> timedelta | None:
    """Return a length of time above zero; None if the text is none."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or not int(found[1]):
        return None
    return timedelta(**{_UNITS[found[2]]: int(found[1])})

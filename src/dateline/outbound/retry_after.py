"""How long a server asks to be left alone (RFC 9110, 10.2.3)."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

# A server that asks for a longer silence is asked again after this all the same.
LONGEST_SILENCE: Final = timedelta(hours=24)


def retry_after(headers: Mapping[str, str], *, now: datetime) -> timedelta:
    """Return how long ``Retry-After`` asks for, 0 to `LONGEST_SILENCE`.

    Header names are in lower case. Source: RFC 9110, 10.2.3: seconds or a date.
    What is neither asks for nothing.
    """
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        asked = timedelta(seconds=min(int(text[:9]), LONGEST_SILENCE.total_seconds()))
    else:
        asked = (http_date(text) or now) - now
    return max(timedelta(0), min(asked, LONGEST_SILENCE))


def http_date(text: str) -> datetime | None:
    """Return a moment in one of HTTP's three forms; None for anything else."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC)

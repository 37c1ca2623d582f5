"""The journal's own clock: the last full hour any entry has reached.

Lists that end "two days ago" must move on without a story being published. The
catalog cannot look at a watch, or it would not be a function of the journal;
so the desk appends an entry when an hour turns, and every entry carries its
moment.
"""

from datetime import UTC, datetime, timedelta

from dateline.catalog import documents, lists
from dateline.catalog.documents import CLOCK, Clock
from dateline.journal.entry import Entry
from dateline.news import key
from dateline.store.store import Transaction

RECENT_SPAN = timedelta(days=2)
"""How long a story counts as recent (news sitemaps: the last two days)."""

RECENT_LIMIT = 1000
"""How many recent stories are listed at most (the limit of news sitemaps)."""


def recent_since(tx: Transaction) -> datetime | None:
    """Return the moment after which a story is recent; None before any entry."""
    clock: Clock | None = documents.find(tx, CLOCK)
    return None if clock is None else clock.hour - RECENT_SPAN


def turn_clock(tx: Transaction, entry: Entry) -> set[str]:
    """Move the clock to the entry's hour; return the keys this changed."""
    hour = entry.moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    clock: Clock | None = documents.find(tx, CLOCK)
    if clock is not None and hour <= clock.hour:
        return set()
    documents.put(tx, CLOCK, entry.seq, Clock(hour=hour))
    if clock is None:
        return set()
    old, new = clock.hour - RECENT_SPAN, hour - RECENT_SPAN
    leaver = lists.first_from(tx, old + timedelta(microseconds=1))
    return {key.RECENT} if leaver is not None and leaver <= new else set()

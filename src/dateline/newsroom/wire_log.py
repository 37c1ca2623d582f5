"""What is written down of each wire: items, errors, contact, where to go on.

Kept in the database, so every process sees the same and a restart goes on. A
row is held while its counts are changed: pushes come by other processes.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from dateline.newsroom.intake.arrival import Outcome
from dateline.newsroom.models.wire_source import WireSource
from dateline.wire.judge import Action

MINUTES = 60
"""How far back arrivals and errors are counted."""

LONGEST_ERROR = 1000
_MINUTE = timedelta(minutes=1)


def begin_watch(names: Sequence[str], *, now: datetime) -> None:
    """Note that these wires are listened to from now on.

    While nobody listened none was silent.
    """
    for name in names:
        WireSource.objects.update_or_create(
            name=name, defaults={"watched_since": now, "silent_since": None}
        )


def note_taken(name: str, outcomes: Sequence[Outcome], *, now: datetime) -> None:
    """Count what a wire brought; what is known already counts as contact only."""
    new = [each for each in outcomes if each.action is not Action.IGNORE]
    with transaction.atomic():
        row = _held(name)
        row.last_contact, row.failures, row.quiet_until = now, 0, None
        if new:
            _count(row, "items", len(new), now=now)
            row.last_item, row.silent_since = now, None
            made = [each.version_created for each in new if each.version_created]
            row.last_lag = (now - max(made)).total_seconds() if made else None
        row.save()


def note_contact(name: str, *, now: datetime) -> None:
    """Note that a wire answered, whether it had anything or not."""
    with transaction.atomic():
        row = _held(name)
        row.last_contact, row.failures, row.quiet_until = now, 0, None
        row.save(update_fields=["last_contact", "failures", "quiet_until"])


def note_error(
    name: str,
    error: str,
    *,
    now: datetime,
    failures: int = 0,
    quiet_until: datetime | None = None,
) -> None:
    """Count an error of a wire; ``failures`` in a row, if it is asked."""
    with transaction.atomic():
        row = _held(name)
        _count(row, "errors", 1, now=now)
        row.last_error, row.last_error_at = error[:LONGEST_ERROR], now
        row.failures, row.quiet_until = failures, quiet_until
        row.save()


def place_of(name: str) -> WireSource:
    """Return the row of a wire, made if there is none."""
    return WireSource.objects.get_or_create(name=name)[0]


def save_place(name: str, place: dict[str, Any]) -> None:
    """Remember where a wire goes on."""
    WireSource.objects.update_or_create(name=name, defaults={"place": place})


def in_last_hour(counts: dict[str, int], *, now: datetime) -> int:
    """Return how many were counted in the hour before ``now``."""
    oldest = _minute(now) - MINUTES
    return sum(number for at, number in counts.items() if int(at) > oldest)


def _held(name: str) -> WireSource:
    """Return the row of a wire, held until the commit."""
    row = WireSource.objects.select_for_update().filter(name=name).first()
    if row is None:
        WireSource.objects.get_or_create(name=name)
        row = WireSource.objects.select_for_update().get(name=name)
    return row


def _count(row: WireSource, what: str, number: int, *, now: datetime) -> None:
    minute = _minute(now)
    counts: dict[str, int] = getattr(row, what)
    kept = {at: n for at, n in counts.items() if int(at) > minute - MINUTES}
    kept[str(minute)] = kept.get(str(minute), 0) + number
    setattr(row, what, kept)


def _minute(now: datetime) -> int:
    return int(now.timestamp()) // int(_MINUTE.total_seconds())

"""How each wire is doing at a moment: last item, rate, errors, lag, state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dateline.newsroom.models.wire_item import WireItem
from dateline.newsroom.models.wire_source import WireSource
from dateline.newsroom.wire_log import in_last_hour
from dateline.settings import Settings, WireSettings


class WireCondition(StrEnum):
    """What a person should know of a wire at a glance."""

    WELL = "well"
    NEW = "new"  # nothing came yet
    FAILING = "failing"
    SILENT = "silent"


@dataclass(frozen=True, kw_only=True, slots=True)
class WireStanding:
    """One wire. ``lag`` is arrival minus ``version_created`` of the last item, in s.

    ``items`` and ``errors`` are those of the last hour. ``quiet_until`` is when
    a wire that fails is asked again.
    """

    name: str
    transport: str
    state: WireCondition
    last_item: datetime | None = None
    last_contact: datetime | None = None
    items: int = 0
    errors: int = 0
    lag: float | None = None
    failures: int = 0
    last_error: str = ""
    last_error_at: datetime | None = None
    quiet_until: datetime | None = None
    silent_since: datetime | None = None


def standings(settings: Settings, *, now: datetime) -> list[WireStanding]:
    """Return how each wire of the settings is doing, in their order."""
    rows = {row.name: row for row in WireSource.objects.defer("place")}
    return [
        _standing(wire, rows.get(wire.name) or WireSource(name=wire.name), now=now)
        for wire in settings.wires
    ]


def is_silent(wire: WireSettings, row: WireSource, *, now: datetime) -> bool:
    """Return whether a wire has been silent for longer than it may.

    Silence begins with the last item, or when somebody began to listen.
    """
    heard = [each for each in (row.last_item, row.watched_since) if each is not None]
    if wire.idle_alarm is None or not heard:
        return False
    return bool(now - max(heard) > wire.idle_alarm)


def change_alarms(
    wires: Sequence[WireSettings], *, now: datetime
) -> Iterator[tuple[str, bool]]:
    """Raise and clear alarms of silence; yields each wire whose alarm changed."""
    rows = {row.name: row for row in WireSource.objects.defer("place")}
    for wire in wires:
        row = rows.get(wire.name)
        if row is None:
            continue
        silent = is_silent(wire, row, now=now)
        if silent and row.silent_since is None:
            WireSource.objects.filter(pk=row.pk).update(silent_since=now)
            yield wire.name, True
        elif not silent and row.silent_since is not None:
            WireSource.objects.filter(pk=row.pk).update(silent_since=None)
            yield wire.name, False


def _standing(wire: WireSettings, row: WireSource, *, now: datetime) -> WireStanding:
    silent = row.silent_since is not None or is_silent(wire, row, now=now)
    return WireStanding(
        name=wire.name,
        transport=wire.transport,
        state=_state(wire, row, silent=silent),
        last_item=row.last_item or _last_item(wire.name),
        last_contact=row.last_contact,
        items=in_last_hour(row.items, now=now),
        errors=in_last_hour(row.errors, now=now),
        lag=row.last_lag,
        failures=row.failures,
        last_error=row.last_error,
        last_error_at=row.last_error_at,
        quiet_until=row.quiet_until
        if row.quiet_until and row.quiet_until > now
        else None,
        silent_since=(row.silent_since or now) if silent else None,
    )


def _state(wire: WireSettings, row: WireSource, *, silent: bool) -> WireCondition:
    if silent:
        return WireCondition.SILENT
    if row.failures:
        return WireCondition.FAILING
    if row.last_item is None and _last_item(wire.name) is None:
        return WireCondition.NEW
    return WireCondition.WELL


def _last_item(name: str) -> datetime | None:
    """Return when the wire list last heard of a wire, from before it was counted."""
    found: datetime | None = (
        WireItem.objects.filter(source=name)
        .order_by("-last_seen")
        .values_list("last_seen", flat=True)
        .first()
    )
    return found

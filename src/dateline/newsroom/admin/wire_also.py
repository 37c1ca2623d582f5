"""Copy of other agencies on the same event, and which of all is the lead."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.site_settings import site_settings
from dateline.newsroom.wire_groups import is_free
from dateline.wire.lead import Candidate, lead_of

_MOST = 600


@dataclass(frozen=True, kw_only=True, slots=True)
class Also:
    """Another agency's copy; ``word`` says why it may not be used, if it may not."""

    source: str
    headline: str
    language: str
    url: str
    word: str
    is_lead: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Others:
    """What stands beside an item: other copy, and whether the item is the lead."""

    also: tuple[Also, ...] = ()
    is_lead: bool = False


ALONE = Others()


def others_of(heads: Iterable[WireItem]) -> dict[int, Others]:
    """Return what stands beside some items, by their keys; two families are two."""
    grouped = [row for row in heads if row.group is not None]
    members = _members({row.group for row in grouped}) if grouped else {}
    return {row.pk: _others(row, members.get(row.group, ())) for row in grouped}


def _members(groups: set[int | None]) -> Mapping[int | None, Sequence[WireItem]]:
    """Return the newest row of each family of some groups, by group."""
    rows = WireItem.objects.filter(group__in=groups).only(
        *("provider", "family", "uri", "source", "headline", "slugline", "language"),
        *("state", "call_desk", "embargoed_until", "first_seen", "length", "group"),
    )
    found: dict[int | None, dict[tuple[str, str], WireItem]] = {}
    for row in rows.order_by("-last_seen", "-id")[:_MOST]:
        found.setdefault(row.group, {}).setdefault(_family(row), row)
    return {group: list(families.values()) for group, families in found.items()}


def _others(head: WireItem, members: Sequence[WireItem]) -> Others:
    rest = [row for row in members if _family(row) != _family(head)]
    if not rest:
        return ALONE
    preferred = [wire.name for wire in site_settings().wires]
    lead = lead_of(map(_candidate, [head, *rest]), preferred=preferred)
    key = lead.key if lead is not None else None
    return Others(
        also=tuple(_also(row, is_lead=row.pk == key) for row in rest),
        is_lead=head.pk == key,
    )


def _candidate(row: WireItem) -> Candidate:
    return Candidate(
        key=row.pk,
        source=row.source,
        length=row.length,
        came=row.first_seen,
        is_free=is_free(row),
    )


def _also(row: WireItem, *, is_lead: bool) -> Also:
    return Also(
        source=row.source,
        headline=str(row),
        language=row.language,
        url=reverse("wire:item", args=[row.pk]),
        word="" if is_free(row) else _word(row),
        is_lead=is_lead,
    )


def _word(row: WireItem) -> str:
    if row.embargoed_until is not None:
        return "embargo"
    return "calls the desk" if row.call_desk else str(WireState(row.state).label)


def _family(row: WireItem) -> tuple[str, str]:
    return row.provider, row.family or f"#{row.pk}"

"""Copy on one event by several agencies is one group on the wire.

A group is a number on the row (the smallest key it was made of), not a table,
and the same on all rows of a family. Items are found by the bands of their
signatures (``wire.likeness``), by an index alone, and compared with those of the
last `SPAN`: other agencies', or another family of the same one. Never across
languages. A group that turns out to be part of another takes its number.

What was killed leaves its group and is compared with nothing. Two items that two
processes take in at the same instant do not see each other; a later version of
either, or a third item like them, brings them together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from dateline.news.item import Item, ItemKind, PubStatus
from dateline.newsroom.models.wire_band import WireBand
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.site_settings import site_settings
from dateline.wire.likeness import (
    ALIKE,
    Signature,
    bands_of,
    likeness,
    main_language,
    signature_of,
    unpacked,
)

SPAN = timedelta(hours=48)
"""How far apart two pieces of copy on one event arrive."""

MARGIN = timedelta(hours=1)
"""How much longer bands are kept: they are dropped once an hour."""

MOST_FOUND = 1000
"""How many bands in common are looked at: a form letter is sent every minute."""

_NOT_NEWS = frozenset(
    {WireState.KILLED, WireState.WITHDRAWN, WireState.KEPT, WireState.REFUSED}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Like:
    """Another item that a new one is like."""

    key: int
    group: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """What an item's newest version was found to be like, and by what it is found."""

    bands: tuple[int, ...] = ()
    like: tuple[_Like, ...] = ()


def compare(
    row: WireItem, item: Item, *, names: Iterable[str], now: datetime
) -> Compared:
    """Look for what the newest version of a row is like; the row is not saved.

    The row may be new. ``names`` are the agency's own. One statement.
    """
    row.length = len(item.body_text) if row.state != WireState.KILLED else 0
    signature = _signature(row, item, names)
    if signature is None:
        if row.signature:
            row.signature = b""
            forget_bands([row.pk])
        return Compared()
    row.signature = signature.packed
    language = main_language(item.language or site_settings().site.language)
    bands = bands_of(signature, language=language)
    return Compared(bands=bands, like=_like(row, signature, bands, now=now))


def note_group(
    row: WireItem, compared: Compared, *, family: Sequence[WireItem], now: datetime
) -> None:
    """Put a row, which has its key, into the group of what it is like.

    The row is not saved. ``family`` are the other rows of its story. One statement;
    one more when others change their group.
    """
    if compared.bands:
        _keep(row, compared.bands, now=now)
    if row.state != WireState.KILLED:
        _join(row, compared.like, family)


FREE = frozenset({WireState.DRAFT, WireState.PUBLISHED, WireState.PROPOSED})


def is_free(row: WireItem) -> bool:
    """Return whether nothing but the desk's choice stands between an item and its use.

    What is not free is never the lead, and never folded under another's copy.
    """
    return is_free_standing(row.state, row.call_desk, row.embargoed_until)


def is_free_standing(
    state: str,
    call_desk: bool,  # noqa: FBT001 - as the columns come
    embargoed_until: datetime | None,
) -> bool:
    """Return the same of an item's columns."""
    return state in FREE and not call_desk and embargoed_until is None


def forget_bands(keys: Iterable[int]) -> None:
    """Compare items with nothing any more, by their keys."""
    _drop(WireBand.objects.filter(item__in=list(keys)))


def drop_old_bands(now: datetime) -> None:
    """Drop the bands of what came too long ago to be compared."""
    _drop(WireBand.objects.filter(seen__lt=now - SPAN - MARGIN))


def _drop(bands: Any) -> None:
    """Drop bands in one statement: nothing hangs on them, and nobody need be told."""
    bands._raw_delete(bands.db)  # noqa: SLF001 - delete() would load every row first


def _signature(row: WireItem, item: Item, names: Iterable[str]) -> Signature | None:
    """Return what an item is compared by; None if it is not copy for readers."""
    usable = item.pub_status is PubStatus.USABLE and row.state not in _NOT_NEWS
    if not usable or item.kind is not ItemKind.TEXT:
        return None
    paragraphs = (block.text for block in item.body if block.text)
    own = [*names, item.credit, item.dateline.credit if item.dateline else ""]
    return signature_of(item.headline, paragraphs, names=own)


def _like(
    row: WireItem, signature: Signature, bands: Sequence[int], *, now: datetime
) -> tuple[_Like, ...]:
    """Return the items of other families that a row is like."""
    since = connection.ops.adapt_datetimefield_value(now - SPAN)
    marks = ", ".join(["%s"] * len(bands))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT item.id, item.signature, item.provider, item.family,"  # noqa: S608 - names of our own
            ' item."group" FROM newsroom_wireband AS band'
            " JOIN newsroom_wireitem AS item ON item.id = band.item_id"
            f" WHERE band.value IN ({marks}) AND band.seen >= %s"
            " ORDER BY item.id DESC LIMIT %s",
            [*bands, since, MOST_FOUND],
        )
        near = {key: said for key, *said in cursor.fetchall() if key != row.pk}
    own = (row.provider, row.family)
    return tuple(
        _Like(key=key, group=group)
        for key, (kept, provider, family, group) in near.items()
        if (provider, family) != own
        and (other := unpacked(bytes(kept))) is not None
        and likeness(signature, other) >= ALIKE
    )


def _keep(row: WireItem, bands: Sequence[int], *, now: datetime) -> None:
    """Let a row be found by its bands; those of its older version are replaced.

    In plain SQL: as models, two dozen rows an item take longer than all the rest.
    """
    seen = connection.ops.adapt_datetimefield_value(now)
    marks = ", ".join(["(%s, %s, %s, %s)"] * len(bands))
    rows = ((row.pk, place, value, seen) for place, value in enumerate(bands))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO newsroom_wireband (item_id, position, value, seen)"  # noqa: S608 - as above
            f" VALUES {marks} ON CONFLICT (item_id, position)"
            " DO UPDATE SET value = excluded.value, seen = excluded.seen",
            [value for each in rows for value in each],
        )


def _join(row: WireItem, like: Sequence[_Like], family: Sequence[WireItem]) -> None:
    """Give a row, what it is like and its family one group, if there is any."""
    kin = [each for each in family if each.state != WireState.KILLED]
    known = {row.group, *(each.group for each in kin), *(one.group for one in like)}
    groups = {group for group in known if group is not None}
    if not groups and not like:
        return
    alone = {one.key for one in like if one.group is None}
    name = min(groups | alone | {row.pk})
    row.group = name
    moved = alone | {each.pk for each in kin if each.group is None}
    merged = groups - {name}
    if merged:
        in_merged = WireItem.objects.filter(group__in=merged)
        moved |= set(in_merged.values_list("pk", flat=True))
    if moved - {row.pk}:
        WireItem.objects.filter(pk__in=moved).update(group=name)

"""The wire list as families: versions of one story are one row.

A page begins where the one before ended, at a moment and a key, never at a
number of rows: what comes meanwhile shifts nothing, and the thousandth page
costs what the first does.

Families of one group, other agencies' copy on the same event, are one row too: the
newest stands for them and names the others. One that calls the desk, is held,
embargoed or taken back has its own row whatever else came. Of what comes live
nothing is folded: a row that stands is not taken from under anybody's eyes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from dateline.newsroom.admin.wire_also import ALONE, Others, others_of
from dateline.newsroom.models.wire_item import WireItem
from dateline.newsroom.wire_groups import is_free_standing
from dateline.newsroom.wire_versions import Version, versions_of

PAGE = 40
"""How many families a page shows."""

_CHUNK = 120
_MEMBERS = 600
_OVERLAP = timedelta(seconds=60)
"""A transaction may commit after one that began later."""

Key = tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where a page ends: the next begins behind it."""

    moment: datetime
    key: int

    def __str__(self) -> str:
        """Return it as part of an address."""
        return f"{self.moment.isoformat()}_{self.key}"


def place_of(text: str) -> Place | None:
    """Read a place from an address; None if it is none."""
    moment, _, key = text.partition("_")
    try:
        found = Place(moment=datetime.fromisoformat(moment), key=int(key))
    except ValueError:
        return None
    return found if found.moment.tzinfo is not None else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """One version in the history of a family, with the row it is told by."""

    row: WireItem
    version: Version
    is_newest: bool


@dataclass(frozen=True, kw_only=True)
class Family:
    """A row of the list: its newest item, and all that belongs to it."""

    head: WireItem
    rows: list[WireItem] = field(default_factory=list)
    others: Others = ALONE

    @property
    def key(self) -> Key:
        """What its rows have in common."""
        return key_of(self.head.provider, self.head.family, self.head.pk)

    @property
    def history(self) -> list[Member]:
        """All its versions, the newest first."""
        told = [
            Member(row=row, version=version, is_newest=row == self.head and last)
            for row in self.rows or [self.head]
            for version, last in _marked(versions_of(row))
        ]
        return sorted(told, key=lambda each: each.version.came, reverse=True)


def key_of(provider: str, family: str, pk: int) -> Key:
    """Return the key of a row's family; one without is its own."""
    return (provider, family or f"#{pk}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """Families of one page, the newest first; ``after`` is where the next begins."""

    families: list[Family]
    after: Place | None


def page_of(
    rows: Any, *, behind: Place | None = None, size: int = PAGE, fold: bool = True
) -> Page:
    """Return a page of the families of ``rows``; with ``fold`` a group is one row.

    A family stands where its newest item among ``rows`` stands, and once.
    """
    heads: dict[Key, tuple[int, datetime]] = {}
    groups: set[int] = set()
    folded: set[Key] = set()
    place = behind
    while len(heads) <= size:
        chunk = list(_behind(rows, place).values_list(*_ORDER)[:_CHUNK])
        shown = _shown_before(rows, chunk, behind)
        groups |= _groups_before(rows, chunk, behind) if fold else set()
        for pk, provider, family, seen, group, *standing in chunk:
            key = key_of(provider, family, pk)
            its = group if fold and is_free_standing(*standing) else None
            if not (key in shown or key in heads or key in folded):
                if its in groups:
                    folded.add(key)
                else:
                    heads[key] = (pk, seen)
            if its is not None:  # whoever stands for the family stands for its group
                groups.add(its)
        if len(chunk) < _CHUNK:
            break
        place = Place(moment=chunk[-1][3], key=chunk[-1][0])
    chosen = list(heads.values())[:size]
    more = len(heads) > size
    return Page(
        families=families_of([pk for pk, _ in chosen]),
        after=Place(moment=chosen[-1][1], key=chosen[-1][0]) if more else None,
    )


_STANDING = ("state", "call_desk", "embargoed_until")
_ORDER = ("pk", "provider", "family", "last_seen", "group", *_STANDING)


def _behind(rows: Any, place: Place | None) -> Any:
    ordered = rows.order_by("-last_seen", "-id")
    if place is None:
        return ordered
    same = Q(last_seen=place.moment, pk__lt=place.key)
    # The first condition alone says less, but is what an index can begin with.
    return ordered.filter(last_seen__lte=place.moment).filter(
        Q(last_seen__lt=place.moment) | same
    )


def _shown_before(rows: Any, chunk: Any, behind: Place | None) -> set[Key]:
    """Return which families of a chunk stand on an earlier page."""
    if behind is None or not chunk:
        return set()
    names = {line[2] for line in chunk if line[2]}
    providers = {line[1] for line in chunk}
    found = rows.filter(_until(behind), provider__in=providers, family__in=names)
    return set(found.values_list("provider", "family").distinct())


def _groups_before(rows: Any, chunk: Any, behind: Place | None) -> set[int]:
    """Return which groups of a chunk stand on an earlier page."""
    names = {line[4] for line in chunk if line[4] is not None}
    if behind is None or not names:
        return set()
    found = rows.filter(_until(behind), group__in=names)
    standing = found.values_list("group", *_STANDING).distinct()
    return {group for group, *rest in standing if is_free_standing(*rest)}


def _until(place: Place) -> Q:
    """Ask for what stands before the end of a page."""
    same = Q(last_seen=place.moment, pk__gte=place.key)
    return Q(last_seen__gt=place.moment) | same


def families_of(heads: Iterable[int]) -> list[Family]:
    """Return the families of some items, in the order of the items."""
    keys = list(heads)
    light = WireItem.objects.defer("seen", "victims", "signature").select_related(
        "story", "taken_by"
    )
    found = light.in_bulk(keys)
    rows = [found[key] for key in keys if key in found]
    members = _members(light, rows)
    others = others_of(rows)
    return [
        Family(
            head=row,
            rows=members.get(_key_of(row), [row]),
            others=others.get(row.pk, ALONE),
        )
        for row in rows
    ]


def _members(light: Any, heads: list[WireItem]) -> dict[Key, list[WireItem]]:
    named = [row for row in heads if row.family]
    rows = light.filter(
        provider__in={row.provider for row in named},
        family__in={row.family for row in named},
    )
    found: dict[Key, list[WireItem]] = {}
    for row in rows.order_by("-last_seen", "-id")[:_MEMBERS]:
        found.setdefault(_key_of(row), []).append(row)
    return found


def _key_of(row: WireItem) -> Key:
    return key_of(row.provider, row.family, row.pk)


def changed_since(
    rows: Any, since: datetime | None, keys: Iterable[int], *, most: int
) -> tuple[list[Family], bool]:
    """Return the families of ``rows`` with anything new since a moment, or a key.

    The second is whether there are more of them than ``most``.
    """
    wanted = Q(pk__in=list(keys))
    if since is not None:
        wanted |= Q(last_seen__gte=since - _OVERLAP)
    page = page_of(rows.filter(wanted), size=most, fold=False)
    return page.families, page.after is not None


def _marked(versions: list[Version]) -> list[tuple[Version, bool]]:
    last = len(versions) - 1
    return [(version, number == last) for number, version in enumerate(versions)]

"""The wire list's rows as the templates show them."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import Revision

from dateline.newsroom.admin.desk_zone import Clock
from dateline.newsroom.admin.story_links import story_url
from dateline.newsroom.admin.wire_also import Also
from dateline.newsroom.admin.wire_families import Family, Member
from dateline.newsroom.admin.wire_marks import (
    GRAVE,
    Mark,
    is_embargoed,
    marks_of,
    reason_of,
)
from dateline.newsroom.admin.wire_names import call_by_captions
from dateline.newsroom.models.story import Story
from dateline.newsroom.models.taster import Taster
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.person_name import name_of
from dateline.newsroom.site_settings import site_settings

HISTORY = 12
"""How many versions a row unfolds; the item's own screen has all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Holder:
    """Who has an item, and since when, as the reader's zone says it."""

    name: str
    since: str
    is_me: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """A moment: short to read, long to be sure, ISO 8601 for machines."""

    short: str
    long: str
    iso: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Past:
    """One line of a row's history."""

    came: Moment
    version: str
    headline: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A row of the list.

    ``family`` is the same for all that a family ever shows; ``stamp`` is another
    when something newer came; ``print`` is another when anything shown changed.
    """

    key: int
    family: str
    stamp: str
    print: str
    headline: str
    url: str
    item: WireItem
    came: Moment
    tone: str
    is_grave: bool
    marks: list[Mark]
    reason: str
    facts: list[str]
    holder: Holder | None
    story_url: str
    has_more: bool
    history: list[Past]
    count: int
    also: tuple[Also, ...]
    on_taster: bool
    tasters: str
    may_take: bool


def rows_of(families: Iterable[Family], *, user: Any, clock: Clock) -> list[Row]:
    """Return the rows of some families for one reader."""
    shown = list(families)
    heads = [family.head for family in shown]
    members = [each.row for family in shown for each in family.history]
    call_by_captions([*heads, *members])
    tasters = tasters_of([row.pk for row in heads])
    holders = holders_of(heads, user=user, clock=clock)
    may_take = user.has_perm("newsroom.add_story")
    return [
        _row(
            family,
            clock=clock,
            holder=holders.get(family.head.pk),
            chosen=tasters.get(family.head.pk, {}),
            user=user,
            may_take=may_take,
        )
        for family in shown
    ]


def _row(
    family: Family,
    *,
    clock: Clock,
    holder: Holder | None,
    chosen: Mapping[int, str],
    user: Any,
    may_take: bool,
) -> Row:
    head, history = family.head, family.history
    newest = next(each.version for each in history if each.is_newest)
    marks = marks_of(head, newest, clock=clock)
    if family.others.is_lead:
        marks.append(Mark(name="suggested", word="Lead suggested"))
    past = history_of(family, clock=clock)[:HISTORY]
    told = (
        *(head.pk, head.last_seen, marks, head.reason, holder, chosen, len(history)),
        *(head.called, family.others),
    )
    return Row(
        key=head.pk,
        family="|".join(family.key),
        stamp=f"{head.pk}@{head.last_seen.isoformat()}",
        print=hashlib.sha256(repr(told).encode()).hexdigest()[:16],
        headline=str(head),
        url=reverse("wire:item", args=[head.pk]),
        item=head,
        came=moment_of(head.last_seen, clock),
        tone=tone_of(head, clock),
        is_grave=head.state in GRAVE,
        marks=marks,
        reason=reason_of(head),
        facts=_facts(head),
        holder=holder,
        story_url=story_url("edit", head.story) if head.story else "",
        has_more=len(history) > HISTORY,
        history=past if len(history) > 1 else [],
        count=len(history),
        also=family.others.also,
        on_taster=user.pk in chosen,
        tasters=", ".join(name for pk, name in chosen.items() if pk != user.pk),
        may_take=may_take and is_takable(head) and holder is None,
    )


def history_of(family: Family, *, clock: Clock) -> list[Past]:
    """Return all versions of a family, the newest first."""
    return [_past(member, clock) for member in family.history]


def moment_of(moment: Any, clock: Clock) -> Moment:
    """Return a moment as one reader reads it."""
    return Moment(
        short=clock.short(moment), long=clock.stamp(moment), iso=moment.isoformat()
    )


def tone_of(row: WireItem, clock: Clock) -> str:
    """Return the one word that colours a whole row; empty for routine."""
    if row.state in GRAVE:
        return row.state
    if is_embargoed(row, now=clock.now):
        return "embargo"
    return "calls" if row.call_desk else ""


def is_takable(row: WireItem) -> bool:
    """Return whether anything can be made of an item."""
    return row.state not in {WireState.KILLED, WireState.REFUSED}


def _past(member: Member, clock: Clock) -> Past:
    return Past(
        came=moment_of(member.version.came, clock),
        version=member.version.version,
        headline=member.version.headline or str(member.row),
        url=reverse("wire:item", args=[member.row.pk]),
    )


def _facts(row: WireItem) -> list[str]:
    """Return what stands under a headline; what goes without saying does not."""
    kind = row.kind if row.kind != "text" else ""
    own = site_settings().site.language.partition("-")[0].lower()
    language = row.language if row.language.partition("-")[0].lower() != own else ""
    wire = f"{row.source}: {row.service}" if row.service else row.source
    facts = (row.slugline, wire, row.desk, kind, language)
    return [fact for fact in facts if fact]


def tasters_of(keys: Iterable[int]) -> dict[int, dict[int, str]]:
    """Return who put which items on the taster: people's names by key."""
    found: dict[int, dict[int, str]] = {}
    rows = Taster.objects.filter(wire_item__in=list(keys)).select_related("user")
    for row in rows.order_by("put_at"):
        found.setdefault(row.wire_item_id, {})[row.user_id] = name_of(row.user)
    return found


def holders_of(
    rows: Iterable[WireItem], *, user: Any, clock: Clock
) -> dict[int, Holder]:
    """Return who has each of some items, by its key.

    Whoever took it; else who worked first on the story that was made of it.
    """
    held: dict[int, Holder] = {}
    open_rows: dict[int, list[int]] = {}
    for row in rows:
        if row.taken_by is not None and row.state != WireState.KILLED:
            held[row.pk] = _holder(row.taken_by, row.taken_at, user, clock)
        elif row.story_id and row.state != WireState.KILLED:
            open_rows.setdefault(row.story_id, []).append(row.pk)
    for story, revision in first_revisions(open_rows).items():
        holder = _holder(revision.user, revision.created_at, user, clock)
        held.update(dict.fromkeys(open_rows[story], holder))
    return held


def first_revisions(stories: Iterable[int]) -> dict[int, Any]:
    """Return the first revision that a person made of each of some stories."""
    kind = ContentType.objects.get_for_model(Story)
    rows = Revision.objects.filter(
        base_content_type=kind, object_id__in=map(str, stories), user__isnull=False
    )
    found: dict[int, Any] = {}
    for row in rows.select_related("user").defer("content").order_by("created_at"):
        found.setdefault(int(row.object_id), row)
    return found


def _holder(who: Any, since: Any, user: Any, clock: Clock) -> Holder:
    return Holder(name=name_of(who), since=clock.stamp(since), is_me=who.pk == user.pk)

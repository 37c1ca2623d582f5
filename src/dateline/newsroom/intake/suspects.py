"""Whom a kill in words may mean: found, and held at once.

It works in whatever order the two arrive: a notice looks for items that came
before it, an item for notices that wait. Copy made after the notice was sent is
not meant by it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Q

from dateline.journal.entry import Entry
from dateline.news.item import Item, Signal, Victim
from dateline.newsroom.actions.item_pictures import hold_pictures
from dateline.newsroom.actions.schedule import drop_plans
from dateline.newsroom.actions.withdraw import Withdraw
from dateline.newsroom.intake.arrival import Arrival
from dateline.newsroom.models.story import StoryState
from dateline.newsroom.models.suspect import Suspect, Suspicion
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.stories_of_item import family_of, stories_of
from dateline.wire.meant import Named, bare_sequence, named_by

SPAN = timedelta(days=3)
"""How far a kill in words may reach by anything but an id."""

HELD_NOTICE = "This story is not available while the agency that supplied it checks it."
MOST = 20_000
"""How many headlines of an agency are compared at most."""


def victims_of(item: Item) -> tuple[Victim, ...]:
    """Return what a notice names: what it says, its links, and its own slugline."""
    links = [Victim(uri=link.uri) for link in item.links if link.uri]
    own = [Victim(slugline=item.slugline)] if item.slugline else []
    return tuple(dict.fromkeys([*item.victims, *links, *own]))


def hold_suspects(arrival: Arrival) -> list[Entry]:
    """Hold at once whatever a notice may mean, and keep the notice open.

    Better one story too many is off for an hour than one too few.
    """
    notice, victims = arrival.row, victims_of(arrival.item)
    notice.victims = [as_kept(victim) for victim in victims]
    notice.open_notice = True
    entries: list[Entry] = []
    families = {notice.family}
    if notice.story is not None:
        said = "the notice came as a version of it"
        entries += hold_suspect(notice, notice, said=said, now=arrival.now)
    for row, said in _named(arrival, victims):
        if row.family not in families:
            families.add(row.family)
            entries += hold_suspect(row, notice, said=said, now=arrival.now)
            row.save()
    return entries


def hold_suspect(
    row: WireItem, notice: WireItem, *, said: str, now: datetime
) -> list[Entry]:
    """Take down every story of a suspect, and note it; the row is not saved."""
    stories = stories_of(family_of(row))
    published = [each for each in stories if each.state == StoryState.PUBLISHED]
    others = Suspect.objects.filter(wire_item=row, outcome=Suspicion.OPEN)
    before = others.exclude(notice=notice).order_by("pk").first()
    down = before.published if before else []  # what the last to clear it puts back
    Suspect.objects.update_or_create(
        notice=notice,
        wire_item=row,
        defaults={
            "named_by": said[:200],
            "state_before": before.state_before if before else row.state,
            "published": [*down, *(story.public_id for story in published)],
            "made_at": now,
        },
    )
    reason = f"may be meant by the kill {notice.uri}: {said}"
    entries = [*hold_pictures(row, reason=reason, now=now)]
    for story in stories:
        drop_plans(story, now=now)
    for story in published:
        withdraw = Withdraw(story=story, notice=HELD_NOTICE, now=now)
        entries += withdraw.execute()
    row.state, row.call_desk = WireState.WITHDRAWN, True
    row.reason = reason
    return entries


def notices_against(
    item: Item, *, row: WireItem, now: datetime
) -> list[tuple[WireItem, str]]:
    """Return the notices that wait and mean an arriving item, and how each names it.

    All of them: to be cleared of one is not to be cleared of another.
    """
    if Signal.KILL_NOTICE in item.signals:
        return []  # a notice is no other's victim
    since = now - SPAN
    waiting = WireItem.objects.filter(
        provider=item.provider, open_notice=True, last_seen__gte=since
    )
    named = Named(
        uri=item.uri,
        sequence=bare_sequence(item.sequence),
        slugline=item.slugline,
        headline=item.headline,
    )
    return [
        (notice, said)
        for notice in waiting.exclude(pk=row.pk).order_by("pk")
        if not _is_later(item, notice) and (said := named_by(victims_in(notice), named))
    ]


def _is_later(item: Item, notice: WireItem) -> bool:
    """Say whether an item was made after a notice."""
    made, sent = item.version_created, notice.version_created
    return made is not None and sent is not None and made > sent


def as_kept(victim: Victim) -> dict[str, str]:
    """Return what a notice names as JSON keeps it."""
    fields = ("uri", "sequence", "slugline", "headline")
    return {name: said for name in fields if (said := getattr(victim, name))}


def victims_in(notice: WireItem) -> list[Victim]:
    """Return what a notice's row keeps of whom it names."""
    return [Victim(**kept) for kept in notice.victims]


def _named(arrival: Arrival, victims: Sequence[Victim]) -> list[tuple[WireItem, str]]:
    """Return the rows a notice may mean, the newest first, and how it names each."""
    rows = WireItem.objects.filter(provider=arrival.item.provider, open_notice=False)
    rows = rows.exclude(pk=arrival.row.pk).exclude(
        state__in=[WireState.KILLED, WireState.REFUSED]
    )
    uris = [victim.uri for victim in victims if victim.uri]
    recent = Q(last_seen__gte=arrival.now - SPAN)
    fields = ("pk", "uri", "sequence", "slugline", "headline")
    known = rows.filter(recent | Q(uri__in=uris)).order_by("-last_seen", "-pk")
    found: dict[int, str] = {}
    for key, uri, sequence, slugline, headline in known.values_list(*fields)[:MOST]:
        named = Named(uri=uri, sequence=sequence, slugline=slugline, headline=headline)
        if said := named_by(victims, named):
            found[key] = said
    held = rows.filter(pk__in=found).select_for_update(of=("self",))
    by_key = {row.pk: row for row in held.order_by("pk")}
    return [(by_key[key], said) for key, said in found.items() if key in by_key]

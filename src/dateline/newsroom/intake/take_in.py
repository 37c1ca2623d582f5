"""The way in: bytes an agency sent, to stories.

Each Item is one transaction: its row, its story and its journal entries are
there together or not at all. Reading the same bytes again changes nothing.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from dateline.journal.entry import Entry
from dateline.news.item import Item, ItemKind, content_hash
from dateline.newsroom.actions.kill_item import KillItem
from dateline.newsroom.insert_row import insert_row
from dateline.newsroom.intake.arrange_pictures import arrange_pictures, note_before
from dateline.newsroom.intake.arrival import Arrival, Outcome
from dateline.newsroom.intake.draft import draft
from dateline.newsroom.intake.family import Family, held_of, join_family
from dateline.newsroom.intake.known import Known, known_of
from dateline.newsroom.intake.note_routing import note_routing
from dateline.newsroom.intake.suspects import hold_suspect, notices_against
from dateline.newsroom.intake.take_back import hold, keep, kill, withdraw
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.package_parts import over_part
from dateline.newsroom.routing.stored import stored_rules
from dateline.newsroom.site_settings import site_settings
from dateline.newsroom.wire_groups import compare, note_group
from dateline.newsroom.wire_versions import note_version
from dateline.newsroom.wire_words import note_words
from dateline.wire.errors import RefusedError
from dateline.wire.judge import Action, Verdict, judge
from dateline.wire.meant import bare_sequence
from dateline.wire.parse import parse
from dateline.wire.raw_archive import RawArchive
from dateline.wire.routing import Rule, route
from dateline.wire.source import SourceRules
from dateline.wire.traits import Traits, traits_of

SEEN_MOST = 400
"""How many versions of one uri are remembered."""


def take_in(
    raw: bytes,
    *,
    source: SourceRules,
    now: datetime,
    rules: Callable[[], Sequence[Rule]] = stored_rules,
) -> list[Outcome]:
    """Take in everything in ``raw`` and return what became of each Item.

    The bytes are kept first. ``rules`` gives those of the desk: who takes in much
    at once asks for them once. Raises RefusedError if the bytes cannot be read.
    """
    RawArchive(site_settings().raw_path).keep(raw)
    items = parse(raw, source=source)
    given = rules()
    return [_take_one(item, source=source, now=now, rules=given) for item in items]


def record_refusal(
    raw_ref: str, error: RefusedError, *, source: SourceRules, now: datetime
) -> None:
    """Show the desk bytes that cannot be read, once."""
    WireItem.objects.get_or_create(
        provider=source.scope,
        uri=f"raw:{raw_ref}",
        defaults={
            "source": source.name,
            "raw_ref": raw_ref,
            "state": WireState.REFUSED,
            "reason": f"{error}. {error.hint}".strip(),
            "call_desk": True,
            "first_seen": now,
            "last_seen": now,
        },
    )


def _take_one(
    item: Item, *, source: SourceRules, now: datetime, rules: Sequence[Rule]
) -> Outcome:
    try:
        return _try_one(item, source=source, now=now, rules=rules)
    except IntegrityError:  # the same item came by another way at this very moment
        return _try_one(item, source=source, now=now, rules=rules)


def _try_one(
    item: Item, *, source: SourceRules, now: datetime, rules: Sequence[Rule]
) -> Outcome:
    with transaction.atomic():
        known = known_of(item, now=now)
        row, is_new = _row_of(item, known, source=source, now=now)
        family = join_family(row, item, known=known)
        verdict = over_part(item, judge(item, held=held_of(family), now=now))
        notices = []
        if known.notice and verdict.action not in {Action.IGNORE, Action.KILL}:
            notices = notices_against(item, row=row, now=now)
        if notices and verdict.action is not Action.WITHDRAW:
            said = notices[0][1]
            verdict = Verdict(action=Action.HOLD, reason=said, call_desk=True)
        traits = traits_of(item, source=source.name)
        arrival = Arrival(
            item=item,
            row=row,
            verdict=verdict,
            source=source,
            now=now,
            routed=route(traits, rules),
            was_down=any(each.state == WireState.WITHDRAWN for each in family.rows),
        )
        entries: list[Entry] = []
        if verdict.action is not Action.IGNORE:
            entries += _act(arrival, traits, family)
        elif is_new:
            _pass_over(arrival, family)
        for notice, said in notices:
            entries += hold_suspect(row, notice, said=said, now=now)
        if notices:
            row.save()
        entries += _bring_together(arrival, family)
        if is_new or verdict.action is not Action.IGNORE:
            note_words(row, item)
        return _outcome(arrival, entries)


def _act(arrival: Arrival, traits: Traits, family: Family) -> Sequence[Entry]:
    """Do what the verdict says; the row is there before anything hangs on it.

    Nothing hangs on that of a new story before it is published (``draft``), so
    it is written once, but for its group.
    """
    row = arrival.row
    _note(arrival)
    done, had_story = _action_for(arrival), row.story is not None
    if row.pk is None and (had_story or _DO[done] is not draft):
        row.save()
    note_before(arrival)
    entries = _DO[done](arrival)
    began = row.story is not None and not had_story
    note_routing(arrival, traits, done=done, began=began)
    entries = [*entries, *arrange_pictures(arrival, began=began)]
    compared = compare(row, arrival.item, names=arrival.source.credits, now=arrival.now)
    is_first_save, group = row.pk is None, row.group
    if is_first_save:
        insert_row(row)
    note_group(row, compared, family=family.others, now=arrival.now)
    if not is_first_save:
        row.save()
    elif row.group != group:
        row.save(update_fields=["group"])
    return entries


def _pass_over(arrival: Arrival, family: Family) -> None:
    """Remember a version that came too late to matter."""
    row = arrival.row
    is_dead = any(each.state == WireState.KILLED for each in family.others)
    row.state = WireState.KILLED if is_dead else WireState.KEPT
    row.group = None if is_dead else family.group
    _note(arrival)
    row.save()


def _bring_together(arrival: Arrival, family: Family) -> Sequence[Entry]:
    """Let an old kill reach a story it turns out to mean; call the desk over two."""
    row = arrival.row
    if family.killed_late:
        reason = "a version of it had been killed by the agency"
        killing = KillItem(wire_item=row, reason=reason, now=arrival.now)
        entries = killing.execute()
        row.reason, row.call_desk = reason, True
        row.save()
        return entries
    if family.twice and row.state != WireState.KILLED:
        row.reason = "versions of it had become two stories; withdraw one of them"
        row.call_desk = True
        row.save(update_fields=["reason", "call_desk"])
    return ()


def _outcome(arrival: Arrival, entries: Sequence[Entry]) -> Outcome:
    row, item = arrival.row, arrival.item
    return Outcome(
        provider=item.provider,
        uri=item.uri,
        action=arrival.verdict.action,
        state=str(row.state),
        reason=row.reason,
        story=row.story.public_id if row.story else "",
        entries=tuple(entry.seq for entry in entries),
        version_created=item.version_created,
    )


def _row_of(
    item: Item, known: Known, *, source: SourceRules, now: datetime
) -> tuple[WireItem, bool]:
    """Return the row of an Item, held until the commit, and whether it is new.

    A new one is not saved yet.
    """
    if known.row:
        rows = WireItem.objects.select_for_update(of=("self",)).select_related("story")
        return rows.get(provider=item.provider, uri=item.uri), False
    new = WireItem(
        provider=item.provider,
        uri=item.uri,
        source=source.name,
        state=WireState.HELD,
        first_seen=now,
        last_seen=now,
    )
    return new, True


def _note(arrival: Arrival) -> None:
    """Write what arrived into its row, for order, for the wire list, for the record."""
    row, item = arrival.row, arrival.item
    digest = content_hash(item)
    row.seen = [*row.seen, digest][-SEEN_MOST:]
    row.verdict = arrival.verdict.action
    row.reason = arrival.verdict.reason
    row.call_desk = row.call_desk or arrival.verdict.call_desk
    row.last_seen = arrival.now
    row.source, row.raw_ref = arrival.source.name, item.raw_ref
    row.version, row.content_hash = item.version[:120], digest
    row.version_created = item.version_created or row.version_created
    row.kind, row.language = item.kind, item.language[:20]
    row.service, row.sequence = item.service[:60], bare_sequence(item.sequence)[:40]
    row.urgency, row.embargoed_until = item.urgency, item.embargoed_until
    if row.state != WireState.KILLED:
        row.headline, row.slugline = item.title[:300], item.slugline[:200]
    note_version(row, item, verdict=arrival.verdict.action, now=arrival.now)


def _action_for(arrival: Arrival) -> Action:
    """Return what to do: an embargo alone is drafted; only text becomes a story."""
    verdict = arrival.verdict
    if verdict.action is Action.HOLD and verdict.until and not verdict.call_desk:
        return Action.UPDATE if arrival.item.kind is ItemKind.TEXT else Action.KEEP
    takes = verdict.action in {Action.TAKE, Action.UPDATE}
    if takes and arrival.item.kind is not ItemKind.TEXT:
        return Action.KEEP
    return verdict.action


_DO: dict[Action, Callable[[Arrival], Sequence[Entry]]] = {
    Action.TAKE: draft,
    Action.UPDATE: draft,
    Action.HOLD: hold,
    Action.KEEP: keep,
    Action.KILL: kill,
    Action.WITHDRAW: withdraw,
}

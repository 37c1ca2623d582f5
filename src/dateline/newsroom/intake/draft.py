"""A story of an Item: drafted, published, scheduled, or proposed to the desk."""

from collections.abc import Sequence
from typing import Any

from dateline.journal.entry import Entry
from dateline.news.item import Signal
from dateline.newsroom.actions.correct import Correct
from dateline.newsroom.actions.errors import ActionError
from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.actions.save import Save
from dateline.newsroom.actions.schedule import Schedule, drop_plans
from dateline.newsroom.intake.arrival import Arrival
from dateline.newsroom.models.proposal import Proposal
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.models.suspect import Suspect, Suspicion
from dateline.newsroom.models.wire_item import WireState
from dateline.newsroom.routing.kept import publishes
from dateline.newsroom.story_from_item import fill_story


def draft(arrival: Arrival) -> Sequence[Entry]:
    """Draft a first version, or follow with a later one; publish where trusted."""
    row = arrival.row
    began = row.story is None
    if row.story is None:
        story = Story()
    elif is_touched(row.story):
        _propose(arrival, row.story)
        return ()
    else:
        story = row.story.get_latest_revision_as_object()
    fill_story(story, arrival.item, source=arrival.source, routed=arrival.routed)
    Save(story=story, now=arrival.now).execute()
    row.story = story
    row.state = WireState.DRAFT
    if not _may_go_out(arrival, story):
        _stays_in(arrival, story, began=began)
        return ()
    if row.pk is None:  # it is there before anything of it goes out
        row.save()
    if arrival.verdict.until is not None:
        return _schedule(arrival, story)
    return _publish(arrival, story)


def is_touched(story: Story) -> bool:
    """Return whether anybody at the desk worked on a story."""
    return bool(story.revisions.filter(user__isnull=False).exists())


def _may_go_out(arrival: Arrival, story: Story) -> bool:
    """Return whether a rule may publish it: trusted, clear, and not taken down."""
    if story.state == StoryState.WITHDRAWN or _is_suspect(arrival):
        arrival.row.call_desk = True
        return False
    wanted = publishes(arrival.routed, trusted=arrival.source.publish)
    return wanted and not arrival.verdict.call_desk


def _is_suspect(arrival: Arrival) -> bool:
    """Return whether a kill in words may mean it, and nobody has decided yet."""
    if not arrival.was_down:
        return False
    family = arrival.row.family
    waiting = Suspect.objects.filter(
        wire_item__provider=arrival.row.provider,
        wire_item__family=family,
        outcome=Suspicion.OPEN,
    )
    return bool(waiting.exists())


def _stays_in(arrival: Arrival, story: Story, *, began: bool) -> None:
    """Say which rule held it; a plan for an earlier version is off.

    Readers may have an earlier version, which this one does not replace by
    itself: then the desk must look.
    """
    row, routed = arrival.row, arrival.routed
    if routed.publish is False:
        row.reason = f"held for the desk by the rule “{routed.publisher}”"
    if began:  # nothing was planned for what was not there
        return
    if drop_plans(story, now=arrival.now) or story.live:
        row.call_desk = True


def _publish(arrival: Arrival, story: Story) -> Sequence[Entry]:
    row, item = arrival.row, arrival.item
    note = item.correction_note.strip()
    try:
        if story.live and note and Signal.CORRECTION in item.signals:
            done = Correct(story=story, note=note, now=arrival.now).execute()
        else:
            done = Publish(story=story, now=arrival.now).execute()
    except ActionError as error:
        _call(arrival, error)
        return ()
    row.state = WireState.PUBLISHED
    return done.entries


def _schedule(arrival: Arrival, story: Story) -> Sequence[Entry]:
    moment = arrival.verdict.until
    try:
        if moment is not None:
            Schedule(story=story, moment=moment, now=arrival.now).execute()
    except ActionError as error:
        _call(arrival, error)
    else:
        arrival.row.state = WireState.SCHEDULED
    return ()


def _call(arrival: Arrival, error: ActionError) -> None:
    """Leave it with the desk; a plan for an earlier version is off too."""
    arrival.row.call_desk = True
    arrival.row.reason = f"{error}. {error.hint}".strip()
    if arrival.row.story is not None:
        drop_plans(arrival.row.story, now=arrival.now)


def _propose(arrival: Arrival, story: Story) -> None:
    """Lay a later version before the desk; an earlier proposal is overtaken.

    An embargo or a hold of the later version stops a plan that was made for
    the earlier one.
    """
    item = arrival.item
    ours = story.get_latest_revision_as_object()
    base_ref, base_uri = base_of(story, ours)
    fill_story(ours, item, source=arrival.source)
    waiting = Proposal.objects.filter(story=story, settled_at=None)
    decided: dict[str, Any] = {}
    for earlier in waiting.order_by("id"):
        decided |= earlier.decided
    waiting.update(settled_at=arrival.now, accepted=None)
    Proposal.objects.create(
        story=story,
        wire_item=arrival.row,
        version=item.version[:120],
        content=ours.serializable_data(),
        raw_ref=item.raw_ref,
        base_ref=base_ref,
        base_uri=base_uri,
        decided=decided,
        is_correction=Signal.CORRECTION in item.signals,
        note=item.correction_note.strip(),
        made_at=arrival.now,
    )
    if arrival.verdict.until is not None:
        drop_plans(story, now=arrival.now)
    arrival.row.state = WireState.PROPOSED
    arrival.row.call_desk = True


def base_of(story: Story, ours: Story) -> tuple[str, str]:
    """Return the bytes and uri of the agency's version that ours goes on from.

    That is the last one the desk decided on, accepted or not; before any, the
    one its story was made from.
    """
    settled = Proposal.objects.filter(story=story, accepted__isnull=False)
    last = settled.select_related("wire_item").order_by("-settled_at", "-id").first()
    if last is not None and last.raw_ref:
        return last.raw_ref, last.wire_item.uri
    return ours.raw_ref, ours.wire_uri

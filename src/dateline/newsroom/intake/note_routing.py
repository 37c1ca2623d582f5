"""What the desk's rules said of an Item, kept where people can read it."""

from dateline.newsroom.intake.arrival import Arrival
from dateline.newsroom.models.wire_item import WireState
from dateline.newsroom.routing.kept import as_kept, kept_of, traits_as_kept
from dateline.wire.judge import Action
from dateline.wire.traits import Traits

_DRAFTED = frozenset({Action.TAKE, Action.UPDATE})


def note_routing(
    arrival: Arrival, traits: Traits, *, done: Action, began: bool
) -> None:
    """Keep what the rules looked at and said; of what is killed nothing stays.

    ``began`` says that this Item's story began with it: where the story was put is
    kept for good, for later versions do not move it.
    """
    row = arrival.row
    if row.state == WireState.KILLED:
        row.traits = row.routed = row.placed = None
        return
    kept = kept_of(
        arrival.item,
        arrival.routed,
        source=arrival.source,
        row=row,
        drafted=done in _DRAFTED and not arrival.verdict.call_desk,
    )
    row.desk = arrival.routed.desk or row.desk
    row.traits, row.routed = traits_as_kept(traits), as_kept(kept)
    if began:
        row.placed = row.routed

"""What an arriving Item does to pictures: noted, held, killed."""

from collections.abc import Sequence

from dateline.journal.entry import Entry
from dateline.newsroom.actions.erase_pictures import kill_wire_pictures
from dateline.newsroom.actions.item_pictures import hold_pictures
from dateline.newsroom.actions.kill_picture import KillPicture
from dateline.newsroom.intake.arrival import Arrival
from dateline.newsroom.models.wire_picture import WirePicture
from dateline.newsroom.note_pictures import (
    PICTURE_KINDS,
    names_pictures,
    note_own,
    note_uses,
)
from dateline.wire.judge import Action

_FOLLOWS = frozenset({Action.TAKE, Action.UPDATE})
_HELD = frozenset({Action.HOLD, Action.WITHDRAW})


def note_before(arrival: Arrival) -> None:
    """Write down what a later version of a story shows, before it is drafted."""
    if arrival.item.kind not in PICTURE_KINDS and arrival.row.story is not None:
        _note_uses(arrival)


def arrange_pictures(arrival: Arrival, *, began: bool) -> Sequence[Entry]:
    """Do what an Item means for pictures, once its story is seen to.

    ``began`` says that the story is new: what it shows was not written down yet.
    """
    if arrival.item.kind in PICTURE_KINDS:
        return _arrange_own(arrival)
    if began and names_pictures(arrival.item):
        _note_uses(arrival)
    return ()


def _arrange_own(arrival: Arrival) -> Sequence[Entry]:
    """Follow a picture's own item."""
    verdict = arrival.verdict
    if verdict.action is Action.KILL:
        return _kill(arrival)
    if verdict.action is Action.KEEP:  # a service message
        return ()
    waits = verdict.action in _HELD and (verdict.call_desk or not verdict.until)
    held = verdict.reason if waits else ""
    source = arrival.source.name
    row = note_own(arrival.item, held=held, source=source, now=arrival.now)
    if row is None or not row.held:
        return ()
    return hold_pictures(arrival.row, reason=row.held, now=arrival.now)


def _kill(arrival: Arrival) -> Sequence[Entry]:
    """Kill a picture; one that never came must not come later."""
    item = arrival.item
    row, _ = WirePicture.objects.get_or_create(
        provider=item.provider,
        uri=item.uri[:500],
        defaults={"source": arrival.source.name, "first_seen": arrival.now},
    )
    picture = row.picture
    kill_wire_pictures(WirePicture.objects.filter(pk=row.pk))
    if picture is None:
        return ()
    reason = f"{arrival.verdict.reason} ({arrival.source.name})"
    return (
        KillPicture(picture=picture, reason=reason, now=arrival.now).execute().entries
    )


def _note_uses(arrival: Arrival) -> None:
    """Write down which pictures a story's copy shows, where it became a story."""
    story = arrival.row.story
    embargoed = arrival.verdict.until and not arrival.verdict.call_desk
    if story is None or not (arrival.verdict.action in _FOLLOWS or embargoed):
        return
    source = arrival.source.name
    note_uses(arrival.item, story, source=source, now=arrival.now)

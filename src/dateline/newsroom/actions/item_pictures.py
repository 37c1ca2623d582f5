"""The pictures that came as items of their own: held, freed, killed with the item."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from dateline.journal.entry import Entry
from dateline.newsroom.actions.erase_pictures import kill_wire_pictures
from dateline.newsroom.actions.hold_picture import FreePicture, HoldPicture
from dateline.newsroom.actions.kill_picture import KillPicture
from dateline.newsroom.models.wire_item import WireItem
from dateline.newsroom.models.wire_picture import WirePicture


def hold_pictures(row: WireItem, *, reason: str, now: datetime) -> Sequence[Entry]:
    """Hold the picture that came under a row's uri, if one did."""
    entries: list[Entry] = []
    for told in WirePicture.objects.filter(provider=row.provider, uri=row.uri):
        told.held = reason
        told.given = {**told.given, "held": reason}  # ours, so that it can be lifted
        told.save(update_fields=["held", "given"])
        if told.picture is not None:
            hold = HoldPicture(picture=told.picture, reason=reason, now=now)
            entries += hold.execute()
    return entries


def free_pictures(
    row: WireItem, *, acting_user: Any = None, now: datetime
) -> Sequence[Entry]:
    """Let the picture go that was held under a row's uri."""
    entries: list[Entry] = []
    told_of = WirePicture.objects.filter(provider=row.provider, uri=row.uri)
    for told in told_of.exclude(held=""):
        told.held = ""
        told.given = {k: v for k, v in told.given.items() if k != "held"}
        told.save(update_fields=["held", "given"])
        if told.picture is not None:
            free = FreePicture(picture=told.picture, acting_user=acting_user, now=now)
            entries += free.execute()
    return entries


def kill_pictures(
    rows: Iterable[WireItem], *, reason: str, acting_user: Any = None, now: datetime
) -> Sequence[Entry]:
    """Kill the pictures that came under these rows' uris."""
    known = list(rows)
    told = WirePicture.objects.filter(
        provider=known[0].provider, uri__in=[row.uri for row in known]
    )
    pictures = [each.picture for each in told if each.picture is not None]
    kill_wire_pictures(told)
    entries: list[Entry] = []
    for picture in pictures:
        kill = KillPicture(
            picture=picture, reason=reason, acting_user=acting_user, now=now
        )
        entries += kill.execute().entries
    return entries

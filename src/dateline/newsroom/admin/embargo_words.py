"""What the desk is told of a wire item's embargo.

An embargo that nobody approved for publication ends without anything happening:
the copy stays with the desk, and the desk must be told that it may go out now.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from dateline.newsroom.models.wire_item import WireItem, WireState

WAITS = (WireState.DRAFT, WireState.HELD, WireState.PROPOSED)
"""States in which copy is not public and nothing publishes it by itself."""

TOLD = timedelta(hours=24)
"""How long after its end an embargo calls the desk."""


def ended_embargoes(*, now: datetime, most: int) -> Sequence[WireItem]:
    """Return the items whose embargo ended lately and that nobody has published."""
    ended = WireItem.objects.filter(
        state__in=WAITS, embargoed_until__lte=now, embargoed_until__gt=now - TOLD
    )
    return list(ended.order_by("-embargoed_until")[:most])

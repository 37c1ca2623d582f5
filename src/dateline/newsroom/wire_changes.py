"""What has changed on the wire since one looked last.

The newest items are read once a second and compared with what they were. That
sees whatever changed them, by whichever process and way, and costs the same
with a hundred items as with a hundred thousand. What lies deeper than
``DEPTH`` is old news: a list shows it as it is when it is opened.
"""

from collections.abc import Hashable, Mapping

from dateline.newsroom.models.taster import Taster
from dateline.newsroom.models.wire_item import WireItem

DEPTH = 250
"""How many of the newest items are watched."""

_TELLS = (
    "pk",
    "last_seen",
    "state",
    "call_desk",
    "taken_by_id",
    "embargoed_until",
    "urgency",
    "source",
)

Newest = Mapping[int, Hashable]
"""The newest items by key: what a list shows of each."""


def newest() -> Newest:
    """Read the newest items as they are."""
    rows = list(
        WireItem.objects.order_by("-last_seen", "-id").values_list(*_TELLS)[:DEPTH]
    )
    keys = [row[0] for row in rows]
    starred: dict[int, int] = {}
    for key in Taster.objects.filter(wire_item__in=keys).values_list(
        "wire_item", flat=True
    ):
        starred[key] = starred.get(key, 0) + 1
    return {row[0]: (*row, starred.get(row[0], 0)) for row in rows}


def changed(before: Newest, after: Newest) -> list[int]:
    """Return the keys of what is new or other than before, the newest first.

    What only fell out of sight has not changed.
    """
    return [key for key, told in after.items() if before.get(key) != told]

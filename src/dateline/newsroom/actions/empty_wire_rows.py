"""What a kill takes from the rows of wire items: what was said, not that it came."""

from collections.abc import Sequence

from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.wire_groups import forget_bands
from dateline.newsroom.wire_versions import forget_headlines
from dateline.newsroom.wire_words import forget_words

_EMPTY = {
    "headline": "",
    "slugline": "",
    "traits": None,
    "routed": None,
    "placed": None,
    "group": None,
    "signature": b"",
    "length": 0,
    "state": WireState.KILLED,
}


def empty_row(row: WireItem) -> None:
    """Empty a row, which may be one that is not saved yet."""
    for name, value in _EMPTY.items():
        setattr(row, name, value)
    forget_headlines(row)


def save_emptied(rows: Sequence[WireItem], *also: str) -> None:
    """Save rows that were emptied, with more of their fields; nothing finds them."""
    keys = [row.pk for row in rows]
    WireItem.objects.bulk_update(rows, [*_EMPTY, "versions", *also])
    forget_words(keys)
    forget_bands(keys)

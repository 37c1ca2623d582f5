"""What a front was before: earlier arrangements, read from the journal.

So there is an undo, and no table of its own that a kill would have to empty:
what a kill erases from the journal is gone from here as well.
"""

from dataclasses import dataclass
from datetime import datetime

from dateline.news.front import Front
from dateline.newsroom.journal_writer import earlier_fronts

_SHOWN = 5
_LOOKED_AT = 40
"""A line that comes and goes says the same arrangement again: those are skipped."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Earlier:
    """An arrangement that readers had; ``number`` is its entry in the journal."""

    number: int
    moment: datetime
    front: Front


def earlier_arrangements(front_id: str) -> list[Earlier]:
    """Return the arrangements before the one that readers have, newest first."""
    found: list[Earlier] = []
    newer: Front | None = None
    for seq, moment, front in earlier_fronts(front_id, limit=_LOOKED_AT):
        if newer is not None and _places(front) != _places(newer):
            found.append(Earlier(number=seq, moment=moment, front=front))
        newer = front
    return found[:_SHOWN]


def _places(front: Front) -> object:
    return front.places, front.treatments

"""Which of several agencies' copy on one event is suggested as the lead.

A written rule, so that the desk can foresee it:

1. what is held, taken back, waits for an embargo or calls the desk is not;
2. the wire that stands first in ``dateline.toml`` goes first;
3. of one wire, or of wires the settings do not name, the longest text;
4. of equally long ones, the first that came.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """Copy that may be the lead; ``length`` is in signs, ``key`` breaks a tie."""

    key: int
    source: str
    length: int
    came: datetime
    is_free: bool


def lead_of(
    candidates: Iterable[Candidate], *, preferred: Sequence[str]
) -> Candidate | None:
    """Return the lead; None if nothing is free. ``preferred`` are wires in order."""
    rank = {name: number for number, name in enumerate(preferred)}
    free = [each for each in candidates if each.is_free]

    def order(each: Candidate) -> tuple[int, int, datetime, int]:
        place = rank.get(each.source, len(rank))
        return place, -each.length, each.came, each.key

    return min(free, key=order, default=None)

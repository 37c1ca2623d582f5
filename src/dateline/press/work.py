"""What the press did: runs and the pages made in them."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What came of making a page again."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REMOVED = "removed"
    ABSENT = "absent"


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """One page of a run: what came of it, and the changed keys it had read."""

    path: str
    outcome: Outcome
    reasons: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """What one pass did for entries ``first`` to ``last``.

    ``changed`` (keys) and ``pages`` are sorted.
    """

    first: int
    last: int
    changed: tuple[str, ...]
    pages: tuple[Made, ...]

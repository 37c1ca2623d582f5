"""News judgement of the rule: which stories fill the places the desk left free.

Freshness and urgency: one step of urgency is worth three hours, so a bulletin
holds its place against newer routine copy for half a day and then makes way.
Only the stories themselves are compared, never the clock: the order depends
on nothing that a page does not read.

A lead is shown by its picture. So of the best three the first with a picture
leads, unless the best is urgent: then it leads as it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

T = TypeVar("T")

_STEP = timedelta(hours=3)
_ROUTINE = 5
_URGENT = 2
_REACH = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Worth:
    """What of a story is judged. ``urgency`` is 1 (flash) to 8."""

    id: str
    first_published: datetime
    urgency: int
    picture: bool


def judged(
    found: Sequence[T], worth: Callable[[T], Worth], *, lead: bool = False
) -> list[T]:
    """Return stories in the order in which they are worth their places.

    With ``lead`` the first of them is to be shown large.
    """
    pairs = sorted(((_weight(worth(each)), each) for each in found), key=_first)[::-1]
    order = [each for _, each in pairs]
    if lead and order:
        order.insert(0, order.pop(_leader([worth(each) for each in order[:_REACH]])))
    return order


def _weight(worth: Worth) -> tuple[datetime, str]:
    """Return the moment a story counts as published at; the id decides a draw."""
    return worth.first_published + (_ROUTINE - worth.urgency) * _STEP, worth.id


def _first(pair: tuple[tuple[datetime, str], T]) -> tuple[datetime, str]:
    return pair[0]


def _leader(best: Sequence[Worth]) -> int:
    """Return which of the best leads."""
    if best[0].urgency <= _URGENT:
        return 0
    return next((n for n, worth in enumerate(best) if worth.picture), 0)

"""Until when a grievance must be acknowledged and decided.

India's IT Rules 2021 give a publisher 24 hours to acknowledge a grievance (rule
10) and 15 days to decide it (rule 11). Where the clocks are changed meanwhile, 15
days by the clock on the wall and 15 times 24 hours end at different moments: the
earlier one counts here, so that nobody is late by either reading.

Who also carries what others wrote is an intermediary beside: rule 3 gives it less
time for some complaints. The register knows them by their ground.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

ACKNOWLEDGE_WITHIN: Final = timedelta(hours=24)
DECIDE_WITHIN: Final = timedelta(days=15)


class Ground(StrEnum):
    """On what a grievance rests: what must be done until when follows from it."""

    ETHICS = "ethics"
    UNLAWFUL = "unlawful"
    ORDER = "order"
    PRIVATE = "private"


HOURS: Final = {
    Ground.UNLAWFUL: timedelta(hours=72),
    Ground.ORDER: timedelta(hours=36),
    Ground.PRIVATE: timedelta(hours=24),
}
"""Until when a grievance on these grounds is decided: rule 3(2)(a), its proviso
(complaints that content is unlawful), 3(1)(d) (orders of a court or the
government), 3(2)(b) (somebody's body shown, or somebody impersonated)."""


class Standing(StrEnum):
    """What a grievance waits for."""

    ACKNOWLEDGE = "acknowledge"
    DECIDE = "decide"
    DECIDED = "decided"


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """The two deadlines of a grievance, in UTC."""

    acknowledge_by: datetime
    decide_by: datetime


def terms_of(
    received: datetime, *, zone: ZoneInfo, ground: Ground = Ground.ETHICS
) -> Terms:
    """Return the deadlines of a grievance that was received at an aware moment."""
    start = received.astimezone(UTC)
    if ground in HOURS:
        return Terms(
            acknowledge_by=start + min(ACKNOWLEDGE_WITHIN, HOURS[ground]),
            decide_by=start + HOURS[ground],
        )
    on_the_wall = (start.astimezone(zone) + DECIDE_WITHIN).astimezone(UTC)
    return Terms(
        acknowledge_by=start + ACKNOWLEDGE_WITHIN,
        decide_by=min(on_the_wall, start + DECIDE_WITHIN),
    )


def standing_of(*, acknowledged: datetime | None, decided: datetime | None) -> Standing:
    """Return what a grievance waits for; a decision answers it also unacknowledged."""
    if decided is not None:
        return Standing.DECIDED
    return Standing.ACKNOWLEDGE if acknowledged is None else Standing.DECIDE


def overdue_by(
    terms: Terms,
    *,
    acknowledged: datetime | None,
    decided: datetime | None,
    now: datetime,
) -> timedelta:
    """Return for how long the next step is overdue; nothing if it is not.

    A step that was done late is not overdue any more.
    """
    standing = standing_of(acknowledged=acknowledged, decided=decided)
    if standing is Standing.DECIDED:
        return timedelta(0)
    due = terms.acknowledge_by if standing is Standing.ACKNOWLEDGE else terms.decide_by
    return max(now - due, timedelta(0))

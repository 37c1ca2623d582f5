"""When to leave a failing source alone, and for how long.

    closed ──2 failures in a row──▶ open ──the pause is over──▶ one try
       ▲                              ▲                            │
       └────────── success ───────────┼──────── failure ◀──────────┘

Pauses double from the first to the longest (a minute and half an hour unless
told otherwise), and each is drawn between half and the whole of that: sites
that failed together do not come back together. A pause is never shorter than
what the other side itself asks for.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

PATIENCE: Final = 2
FIRST_PAUSE: Final = timedelta(minutes=1)
LONGEST_PAUSE: Final = timedelta(minutes=30)
_MOST_DOUBLINGS: Final = 16


@dataclass(frozen=True, kw_only=True)
class Breaker:
    """The state of one source: failures in a row, and until when it is left alone."""

    failures: int = 0
    quiet_until: datetime | None = None

    def allows(self, now: datetime) -> bool:
        """Return whether the source may be asked at ``now``."""
        return self.quiet_until is None or now >= self.quiet_until

    def failed(
        self,
        now: datetime,
        *,
        chance: float,
        silence: timedelta | None = None,
        first: timedelta = FIRST_PAUSE,
        longest: timedelta = LONGEST_PAUSE,
    ) -> "Breaker":
        """Return the state after one more failure.

        Args:
            now: the moment of the failure.
            chance: 0 to 1, where in its range the pause shall lie.
            silence: the least pause, when the provider turned us away: then there
                is no second try before it.
            first: the pause after the second failure in a row.
            longest: the longest pause of our own choice.
        """
        failures = self.failures + 1
        if failures < PATIENCE and silence is None:
            return Breaker(failures=failures)
        doublings = min(max(failures - PATIENCE, 0), _MOST_DOUBLINGS)
        most = min(first * 2**doublings, longest)
        pause = max(most * (0.5 + chance / 2), silence or timedelta(0))
        return Breaker(failures=failures, quiet_until=now + pause)

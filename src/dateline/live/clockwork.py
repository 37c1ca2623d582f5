"""Time as the weather watch is given it, and the pace at which it may ask."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, kw_only=True)
class Clockwork:
    """The clock, the sleep (in seconds) and the chance (0 to 1) of a watch.

    Handed in, so that a test can let a day pass in a moment.
    """

    now: Callable[[], datetime]
    sleep: Callable[[float], Awaitable[None]]
    chance: Callable[[], float]


class Pace:
    """Keeps requests at least ``spacing`` apart, whoever makes them."""

    def __init__(self, *, spacing: timedelta, clockwork: Clockwork) -> None:
        self._spacing = spacing
        self._clockwork = clockwork
        self._next: datetime | None = None
        self._queue = asyncio.Lock()

    async def turn(self) -> None:
        """Wait until a request may be made, and count it as made."""
        async with self._queue:
            if self._next is not None:
                wait = self._next - self._clockwork.now()
                # A clock set back must not make us wait for the time it lost.
                wait = min(wait, self._spacing)
                if wait > timedelta(0):
                    await self._clockwork.sleep(wait.total_seconds())
            self._next = self._clockwork.now() + self._spacing

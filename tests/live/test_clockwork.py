"""The pace at which requests may be made."""

import asyncio
from datetime import timedelta
from itertools import pairwise

from dateline.live.clockwork import Pace


def test_many_at_once_wait_for_each_other(hours):
    """Five who want to ask at the same moment are half a second apart each."""
    begun = []

    async def work():
        pace = Pace(spacing=timedelta(seconds=0.5), clockwork=hours.clockwork)

        async def one():
            await pace.turn()
            begun.append(hours.now())

        await asyncio.gather(*(one() for _ in range(5)))

    asyncio.run(work())

    gaps = [after - before for before, after in pairwise(begun)]
    assert gaps == [timedelta(seconds=0.5)] * 4


def test_who_comes_late_does_not_wait(hours):
    """After a pause of one's own there is nothing to wait for."""

    async def work():
        pace = Pace(spacing=timedelta(seconds=1), clockwork=hours.clockwork)
        await pace.turn()
        hours.pass_by(seconds=2)
        await pace.turn()

    asyncio.run(work())

    assert hours.slept == []


def test_a_clock_set_back_costs_one_spacing_at_most(hours):
    """When the clock loses an hour, nobody waits an hour."""

    async def work():
        pace = Pace(spacing=timedelta(seconds=1), clockwork=hours.clockwork)
        await pace.turn()
        hours.pass_by(hours=-1)
        await pace.turn()

    asyncio.run(work())

    assert hours.slept == [1.0]

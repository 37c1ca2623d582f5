"""The watch: chains, sick sources, better and worse readings, restarts."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from structlog.testing import capture_logs

from dateline.live.answer import Batch, RefusedError, SlowDownError, SourceError
from dateline.live.board import read_board, write_board
from dateline.live.watch import Watch
from dateline.news.weather import Reading


class Oracle:
    """A source that says what a test wants; an error in ``says`` is raised."""

    def __init__(self, name, says=(), *, batch=1):
        self.name = name
        self.batch = batch
        self.says = says
        self.asked = []
        self.remembered = ()

    def remember(self, readings):
        """Note what is remembered."""
        self.remembered = tuple(readings)

    async def fetch(self, cities, *, now):
        """Answer for the cities asked for."""
        self.asked.append((now, tuple(city.id for city in cities)))
        if isinstance(self.says, BaseException):
            raise self.says
        wanted = {city.id for city in cities}
        return Batch(readings=tuple(one for one in self.says if one.city_id in wanted))


@pytest.fixture
def reading(hours):
    """Return a function that makes a reading of New Delhi so many minutes old."""

    def make(minutes=0, **change):
        moment = hours.now() - timedelta(minutes=minutes)
        made = Reading(
            city_id="new-delhi",
            temperature=19.4,
            valid_at=moment,
            fetched_at=moment,
            provider="first",
        )
        return replace(made, **change)

    return make


@pytest.fixture
def watching(tmp_path, hours, delhi):
    """Return a function that makes a watch over a chain."""

    def make(*chain, cities=(delhi,)):
        return Watch(
            cities=cities,
            chain=chain,
            path=tmp_path / "data" / "weather.json",
            clockwork=hours.clockwork,
        )

    return make


def board_of(tmp_path):
    """Return the weather file's readings."""
    return read_board(tmp_path / "data" / "weather.json")


def test_the_first_source_that_works_is_enough(watching, reading, tmp_path):
    """With a fresh reading from the first, the second is left in peace."""
    first, second = Oracle("first", [reading()]), Oracle("second", [reading()])

    round_ = asyncio.run(watching(first, second).look())

    assert board_of(tmp_path) == {"new-delhi": reading()}
    assert round_.taken == (reading(),)
    assert round_.absent == ()
    assert second.asked == []


@pytest.mark.parametrize(
    "trouble",
    [
        SourceError("no"),
        SlowDownError("no", silence=timedelta(0)),
        RefusedError("no"),
        RuntimeError("a fault of ours"),
        RecursionError(),
    ],
)
def test_a_sick_source_hands_over_to_the_next(watching, reading, trouble):
    """Whatever the first raises, the second is asked in the same round."""
    second = Oracle("second", [reading(provider="second")])

    with capture_logs() as logs:
        round_ = asyncio.run(watching(Oracle("first", trouble), second).look())

    assert [one.provider for one in round_.taken] == ["second"]
    assert "weather.source_failed" in [one["event"] for one in logs]


def test_a_cancelled_watch_ends(watching):
    """Cancelling is not a failure of the source: it goes through."""
    watch = watching(Oracle("first", asyncio.CancelledError()))

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(watch.look())


def test_a_dated_reading_makes_the_next_source_be_asked(watching, reading):
    """A provider stuck two hours ago works only half: a fresh reading wins."""
    stuck = Oracle("first", [reading(120)])
    fresh = Oracle("second", [reading(10, provider="second")])
    watch = watching(stuck, fresh)

    asyncio.run(watch.look())
    asyncio.run(watch.look())

    assert watch.readings["new-delhi"].provider == "second"


def test_a_dated_reading_is_better_than_none(watching, reading):
    """Where there is nothing better, two hours old is taken, to be shown dated."""
    watch = watching(Oracle("first", [reading(120)]), Oracle("second"))

    assert asyncio.run(watch.look()).taken == (reading(120),)


def test_of_two_dated_readings_the_nearer_stays(watching, reading):
    """What is held is not replaced by something older, whoever says it."""
    first = Oracle("first", [reading(100)])
    watch = watching(first, Oracle("second", [reading(170, provider="second")]))

    round_ = asyncio.run(watch.look())

    assert round_.taken == (reading(100),)
    assert watch.readings["new-delhi"].provider == "first"


def test_a_reading_too_far_away_is_never_taken(watching, reading, tmp_path):
    """More than three hours off is refused; the city stays without, no file is made."""
    round_ = asyncio.run(watching(Oracle("first", [reading(181)])).look())

    assert round_.taken == ()
    assert round_.absent == ("new-delhi",)
    assert not (tmp_path / "data").exists()


def test_a_failing_source_is_left_alone_longer_and_longer(watching, hours):
    """After two failures pauses grow from three quarters of a minute, up to a limit."""
    sick = Oracle("first", SourceError("no"))
    watch = watching(sick)

    async def a_day():
        for _ in range(24 * 60):
            await watch.look()
            hours.pass_by(minutes=1)

    asyncio.run(a_day())

    moments = [now for now, _ in sick.asked]
    gaps = [
        (after - before) / timedelta(minutes=1) for before, after in pairwise(moments)
    ]
    assert gaps[:7] == [1, 1, 2, 3, 6, 12, 23]  # 0.75 of 1, 2, 4, 8, 16, 30 minutes
    assert set(gaps[7:]) == {23}


def test_slow_down_is_obeyed_at_once(watching, hours, cities):
    """After a 429 no other city is asked for, until the silence is over."""
    busy = Oracle("first", SlowDownError("no", silence=timedelta(minutes=20)))
    watch = watching(busy, cities=cities)

    asyncio.run(watch.look())
    hours.pass_by(minutes=19)
    asyncio.run(watch.look())
    quiet = len(busy.asked)
    hours.pass_by(minutes=2)
    asyncio.run(watch.look())

    assert (quiet, len(busy.asked)) == (1, 2)


def test_a_healed_source_is_first_again(watching, reading, hours):
    """When its pause is over and it works, the first source serves the city again."""
    first = Oracle("first", SourceError("no"))
    second = Oracle("second", [reading(provider="second")])
    watch = watching(first, second)

    async def hours_go_by():
        await watch.look()
        await watch.look()
        hours.pass_by(minutes=5)
        first.says = [reading(provider="first")]
        await watch.look()

    asyncio.run(hours_go_by())

    assert watch.readings["new-delhi"].provider == "first"


def test_a_slow_source_has_only_its_share_of_the_round(
    watching, reading, hours, cities
):
    """A source that takes 40 seconds a city gives way after a minute."""

    class Slow(Oracle):
        async def fetch(self, cities, *, now):
            hours.pass_by(seconds=40)
            return await super().fetch(cities, now=now)

    slow = Slow("first", [reading(city_id=city.id) for city in cities])
    quick = Oracle(
        "second", [reading(city_id=city.id, provider="second") for city in cities]
    )
    watch = watching(slow, quick, cities=cities)

    asyncio.run(watch.look())

    providers = [watch.readings[city.id].provider for city in cities]
    assert providers == ["first", "first", "second"]


def test_a_made_up_reading_never_replaces_a_real_one(watching, reading, hours):
    """A sample is shown only where no real reading may be shown any more."""
    real = Oracle("first", [reading()])
    watch = watching(real, Oracle("drop"))
    asyncio.run(watch.look())
    real.says = SourceError("no")
    drop = Oracle("drop")
    watch = watching(real, drop)

    seen = []
    for _ in range(4):
        hours.pass_by(hours=2)
        drop.says = [reading(sample=True, provider="sample")]
        asyncio.run(watch.look())
        seen.append(watch.readings["new-delhi"].sample)

    assert seen == [False, False, False, True]


def test_a_made_up_reading_does_not_keep_real_sources_from_being_asked(
    watching, reading
):
    """With samples first in the chain, the real source behind still wins."""
    sample = Oracle("drop", [reading(sample=True)])
    watch = watching(sample, Oracle("second", [reading(provider="second")]))

    asyncio.run(watch.look())
    asyncio.run(watch.look())

    assert watch.readings["new-delhi"].provider == "second"


def test_what_is_too_old_is_let_go(watching, reading, hours, tmp_path):
    """Six hours after its moment a reading leaves the weather file."""
    oracle = Oracle("first", [reading()])
    watch = watching(oracle)
    asyncio.run(watch.look())
    oracle.says = ()
    hours.pass_by(hours=6)
    asyncio.run(watch.look())
    kept = dict(board_of(tmp_path))
    hours.pass_by(minutes=1)

    round_ = asyncio.run(watch.look())

    assert list(kept) == ["new-delhi"]
    assert board_of(tmp_path) == {}
    assert round_.absent == ("new-delhi",)


def test_a_restart_goes_on_from_the_weather_file(watching, reading, tmp_path):
    """A new watch knows the readings, tells the sources, and drops other cities."""
    path = tmp_path / "data" / "weather.json"
    atlantis = reading(city_id="atlantis")
    write_board(path, {"new-delhi": reading(), "atlantis": atlantis})
    oracle = Oracle("first")

    watch = watching(oracle)
    asyncio.run(watch.look())

    assert oracle.remembered == (reading(),)
    assert watch.readings == {"new-delhi": reading()}
    assert list(board_of(tmp_path)) == ["new-delhi"]


def test_a_file_that_cannot_be_written_does_not_end_the_watch(
    watching, reading, tmp_path
):
    """A folder in the way is logged; when it is gone the next round writes."""
    (tmp_path / "data").write_text("in the way")
    watch = watching(Oracle("first", [reading()]))

    with capture_logs() as logs:
        asyncio.run(watch.look())
    (tmp_path / "data").unlink()
    asyncio.run(watch.look())

    assert "weather.board_unwritable" in [one["event"] for one in logs]
    assert list(board_of(tmp_path)) == ["new-delhi"]


def test_an_unchanged_board_is_not_written_again(watching, reading, tmp_path):
    """The same reading twice touches the file once."""
    watch = watching(Oracle("first", [reading()]))
    asyncio.run(watch.look())
    path = tmp_path / "data" / "weather.json"
    before = path.stat().st_ino

    asyncio.run(watch.look())

    assert path.stat().st_ino == before


def test_it_runs_until_cancelled(watching, reading, hours):
    """Rounds follow each other every five minutes until the watch is cancelled."""
    oracle = Oracle("first", [reading()])

    async def an_hour():
        task = asyncio.create_task(watching(oracle).run())
        while len(oracle.asked) < 12:  # noqa: ASYNC110 - the sleep is the clock's own
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(an_hour())

    assert set(hours.slept) == {300.0}

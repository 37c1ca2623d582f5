"""When a failing source is left alone, and for how long."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dateline.outbound.breaker import LONGEST_PAUSE, Breaker

NOW = datetime(2016, 12, 15, 12, tzinfo=UTC)


def test_one_failure_is_forgiven():
    """A single failure does not close a source."""
    assert Breaker().failed(NOW, chance=1).allows(NOW)


def test_two_failures_bring_a_pause():
    """The second in a row pauses the source for up to a minute."""
    breaker = Breaker().failed(NOW, chance=1).failed(NOW, chance=1)

    assert not breaker.allows(NOW + timedelta(seconds=59))
    assert breaker.allows(NOW + timedelta(seconds=60))


def test_a_silence_asked_for_begins_at_once():
    """Turned away, a source is left alone from the first time on."""
    breaker = Breaker().failed(NOW, chance=0, silence=timedelta(hours=2))

    assert breaker.quiet_until == NOW + timedelta(hours=2)


@given(
    failures=st.integers(2, 10**6),
    chance=st.floats(0, 1),
    silence=st.none() | st.timedeltas(timedelta(0), timedelta(days=1)),
)
def test_pauses_are_never_too_short_nor_endless(failures, chance, silence):
    """At least half the pause and the silence asked for; at most the longest."""
    breaker = Breaker(failures=failures - 1).failed(NOW, chance=chance, silence=silence)

    assert breaker.quiet_until is not None
    pause = breaker.quiet_until - NOW
    assert timedelta(seconds=30) <= pause
    assert (silence or timedelta(0)) <= pause
    assert pause <= max(LONGEST_PAUSE, silence or timedelta(0))

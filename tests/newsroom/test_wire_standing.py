"""How each wire is doing, and the alarm of one that is silent."""

from datetime import timedelta

import pytest
from django.test import Client

from dateline.newsroom.models import WireSource
from dateline.newsroom.wire_log import (
    begin_watch,
    note_contact,
    note_error,
    note_taken,
)
from dateline.newsroom.wire_standing import change_alarms, standings
from dateline.settings import WireSettings
from support.copy import NOON, later
from support.newsroom_wire import copy, take_in_copy

ACME = WireSettings(name="acme", provider="acme", idle_alarm=timedelta(minutes=30))
BETA = WireSettings(name="beta", provider="beta")


@pytest.fixture
def wired(either):
    """A newsroom with two wires, one of which has an alarm."""
    with either.told(wires=(ACME, BETA)) as told:
        begin_watch(["acme", "beta"], now=NOON)
        yield told.settings


def brings(minutes=0, **fields):
    """Let acme bring an item, so many minutes after NOON."""
    now = later(minutes=minutes)
    note_taken("acme", take_in_copy(copy(**fields), now=now), now=now)


def acme(settings, minutes=0):
    """Return how acme is doing, so many minutes after NOON."""
    return standings(settings, now=later(minutes=minutes))[0]


def alarms(minutes):
    """Return the alarms that change, so many minutes after NOON."""
    return list(change_alarms((ACME, BETA), now=later(minutes=minutes)))


def test_items_of_the_last_hour_are_counted(wired):
    """And those before it are not."""
    brings(uri="urn:example:one")
    brings(minutes=50, uri="urn:example:two")

    assert acme(wired, minutes=55).items == 2
    assert acme(wired, minutes=65).items == 1
    assert acme(wired, minutes=111).items == 0
    assert len(WireSource.objects.get(name="acme").items) == 2


def test_lag_is_arrival_minus_version_created(wired):
    """Of the newest item that came last."""
    now = later(seconds=90)
    note_taken("acme", take_in_copy(copy(), now=now), now=now)

    assert acme(wired, minutes=2).lag == 90
    assert acme(wired, minutes=2).last_item == now


def test_what_is_known_already_is_contact_and_no_item(wired):
    """An agency that sends the same file again has not spoken."""
    brings()
    brings(minutes=5)

    standing = acme(wired, minutes=6)
    assert (standing.items, standing.last_item) == (1, NOON)
    assert standing.last_contact == later(minutes=5)


def test_a_silent_wire_raises_an_alarm_and_speaking_clears_it(wired):
    """After its own idle time, once; the other wire has none."""
    brings()
    assert alarms(30) == []
    assert alarms(31) == [("acme", True)]
    assert alarms(32) == []
    assert acme(wired, minutes=32).state == "silent"

    brings(minutes=40, uri="urn:example:more")

    assert acme(wired, minutes=40).state == "well"
    assert alarms(41) == []


def test_a_wire_is_not_silent_while_nobody_listened(wired):
    """After a night without a desk the time runs from its start."""
    brings()
    begin_watch(["acme"], now=later(minutes=600))

    assert alarms(629) == []
    assert alarms(631) == [("acme", True)]


def test_a_wire_that_answers_with_nothing_is_silent_too(wired):
    """Contact is not an item."""
    note_contact("acme", now=later(minutes=30))

    assert alarms(31) == [("acme", True)]


def test_errors_are_counted_and_the_last_is_shown(wired):
    """A wire that fails says why, until it answers."""
    quiet = later(minutes=9)
    note_error("acme", "503", now=NOON, failures=2, quiet_until=quiet)

    standing = acme(wired, minutes=1)
    assert (standing.state, standing.errors) == ("failing", 1)
    assert (standing.last_error, standing.quiet_until) == ("503", quiet)

    note_contact("acme", now=later(minutes=2))
    assert acme(wired, minutes=2).state == "new"


def test_the_figures_are_there_for_prometheus(wired):
    """On the newsroom's address, a sample a wire; none for what is not known."""
    brings()
    alarms(31)

    text = Client().get("/metrics").content.decode()

    assert 'dateline_wire_silent{wire="acme"} 1.0' in text
    assert 'dateline_wire_silent{wire="beta"} 0.0' in text
    assert 'last_item_timestamp_seconds{wire="acme"} 1.48180632e+09' in text
    assert 'dateline_wire_lag_seconds{wire="beta"}' not in text

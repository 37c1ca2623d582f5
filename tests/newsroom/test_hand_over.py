"""What comes together is taken in together, and what is wrong with one is its own."""

from dataclasses import dataclass, field, replace
from functools import partial

import pytest
from django.db import transaction

from dateline.newsroom.hand_over import Delivery, hand_over
from dateline.newsroom.intake.take_in import take_in
from dateline.newsroom.models import WireItem
from dateline.newsroom.models.wire_source import WireSource
from support.copy import NOON
from support.newsroom_wire import DESK, TRUSTED, copy


@dataclass
class Parcel:
    """Something that came, and what it heard; whether that was in a transaction."""

    raw_ref: str = "0" * 64
    heard: list = field(default_factory=list)
    early: bool = False

    def accept(self):
        """Hear that it was taken in."""
        self.heard.append("accepted")
        self.early |= transaction.get_connection().in_atomic_block

    def refuse(self, error):
        """Hear that it cannot be read."""
        self.heard.append(type(error).__name__)
        self.early |= transaction.get_connection().in_atomic_block


def a_copy(name, source=DESK, take=None):
    """Return the delivery of an item of that name."""
    raw = copy(uri=f"urn:example:{name}")
    whole = partial(take_in, raw, source=source, now=NOON)
    return Delivery(
        arrived=Parcel(), take=take or whole, name=name, source=source, tell=True
    )


def came():
    """Return the names of what the newsroom has."""
    return sorted(row.uri.rpartition(":")[2] for row in WireItem.objects.all())


def test_nobody_hears_of_it_before_the_commit(either):
    """A process that dies before has lost nothing: all of it comes again."""
    burst = [a_copy("one"), a_copy("two")]

    hand_over(burst, now=NOON)

    assert [each.arrived.heard for each in burst] == [["accepted"]] * 2
    assert not any(each.arrived.early for each in burst)
    assert came() == ["one", "two"]
    assert sum(WireSource.objects.get(name="acme").items.values()) == 2


def test_one_that_fails_fails_alone(either):
    """It hears nothing, so it comes again; the others are there once."""

    def stumbles():
        take_in(copy(uri="urn:example:half"), source=DESK, now=NOON)
        raise RuntimeError

    burst = [a_copy("one"), a_copy("bad", take=stumbles), a_copy("two")]

    hand_over(burst, now=NOON)

    assert [each.arrived.heard for each in burst] == [["accepted"], [], ["accepted"]]
    assert came() == ["half", "one", "two"]
    assert sum(WireSource.objects.get(name="acme").items.values()) == 2


def test_one_that_cannot_be_read_is_refused_alone(either):
    """The desk sees it, and the others go in."""
    unread = partial(take_in, b"no agency sends this", source=DESK, now=NOON)
    burst = [a_copy("one"), a_copy("bad", take=unread), a_copy("two")]

    hand_over(burst, now=NOON)

    assert [len(each.arrived.heard) for each in burst] == [1, 1, 1]
    assert burst[1].arrived.heard != ["accepted"]
    assert not burst[1].arrived.early
    assert WireItem.objects.filter(state="refused").count() == 1
    assert WireItem.objects.filter(state="draft").count() == 2
    source = WireSource.objects.get(name="acme")
    assert (sum(source.items.values()), sum(source.errors.values())) == (2, 1)


@pytest.mark.parametrize("source", [TRUSTED, replace(TRUSTED, publish=False)])
def test_what_readers_get_does_not_wait_for_what_is_behind_it(house, source):
    """A publication is committed before the next item is begun; drafts are not."""
    first = a_copy("one", source=source)
    found = []

    def second():
        found.append(bool(first.arrived.heard))
        return take_in(copy(uri="urn:example:two"), source=source, now=NOON)

    hand_over([first, a_copy("two", source=source, take=second)], now=NOON)

    assert found == [source.publish]

"""Whom a kill in words names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.item import Victim
from dateline.wire.meant import Named, alike, bare_sequence, named_by

FERRY = Named(
    uri="acme:bas:20161215:0157",
    sequence="157",
    slugline="BC-Ferry, 1st Ld",
    headline="Ferry leaves the harbour in a storm",
)


@pytest.mark.parametrize(
    "victim",
    [
        Victim(uri=FERRY.uri),
        Victim(sequence="0157"),
        Victim(slugline="bc-ferry, 1st  ld"),
        Victim(headline="FERRY LEAVES HARBOUR IN STORM"),
    ],
)
def test_each_way_of_naming_is_understood(victim):
    """A guid, a number, a slugline, a headline from memory."""
    assert named_by([Victim(sequence="9"), victim], FERRY)


@pytest.mark.parametrize(
    "victim",
    [
        Victim(sequence="15"),
        Victim(sequence="1157"),
        Victim(slugline="BC-Ferries"),
        Victim(headline="Bus leaves the city in a storm of protest"),
        Victim(headline="Ferry"),
        Victim(),
    ],
)
def test_others_are_not_named(victim):
    """A number that is part of another, a headline about something else."""
    assert named_by([victim], FERRY) == ""


@given(one=st.text(), other=st.text())
def test_likeness_has_no_direction(one, other):
    """Whichever headline is named first."""
    assert alike(one, other) == alike(other, one)
    assert 0.0 <= alike(one, other) <= 1.0


@given(st.integers(min_value=1, max_value=99999))
def test_zeros_in_front_of_a_number_say_nothing(number):
    """An agency writes 157 for its message 0157."""
    assert bare_sequence(f"{number:06}") == bare_sequence(str(number))

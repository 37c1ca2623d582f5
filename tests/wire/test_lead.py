"""Which of several agencies' copy is suggested as the lead."""

from datetime import timedelta
from itertools import permutations

from dateline.wire.lead import Candidate, lead_of
from support.copy import NOON


def candidate(key, source, *, length=900, minutes=0, is_free=True):
    """Write a candidate."""
    came = NOON + timedelta(minutes=minutes)
    return Candidate(key=key, source=source, length=length, came=came, is_free=is_free)


def test_the_wire_that_stands_first_goes_first():
    """The order of the settings is the house's own; length and time come after."""
    preferred = candidate(2, "meridian", length=300, minutes=9)
    other = candidate(1, "acme", length=3000)

    assert lead_of([other, preferred], preferred=["meridian", "acme"]) == preferred


def test_of_one_wire_the_longest_then_the_first():
    """A writethru has more than the alert it follows."""
    short, first, second = (
        candidate(1, "acme", length=300),
        candidate(3, "acme", minutes=1),
        candidate(2, "acme", minutes=2),
    )

    for order in permutations([short, first, second]):
        assert lead_of(order, preferred=["acme"]) == first


def test_a_wire_the_settings_do_not_name_comes_last():
    """One that was taken out of them still has copy here."""
    gone, known = candidate(1, "gone", length=9000), candidate(2, "acme")

    assert lead_of([gone, known], preferred=["acme"]) == known


def test_what_is_held_is_never_the_lead():
    """A group in which everything is held has none."""
    held = candidate(1, "meridian", is_free=False)
    free = candidate(2, "acme")

    assert lead_of([held, free], preferred=["meridian", "acme"]) == free
    assert lead_of([held], preferred=["meridian"]) is None

"""Words without regard to case: as an expression finds them, only quicker."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.caseless import has_one, lower_ascii

WORD = "kill disregard sperrfrist"
LOOKALIKES = st.text("kKisSI\u0130\u0131\u017f\u212aldreagpft äß€\ud800", max_size=30)


@given(before=LOOKALIKES, after=LOOKALIKES, chosen=st.lists(st.integers(0, 4)))
def test_what_an_expression_takes_for_a_word_is_found(before, after, chosen):
    """The Kelvin sign is a K to an expression, so it is one here."""
    word = WORD
    for letter, odd in (
        ("i\u0130", "i\u0131", "s\u017f", "k\u212a", "lL")[n] for n in chosen
    ):
        word = word.replace(letter, odd, 1)

    assert re.search(WORD, word, re.IGNORECASE)
    assert has_one((WORD,), lower_ascii(before + word + after))


def test_a_word_that_is_not_there_is_not_found():
    """Letters beyond ASCII keep their case, and nothing of them is lost."""
    assert not has_one(("kill", "hold"), lower_ascii("KÜLL HÖLD"))
    assert lower_ascii("ÄKTE \u212aILL “Ø”") == "Äkte kill ?Ø?"


@given(before=LOOKALIKES, after=LOOKALIKES)
def test_each_letter_stays_at_its_place(before, after):
    """Letters of several bytes before it do not move a word."""
    assert lower_ascii(f"{before} word {after}").index(" word ") == len(before)

"""Phrases are rows of whole words, in whatever script and case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.phrase import any_of, first_found, folded, phrase_of


@pytest.mark.parametrize(
    ("phrase", "text", "is_in"),
    [
        ("ferry strike", "FERRY-STRIKE/2nd Lead", True),
        ("ferry", "FERRY_STRIKE", True),
        ("2ND LEAD", "FERRY-STRIKE/2nd Lead (UPDATED)", True),
        ("ferry", "Ferrymen meet", False),
        ("ferry*", "Ferrymen meet", True),
        ("ferr* meet", "Ferrymen meet", True),
        ("ferry* strike", "Ferrymen meet; strike off", False),
        ("straße", "STRASSE", True),
        ("ｆｅｒｒｙ", "ferry", True),  # full-width forms
        ("कल", "कला मेला", False),
        ("कला", "कला मेला।", True),
        ("*", "anything", False),
        ("", "anything", False),
        ("a.b", "axb", False),
    ],
)
def test_a_phrase_is_found_as_whole_words(phrase, text, is_in):
    """Case, punctuation and forms do not count; parts of words do not match."""
    assert bool(any_of((phrase,)).search(folded(text))) is is_in


def test_a_phrase_does_not_reach_across_two_texts():
    """The end of the headline and the beginning of the copy are no phrase."""
    assert any_of(("ferry strike",)).search(folded("The ferry", "strike")) is None
    assert any_of(("ferry *", "strike")).search(folded("The ferry", "strike"))


def test_the_first_phrase_that_is_there_is_named_as_written():
    """So that the desk finds it in its rule."""
    assert first_found(("Tram", "FERRY*"), folded("Ferries, ferrymen")) == "FERRY*"
    assert first_found(("Tram",), folded("Ferries")) == ""


@given(st.text(), st.text())
def test_whatever_stands_in_a_text_is_found_in_it(before, phrase):
    """Folding loses nothing that a phrase of the same words needs."""
    found = any_of((phrase,)).search(folded(f"{before} | {phrase} | {before}"))

    assert (found is not None) is bool(phrase_of(phrase))


@given(st.lists(st.text(max_size=20)), st.text())
def test_any_of_several_is_what_each_of_them_is(phrases, text):
    """One search for all says the same as a search for each."""
    each = any(any_of((one,)).search(folded(text)) for one in phrases)

    assert bool(any_of(tuple(phrases)).search(folded(text))) is each

"""Alternative text from an agency's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.agency_alt import agency_alt, is_fit_alt
from dateline.news.item import ItemPicture

CAPTION = "Passengers leave the last ferry in Nagato, 15 December 2016."


def a_picture(**fields):
    """Return a picture as an agency says it."""
    return ItemPicture(**{"uri": "urn:example:1", "caption": CAPTION, **fields})


def test_the_agencys_own_is_taken():
    """Where it sends one that says something new."""
    assert agency_alt(a_picture(alt="People with bags on a wet quay")) == (
        "People with bags on a wet quay"
    )


def test_a_headline_of_the_picture_is_the_next_best():
    """If it reads like a sentence."""
    told = a_picture(alt=CAPTION, headline="People with bags on a wet quay")

    assert agency_alt(told) == "People with bags on a wet quay"


@pytest.mark.parametrize(
    "headline",
    [
        "",
        "Last ferry",
        "JAPAN - LAST FERRY LEAVES NAGATO",
        "Passengers leave the last ferry in Nagato",
        "Last ferry leaves the harbour of Nagato",
        "photo of passengers.jpg from the quay",
    ],
)
def test_a_label_or_a_repetition_is_none(headline):
    """Few words, capitals, the caption, the story's headline, a file's name."""
    told = a_picture(headline=headline)

    assert agency_alt(told, headline="Last ferry leaves the harbour of Nagato") == ""


@given(st.text(), st.text(), st.text(), st.text())
def test_what_is_given_is_always_fit(caption, credit, alt, headline):
    """Whatever an agency sends, an alternative text never repeats its caption."""
    told = ItemPicture(
        uri="u", caption=caption, credit=credit, alt=alt, headline=headline
    )
    found = agency_alt(told)

    assert not found or is_fit_alt(found, caption=caption, credit=credit)

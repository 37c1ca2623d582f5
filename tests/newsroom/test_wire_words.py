"""The words of the wire, on both databases."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.newsroom.models import WireItem
from dateline.newsroom.wire_words import folded, found_by
from support.newsroom_wire import DESK, arrive, copy

SEARCH = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def found(text):
    """Return the uris that a search finds."""
    rows = WireItem.objects.filter(pk__in=found_by(text))
    return {row.uri for row in rows}


@pytest.mark.parametrize(
    "search",
    [
        "harbour",
        "HARBOUR noon",
        "leaves ferry",
        "evian",
        "Évian",
        "harb",
        "noon. ferry!",
    ],
)
def test_an_item_is_found_by_any_words_of_it(either, search):
    """Headline and copy, in any order, without accents; the last may be a beginning."""
    arrive(copy(text="The ferry left the harbour of Évian at noon."), source=DESK)
    arrive(copy(uri="urn:example:other", headline="Budget", text="No."), source=DESK)

    assert found(search) == {"urn:example:ferry"}


def test_all_words_must_be_there(either):
    """Two words narrow a search; a beginning counts at the end only."""
    arrive(copy(), source=DESK)

    assert found("ferry budget") == set()
    assert found("harb ferry") == set()


def test_the_newest_version_is_what_is_found(either):
    """A word the agency took out is found no more."""
    arrive(copy(text="An explosion."), source=DESK)
    arrive(copy(minutes=5, version="2", text="A loud bang."), source=DESK)

    assert found("explosion") == set()
    assert found("bang") == {"urn:example:ferry"}


def test_what_was_killed_is_found_by_nothing(either):
    """Its words are in the index no more."""
    arrive(copy())
    arrive(copy(minutes=5, version="2", pubstatus="canceled"))

    assert found("ferry") == set()
    assert found("harbour") == set()


@SEARCH
@given(text=st.text(max_size=60))
def test_any_search_is_answered(house, text):
    """Whatever somebody types, quotes and operators too, is no error."""
    asked = found_by(text)

    assert asked is None or not WireItem.objects.filter(pk__in=asked).exists()


@SEARCH
@given(text=st.text(string.punctuation + string.ascii_letters + " é", max_size=40))
def test_postgresql_answers_any_search_too(postgresql, text):
    """The same on the other database."""
    asked = found_by(text)

    assert asked is None or not WireItem.objects.filter(pk__in=asked).exists()


@given(st.text())
def test_folding_twice_changes_nothing(text):
    """What is indexed and what is asked for meet."""
    assert folded(folded(text)) == folded(text)

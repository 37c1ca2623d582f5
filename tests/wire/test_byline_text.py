"""Bylines in fields and in first paragraphs."""

import pytest

from dateline.news.item import Byline
from dateline.wire.byline_text import (
    is_byline,
    is_generic,
    names_in,
    read_byline,
    same_byline,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Von Marko Beispiel und Susi Muster, dpa", ("Marko Beispiel", "Susi Muster")),
        ("By ASHA EXAMPLE", ("ASHA EXAMPLE",)),
        ("Ada Sample and Bo Probe", ("Ada Sample", "Bo Probe")),
        ("Par Jeanne d'Exemple", ("Jeanne d'Exemple",)),
        ("Jan van der Voorbeeld", ("Jan van der Voorbeeld",)),
        ("Von dpa", ()),
        ("Ada Sample with Bo Probe in Nauvo", ("Ada Sample", "Bo Probe")),
    ],
)
def test_names_are_read_from_a_byline(text, names):
    """Prefixes and agencies are no names; several names are several."""
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text", ["gr/bp", "hh", "ada.sample", "a@example.org", "", "tb12"]
)
def test_initials_and_logins_are_none(text):
    """What only the agency's desk understands is no byline."""
    assert read_byline(text) is None


@pytest.mark.parametrize(
    "text", ["By Joseph Example", "Von Ada Muster", "Par Jeanne Exemple"]
)
def test_a_paragraph_can_be_a_byline(text):
    """A short line that names a writer is a byline."""
    assert is_byline(text)


@pytest.mark.parametrize(
    "text",
    [
        "By noon the ferry had left.",
        "By Monday",
        "By all accounts the ferry was late",
        "Joseph Example",
        "By Joseph Example: the full story of a ferry",
        "Von der Fähre aus",
    ],
)
def test_a_sentence_is_no_byline(text):
    """A sentence that begins with By is copy."""
    assert not is_byline(text)


def test_staff_reporter_names_nobody():
    """A generic byline yields to a name."""
    assert is_generic(Byline(text="By Staff Reporter"))
    assert not is_generic(Byline(text="Ada Sample"))


def test_the_same_people_are_the_same_byline():
    """Case, prefix and agency around the names do not matter."""
    assert same_byline("By ADA SAMPLE", "Ada Sample, dpa")
    assert not same_byline("Ada Sample", "Bo Probe")

"""Kills in words: orders, and news that only speaks of killing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.item import Signal, Victim
from dateline.wire.caseless import lower_ascii
from dateline.wire.kill_words import (
    KILL,
    NUMBERS,
    ORDERS,
    SLUGS,
    may_order_kill,
    named_victims,
    numbers_in,
    opens_with_kill,
    orders_kill,
    slugs_in,
)
from support.wire_files import g2, read


@pytest.mark.parametrize(
    "text",
    [
        "Mandatory kill switch for e-scooters",
        "Mandatory Kill Switch for Scooters",
        "Editors fight to kill story about mayor",
        "Cover story withdrawn by magazine",
        "Annuleret koncert flyttes til marts",
        "Please kill the messenger, says poet",
        "Hold on, hold tight: ferry rocks",
    ],
)
def test_a_headline_about_killing_is_no_order(text):
    """Capitals, place and object make the order."""
    assert not orders_kill(text)
    assert not opens_with_kill(text)


@pytest.mark.parametrize(
    "text",
    [
        "STORY WITHDRAWN: the story about a ferry is wrong",
        'Please kill item dpa 157 "Ferry late"',
        "EDITORS: Please kill the AP story slugged BC-Ferry",
        "Bitte die Meldung dpa 0157 nicht verwenden",
        'The story headlined "Ferry late" is withdrawn as it was wrong',
        "BULLETIN KILL",
        "Prière d'annuler la dépêche",
    ],
)
def test_a_first_paragraph_can_be_the_order(text):
    """Reuters, dpa, AP and AFP each have their words."""
    assert opens_with_kill(text)


def test_what_a_kill_names_is_kept():
    """Guid, numbers, slug and headline, each a victim of its own."""
    text = (
        'Please kill item dpa 157 "Ferry sinks in harbour" and message 0163, slugged\n'
        "BC-EU--Ferry-Sinks, a0401, urn:newsml:example.org:2024:1. Headline was\n"
        "«Fähre gesunken bei Turku»."
    )

    assert set(named_victims(text)) == {
        Victim(uri="urn:newsml:example.org:2024:1"),
        Victim(sequence="157"),
        Victim(sequence="0163"),
        Victim(sequence="a0401"),
        Victim(slugline="BC-EU--Ferry-Sinks"),
        Victim(headline="Ferry sinks in harbour"),
        Victim(headline="Fähre gesunken bei Turku"),
    }


def test_a_kill_of_any_format_names_its_victims():
    """The Item carries them, for intake to find the suspects."""
    item = read(
        g2(
            content_meta="<headline>KILL KILL KILL</headline>",
            body='<p>Please kill item dpa 157 "Ferry leaves harbour"</p>',
        )
    )

    assert Signal.KILL_NOTICE in item.signals
    assert Victim(sequence="157") in item.victims
    assert Victim(headline="Ferry leaves harbour") in item.victims


def test_an_ordinary_story_names_no_victims():
    """Only a kill does."""
    item = read(g2(body='<p>The ferry "Ada of the Seas" left pier 157.</p>'))

    assert item.victims == ()
    assert Signal.KILL_NOTICE not in item.signals


def test_a_mandatory_kill_on_a_photograph_is_one():
    """AFP writes it into the caption or the note."""
    item = read(g2(item_meta="<edNote>MANDATORY KILL of photo Par123</edNote>"))

    assert Signal.KILL_NOTICE in item.signals


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text):
    """Whatever a kill says."""
    assert len(named_victims(f'kill item 157 "{text}"')) <= 12
    opens_with_kill(text)


PIECES = st.sampled_from(
    (
     "item", "Items", "meldungen", "nr.", "No", "sequence", "dpa", "AFP", "\u017fda",
     "a0401", "\u212a1234", "157", "12", "123456", "7", "\u0663\u0664", "x", "_", "²",
     " ", "  ", "\n", "\t", "-", ".", ",", "(", ")", "/", ":",
    )
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join))
def test_looking_around_figures_alone_finds_every_number(text):
    """What a scan of the whole text finds, in its order."""
    every = [
        (found["named"] or found["number"] or found["anpa"]).lower()
        for found in NUMBERS.finditer(text)
    ]

    assert numbers_in(text) == every


SLUG_PIECES = st.sampled_from(
    (
        *("BC-", "AM-", "PM-", "AP-", "XBC-", "B", "C-", "BC--", "-", "--", "_"),
        *("BKN", "Heat", "Hawks", " Final", " ", "\n", ".", "/", "é", "BC"),
    )
)


@given(pieces=st.lists(SLUG_PIECES, max_size=14))
def test_looking_at_hyphens_alone_finds_every_slug(pieces):
    """The same as a search through all of the text, in its order."""
    text = "".join(pieces)

    assert slugs_in(text) == [found[0] for found in SLUGS.finditer(text)]


@given(text=st.from_regex(ORDERS, fullmatch=True))
def test_looking_for_words_first_finds_every_order(text):
    """What spares most paragraphs the pattern never loses an order."""
    assert opens_with_kill(text)


@given(text=st.from_regex(KILL))
def test_looking_for_words_first_finds_every_kill_in_a_headline(text):
    """What spares most headlines the pattern never loses a kill."""
    assert orders_kill(text)
    assert may_order_kill(lower_ascii(f"Headline\n{text}"))

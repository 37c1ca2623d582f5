"""What agencies say in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.item import Signal
from dateline.wire.headline_prefixes import PREFIX, SUFFIX, prefix_of, suffix_of
from dateline.wire.wording import (
    NOTES,
    SERVICE,
    is_kill_notice,
    is_service,
    signals_of_note,
    split_headline,
)


def test_several_prefixes_are_several_signals():
    """A corrected update is both."""
    assert split_headline("CORRECTED-UPDATE 2-Ferry late") == (
        "CORRECTED-UPDATE 2",
        "Ferry late",
        (Signal.CORRECTION,),
    )
    assert split_headline("REFILE-UPDATE 1-Ferry")[1] == "Ferry"


@pytest.mark.parametrize(
    "headline", ["Update on ferries", "Alert captain saves ferry", "UPDATE 2-", ""]
)
def test_a_headline_without_a_prefix_stays_whole(headline):
    """Words that only begin like a prefix are the headline."""
    assert split_headline(headline) == ("", headline, ())


@pytest.mark.parametrize(
    "text",
    [
        "KILL KILL KILL =",
        "HOLD HOLD HOLD =",
        "Please kill item dpa 157",
        "STORY WITHDRAWN",
        "Mandatory Kill",
        "Bitte die Meldung nicht verwenden",
    ],
)
def test_orders_to_kill_are_known(text):
    """Each agency has its own words for it."""
    assert is_kill_notice("", text)


@pytest.mark.parametrize(
    "text", ["Ferry strike to kill timetable", "Hold on: ferry late", ""]
)
def test_copy_about_killing_is_no_order(text):
    """The word alone means nothing."""
    assert not is_kill_notice(text)


def test_service_messages_are_known_by_title_or_genre():
    """Previews, daybooks and imprints are for the desk."""
    assert is_service("dpa-Tagesvorschau Politik", ())
    assert is_service("Anything", ("Vorschau",))
    assert not is_service("Programmierer gesucht", ("Meldung",))


@pytest.mark.parametrize(
    ("headline", "rest", "signals"),
    [
        ("CORRECTED-Ferry late", "Ferry late", "correction"),
        ("CORRECTED-UPDATE 2-Ferry late", "Ferry late", "correction"),
        ("REFILE-Ferry late", "Ferry late", "repeat"),
        ("REPEAT-Ferry late", "Ferry late", "repeat"),
        ("RPT-UPDATE 1-Ferry late", "Ferry late", "repeat update"),
        ("UPDATE 3-Ferry late", "Ferry late", "update"),
        ("WRAPUP 7-Ferry late", "Ferry late", "update"),
        ("1st Ld-Writethru Ferry late", "Ferry late", "writethru"),
        ("Ferry late, 2nd Ld-Writethru", "Ferry late", "writethru"),
        ("APNewsAlert: Ferry late", "Ferry late", "alert"),
        ("Alert - Ferry late", "Ferry late", "alert"),
        ("///KORJATTU KLO 12/// Lautta jumissa", "Lautta jumissa", "correction"),
        ("Lautta jumissa ///KORJATTU NIMI///", "Lautta jumissa", "correction"),
        ("(Avance) Un ferri encalla", "Un ferri encalla", "advance"),
        ("COR 703 Le ferry attend", "Le ferry attend", "correction"),
        ("(2) Le ferry attend", "Le ferry attend", "update"),
        ("(3DER) Le ferry attend", "Le ferry attend", "update"),
        ("Le ferry attend (3DER)", "Le ferry attend", "update"),
        ("CORRECTION ET MISE À JOUR : Le ferry attend", "Le ferry attend",
         "correction"),
        ("(Berichtigung: Zahl der Fähren) Fähre wartet", "Fähre wartet", "correction"),
        ("(Wiederholung) Fähre wartet", "Fähre wartet", "repeat"),
        ("(Eil) Fähre wartet", "Fähre wartet", "alert"),
        ("(Achtung) Fähre wartet", "Fähre wartet", "advisory"),
        ("N i e u w bericht, vervangt: Veer wacht", "Veer wacht", "update"),
    ],
)  # fmt: skip
def test_each_agency_has_its_own_prefix(headline, rest, signals):
    """A prefix becomes a signal, and the headline is without it."""
    _, found, told = split_headline(headline)

    assert (found, " ".join(told)) == (rest, signals)


@pytest.mark.parametrize(
    "headline",
    [
        "Corrected figures show growth",
        "Alert system tested in Turku",
        "COR Group buys ferry",
        "Dune (2)",
        "Repeat offender jailed",
        "Correction facility opens",
        "Flash floods hit Turku",
        "Avance de la obra del puerto",
        "(Un)heard voices",
    ],
)
def test_a_headline_with_such_a_word_is_whole(headline):
    """Nothing parts the word from the headline."""
    assert split_headline(headline) == ("", headline, ())


@pytest.mark.parametrize(
    ("note", "signal"),
    [
        ("UPDATES with quotes from the harbour master", Signal.UPDATE),
        ("Eds: CORRECTS spelling of Sample", Signal.CORRECTION),
        ("Eds: Adds details.", Signal.UPDATE),
        ("Nieuw bericht, vervangt: veer", Signal.UPDATE),
        ("N i e u w bericht, vervangt: veer", Signal.UPDATE),
        ("Ce communiqué corrige et remplace celui de 8h00", Signal.CORRECTION),
        ("This release corrects and replaces the one of 8 a.m.", Signal.CORRECTION),
        ("Refiles to fix a link", Signal.REPEAT),
    ],
)
def test_a_note_says_what_a_version_is(note, signal):
    """AFP's advisory line, AP's ``Eds:``, ANP's and GlobeNewswire's notices."""
    assert signals_of_note(note) == (signal,)


@pytest.mark.parametrize(
    "note", ["With photos", "Corrections officer speaks at noon", "", "Address: Turku"]
)
def test_another_note_says_nothing_about_it(note):
    """Words that only begin alike."""
    assert signals_of_note(note) == ()


@given(text=st.from_regex(PREFIX, fullmatch=True))
def test_looking_at_two_letters_first_finds_every_prefix(text):
    """What spares most headlines the pattern never loses a correction."""
    assert prefix_of(text) is not None


@given(text=st.from_regex(SUFFIX))
def test_looking_at_the_end_first_finds_every_suffix(text):
    """What spares most headlines the pattern never loses a version."""
    assert suffix_of(text) is not None


@given(st.sampled_from(NOTES).flatmap(lambda kind: st.from_regex(kind[1])))
def test_looking_at_the_beginning_first_finds_every_note(note):
    """What spares most notes the patterns never loses what a version is."""
    text = note.lstrip("*/_ \n")
    told = {signal for signal, pattern in NOTES if pattern.match(text)}

    assert told <= set(signals_of_note(note))


@given(text=st.from_regex(SERVICE))
def test_looking_for_words_first_finds_every_service_message(text):
    """What spares most headlines the pattern never loses one."""
    assert is_service(text, ())

"""What rules look at of an item."""

from dateline.wire.phrase import any_of
from dateline.wire.traits import LEAD_SPACE, traits_of
from support.wire_files import ninjs, read

SOCCER, SPORT = "20001065", "15000000"


def traits(**properties):
    """Return the traits of an item of the wire "acme"."""
    return traits_of(read(ninjs(**properties)), source="acme")


def test_an_old_subject_code_is_its_media_topic_and_all_above():
    """A rule for sport holds for soccer, in whatever list it was filed."""
    old = traits(subject=[{"code": "subj:15054000", "name": "Fussball"}])
    new = traits(subject=[{"code": f"medtop:{SOCCER}"}])

    assert {SOCCER, SPORT} <= old.topics == new.topics
    assert "Fussball" in old.subjects


def test_places_are_those_of_dateline_and_metadata():
    """Where it was written, and what it is about."""
    found = traits(
        body_xhtml="<p>NAGATO, Japan (ACME) - The ferry left.</p>",
        place=[{"name": "Patna"}],
    )

    assert {"NAGATO, Japan", "Patna"} <= set(found.places)


def test_words_are_those_a_story_begins_with():
    """Headline and first words, no half word at their end, and nothing later."""
    long = "harbour " * (LEAD_SPACE // 8) + "lighthouse"
    found = traits(headline="Ferry leaves", body_xhtml=f"<p>{long}</p>")

    assert any_of(("ferry leaves",)).search(found.words)
    assert any_of(("harbour harbour",)).search(found.words)
    assert not any_of(("lighthouse",)).search(found.words)
    assert found.words.count("harbour ") == found.words.count("harb")


def test_an_unknown_code_is_the_agencys_own_word():
    """It can be asked for as it was sent."""
    found = traits(subject=[{"code": "acme:SPO", "name": "Sports desk"}])

    assert found.topics == frozenset()
    assert {"acme:SPO", "Sports desk"} <= set(found.subjects)

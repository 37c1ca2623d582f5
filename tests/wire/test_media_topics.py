"""Old subject codes and what they are called today."""

import pytest
from msgspec.structs import replace

from dateline.news.item import Subject, content_hash
from dateline.wire.media_topic_table import table
from dateline.wire.media_topics import (
    lineage,
    topic_name,
    topic_named,
    topic_of,
    with_topics,
)
from support.wire_files import g2, read

SOCCER = "20001065"


@pytest.mark.parametrize(
    ("scheme", "code", "topic"),
    [
        ("subj", "15054000", SOCCER),
        ("iptc", "15054000", SOCCER),
        ("IptcSubjectCodes", "15054000", SOCCER),
        ("http://cv.iptc.org/newscodes/subjectcode/", "15054000", SOCCER),
        ("", "15054000", SOCCER),  # NITF refnum: a number and nothing else
        ("subj", "4000000", "04000000"),  # Ritzau: an integer
        ("", "4000000", "04000000"),
        ("subj", "15054999", SOCCER),  # no link: what the code above it is
        ("subj", "15999999", "15000000"),
        ("subj", "16000000", "16000000"),
        ("medtop", SOCCER, SOCCER),
        ("", SOCCER, SOCCER),
        ("subj", "99000000", ""),
        ("medtop", "15054000", ""),  # a code of the other list
        ("acme", "15054000", ""),
        ("", "1505", ""),
        ("subj", "١٥٠٥٤٠٠٠", ""),
        ("subj", "015054000", ""),
    ],
)
def test_a_subject_code_is_the_topic_that_stands_for_it(scheme, code, topic):
    """In every way agencies write it; anything else is no topic."""
    assert topic_of(scheme, code) == topic


def test_every_subject_code_of_the_table_leads_to_a_topic_with_a_name():
    """No link ends in nothing."""
    assert len(table().subjects) > 900

    for code in table().subjects:
        assert topic_name(topic_of("subj", code)), code


def test_names_are_there_in_three_languages():
    """English is what is left when a language is not there."""
    assert topic_name(SOCCER) == "soccer"
    assert topic_name(SOCCER, "de-CH") == "Fußball"
    assert topic_name(SOCCER, "fr") == "Football"
    assert topic_name(SOCCER, "fi") == "soccer"


def test_an_item_carries_topic_and_name():
    """A code without a name gets that of its topic, in the item's language."""
    meta = '<headline>H</headline><subject qcode="subj:15054000"/>'

    item = read(g2(content_meta=meta).replace('lang="en"', 'lang="de"'))

    (subject,) = item.subjects
    assert (subject.scheme, subject.code) == ("subj", "15054000")
    assert (subject.media_topic, subject.name) == (SOCCER, "Fußball")


def test_the_agencys_own_name_stays():
    """What was sent is kept as it was sent."""
    sent = (Subject(name="Voetbal", scheme="subj", code="15054000"),)

    assert with_topics(sent, language="nl")[0].name == "Voetbal"


def test_a_better_table_makes_no_new_version():
    """The topic is our reading, so it is not part of the content's hash."""
    item = read(
        g2(content_meta='<subject qcode="subj:15054000"><name>a</name></subject>')
    )
    plain = replace(item, subjects=(replace(item.subjects[0], media_topic=""),))

    assert item.subjects != plain.subjects
    assert content_hash(item) == content_hash(plain)


def test_a_topic_lies_under_all_that_are_broader():
    """From soccer to sport, itself first; an unknown one lies nowhere."""
    assert lineage(SOCCER) == (SOCCER, "20000822", "15000000")
    assert lineage("99999999") == ()


def test_every_topic_leads_to_the_top_in_a_few_steps():
    """The table has no circle and no missing step."""
    for topic in table().names:
        top = lineage(topic)[-1]
        assert top not in table().broader, topic


def test_a_topic_is_found_by_its_name():
    """In each language; of several, the nearest to the top."""
    assert topic_named("Sport") == "15000000"
    assert topic_named("  POLITIK ") == "11000000"
    assert topic_named("ferries of our own") == ""

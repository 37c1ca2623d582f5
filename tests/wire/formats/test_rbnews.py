"""Ritzau's own form: flags, codes without their zero, escaped HTML."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from dateline.news.item import Audience, PubStatus, Signal
from dateline.wire.errors import RefusedError
from dateline.wire.parse import parse
from dateline.wire.sniff import Format, sniff
from dateline.wire.source import SourceRules
from support.nitf_files import rbnews
from support.wire_files import read

RITZAU = SourceRules(name="ritzau", zone=ZoneInfo("Europe/Copenhagen"))


def texts(item):
    """Give the texts of an Item's blocks."""
    return [block.text for block in item.body]


def test_an_item_in_full():
    """Escaped HTML is copy, a naive moment Copenhagen's, a short code is filled."""
    item = read(rbnews(), RITZAU)

    assert sniff(rbnews().encode()) is Format.RBNEWS
    assert (item.uri, item.version) == ("urn:dateline:ritzau:rbnews:20160704-117", "1")
    assert item.version_created == datetime(2016, 7, 4, 9, 15, tzinfo=UTC)
    assert (item.headline, item.byline, item.urgency) == (
        "Færgen sejlede",
        "Ada Sample",
        4,
    )
    assert [(each.scheme, each.code) for each in item.subjects] == [
        ("subj", "04003000")
    ]
    assert (item.dateline.places, item.dateline.credit) == (("København",), "ritzau")
    assert texts(item) == ["Færgen sejlede klokken 12."]
    assert (item.language, item.signals, item.pub_status) == (
        "da",
        (),
        PubStatus.USABLE,
    )


@pytest.mark.parametrize(
    ("flags", "status", "signals"),
    [
        ("<Annuleret>true</Annuleret>", PubStatus.CANCELED, ()),
        ("<Annulleret>1</Annulleret>", PubStatus.CANCELED, ()),
        ("<Flags Annuleret='Ja' NyVersion='0'/>", PubStatus.CANCELED, ()),
        ("<Flag>Annuleret</Flag>", PubStatus.CANCELED, ()),
        ("<Annuleret>false</Annuleret><NyVersion>true</NyVersion>", PubStatus.USABLE,
         (Signal.UPDATE,)),
        ("<Korrektion>sand</Korrektion>", PubStatus.USABLE, (Signal.CORRECTION,)),
        ("<Flags>NyVersion, Korrektion</Flags>", PubStatus.USABLE,
         (Signal.CORRECTION, Signal.UPDATE)),
        ("<Annuleret/><NyVersion></NyVersion>", PubStatus.USABLE, ()),
    ],
)  # fmt: skip
def test_flags_say_what_became_of_it(flags, status, signals):
    """Cancelled is a kill; an empty flag is none."""
    item = read(rbnews(flags=flags), RITZAU)

    assert (item.pub_status, item.signals) == (status, signals)
    assert item.headline == "Færgen sejlede"


def test_a_flag_that_says_neither_yes_nor_no_waits_for_a_human():
    """A kill that is not certain is not published over."""
    assert read(rbnews(flags="<Annuleret>måske</Annuleret>"), RITZAU).needs_human


@pytest.mark.parametrize(
    ("extra", "codes"),
    [
        ("<IPTC>15054000</IPTC>", ["15054000"]),
        ("<Subject code='4003000' name='Skibe'/>", ["04003000"]),
        ("<Subjects><Subject>1011000</Subject><Subject>Kultur</Subject></Subjects>",
         ["01011000", ""]),
        ("<SubjectCode>12</SubjectCode>", ["12"]),
    ],
)  # fmt: skip
def test_subject_codes_get_their_zero_back(extra, codes):
    """Whole numbers of seven digits are codes of eight."""
    assert [each.code for each in read(rbnews(extra=extra), RITZAU).subjects] == codes


@pytest.mark.parametrize(
    "body",
    [
        "<P>Et.</P><P>To.</P>",
        "Et.<br/><br/>To.",
        "Et.\n\nTo.",
        "&lt;p&gt;Et.&lt;/p&gt;&lt;p&gt;To.&lt;/p&gt;",
    ],
)
def test_a_body_comes_in_many_ways(body):
    """HTML in capitals, breaks, plain text and HTML that is escaped twice."""
    assert texts(read(rbnews(body=body), RITZAU)) == ["Et.", "To."]


def test_markup_that_is_not_escaped_is_read_too():
    """Nobody promised that it is escaped."""
    raw = rbnews(body="X").replace("<Text>X", "<Text><p>Et.</p><p>To <b>tre</b>.</p>")

    assert texts(read(raw, RITZAU)) == ["Et.", "To tre."]


def test_notes_are_no_copy_and_contacts_are_nobodys():
    """A note is the desk's, one named for contacts is not public."""
    item = read(
        rbnews(
            flags="<Note><Text>Billeder følger</Text></Note>"
            "<ContactInfo><Text>Tel-555-0101</Text></ContactInfo>"
        ),
        RITZAU,
    )

    assert [(note.text, note.audience) for note in item.ed_notes] == [
        ("Billeder følger", Audience.INTERNAL),
        ("Tel-555-0101", Audience.NONPUBLIC),
    ]
    assert texts(item) == ["Færgen sejlede klokken 12."]


def test_a_new_version_under_another_number_names_the_old_one():
    """The chain runs through what it replaces."""
    item = read(rbnews(number="118", extra="<Erstatter>117</Erstatter>"), RITZAU)

    assert item.evolved_from == ("urn:dateline:ritzau:rbnews:117",)


def test_an_embargo_is_in_copenhagen():
    """Klausul without a zone is in that of the source."""
    item = read(rbnews(extra="<Embargo>2016-07-05 06:00</Embargo>"), RITZAU)

    assert item.embargoed_until == datetime(2016, 7, 5, 4, tzinfo=UTC)


def test_an_item_without_a_number_is_known_by_its_bytes():
    """Read again it is the same."""
    raw = rbnews(number="")

    assert read(raw, RITZAU).uri == read(raw, RITZAU).uri
    assert "uri: none sent, made from the bytes" in read(raw, RITZAU).warnings


def test_other_roots_are_refused_in_words():
    """A hint that names the form does not make a file one."""
    rules = SourceRules(name="ritzau", format_hint="rbnews")
    with pytest.raises(RefusedError, match="root is <nitf>"):
        parse(b"<nitf/>", source=rules)


def test_a_body_of_nothing_but_space_is_no_body():
    """Half a megabyte of it is read in one pass, not once from each space."""
    item = read(rbnews(body="Et." + " " * 500_000 + "To."), RITZAU)

    assert texts(item) == ["Et. To."]

"""Agency photographs, by their IIM and XMP."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.news.item import ItemKind, PubStatus, Signal
from dateline.wire.errors import RefusedError
from dateline.wire.parse import parse
from dateline.wire.refused import BrokenPictureError
from support.photographs import dataset, packet, small_jpeg, with_iim, with_xmp
from support.wire_files import RULES, read

CAPTION = "Skaters cross the frozen lake near Turku, 5 August 2019."
IIM = [
    dataset(1, 70, b"20190805"),
    dataset(1, 80, b"143000+0300"),
    dataset(1, 90, b"\x1b-A"),
    dataset(2, 5, b"FINLAND-WEATHER-ICE"),
    dataset(2, 10, b"4"),
    dataset(2, 12, b"IPR:17005000:WEA:weather:"),
    dataset(2, 12, b"IPR:06000000:ENV:environment:ice"),
    dataset(2, 15, b"WEA"),
    dataset(2, 25, b"ice"),
    dataset(2, 25, b"lake"),
    dataset(2, 40, b"EUO NARCH SYROUT"),
    dataset(2, 55, b"20190805"),
    dataset(2, 60, b"101500"),
    dataset(2, 80, "Zoë Sample".encode("latin-1")),
    dataset(2, 85, b"Staff"),
    dataset(2, 90, b"Turku"),
    dataset(2, 100, b"FIN"),
    dataset(2, 101, b"Finland"),
    dataset(2, 103, b"MNA1234"),
    dataset(2, 105, b"Ice in August"),
    dataset(2, 110, b"MNA"),
    dataset(2, 115, b"Lakeside Photo"),
    dataset(2, 116, "© MNA".encode("latin-1")),
    dataset(2, 120, CAPTION.encode()),
]


def test_a_photograph_with_iim_is_a_picture_item():
    """Every field of the table lands where ninjs has it."""
    item = read(with_iim(*IIM))

    assert (item.kind, item.format) == (ItemKind.PICTURE, "jpeg")
    assert item.uri == "urn:dateline:acme:MNA1234:2019-08-05"
    assert item.version_created == datetime(2019, 8, 5, 11, 30, tzinfo=UTC)
    assert (item.headline, item.slugline) == ("Ice in August", "FINLAND-WEATHER-ICE")
    assert (item.credit, item.byline) == ("MNA", "Zoë Sample")
    assert item.bylines[0].title == "Staff"
    assert item.dateline.places == ("Turku, Finland",)
    assert [(p.name, p.code) for p in item.places] == [
        ("Turku", ""),
        ("Finland", "FIN"),
    ]
    assert item.urgency == 4
    assert item.keywords == ("ice", "lake")
    assert [(s.code, s.scheme[-13:]) for s in item.subjects] == [
        ("17005000", "/subjectcode/"),
        ("06000000", "/subjectcode/"),
        ("WEA", "category"),
    ]
    assert item.copyright_notice == "© MNA"
    assert item.rights.flags == ("editorial_only", "no_archive")
    assert item.rights.out == ("SYR",)
    (picture,) = item.pictures
    assert (picture.caption, picture.credit, picture.alt) == (CAPTION, "MNA", "")
    assert picture.instructions == "EUO NARCH SYROUT"
    assert picture.rights.out == ("SYR",)
    (rendition,) = picture.renditions
    assert (rendition.width, rendition.height) == (32, 32)
    assert rendition.href == f"raw:{item.raw_ref}"


def test_xmp_wins_where_it_says_something():
    """Both are read; the one that is empty takes nothing away."""
    xmp = packet(
        "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>Better caption"
        "</rdf:li></rdf:Alt></dc:description>"
        "<dc:creator><rdf:Seq><rdf:li>Ada Sample</rdf:li></rdf:Seq></dc:creator>"
        "<dc:subject><rdf:Bag><rdf:li>frost</rdf:li></rdf:Bag></dc:subject>"
        "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Bo Probe</rdf:li></rdf:Bag>"
        "</Iptc4xmpExt:PersonInImage>"
        "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang='en'>Two people"
        " on ice</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>"
        "<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang='x-default'>Use until"
        " 31 Dec 2026</rdf:li></rdf:Alt></xmpRights:UsageTerms>",
        attributes='photoshop:City="Naantali"'
        ' photoshop:DateCreated="2019-08-05T09:00:00+03:00"'
        ' photoshop:Headline=""',
    )

    item = read(with_iim(*IIM, xmp=xmp))

    (picture,) = item.pictures
    assert (picture.caption, picture.alt) == ("Better caption", "Two people on ice")
    assert (item.headline, item.byline) == ("Ice in August", "Ada Sample")
    assert item.dateline.places == ("Naantali, Finland",)
    assert item.keywords == ("frost",)
    assert ("Bo Probe", "person") in [(s.name, s.kind) for s in item.subjects]
    assert item.rights.until == date(2026, 12, 31)
    assert item.rights.no_archive


def test_the_identifier_names_the_picture():
    """dc:identifier wins over the reference of the transmission."""
    item = read(with_xmp("", attributes='dc:identifier="urn:mna:7"'))

    assert item.uri == "urn:mna:7"


def test_a_reference_is_used_again():
    """The same reference on another day is another picture."""
    first = read(with_iim(*IIM))
    day_after = [each for each in IIM if each[1:3] != b"\x02\x37"]
    second = read(with_iim(*day_after, dataset(2, 55, b"20190806")))

    assert first.uri != second.uri


def test_a_picture_that_says_nothing_is_named_by_its_bytes():
    """dpa: everything is in the item beside it."""
    item = read(small_jpeg())

    assert item.uri == f"urn:dateline:acme:{item.raw_ref}"
    assert "says nothing" in item.warnings[0]


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        ([dataset(2, 30, b"20190901"), dataset(2, 35, b"060000+0200")],
         datetime(2019, 9, 1, 4, tzinfo=UTC)),
        ([dataset(2, 30, b"20190901"), dataset(2, 35, b"060000")],
         datetime(2019, 9, 1, 3, tzinfo=UTC)),
        ([dataset(2, 30, b"20190901")], datetime(2019, 8, 31, 21, tzinfo=UTC)),
        ([dataset(2, 30, b"00000000")], None),
        ([dataset(2, 30, "201909¹¹".encode())], None),
        ([], None),
    ],
)  # fmt: skip
def test_a_release_moment_is_an_embargo(sets, expected):
    """With its zone, in the source's (Helsinki) without; zeros say nothing."""
    assert read(with_iim(*IIM, *sets)).embargoed_until == expected


def test_an_embargo_without_a_zone_waits_for_a_human():
    """If the source has no zone either."""
    item = read(with_iim(*IIM, dataset(2, 30, b"20190901")), replace(RULES, zone=None))

    assert "not certain" in item.needs_human


@pytest.mark.parametrize("status", [b"KILL", b"Mandatory Kill", b"KILLED"])
def test_an_edit_status_kills(status):
    """A photograph sent again to be killed cancels what came before."""
    item = read(with_iim(*IIM, dataset(2, 7, status)))

    assert item.pub_status is PubStatus.CANCELED
    assert item.uri == read(with_iim(*IIM)).uri


def test_a_correction_is_a_signal():
    """An edit status that says so."""
    item = read(with_iim(*IIM, dataset(2, 7, b"CORRECTION")))

    assert Signal.CORRECTION in item.signals


def test_a_kill_in_the_instructions_is_a_notice():
    """AFP writes it as words: a human must find what it means."""
    sets = [each for each in IIM if each[1:3] != b"\x02\x28"]

    item = read(with_iim(*sets, dataset(2, 40, b"MANDATORY KILL - wrong caption")))

    assert Signal.KILL_NOTICE in item.signals


def test_rights_end_with_expiration():
    """IIM has a data set for it."""
    item = read(with_iim(*IIM, dataset(2, 37, b"20200101"), dataset(2, 38, b"120000Z")))

    assert item.expires == datetime(2020, 1, 1, 10, tzinfo=UTC)


def test_a_hint_for_stories_does_not_hide_a_picture():
    """Pictures lie beside the stories of a wire."""
    rules = replace(RULES, format_hint="newsml-g2", zone=ZoneInfo("UTC"))

    assert read(with_iim(*IIM), rules).kind is ItemKind.PICTURE


def test_a_file_that_only_begins_like_a_picture_is_refused():
    """With a hint what may have happened."""
    with pytest.raises(BrokenPictureError) as caught:
        parse(b"\xff\xd8\xff\xe0" + b"\0" * 40, source=RULES)

    assert caught.value.hint


FULL = with_iim(*IIM, xmp=packet("", attributes='photoshop:City="Turku"'))


@settings(max_examples=200, deadline=None)
@given(st.integers(3, len(FULL)), st.integers(0, 40), st.binary(max_size=8))
def test_damaged_photographs_give_items_or_our_errors(at, length, put):
    """No exception but ours; the same bytes give the same Item."""
    raw = FULL[:at] + put + FULL[at + length :]
    with suppress(RefusedError):
        items = parse(raw, source=RULES)
        assert items == parse(raw, source=RULES)

"""Openly licensed real files, where they lie beside the repository.

They are not part of it: point DATELINE_WIRES at them, or put them in
``../shared/wires``.
"""

import json
import re
from contextlib import suppress
from pathlib import Path

import pytest
from lxml import etree

from dateline.news.item import Audience, Signal
from dateline.wire.errors import RefusedError
from dateline.wire.parse import parse
from support.real_items import WIRES, needs_wires
from support.wire_files import RULES

SHOULD_FAIL = json.loads(
    (Path(__file__).parent / "should_fail.json").read_text("utf-8")
)
CONTACT = re.compile(r"[\w.+-]+@dpa\.com|\+49 ?\d")

pytestmark = needs_wires


def files(*patterns):
    """Give the files of some patterns, none of which may be empty-handed."""
    found = [path for pattern in patterns for path in sorted(WIRES.glob(pattern))]
    assert found
    return [path for path in found if "extension" not in path.name]


def test_every_valid_g2_file_is_read():
    """The files that are meant to be valid parse, without an exception."""
    paths = files(
        "dpa-digitalwires-newsmlg2/**/*.xml",
        "iptc-newsml-g2-examples/examples/*.xml",
        "iptc-newsml-g2-examples/**/should_pass/*.xml",
        "iptc-python-newsmlg2/**/*.xml",
        "basmussen-newsml-g2/**/*.xml",
        "iptc-newsinjson-examples/**/TT_newsmlg2_sample.xml",
    )
    assert len(paths) > 200

    for path in paths:
        assert parse(path.read_bytes(), source=RULES), path


def test_every_valid_ninjs_file_is_read():
    """All examples and all files of the test suite that should pass."""
    for path in files(
        "iptc-newsinjson-examples/examples/*/*.json",
        "iptc-newsinjson-testsuite/**/should_pass/*.json",
    ):
        assert parse(path.read_bytes(), source=RULES), path


@pytest.mark.parametrize(("name", "told"), sorted(SHOULD_FAIL.items()))
def test_what_should_fail_is_refused_or_warned_about(name, told):
    """Each file is refused with an error that says why, or read with a warning."""
    raw = (WIRES / name).read_bytes()

    if told.startswith("refused: "):
        with pytest.raises(
            RefusedError, match=re.escape(told.removeprefix("refused: "))
        ):
            parse(raw, source=RULES)
    else:
        items = parse(raw, source=RULES)
        assert items
        assert told in [warning for item in items for warning in item.warnings]


def test_no_file_that_should_fail_is_left_out():
    """The table names every file."""
    found = {str(path.relative_to(WIRES)) for path in WIRES.glob("**/should_fail/*")}

    assert found == SHOULD_FAIL.keys()


def test_no_ninjs_file_that_should_fail_is_accepted_in_silence():
    """Each is refused, or read with a warning of its own."""
    paths = files("iptc-newsinjson-testsuite/**/should_fail/*.json")
    assert len(paths) > 60

    for path in paths:
        with suppress(RefusedError):
            (item,) = parse(path.read_bytes(), source=RULES)
            said = [text for text in item.warnings if "version_created" not in text]
            assert said, path


def test_nonpublic_text_is_in_no_body():
    """What dpa marks as nonpublic, and its staff's contacts, reach no reader."""
    seen = 0
    for path in files("dpa-digitalwires-newsmlg2/**/*.xml"):
        tree = etree.parse(path)
        hidden = {
            "".join(e.itertext()).strip() for e in tree.iterfind(".//*[@pubconstraint]")
        }
        hidden |= {
            "".join(e.itertext()).strip()
            for e in tree.iterfind(".//*[@class='np-nonpublic']")
        }
        seen += len(hidden)
        for item in parse(path.read_bytes(), source=RULES):
            public = "\n".join(
                [item.headline, item.standfirst, item.body_text]
                + [picture.caption for picture in item.pictures]
                + [
                    note.text
                    for note in item.ed_notes
                    if note.audience is Audience.PUBLIC
                ]
            )
            assert not [text for text in hidden if text and text in public], path
            if (
                Signal.ADVISORY not in item.signals
            ):  # previews name contacts, and are kept in
                assert not CONTACT.search(public), path
    assert seen > 20


def test_reading_twice_changes_nothing():
    """The same file is the same Items."""
    for path in files("dpa-digitalwires-newsmlg2/**/*.xml"):
        raw = path.read_bytes()
        assert parse(raw, source=RULES) == parse(raw, source=RULES)


def test_the_published_afp_text_comes_out_right():
    """AFP's own NewsML 1.2 example, as IPTC publishes it."""
    (path,) = files("iptc-newsinjson-examples/**/afp.com_newsml1.2_sample.xml")
    (item,) = parse(path.read_bytes(), source=RULES)

    assert item.uri == "urn:newsml:afp.com:20210516T080625Z:TX-PAR-WGF71"
    assert item.version == "1"
    assert item.headline.startswith("Israel strikes key Hamas targets")
    assert item.slugline == "Israel-Palestinians-conflict"
    assert item.dateline.places == ("Gaza City, Palestinian Territories",)
    assert item.dateline.date == "May 16, 2021"
    assert item.bylines[0].names == ("Adel Zaanoun", "Guillaume Lavallee")
    assert (item.urgency, item.language, item.credit) == (4, "en", "AFP")
    assert Signal.UPDATE in item.signals
    kinds = [block.kind.value for block in item.body]
    assert (kinds.count("paragraph"), kinds.count("crosshead")) == (38, 3)
    assert item.body[10].text == "Media offices destroyed"
    assert item.stripped[-1].text == "bur-dar-gl/fz"
    assert item.warnings == ()


# What IPTC's own ninjs of the same releases says, and what else is in the files.
RELEASES = {
    "20130515006361": ("en", "ROUND ROCK, Texas", 2, "Dell Redefines"),
    "20130605006126": ("zh", "加州桑尼維爾", 0, "Cambrios"),
    "20130612006110": ("zh", "印尼雅加达", 0, "APP发布"),
    "20130731006140": ("en", "KANSAS CITY, Mo.", 0, "Lunch Taking a Toll?"),
}


@pytest.mark.parametrize("number", sorted(RELEASES))
def test_the_published_releases_come_out_right(number):
    """Business Wire's examples: lines, pictures, and no contact in public."""
    language, place, pictures, headline = RELEASES[number]
    (path,) = files(f"iptc-newsinjson-examples/**/businesswire-newsml-{number}.xml")
    (item,) = parse(path.read_bytes(), source=RULES)

    assert item.uri == f"urn:newsml:businesswire.com:20010714:{number}"
    assert item.headline.startswith(headline)
    assert (item.language, item.dateline.text) == (language, place)
    assert (item.credit, item.genres) == ("Business Wire", ("Release",))
    assert len(item.pictures) == pictures
    assert all(picture.caption for picture in item.pictures)
    assert "bwalign" not in item.body_text
    contacts = [n for n in item.ed_notes if n.audience is Audience.NONPUBLIC]
    assert len(contacts) == 1
    assert "@" in contacts[0].text
    assert "@" not in item.body_text
    assert not [word for word in ("â€", "Â¹") if word in item.body_text]


def test_ntb_nitf_as_the_iptc_publishes_it():
    """Head, credit, crossheads and picture of a real NTB file."""
    (path,) = files("iptc-newsinjson-examples/**/NTB_nitf_sample.xml")
    (item,) = parse(path.read_bytes(), source=RULES)

    assert (item.uri, item.version) == ("NTB5df9281a-a270-4dc5-a618-869bbc3bbca7", "1")
    assert (item.slugline, item.language, item.urgency) == (
        "india-korona-bygd",
        "nb-NO",
        5,
    )
    assert (item.credit, item.bylines) == ("NTB-AFP-DPA", ())
    assert item.dateline.places == ("Unnao",)
    assert [place.name for place in item.places] == ["India", "Asia"]
    kinds = [block.kind.value for block in item.body]
    assert (kinds.count("paragraph"), kinds.count("crosshead")) == (17, 4)
    assert [picture.uri for picture in item.pictures] == ["JsxLggxsoo4"]
    assert "@ntb.no" not in item.body_text
    assert "(©NTB)" not in item.body_text

"""ninjs 1.x, 2.x and 3.x: the same Item, whichever shape was sent."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.news.item import Audience, ItemKind, Signal
from dateline.wire.parse import parse
from dateline.wire.refused import BrokenJsonError, NotNinjsError
from support.wire_files import RULES, ninjs, read

ONE = {
    "versioncreated": "2016-12-15T09:00:00+09:00",
    "pubstatus": "usable",
    "urgency": 3,
    "headline": "Ferry leaves harbour",
    "byline": "Ada Sample",
    "located": "Turku",
    "language": "en",
    "ednote": "More to follow",
    "body_html": "<p>The <b>ferry</b> left.</p>",
    "body_text": "The ferry left.",
    "subject": [{"name": "ferries", "scheme": "http://example.org/", "code": "7"}],
    "associations": {
        "main": {
            "uri": "urn:example:photo",
            "type": "picture",
            "description_text": "A white ship.",
            "byline": "Bo Probe",
            "renditions": {
                "big": {
                    "href": "https://example.org/a.jpg",
                    "width": 10,
                    "mimetype": "image/jpeg",
                }
            },
        }
    },
}
THREE = {
    "versionCreated": "2016-12-15T09:00:00+09:00",
    "pubStatus": "usable",
    "urgency": 3,
    "headlines": [{"role": "main", "value": "Ferry leaves harbour"}],
    "by": "Ada Sample",
    "located": "Turku",
    "language": "en",
    "edNote": "More to follow",
    "bodies": [
        {"role": "text", "contentType": "text/plain", "value": "The ferry left."},
        {
            "role": "html",
            "contentType": "text/html",
            "value": "<p>The <b>ferry</b> left.</p>",
        },
    ],
    "subjects": [{"name": "ferries", "uri": "http://example.org/7"}],
    "associations": [
        {
            "name": "main",
            "uri": "urn:example:photo",
            "type": "picture",
            "descriptions": [{"role": "caption", "value": "A white ship."}],
            "by": "Bo Probe",
            "renditions": [
                {
                    "name": "big",
                    "href": "https://example.org/a.jpg",
                    "width": 10,
                    "contentType": "image/jpeg",
                }
            ],
        }
    ],
}
TWO = {
    (key.lower() if key != "associations" else key): value
    for key, value in THREE.items()
}


def document(properties):
    """Write an object with nothing but a uri and these properties."""
    return json.dumps({"uri": "urn:example:ferry", "type": "text", **properties})


@pytest.mark.parametrize("properties", [ONE, TWO, THREE])
def test_all_versions_give_the_same_item(properties):
    """Arrays or names, lower case or camelCase: one Item."""
    item = read(document(properties))

    assert item.version_created == datetime(2016, 12, 15, tzinfo=UTC)
    assert (item.headline, item.byline, item.urgency, item.language) == (
        "Ferry leaves harbour",
        "Ada Sample",
        3,
        "en",
    )
    assert item.dateline.places == ("Turku",)
    assert item.body[0].html == "The <strong>ferry</strong> left."
    assert [(n.text, n.audience) for n in item.ed_notes] == [
        ("More to follow", Audience.INTERNAL)
    ]
    assert [(s.name, s.scheme, s.code) for s in item.subjects] == [
        ("ferries", "http://example.org/", "7")
    ]
    picture = item.pictures[0]
    assert (picture.uri, picture.caption, picture.credit) == (
        "urn:example:photo",
        "A white ship.",
        "Bo Probe",
    )
    assert (picture.renditions[0].name, picture.renditions[0].width) == ("big", 10)
    assert item.warnings == ()


@pytest.mark.parametrize(
    "role", ["nonpublic", "internal", "contacts", "mystery", "ttnitf"]
)
@pytest.mark.parametrize("last", [True, False])
def test_only_an_allowed_role_is_the_body(role, last):
    """A body in a role we do not know is a note, wherever it stands."""
    hidden = {"role": role, "contentType": "text/html", "value": "<p>555-0101</p>"}
    public = {"role": "text", "value": "Public."}
    bodies = [public, hidden] if last else [hidden, public]

    item = read(document({"bodies": bodies}))

    assert item.body_text == "Public."
    assert [note.audience for note in item.ed_notes] == [Audience.NONPUBLIC]


def test_a_1x_body_variant_is_allow_listed_too():
    """``body_internal`` is no body."""
    item = read(ninjs(body_internal="555-0101", description_contact="555-0102"))

    assert item.body == ()
    assert {note.audience for note in item.ed_notes} == {Audience.NONPUBLIC}


@pytest.mark.parametrize(("sent", "text"), [("\r", "a b"), ("\0", "ab")])
def test_an_escape_may_bring_a_control_character(sent, text):
    """Such a body is left to the parser of HTML."""
    assert read(ninjs(body_html=f"<p>a{sent}b</p>")).body_text == text


def test_a_source_may_allow_a_role():
    """A role the rules name is the body."""
    rules = replace(RULES, body_renditions=frozenset({"wire"}))

    assert read(ninjs(body_wire="Copy."), rules).body_text == "Copy."


def test_an_array_holds_several_items():
    """A file may hold a list of objects."""
    raw = b"[" + ninjs() + b"," + ninjs(uri="urn:example:two") + b"]"

    assert len(parse(raw, source=RULES)) == 2


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("picture", ItemKind.PICTURE),
        ("video", ItemKind.VIDEO),
        ("event", ItemKind.PLANNING),
        ("planning", ItemKind.PLANNING),
        ("composite", ItemKind.PACKAGE),
    ],
)
def test_the_type_tells_the_kind(kind, expected):
    """What is not a text is told apart."""
    assert read(ninjs(type=kind)).kind is expected


def test_a_composite_with_a_body_is_a_text():
    """1.x calls a text with its picture composite."""
    assert read(ninjs(type="composite", body_text="Copy.")).kind is ItemKind.TEXT


def test_other_associations_are_links():
    """A related story is a link, not a picture."""
    related = [
        {"name": "old", "rel": "seeAlso", "uri": "urn:example:old", "title": "Before"}
    ]

    item = read(document({"associations": related}))

    assert [(link.rel, link.uri, link.title) for link in item.links] == [
        ("seeAlso", "urn:example:old", "Before")
    ]


@pytest.mark.parametrize(
    "properties",
    [
        {"headline": 42},
        {"urgency": "high"},
        {"version": 1.2},
        {"renditions": "none"},
        {"odd": "property"},
        {"type": "invalid"},
        {"urgency": 12},
        {"versioncreated": "yesterday"},
    ],
)
def test_a_property_that_is_wrong_is_left_out_with_a_warning(properties):
    """One bad field does not lose the story."""
    item = read(ninjs(body_text="Copy.", **properties))

    assert item.body_text == "Copy."
    assert item.warnings


def test_control_characters_in_a_text_are_forgiven():
    """A raw line break inside a JSON text is recovered, with a warning."""
    item = read(ninjs(body_text="One.Two.").replace(b"One.", b"One.\n"))

    assert item.body_text == "One. Two."
    assert item.warnings == ("recovered JSON: control characters in a text",)


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b'{"uri": "a", }', BrokenJsonError),
        (b'{"uri": "a"', BrokenJsonError),
        (b'{"uri": ""}', NotNinjsError),
        (b'{"versioncreated": "2016-12-15T09:00:00Z"}', NotNinjsError),
        (b'[{"uri": "a"}, 3]', NotNinjsError),
        (b'{"uri":' + b"[" * 100_000, BrokenJsonError),
    ],
)
def test_what_is_not_ninjs_is_refused_with_a_hint(raw, error):
    """Broken JSON, no uri, no object, endless nesting: our error, with a hint."""
    with pytest.raises(error) as caught:
        parse(raw, source=RULES)

    assert caught.value.hint


def test_a_genre_can_be_a_signal():
    """There are no signals in ninjs; a genre or profile says correction or update."""
    assert Signal.UPDATE in read(ninjs(genre=[{"name": "Update"}])).signals


def test_other_ids_sources_rights_and_trust_are_kept():
    """Nothing that the standard has a property for is lost."""
    item = read(
        document(
            {
                "altIds": [{"role": "etag", "value": "a1"}],
                "infoSources": [{"name": "Harbour Office"}],
                "trustIndicators": [{"title": "How we work", "href": "https://e.x/t"}],
                "rightsInfo": {
                    "linkedRights": "https://e.x/r",
                    "encodedRights": "NO ARCHIVES",
                },
                "digitalSourceType": {"uri": "http://e.x/trainedAlgorithmicMedia"},
                "standard": {"name": "ninjs", "version": "3.1"},
            }
        )
    )

    said = [(link.rel, link.uri or link.href, link.title) for link in item.links]
    assert said == [
        ("altid", "a1", "etag"),
        ("infosource", "", "Harbour Office"),
        ("trustindicator", "https://e.x/t", "How we work"),
        ("rights", "https://e.x/r", ""),
    ]
    assert item.rights.no_archive
    assert ("digitalsourcetype", "trainedalgorithmicmedia") in [
        (note.role, note.text) for note in item.ed_notes
    ]
    assert "linked and encoded" in item.warnings[0]


def test_a_body_to_fetch_is_a_link():
    """A text without a body, and its file."""
    files = {"text": {"href": "https://e.x/b.xml", "mimetype": "text/xml"}}

    item = read(ninjs(renditions=files))

    assert [(link.rel, link.href) for link in item.links] == [
        ("body", "https://e.x/b.xml")
    ]


def test_rights_of_an_associated_picture():
    """Terms, note and caption; the note stays with the desk."""
    picture = {
        "uri": "urn:example:p",
        "type": "picture",
        "usageterms": "Editorial use only",
        "ednote": "SYROUT, call 555-0101",
        "description_caption": "A ship. NO SALES",
    }

    item = read(ninjs(associations={"a": picture}))

    (shown,) = item.pictures
    assert shown.rights.flags == ("editorial_only", "no_sales")
    assert shown.rights.out == ("SYR",)
    assert shown.instructions == "SYROUT, call 555-0101"


def test_a_guid_is_a_uri():
    """Some producers name it so."""
    raw = json.dumps({"guid": "urn:example:g", "versioncreated": "2016-12-15T09:00Z"})

    assert read(raw).uri == "urn:example:g"


@pytest.mark.parametrize(
    "properties",
    [
        {"representationtype": "half"},
        {"pubstatus": "cancelled"},
        {"headline_": "x"},
        {"body_\u00e9": "x"},
        {"infosource": [{"name": "x"}]},
        {"$standard": {}, "infosource": [{"name": "x", "scheme": {}}]},
        {"type": "component"},
        {"places": [{"name": "x", "geojson": {"coordinates": [1, 2]}}]},
        {"associations": [{"uri": "urn:x"}]},
        {"associations": [{"name": "x"}]},
        {"associations": [{"name": "x", "uri": "urn:x", "odd": 1}]},
        {"rightsinfo": {"linkedrights": "x", "encodedrights": "y"}},
        {"renditions": [], "type": "event"},
        {"plannedCoverage": [{"urgency": 11}]},
        {"eventDetails": {"dates": {"startDate": "x", "expectedStartDate": "2023"}}},
        {"eventDetails": {"dates": {"expectedEndDate": "in May"}}},
    ],
)
def test_what_the_standard_does_not_allow_is_seen(properties):
    """Read all the same, with a warning that names the property."""
    item = read(ninjs(**properties))

    name = next(iter(properties)).lower().replace("$standard", "infosource")
    assert any(text.lower().startswith(name) for text in item.warnings)


def test_a_headline_for_the_desk_is_never_the_headline():
    """The first is taken where none says it is the main one, but not a hidden one."""
    item = read(ninjs(headline_internal="Check with the lawyer", headline_long="Ferry"))

    assert item.headline == "Ferry"

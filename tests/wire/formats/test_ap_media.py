"""AP Media API: answers of our own making, in its form."""

import json
from contextlib import suppress
from copy import deepcopy
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.news.item import Audience, ItemKind, PubStatus, Signal
from dateline.wire.errors import RefusedError
from dateline.wire.parse import parse
from dateline.wire.refused import BrokenJsonError, NotApError
from support.wire_files import RULES, read

ITEM = {
    "uri": "https://api.ap.org/media/v/content/f00d?qt=AbC&et=0a1",
    "altids": {"itemid": "f00d", "etag": "f00d_0a1", "friendlykey": "26001"},
    "version": 3,
    "type": "text",
    "language": "en",
    "firstcreated": "2026-03-01T10:00:00Z",
    "versioncreated": "2026-03-01T12:00:00Z",
    "pubstatus": "usable",
    "editorialpriority": "u",
    "editorialtypes": ["APNewsAlert"],
    "signals": ["newscontent"],
    "ednote": "UPDATES with quote. With AP Photos.",
    "headline": "Ice road opens early",
    "headline_extended": "Ice road opens early across the bay after a cold week",
    "slugline": "BC-US--Ice Road, 2nd Ld-Writethru",
    "bylines": [{"by": "By ADA SAMPLE", "title": "Associated Press"}],
    "datelinelocation": {
        "city": "Bayview",
        "countryareaname": "Michigan",
        "countrycode": "USA",
        "countryname": "United States",
    },
    "copyrightnotice": "Copyright 2026 MNA.",
    "usageterms": ["For editorial use only.", "NO ARCHIVES"],
    "description_summary": "A road of ice opened on Sunday.",
    "renditions": {
        "nitf": {
            "title": "NITF Story",
            "href": "https://api.ap.org/media/v/content/f00d/download?type=nitf",
            "mimetype": "text/xml",
        }
    },
    "subject": [{"name": "Weather", "scheme": "http://cv.ap.org/id/", "code": "86a"}],
    "person": [{"name": "Bo Probe"}],
    "place": [{"name": "Michigan", "code": "66"}],
    "associations": {
        "1": {
            "uri": "https://api.ap.org/media/v/content/beef?qt=X",
            "altids": {"itemid": "beef"},
            "type": "picture",
            "headline": "Ice Road",
            "description_caption": "A truck on the ice. MANDATORY CREDIT",
            "ednote": "MICHIGAN OUT; call 555-0101",
            "usageterms": ["NO SALES"],
            "photographer": {"name": "Cy Test"},
            "creditline": "MNA",
            "renditions": {
                "main": {
                    "href": "https://api.ap.org/media/beef.jpg",
                    "mimetype": "image/jpeg",
                    "width": 3000,
                    "height": 2000,
                    "sizeinbytes": 99,
                }
            },
        },
        "2": {"altids": {"itemid": "cafe"}, "type": "video", "headline": "Watch it"},
    },
}


def answer(*items, **changes):
    """Write an answer of the feed with items."""
    items = items or (ITEM | changes,)
    return json.dumps(
        {
            "api_version": "1.1",
            "data": {"items": [{"meta": {"products": [1]}, "item": i} for i in items]},
        }
    ).encode()


def test_a_feeds_item_is_an_item():
    """Every field lands where ninjs has it."""
    item = read(answer())

    assert item.format == "ap-media"
    assert item.uri == "https://api.ap.org/media/v/content/f00d"
    assert (item.version, item.urgency) == ("3", 3)
    assert item.version_created == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert item.headline == "Ice road opens early"
    assert item.subheadline.endswith("after a cold week")
    assert item.standfirst == "A road of ice opened on Sunday."
    assert item.bylines[0].names == ("ADA SAMPLE",)
    assert item.bylines[0].title == "Associated Press"
    assert item.dateline.places == ("Bayview, Michigan",)
    assert {Signal.ALERT, Signal.WRITETHRU} <= set(item.signals)
    assert item.rights.flags == ("editorial_only", "no_archive")
    assert [(s.name, s.kind) for s in item.subjects] == [
        ("Weather", ""), ("Bo Probe", "person"),
    ]  # fmt: skip
    assert item.places[0].name == "Michigan"
    assert [(n.text[:7], n.audience) for n in item.ed_notes] == [
        ("UPDATES", Audience.INTERNAL)
    ]


def test_the_story_is_a_file_to_fetch():
    """The body comes as a rendition; until it is here a text has no body."""
    item = read(answer())

    assert item.body == ()
    assert [(link.rel, link.title) for link in item.links if link.rel == "body"] == [
        ("body", "nitf")
    ]


def test_a_body_that_came_is_read():
    """Then there is nothing to fetch."""
    item = read(answer(body_nitf="<p>BAYVIEW (AP) — One.</p><p>Two.</p>"))

    assert item.body_text == "One.\n\nTwo."
    assert not [link for link in item.links if link.rel == "body"]


def test_associated_pictures_come_with_rights_and_credit():
    """Instructions stay with the desk; rights are read from all of it."""
    item = read(answer())

    (picture,) = item.pictures
    assert picture.uri == "https://api.ap.org/media/v/content/beef"
    assert (picture.credit, picture.renditions[0].width) == ("MNA", 3000)
    assert picture.rights.flags == ("no_sales", "mandatory_credit")
    assert picture.rights.out == ("MICHIGAN",)
    assert "555-0101" in picture.instructions
    assert "555-0101" not in picture.caption + picture.usage_terms
    assert ("association", "https://api.ap.org/media/v/content/cafe") in [
        (link.rel, link.uri) for link in item.links
    ]


def test_the_uri_does_not_change_with_the_request():
    """The query holds a token; without altids the path alone is the identity."""
    bare = {key: value for key, value in ITEM.items() if key != "altids"}
    other = ITEM | {"uri": "https://api.ap.org/media/v/content/f00d?qt=other"}

    uris = {read(answer(each)).uri for each in (ITEM, other)}
    raw = json.dumps({"api_version": "1", "data": {"item": bare}}).encode()
    alone = parse(raw, source=RULES)

    assert uris == {alone[0].uri}


@pytest.mark.parametrize(
    "raw",
    [
        json.dumps({"api_version": "1", "data": {"item": ITEM}}).encode(),
        json.dumps(ITEM).encode(),
        json.dumps({"items": [{"item": ITEM}]}).encode(),
    ],
)
def test_an_item_is_read_in_any_envelope(raw):
    """Alone in data, bare, or in a list without data."""
    assert read(raw).uri.endswith("/f00d")


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"pubstatus": "canceled"}, lambda i: i.pub_status is PubStatus.CANCELED),
        ({"pubstatus": "withheld"}, lambda i: i.pub_status is PubStatus.WITHHELD),
        ({"embargoed": "2026-03-02T00:00:00Z"},
         lambda i: i.embargoed_until == datetime(2026, 3, 2, tzinfo=UTC)),
        ({"embargoed": ""}, lambda i: "embargo" in i.needs_human),
        ({"editorialtypes": ["Elimination"]}, lambda i: i.needs_human),
        ({"editorialtypes": ["Withhold"]},
         lambda i: i.pub_status is PubStatus.WITHHELD),
        ({"editorialtypes": ["Correction"]},
         lambda i: Signal.CORRECTION in i.signals),
        ({"signals": ["explicitcontent"]},
         lambda i: "explicit content" in [n.text for n in i.ed_notes]),
        ({"type": "picture", "description_caption": "A truck."},
         lambda i: i.kind is ItemKind.PICTURE and i.pictures[0].caption == "A truck."),
        ({"type": "hologram"}, lambda i: "type: unknown" in i.warnings[0]),
        ({"located": "TURKU, Finland"},
         lambda i: i.dateline.places == ("TURKU, Finland",)),
        ({"urgency": 1}, lambda i: i.urgency == 1),
    ],
)  # fmt: skip
def test_states_and_types(changes, check):
    """Status, embargo, editorial types, kinds."""
    assert check(read(answer(**changes)))


def test_several_items_are_read_in_order():
    """A page of a feed."""
    second = deepcopy(ITEM)
    second["altids"] = {"itemid": "second"}

    items = parse(answer(ITEM, second), source=RULES)

    assert [item.uri[-6:] for item in items] == ["t/f00d", "second"]


@pytest.mark.parametrize(
    ("raw", "error", "says"),
    [
        (b'{"api_version": "1", "error": {"code": 401, "message": "no key"}}',
         NotApError, "no key"),
        (b'{"api_version": "1", "data": {"items": [3]}}', NotApError, "no object"),
        (b'{"api_version": "1", "data": {"items": [{"item": {}}]}}', NotApError,
         "without"),
        (b'{"api_version": "1", "data": {', BrokenJsonError, "not JSON"),
    ],
)  # fmt: skip
def test_what_is_no_item_is_refused_with_a_hint(raw, error, says):
    """An error of the API says so in its own words."""
    with pytest.raises(error, match=says) as caught:
        parse(raw, source=RULES)

    assert caught.value.hint


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*sorted(ITEM), "name", "main"]), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(ITEM)), JSON, max_size=6))
def test_properties_of_any_type_give_items_or_our_errors(changed):
    """Strangers put anything anywhere; the picture's number stays with the desk."""
    with suppress(RefusedError):
        item = read(answer(**changed))
        assert "555-0101" not in item.body_text

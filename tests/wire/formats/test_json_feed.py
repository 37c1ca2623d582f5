"""JSON Feed 1.0 and 1.1."""

import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.wire.errors import RefusedError
from dateline.wire.parse import parse
from dateline.wire.refused import BrokenJsonError, NoJsonFeedError
from support.wire_files import RULES

VERSION = "https://jsonfeed.org/version/1.1"
ITEM = {
    "id": "mna-9",
    "url": "https://mna.example/9",
    "title": "Tram bridge opens",
    "content_html": "<p>The bridge is <b>open</b>.</p><script>x()</script>",
    "content_text": "The bridge is open.",
    "summary": "After nine years",
    "date_published": "2021-03-01T08:00:00Z",
    "date_modified": "2021-03-01T10:00:00+01:00",
    "authors": [{"name": "Ada Sample"}, {"name": "Bo Probe"}],
    "tags": ["Transport", "Bridges"],
    "language": "en",
    "image": "https://mna.example/b.jpg",
    "attachments": [
        {
            "url": "https://mna.example/c.jpg",
            "mime_type": "image/jpeg",
            "title": "Ribbon",
            "size_in_bytes": 99,
        },
        {"url": "https://mna.example/d.mp3", "mime_type": "audio/mpeg"},
        {"url": "https://mna.example/b.jpg", "mime_type": "image/jpeg"},
        {"url": "javascript:alert(1)", "mime_type": "image/jpeg"},
    ],
    "_mna": {"phone": "555-0101"},
}


def feed(*items, **properties):
    """Write a feed."""
    return json.dumps(
        {"version": VERSION, "title": "MNA", "items": items, **properties}
    ).encode()


def test_a_json_feed_item_is_an_item():
    """Every field lands where ninjs has it; extensions go nowhere."""
    (item,) = parse(feed(ITEM), source=RULES)

    assert (item.format, item.uri) == ("json-feed", "mna-9")
    assert (item.headline, item.standfirst) == ("Tram bridge opens", "After nine years")
    assert item.body_text == "The bridge is open."
    assert item.body[0].runs
    assert item.version_created == datetime(2021, 3, 1, 9, tzinfo=UTC)
    assert item.byline == "Ada Sample, Bo Probe"
    assert item.keywords == ("Transport", "Bridges")
    assert [picture.uri for picture in item.pictures] == [
        "https://mna.example/b.jpg",
        "https://mna.example/c.jpg",
    ]
    assert item.pictures[1].headline == "Ribbon"
    assert item.pictures[1].renditions[0].size == 99
    assert [link.href for link in item.links] == [
        "https://mna.example/d.mp3",
        "https://mna.example/9",
    ]
    assert "555-0101" not in repr(item)
    assert item.warnings == ()


def test_version_one_has_one_author_and_may_count_its_items():
    """1.0: author instead of authors; an id that is a number is read as text."""
    (item,) = parse(
        feed(
            {"id": 7, "content_text": "One.\n\nTwo."},
            author={"name": "Ada Sample"},
            language="fi",
        ),
        source=RULES,
    )

    assert (item.uri, item.byline, item.language) == ("7", "Ada Sample", "fi")
    assert [block.text for block in item.body] == ["One.", "Two."]


def test_without_an_id_the_link_is_the_identity():
    """And then a hash of title and date."""
    items = parse(
        feed(
            {"url": "https://mna.example/a", "content_text": "One."},
            {"title": "B", "content_text": "Two."},
        ),
        source=RULES,
    )

    assert items[0].uri == "https://mna.example/a"
    assert items[1].uri.startswith("urn:dateline:acme:entry:")


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b'{"version": "https://jsonfeed.org/version/1"}', NoJsonFeedError),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 3}', NoJsonFeedError),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [3]}',
         NoJsonFeedError),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [', BrokenJsonError),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_refused_with_a_hint(raw, error):
    """No items, items that are none, or broken JSON."""
    with pytest.raises(error) as caught:
        parse(raw, source=RULES)

    assert caught.value.hint


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(sorted(ITEM)), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(ITEM)), JSON, max_size=8))
def test_properties_of_any_type_give_items_or_our_errors(changed):
    """Strangers put anything anywhere."""
    with suppress(RefusedError):
        (item,) = parse(feed(ITEM | changed), source=RULES)
        assert item.uri

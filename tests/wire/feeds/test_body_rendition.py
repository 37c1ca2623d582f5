"""Bodies that are sent as a rendition to fetch."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.errors import RefusedError
from dateline.wire.feeds.body_rendition import with_bodies
from dateline.wire.parse import parse
from dateline.wire.source import SourceRules

NITF = b"""<?xml version="1.0"?><nitf><head/><body><body.head><hedline><hl1>No</hl1>
</hedline></body.head><body.content><p>BAYVIEW (AP) - One.</p><hl2>Then</hl2>
<media media-type="image"><media-caption>No</media-caption></media><p>Two.</p>
</body.content><body.end/></body></nitf>"""
AP = {
    "altids": {"itemid": "f00d"},
    "version": 1,
    "type": "text",
    "versioncreated": "2026-03-01T12:00:00Z",
    "pubstatus": "usable",
    "headline": "Ice road opens early",
    "renditions": {
        "main": {"href": "/main.jpg", "mimetype": "image/jpeg"},
        "nitf": {"href": "/f00d?type=nitf", "mimetype": "text/xml"},
    },
}


def filled(document, fetched=NITF):
    """Put bodies in; return the document and what was fetched."""
    asked = []

    def fetch(href):
        asked.append(href)
        return fetched

    return with_bodies(json.dumps(document).encode(), fetch=fetch), asked


def test_an_answer_of_the_ap_comes_with_its_bodies():
    """In its envelope; parse then reads the paragraphs and nothing else."""
    raw, asked = filled({"data": {"items": [{"meta": {}, "item": AP}]}})

    (item,) = parse(raw, source=SourceRules(name="ap"))

    assert asked == ["/f00d?type=nitf"]
    assert item.body_text == "One.\n\nThen\n\nTwo."
    assert item.dateline.credit == "AP"
    assert item.headline == "Ice road opens early"


@pytest.mark.parametrize(
    "changed",
    [
        {"body_text": "Here it is."},
        {"bodies": [{"value": "Here it is."}]},
        {"pubstatus": "canceled"},
        {"pubstatus": "withheld"},
        {"type": "picture"},
        {"renditions": {"main": {"href": "/main.jpg", "mimetype": "image/jpeg"}}},
        {"renditions": None},
    ],
)
def test_nothing_is_fetched_that_is_not_wanted(changed):
    """A body that is there, a kill, a picture: the bytes stay as they were."""
    document = AP | changed

    assert filled(document) == (json.dumps(document).encode(), [])


@pytest.mark.parametrize(
    ("fetched", "name"),
    [
        (b"Plain text, first line.\n\nSecond.", "body_text"),
        (b"<p>One.</p><p>Two.</p>", "body_xhtml"),
        (b"<html><body><p>One.</p></body></html>", "body_xhtml"),
        (b"<body><body.content><p>One.</p></body.content></body>", "body_xhtml"),
    ],
)
def test_text_and_markup_are_put_where_parse_looks(fetched, name):
    """By what came, not by what was said."""
    raw, _ = filled(AP, fetched)

    assert name in json.loads(raw)


def test_what_holds_no_body_is_an_error():
    """An error page in XML, say."""
    with pytest.raises(RefusedError, match="holds no body"):
        filled(AP, b"<error><code>7</code></error>")


@given(
    st.recursive(
        st.none() | st.text() | st.integers(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["renditions", "href", "nitf", "type", "x"]), inner
            )
        ),
    )
)
def test_any_json_is_given_back(document):
    """Whatever its shape, nothing breaks and nothing else changes."""
    raw, asked = filled(document)

    assert asked or json.loads(raw) == document

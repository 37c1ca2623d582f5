"""The JSON that ``dateline parse`` prints."""

import json

from dateline.wire.export_json import error_line, item_line
from support.wire_files import g2, ninjs, read

PROMISED = {
    "file", "format", "uri", "version", "version_created", "pub_status", "headline",
    "byline", "dateline", "embargoed_until", "urgency", "language", "slugline",
    "subjects", "ed_notes", "body", "pictures", "stripped", "warnings",
}  # fmt: skip


def test_an_item_is_one_line_with_every_promised_field():
    """Empty fields are there too, as null or empty."""
    line = item_line(read(ninjs(body_text="One.\u2028Two.")), file="a.json")

    assert len(line.splitlines()) == 1
    document = json.loads(line)
    assert document.keys() >= PROMISED
    assert (document["byline"], document["dateline"]) == (None, None)
    assert document["version_created"] == "2016-12-15T09:00:00+09:00"


def test_the_parts_have_the_promised_shape():
    """Dateline, subjects, notes, blocks and pictures are objects."""
    meta = (
        "<headline>H</headline><dateline>Turku (AFP) - </dateline>"
        '<subject qcode="medtop:1"><name>sea</name></subject>'
        '<subject uri="http://example.org/2"><name>ship</name></subject>'
    )
    body = (
        "<p>a <b>b</b></p><ul><li>c</li></ul><table><tr><td>d</td></tr></table>"
        "<img src='https://example.org/a.jpg'/>"
    )
    text = g2(content_meta=meta, body=body, item_meta="<edNote>n</edNote>")

    document = json.loads(item_line(read(text), file="a.xml"))

    assert document["dateline"] == {
        "text": "Turku (AFP)",
        "places": ["Turku"],
        "credit": "AFP",
        "date": None,
        "origin": "metadata",
    }
    assert [(s["code"], s["name"]) for s in document["subjects"]] == [
        ("medtop:1", "sea"),
        ("2", "ship"),
    ]
    assert document["ed_notes"] == [{"text": "n", "audience": "internal", "role": ""}]
    assert document["body"] == [
        {"kind": "paragraph", "text": "a b", "html": "a <strong>b</strong>"},
        {"kind": "list", "text": "c", "items": ["c"], "ordered": False},
        {"kind": "table", "text": "d", "rows": [["d"]]},
        {"kind": "picture", "text": "", "href": "https://example.org/a.jpg"},
    ]


def test_an_error_is_a_line_too():
    """A file that cannot be read does not stop the others."""
    line = error_line(file="x", error="not XML", hint="send it again")

    assert json.loads(line) == {
        "file": "x",
        "error": "not XML",
        "hint": "send it again",
    }

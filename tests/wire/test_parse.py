"""Whatever bytes come: Items or our own errors, and soon."""

import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.news.item import Item, content_hash
from dateline.wire.errors import RefusedError
from dateline.wire.export_json import item_line
from dateline.wire.parse import parse
from dateline.wire.refused import BrokenXmlError
from dateline.wire.source import SourceRules
from support.wire_files import NAMESPACE, RULES, g2, ninjs

HIDDEN = "Tel-555-0101"
FULL = g2(
    item_meta=f'<edNote pubconstraint="c:n">{HIDDEN}</edNote>'
    f'<signal qcode="sig:update"/>'
    "<embargoed>2016-12-16T06:00:00+02:00</embargoed>"
    '<link rel="irel:seeAlso" href="https://example.org/"><title>t</title></link>',
    content_meta='<urgency>3</urgency><headline rank="1">UPDATE 1-Ferry</headline>'
    "<dateline>Turku (AFP) - </dateline><by>By Ada Sample</by>"
    '<subject qcode="m:1" type="cpnat:geoArea"><name>Turku</name></subject>',
    body="<p>TURKU (AFP) - One &amp; <b>two</b>.</p><ul><li>a</li></ul>"
    "<table><tr><td colspan='2'>x</td></tr></table><p>hh/ts</p>",
    after=(
        f'<contentSet><inlineData rendition="x:nonpublic">'
        f"{HIDDEN}</inlineData></contentSet>"
    ),
)
SEEDS = [
    FULL.encode(),
    f"<?xml version='1.0' encoding='iso-8859-1'?><newsMessage xmlns='{NAMESPACE}'>"
    f"<header/><itemSet>{FULL}{FULL}</itemSet></newsMessage>".encode(),
    ninjs(
        headline="UPDATE 1-Ferry",
        body_html="<p>TURKU (AFP) - One <i>two</i>.</p><blockquote>q</blockquote>",
        body_nonpublic=HIDDEN,
        embargoed="2016-12-16T06:00:00Z",
        associations={
            "a": {"uri": "u", "type": "picture", "renditions": {"r": {"href": "h"}}}
        },
        subject=[{"name": "n", "code": "c"}],
    ),
]
PIECES = [
    b"<", b">", b"&", b"</p>", b"<p>", b"<newsItem>", b"]]>", b"<![CDATA[",
    b"<!DOCTYPE a [", b"&x;", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"{", b"}",
    b"[", b"]", b"\\ud800", b"1e999", b"-", b"(AFP) - ", b"(((((((((", b"////////",
    b"\n    ", b"A" * 300, b"\xe9",
]  # fmt: skip


@st.composite
def damaged(draw):
    """Draw a seed with a few bytes changed, cut, doubled or put in."""
    raw = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(raw)))
        end = at + draw(st.integers(0, 60))
        kind = draw(st.sampled_from(["cut", "double", "put", "change"]))
        if kind == "cut":
            del raw[at:end]
        elif kind == "double":
            raw[at:at] = raw[at:end]
        elif kind == "put":
            raw[at:at] = draw(st.sampled_from(PIECES) | st.binary(max_size=8))
        else:
            raw[at:end] = draw(st.binary(max_size=4))
    return bytes(raw)


def check(raw):
    """Parse, and use what comes out as the newsroom would."""
    start = time.monotonic()
    try:
        items = parse(raw, source=RULES)
    except RefusedError as error:
        items = []
        told = str(error) and error.hint
    else:
        told = "no error"
    assert told
    for item in items:
        assert isinstance(item, Item)
        assert item.uri
        content_hash(item)
        item_line(item, file="x").encode()
        for block in item.body:
            assert "<script" not in block.html
    assert time.monotonic() - start < 2
    return items


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_damaged_files_give_items_or_our_errors(raw):
    """No input escapes as somebody else's exception or takes long."""
    check(raw)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_items_or_our_errors(raw):
    """Also bytes that were never copy."""
    check(raw)


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=300), st.sampled_from(["p", "div", "li", "td", "b", "h2", "pre"])
)
def test_any_text_survives_in_markup(text, name):
    """Text of any characters inside any element is read or set aside."""
    clean = "".join(each for each in text if each.isprintable() and each not in "<>&")
    check(g2(body=f"<{name}>{clean}</{name}>").encode("utf-8", "replace"))


def test_a_secret_is_in_no_body():
    """What the seeds hide stays hidden."""
    for raw in SEEDS:
        for item in parse(raw, source=RULES):
            assert HIDDEN not in item.body_text
            assert any(HIDDEN in note.text for note in item.ed_notes)


def test_the_same_bytes_give_the_same_items():
    """Parsing knows no clock and keeps no state."""
    for raw in SEEDS:
        assert parse(raw, source=RULES) == parse(raw, source=RULES)


def test_long_lines_and_many_elements_are_bounded():
    """Megabytes of one paragraph, one line or one element end soon."""
    mega = 1_000_000
    for raw in (
        g2(body=f"<p>{'a ' * mega}</p>"),
        g2(body="<p>x</p>" * 100_000),
        g2(body=f"<p>{'(' * mega}</p>"),
        g2(body=f"<p>{'A, ' * 100_000}</p>"),
        g2(content_meta=f"<headline>{'UPDATE 1-' * 50_000}</headline>"),
        ninjs(body_text="\n" * mega).decode(),
        ninjs(body_html="<b>" * 50_000).decode(),
        g2(body=f"<p>{'<b>' * 200}x{'</b>' * 200}</p>"),
    ):
        start = time.monotonic()
        with suppress(RefusedError):
            parse(raw.encode(), source=RULES)
        assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    "cut_off",
    [
        '<rss version="2.0"><channel><title>The Ba',
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Ba',
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header>',
        "<NewsML><NewsEnvelope>",
        "<rss",
    ],
)
def test_xml_cut_off_before_its_first_item_is_refused(cut_off):
    """It is not taken for a message without items: what was lost would be missed."""
    with pytest.raises(BrokenXmlError, match="no item in it: recovered XML"):
        parse(cut_off.encode(), source=SourceRules(name="test"))


@pytest.mark.parametrize(
    "whole",
    [
        '<rss version="2.0"><channel><title>The Banyan Post</title></channel></rss>',
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title></feed>',
    ],
)
def test_a_whole_feed_may_be_empty(whole):
    """On a quiet day a feed holds nothing, and nothing is wrong."""
    assert parse(whole.encode(), source=SourceRules(name="test")) == []

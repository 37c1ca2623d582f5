"""Formats are told by content."""

import pytest

from dateline.wire.parse import READERS, parse
from dateline.wire.refused import TooLargeError, UnknownFormatError, UnreadFormatError
from dateline.wire.sniff import Format, sniff
from support.wire_files import RULES, g2, ninjs


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        (g2().encode(), Format.NEWSML_G2),
        (b"<?xml version='1.0'?><!-- <nitf> --><newsMessage/>", Format.NEWSML_G2),
        (b"<!DOCTYPE x [<!ENTITY a 'b'> ]><nar:packageItem/>", Format.NEWSML_G2),
        (b"<!DOCTYPE NewsML SYSTEM 'a.dtd'><NewsML/>", Format.NEWSML_1),
        (b"<nitf/>", Format.NITF),
        (b"<rss version='2.0'/>", Format.RSS),
        (b"<rdf:RDF/>", Format.RSS),
        (b"<feed/>", Format.ATOM),
        (ninjs(), Format.NINJS),
        (b'  [{"pubStatus": "usable", "uri": "a"}]', Format.NINJS),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', Format.JSON_FEED),
        (b"\x16\x16\x01a0001", Format.ANPA_1312),
        (b"\x01eca062 4 i 211", Format.IPTC_7901),
        (b'{"data": {"item": {"altids": {"itemid": "a"}}}}', Format.AP_MEDIA),
        (b'{"api_version": "1", "error": {"code": 1}}', Format.AP_MEDIA),
        (b'{"uri": "a", "version": "1", "altids": {"itemid": "a"}}', Format.NINJS),
        (b"bdt0157 3 vm 211  dpa 0157\n\nVerkehr/", Format.IPTC_7901),
        (b"\x7f\x00\r\neca062 4 i 211\r\n", Format.IPTC_7901),
        (b"\x01a0401\x1f---w\r\n", Format.ANPA_1312),
    ],
)
def test_the_format_shows_in_the_bytes(raw, form):
    """Root, first properties or control characters tell."""
    assert sniff(raw) is form


@pytest.mark.parametrize("raw", [b"", b"hello", b"{}", b"<html/>", b"PK\x03\x04"])
def test_an_unknown_format_is_refused_with_a_hint(raw):
    """The error says how the bytes begin and what is read."""
    with pytest.raises(UnknownFormatError) as caught:
        sniff(raw)

    assert "NewsML-G2" in caught.value.hint


def test_a_known_format_that_is_not_read_is_named(monkeypatch):
    """The person who meets it learns what it is."""
    monkeypatch.delitem(READERS, Format.NITF)
    with pytest.raises(UnreadFormatError, match="nitf"):
        parse(b"<nitf/>", source=RULES)


def test_more_bytes_than_allowed_are_refused_unread():
    """Size is looked at before anything else."""
    with pytest.raises(TooLargeError):
        parse(b"<" * (RULES.max_bytes + 1), source=RULES)

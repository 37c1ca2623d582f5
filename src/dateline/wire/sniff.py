"""Which format these bytes are, by what they hold and never by their name."""

import re
from enum import StrEnum
from typing import Final

from dateline.wire.refused import UnknownFormatError


class Format(StrEnum):
    """The formats that can be told apart; ``parse`` says which it reads."""

    NEWSML_G2 = "newsml-g2"
    NEWSML_1 = "newsml-1"
    NITF = "nitf"
    RBNEWS = "rbnews"
    NINJS = "ninjs"
    RSS = "rss"
    ATOM = "atom"
    JSON_FEED = "json-feed"
    IPTC_7901 = "iptc-7901"
    ANPA_1312 = "anpa-1312"
    JPEG = "jpeg"
    AP_MEDIA = "ap-media"


G2_ROOTS: Final = frozenset(
    {"newsmessage", "newsitem", "packageitem", "conceptitem", "knowledgeitem"}
    | {"planningitem", "catalogitem", "catalog"}
)
# A part of a NewsML-G2 item that came alone; its reader says so.
FRAGMENTS: Final = frozenset({"contentset", "contentmeta", "itemmeta", "groupset"})
BY_ROOT: Final = {
    "newsml": Format.NEWSML_1,
    "nitf": Format.NITF,
    "rbnews": Format.RBNEWS,
    "rss": Format.RSS,
    "rdf": Format.RSS,
    "feed": Format.ATOM,
} | dict.fromkeys(G2_ROOTS | FRAGMENTS, Format.NEWSML_G2)

LOOK: Final = 64 * 1024  # bytes at the start in which the root or the uri must show
SYN, SOH = b"\x16", b"\x01"
FILLING: Final = b"\x00\x7f \t\r\n"  # what idles on a line between messages
# "bdt0157 3 pl 211", also where SOH was lost in a recoding.
HEADER_7901: Final = re.compile(
    rb"\x01?[A-Za-z][A-Za-z-]{1,24}\d{3,4} \d [A-Za-z]{1,6} \d{1,6}(?=\s|$)"
)
ANPA_HEADER: Final = re.compile(rb"\x01?[A-Za-z]\d{4}\x1f")
# Declarations, instructions and comments, each up to its first end and no further: were
# another one tried, forty comments without an element would take weeks.
_BEFORE: Final = rb"\s*+(?:(?><\?[^?]*+(?:\?(?!>)[^?]*+)*+\?>|<!--.*?-->)\s*+)*+"
ROOT: Final = re.compile(
    _BEFORE
    + rb"(?:<!DOCTYPE[^\[>]{0,2000}(?:>|(?>\[.*?\]\s*+>))\s*+)?"
    + _BEFORE
    + rb"<([A-Za-z_][\w.:-]{0,80})",
    re.DOTALL,
)
NINJS_MARK: Final = re.compile(
    rb'"(?:uri|\$?standard|version_?created|pub_?status)"\s*:', re.IGNORECASE
)

# AP's ids are also in ninjs that was made of AP's items; there they have neither
# an envelope nor a version that is a number.
AP_IDS: Final = re.compile(rb'"altids"\s*:\s*\{[^{}]*"(?:itemid|friendlykey|etag)"')
AP_SHAPE: Final = re.compile(rb'"item"\s*:\s*\{|"version"\s*:\s*\d')
AP_ANSWER: Final = re.compile(
    rb'\{\s*"(?:api_version|id|method)"\s*:\s*"[^"]*"\s*,'
    rb'[^\[]*"(?:data|error)"\s*:\s*\{'
)


def sniff(utf8: bytes) -> Format:
    """Tell the format of bytes that are UTF-8 already.

    Raises:
        UnknownFormatError: nothing fits; says how the bytes begin.
    """
    first = utf8[:1]
    if first == SYN:
        return Format.ANPA_1312
    start = utf8[:LOOK] if first == SOH else utf8[:LOOK].lstrip()
    found = None
    if start[:1] == b"<":
        found = _sniff_xml(start)
    elif start[:1] in {b"{", b"["}:
        found = _sniff_json(utf8[:LOOK])
    else:
        found = _sniff_text_wire(start.lstrip(FILLING))
    if found is None:
        raise UnknownFormatError(f"unknown format, begins {bytes(start[:40])!r}")
    return found


def _sniff_text_wire(start: bytes) -> Format | None:
    """Tell a text wire by its first line, with its control characters or without."""
    if start[:1] == SYN or ANPA_HEADER.match(start):
        return Format.ANPA_1312
    if start[:1] == SOH or HEADER_7901.match(start):
        return Format.IPTC_7901
    return None


def root_of(start: bytes) -> bytes:
    """Give the name of the root element as written; empty if none shows."""
    found = ROOT.match(start)
    return found[1] if found else b""


def _sniff_xml(start: bytes) -> Format | None:
    """Tell an XML format by its root."""
    name = root_of(start).rpartition(b":")[2].lower()
    return BY_ROOT.get(name.decode("ascii"))


def _sniff_json(start: bytes) -> Format | None:
    """Tell a JSON format by the properties it must have."""
    if start.find(b"jsonfeed.org/version") >= 0:  # quicker than "in" in Python 3.11
        return Format.JSON_FEED
    if AP_ANSWER.match(start) or _is_ap_item(start):
        return Format.AP_MEDIA
    return Format.NINJS if NINJS_MARK.search(start) else None


def _is_ap_item(start: bytes) -> bool:
    """Say whether AP's own ids are there, in AP's own shape."""
    if start.find(b'"altids"') < 0:  # far cheaper than the patterns; most have none
        return False
    return bool(AP_IDS.search(start) and AP_SHAPE.search(start))

"""Whole files of our own making: feeds, AP's API, a photograph.

The same files are damaged by ``bench.fuzz``.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.news.block import BlockKind
from dateline.news.item import ItemKind, PubStatus, Signal
from dateline.wire.parse import parse
from support.wire_files import RULES

SAMPLES = Path(__file__).parent / "samples"


def items_of(name):
    """Parse a sample."""
    return parse((SAMPLES / name).read_bytes(), source=RULES)


def test_a_feed_as_blogs_send_it():
    """Full text with a table, an excerpt, a picture; an entry without a guid."""
    ferry, ice = items_of("rss-blog.xml")

    assert ferry.uri == "https://gazette.example/?p=4711"
    assert ferry.headline == "Ferry & tram share one ticket from ‘Monday’"
    assert (ferry.byline, ferry.standfirst) == ("Ada Sample", "")
    assert [block.kind for block in ferry.body] == [
        BlockKind.PARAGRAPH,
        BlockKind.CROSSHEAD,
        BlockKind.TABLE,
        BlockKind.LIST,
    ]
    assert ferry.body[2].text == "Zone\tPrice\nA\t2.80"
    assert ferry.keywords == ("Transport", "Lake")
    (picture,) = ferry.pictures
    assert (picture.caption, picture.credit) == ("A blue tram at the pier", "Bo Probe")
    assert [file.width for file in picture.renditions] == [1200, 150]
    assert {each.reason for each in ferry.stripped} == {
        "script is not copy",
        "footer of the feed",
    }
    assert ice.uri == "https://gazette.example/ice"
    assert ice.version_created == datetime(2026, 8, 5, 0, 15, tzinfo=UTC)
    assert "https://gazette.example/ice.mp3" in [link.href for link in ice.links]


def test_an_rdf_feed_that_lies_about_its_encoding():
    """It says Latin-1 and is UTF-8; entities are escaped twice."""
    (item,) = items_of("rdf-wire.xml")

    assert item.headline == "Le bac reprend à l'aube"
    assert item.body_text == "Le bac a repris à cinq heures."
    assert (item.byline, item.language) == ("Zoé Modèle", "fr")
    assert any("read as UTF-8" in text for text in item.warnings)


def test_an_atom_feed_with_a_tombstone():
    """The entry, and the one that was taken back."""
    entry, gone = items_of("atom-wire.xml")

    assert entry.headline == "Crane < bridge: which is higher?"
    assert [(block.kind, block.text) for block in entry.body] == [
        (BlockKind.PARAGRAPH, "The crane is lower."),
        (BlockKind.QUOTE, "We measured twice."),
    ]
    assert (gone.uri, gone.pub_status) == (
        "tag:harbour.example,2026:3",
        PubStatus.WITHHELD,
    )


@pytest.mark.parametrize(
    ("name", "form", "uri"),
    [
        ("json-feed.json", "json-feed", "h-1"),
        ("ap-media.json", "ap-media", "https://api.ap.org/media/v/content/f00d"),
        ("photo.jpg", "jpeg", "urn:dateline:acme:MNA1234:2019-08-05"),
    ],
)
def test_each_is_known_by_what_it_holds(name, form, uri):
    """No name of a file is asked."""
    (item,) = items_of(name)

    assert (item.format, item.uri) == (form, uri)


def test_a_photograph_obeys_its_instructions():
    """EUO NARCH SYROUT."""
    (item,) = items_of("photo.jpg")

    assert item.kind is ItemKind.PICTURE
    assert item.pictures[0].rights.words == (
        "editorial use only",
        "no archives",
        "not for SYR",
    )


def test_ap_says_what_is_urgent():
    """An alert of priority u, in its second version."""
    (item,) = items_of("ap-media.json")

    assert item.urgency == 3
    assert Signal.ALERT in item.signals

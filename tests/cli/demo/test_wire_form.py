"""The demo's wires write what our own wire reads."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dateline.cli.demo.copy import wire_copy
from dateline.cli.demo.schedule import COASTLINE, MERIDIAN, WIRES
from dateline.cli.demo.wire_form import copy_of
from dateline.news.item import PubStatus
from dateline.wire.parse import parse
from dateline.wire.source import SourceRules

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def sent(wire, number=0, **changes):
    """Return an item of a wire, and what our wire reads of it."""
    table = wire_copy(wire.name)["items"][number]
    copy = copy_of(
        table,
        uri=f"urn:newsml:{wire.name}.example:1",
        version=1,
        moment=NOW,
        agency=wire.agency,
        credit=wire.credit,
    )
    copy = replace(copy, **changes)
    source = SourceRules(name=wire.name, agency_name=wire.agency, credit=wire.credit)
    (item,) = parse(wire.form(copy), source=source)
    return copy, item


@pytest.mark.parametrize("wire", WIRES, ids=lambda wire: wire.name)
def test_every_item_is_read_whole(wire):
    """Nothing is lost on the way, and nothing is odd."""
    for number in range(len(wire_copy(wire.name)["items"])):
        copy, item = sent(wire, number)
        assert item.warnings == ()
        assert item.uri == copy.uri
        assert item.headline == copy.headline
        assert item.standfirst == copy.standfirst
        assert item.slugline == copy.slugline
        assert item.urgency == copy.urgency
        assert item.version_created == NOW
        assert [block.text for block in item.body] == list(copy.paragraphs)
        assert item.dateline.credit == wire.credit
        assert [subject.name for subject in item.subjects if subject.kind != "geoarea"]
        assert bool(item.pictures) is bool(copy.picture)
        for picture in item.pictures:
            assert picture.alt
            assert picture.caption
        assert item.bylines == () or item.bylines[0].names == (copy.byline,)
        assert not item.needs_human


@pytest.mark.parametrize("wire", WIRES, ids=lambda wire: wire.name)
def test_an_embargo_is_read(wire):
    """The moment of lifting arrives to the second, with its zone."""
    until = NOW + timedelta(minutes=3)

    _, item = sent(wire, embargoed=until)

    assert item.embargoed_until == until


@pytest.mark.parametrize("wire", [MERIDIAN, COASTLINE], ids=lambda wire: wire.name)
def test_a_kill_is_read(wire):
    """The same uri, canceled, without a body; its reason is a note for the desk."""
    _, item = sent(wire, status="canceled", paragraphs=(), note="It was an exercise.")

    assert item.pub_status is PubStatus.CANCELED
    assert item.body == ()
    assert [note.text for note in item.ed_notes] == ["It was an exercise."]

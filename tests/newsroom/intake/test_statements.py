"""How often intake asks the database: a wire brings a hundred items a second."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dateline.newsroom.models import Story, Topic, WireItem
from dateline.newsroom.wire_threads import take_dropped
from dateline.wire.feeds.folder import DropFolder
from dateline.wire.raw_archive import RawArchive
from support.copy import NOON
from support.near_copy import BRIDGE, body_of
from support.newsroom_wire import DESK, copy

AN_ITEM = 20
"""Of one new item: what is known of it; its cities, its topics by name and then whole
(3); that its story's id is free; the story, its cities, its topics, its revision, that
revision's number, the log (6); what it is like; its row, its bands, its words (4); two
savepoints, set and left (4)."""

A_BURST = 8
"""Of all that comes together: begin and commit; the desk's rules; the wire's own row,
read and written in a savepoint (4)."""


@pytest.fixture
def drop(either, tmp_path):
    """Return a function that drops new items, takes them in and counts statements."""
    folder = tmp_path / "drop"
    rules = replace(DESK, folder=folder)
    archive = RawArchive(tmp_path / "raw")
    Topic.objects.create(id="rain", name="Rain")
    body = body_of(BRIDGE.alike[0])

    def statements(*numbers):
        watched = DropFolder(rules, archive=archive, now=lambda: NOON)
        for number in numbers:
            new = {"uri": f"urn:x:{number}", "headline": f"Bridge {number}"}
            raw = copy(**new, body_xhtml=body, subject=[{"name": "Rain"}])
            (folder / f"{number}.json").write_bytes(raw)
        (burst,) = watched.look()
        with CaptureQueriesContext(connection) as queries:
            take_dropped(burst, now=NOON)
        return len(queries.captured_queries)

    statements(0)  # content types and the wire's own row are asked for once
    return statements


def test_a_new_item_alone_asks_no_more_than_it_must(drop):
    """Its whole way in: one transaction."""
    assert drop(1) <= A_BURST + AN_ITEM
    assert WireItem.objects.get(uri="urn:x:1").story.topics.count() == 1


def test_what_comes_together_is_asked_for_together(drop):
    """What is the same for all of a burst is asked once."""
    assert drop(*range(1, 11)) <= A_BURST + 10 * AN_ITEM
    assert Story.objects.count() == 11

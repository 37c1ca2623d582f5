"""The desk's own work, as it runs."""

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dateline.newsroom import desk as desk_module
from dateline.newsroom import wire_threads
from dateline.newsroom.actions.schedule import Schedule
from dateline.newsroom.desk import run_desk
from dateline.newsroom.models import Story, WireItem
from dateline.settings import WireSettings
from support.newsroom_copy import a_draft, again
from support.newsroom_wire import copy

PATIENCE = 20


def until(true):
    """Wait for something that happens by itself."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


@pytest.fixture
def working(house, tmp_path):
    """A desk at work, with a folder that an agency drops files in."""
    folder = tmp_path / "drop"
    wire = WireSettings(
        name="acme", provider="acme", folder=folder, publish=True, section="world"
    )
    settings = replace(house.settings, wires=(wire,))
    stop = threading.Event()
    thread = threading.Thread(target=run_desk, args=(settings,), kwargs={"stop": stop})
    thread.start()
    until((folder / "done").exists)
    yield folder
    stop.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()


@pytest.mark.slow
def test_a_dropped_file_becomes_a_story(house, working):
    """And is put away."""
    (working / "ferry.json").write_bytes(copy())

    until(lambda: any(working.glob("done/*/ferry.json")))
    assert Story.objects.get().live
    assert "story.published" in house.kinds()


@pytest.mark.slow
def test_what_is_due_happens_to_the_second(house, working):
    """Nobody looks, and it is public."""
    story = a_draft()
    now = datetime.now(UTC)
    moment = now + timedelta(seconds=1)
    Schedule(story=story, moment=moment, now=now).execute()

    until(lambda: again(story).live)

    assert moment <= again(story).first_published < moment + timedelta(seconds=2)


@pytest.mark.slow
def test_one_bad_file_does_not_stop_the_wire(house, working, monkeypatch):
    """It stays for another try, and the next file goes in."""
    whole = wire_threads.take_in_file

    def stumbles(raw, **fields):
        if b"BAD" in raw:
            raise RuntimeError
        return whole(raw, **fields)

    monkeypatch.setattr(wire_threads, "take_in_file", stumbles)
    (working / "bad.json").write_bytes(copy(uri="urn:example:bad", headline="BAD"))
    (working / "ferry.json").write_bytes(copy())

    until(lambda: WireItem.objects.filter(uri="urn:example:ferry").exists())
    assert (working / "bad.json").exists()


@pytest.mark.slow
def test_the_queue_outlives_a_stumbling_database(house, working, monkeypatch):
    """It is logged, and tried again."""
    whole = desk_module.run_due
    tries = []

    def stumbles(now):
        tries.append(now)
        if len(tries) < 2:
            raise ConnectionError
        return whole(now)

    monkeypatch.setattr(desk_module, "PAUSE", 0.05)
    monkeypatch.setattr(desk_module, "run_due", stumbles)

    until(lambda: len(tries) > 2)

"""What the demo's wires send, and when."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from dateline.cli.demo.pictures import picture_bytes
from dateline.cli.demo.running_wires import Sent, drop, left, read_notes, write_notes
from dateline.cli.demo.schedule import schedule

START = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PLAN = schedule(START)


def called(name):
    """Return the one sending of that name."""
    (sending,) = [each for each in PLAN if each.name == name]
    return sending


def test_items_come_in_turn_from_both_wires():
    """A spectator sees something new every twenty seconds, later every two minutes."""
    ordinary = [each for each in PLAN if each.name.startswith("item-")]
    pauses = [round(b.after - a.after, 6) for a, b in pairwise(ordinary)]

    assert pauses == [20.0] * 12 + [120.0] * (len(pauses) - 12)
    assert ordinary[-1].after > 80 * 60
    assert {each.wire.name for each in ordinary[:2]} == {"meridian", "coastline"}


def test_the_embargo_lifts_three_minutes_after_the_start():
    """It is sent at once and held until then."""
    sending = called("embargoed-v1")

    assert sending.after == 0
    assert sending.copy.embargoed == START + timedelta(minutes=3)


def test_a_story_comes_in_two_versions():
    """Same uri, higher version, more copy."""
    first, second = called("updated-v1"), called("updated-v2")

    assert first.copy.uri == second.copy.uri
    assert (first.copy.version, second.copy.version) == (1, 2)
    assert first.after < second.after
    assert len(second.copy.paragraphs) > len(first.copy.paragraphs)


def test_one_story_is_killed_by_its_agency():
    """Sent as usable first, canceled within four minutes."""
    first, kill = called("killed-v1"), called("killed-v2")

    assert first.copy.uri == kill.copy.uri
    assert (first.copy.status, kill.copy.status) == ("usable", "canceled")
    assert first.after < kill.after < 240


def test_names_are_unique():
    """What was sent is noted by name, so no two may share one."""
    names = [(each.wire.name, each.name) for each in PLAN]

    assert len(set(names)) == len(names)


def test_a_second_start_goes_on_with_what_is_left(tmp_path):
    """Nothing is sent twice, and the next item comes at once."""
    sent = Sent(begun=START, names=["meridian/embargoed-v1", "coastline/updated-v1"])
    write_notes(tmp_path / "notes.json", sent)

    again = read_notes(tmp_path / "notes.json", now=START + timedelta(hours=1))
    rest = left(again, pace=20, embargo=180)

    assert again == sent
    assert len(rest) == len(PLAN) - 2
    assert rest[0].after == 0
    assert all(each.copy.uri.split(":")[3] == "20261124" for each in rest)


def test_a_picture_lies_beside_its_item(tmp_path):
    """The wire names the file, and the file is there before the item."""
    sending = next(each for each in PLAN if each.copy.picture)

    path = drop(sending, {sending.wire.name: tmp_path}, now=START)

    (photo,) = [each for each in tmp_path.iterdir() if each != path]
    assert photo.name.encode() in path.read_bytes()
    assert photo.read_bytes() == picture_bytes(sending.copy.picture)
    assert photo.stat().st_mtime_ns <= path.stat().st_mtime_ns


def test_a_drop_is_whole_at_once(tmp_path):
    """No reader of the folder sees half a file."""
    sending = PLAN[0]

    path = drop(sending, {sending.wire.name: tmp_path}, now=START)

    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == sending.body(START)

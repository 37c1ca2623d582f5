"""The weather file: whole, atomic, and empty rather than wrong."""

from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from dateline.live.board import read_board, write_board
from dateline.news.weather import Reading

NOW = datetime(2016, 12, 15, 13, tzinfo=UTC)
READING = Reading(
    city_id="new-delhi",
    temperature=-0.4,
    valid_at=NOW,
    fetched_at=NOW,
    provider="met-norway",
)


def test_what_is_written_is_read(tmp_path):
    """The readings come back as they were, and no other file is left behind."""
    path = tmp_path / "new" / "weather.json"

    write_board(path, {"new-delhi": READING})

    assert read_board(path) == {"new-delhi": READING}
    assert [one.name for one in path.parent.iterdir()] == ["weather.json"]


def test_who_is_reading_reads_the_old_file_to_its_end(tmp_path):
    """The file is replaced, never written into: an open one stays as it was."""
    path = tmp_path / "weather.json"
    write_board(path, {"new-delhi": READING})
    before = path.read_bytes()

    with path.open("rb") as reader:
        write_board(path, {})
        assert reader.read() == before


def test_a_missing_file_is_empty_without_a_word(tmp_path):
    """The first start has no weather yet; a warning would alarm for nothing."""
    with capture_logs() as logs:
        assert read_board(tmp_path / "weather.json") == {}
    assert logs == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda body: body[: len(body) // 2],
        lambda body: body.replace(b"-0.4", b"NaN"),
        lambda body: body.replace(b"-0.4", b"null"),
        lambda body: body.replace(b"-0.4", b"272.75"),
        lambda body: body.replace(b"celsius", b"kelvin"),
        lambda body: body.replace(b"+00:00", b""),
        lambda body: b"\xff" + body,
        lambda _: b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_empty_with_a_warning(tmp_path, damage):
    """Half a file, an impossible value, another unit: nothing of it is shown."""
    path = tmp_path / "weather.json"
    write_board(path, {"new-delhi": READING})
    path.write_bytes(damage(path.read_bytes()))

    with capture_logs() as logs:
        assert read_board(path) == {}
    assert logs[0]["event"] == "weather.board_unreadable"


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    """If the disk fails before the file is whole, readers keep the old one."""
    path = tmp_path / "weather.json"
    write_board(path, {"new-delhi": READING})
    before = path.read_bytes()

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dateline.live.board.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_board(path, {})

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]

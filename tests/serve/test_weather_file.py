"""The weather file, read again when it has changed."""

import json
from datetime import UTC, datetime

from dateline.news.weather import Reading, board_to_dict
from dateline.serve.weather_file import WeatherFile

NOW = datetime(2016, 12, 15, 13, 0, tzinfo=UTC)


def write(path, temperature):
    """Write one temperature."""
    reading = Reading(
        city_id="mumbai",
        temperature=temperature,
        valid_at=NOW,
        fetched_at=NOW,
        provider="met-norway",
    )
    new = path.with_suffix(".new")
    new.write_text(json.dumps(board_to_dict([reading])), encoding="utf-8")
    new.replace(path)


def test_it_is_read_only_when_it_is_another(tmp_path):
    """A look without a change reads nothing."""
    path = tmp_path / "weather.json"
    file = WeatherFile(path)

    assert not file.look()
    write(path, 20.0)
    assert file.look()
    assert not file.look()
    write(path, 21.0)
    assert file.look()
    assert file.readings["mumbai"].temperature == 21.0


def test_a_broken_file_leaves_what_there_was(tmp_path):
    """Rubbish, an impossible value or no file at all takes nothing away."""
    path = tmp_path / "weather.json"
    file = WeatherFile(path)
    write(path, 20.0)
    file.look()
    for rubbish in ("{", "[]", '{"format": 1, "readings": [{"temperature": NaN}]}'):
        path.write_text(rubbish, encoding="utf-8")
        assert not file.look()
    path.unlink()
    assert not file.look()

    assert file.readings["mumbai"].temperature == 20.0

"""Weather by file: dropped, nearest to now, and never half believed."""

import asyncio
import json
import os
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.live.exchange import LARGEST
from dateline.live.file_drop import FileDrop, parse, write_drop
from dateline.live.sample import sample_readings
from dateline.live.watch import Watch
from dateline.news.weather import temperature_text
from support.json_damage import damaged

GOOD = {
    "provider": "imd-bulletin",
    "sample": False,
    "readings": [
        {
            "city_id": "new-delhi",
            "temperature": 19.4,
            "condition": "haze",
            "valid_at": "2016-12-15T17:30:00+05:30",
        }
    ],
}


@pytest.fixture
def drop(tmp_path):
    """Return a function that drops a document under a name."""

    def put(name, document):
        body = (
            document if isinstance(document, bytes) else json.dumps(document).encode()
        )
        (tmp_path / name).write_bytes(body)

    return put


@pytest.fixture
def look(tmp_path, delhi, hours):
    """Return a function that looks into the folder for New Delhi."""
    return lambda: asyncio.run(
        FileDrop(folder=tmp_path).fetch([delhi], now=hours.now())
    )


def test_a_dropped_file_is_read(drop, look, tmp_path):
    """Value, word, moment and source come from the file; fetched when written."""
    drop("weather-1.json", GOOD)
    os.utime(tmp_path / "weather-1.json", (1481803000, 1481803000))

    (reading,) = look().readings

    assert reading.temperature == 19.4
    assert reading.condition == "haze"
    assert reading.provider == "imd-bulletin"
    assert reading.fetched_at.timestamp() == 1481803000
    assert not reading.sample


def test_a_folder_that_is_not_there_is_empty(delhi, hours, tmp_path):
    """The source may be named before the folder exists."""
    source = FileDrop(folder=tmp_path / "later")

    assert asyncio.run(source.fetch([delhi], now=hours.now())).readings == ()


def test_the_reading_nearest_to_now_is_taken(drop, look, hours):
    """Of several files and hours the one that fits best is shown; others wait."""
    hourly = [
        {
            "city_id": "new-delhi",
            "temperature": hour,
            "valid_at": f"2016-12-15T{hour}:00:00Z",
        }
        for hour in range(10, 20)
    ]
    drop("weather-a.json", {"provider": "a", "readings": hourly[:3]})
    drop("weather-b.json", {"provider": "b", "readings": hourly[3:]})

    seen = []
    for _ in range(4):
        seen.append(look().readings[0].temperature)
        hours.pass_by(hours=1)

    assert seen == [12, 13, 14, 15]


def test_other_names_and_cities_are_left_alone(drop, look):
    """Only weather-*.json is read, and only for the cities of the site."""
    drop("notes.json", GOOD)
    drop(".weather-1.json.77", GOOD)
    elsewhere = GOOD["readings"][0] | {"city_id": "atlantis"}
    drop("weather-1.json", GOOD | {"readings": [elsewhere]})

    assert look().readings == ()


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"{",
        b"null",
        b"\xff",
        b" " * (LARGEST + 1),
        GOOD | {"humidity": 3},
        GOOD | {"sample": "no"},
        GOOD | {"provider": ""},
        {"readings": GOOD["readings"]},
        GOOD | {"readings": [GOOD["readings"][0] | {"temperature": 292.55}]},
        GOOD | {"readings": [GOOD["readings"][0] | {"temperature": None}]},
        GOOD | {"readings": [GOOD["readings"][0] | {"temperature": "19"}]},
        GOOD | {"readings": [GOOD["readings"][0] | {"condition": "<b>hot</b>"}]},
        GOOD | {"readings": [GOOD["readings"][0] | {"valid_at": "2016-12-15T17:30"}]},
    ],
)
def test_a_bad_file_is_passed_over_and_the_others_count(drop, look, bad):
    """A file that is not as written is refused whole; a good one beside it serves."""
    drop("weather-2.json", bad)
    drop("weather-1.json", GOOD)

    batch = look()

    assert len(batch.readings) == 1
    assert len(batch.refused) == 1
    assert batch.refused[0].hint


def test_a_file_that_cannot_be_opened_is_passed_over(drop, look, tmp_path):
    """A folder with the name of a drop is an error of its own, no more."""
    (tmp_path / "weather-9.json").mkdir()
    drop("weather-1.json", GOOD)

    assert len(look().readings) == 1


@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(data):
    """Any damage to a good file gives showable readings or an error of ours."""
    body = data.draw(damaged(GOOD))
    try:
        readings = parse(body, name="x", fetched_at=datetime(2016, 12, 15, tzinfo=UTC))
    except DatelineError as error:
        assert error.hint  # noqa: PT017 - either outcome is right
    else:
        for reading in readings:
            assert temperature_text(reading.temperature)


def test_a_demo_has_sample_weather_all_day(tmp_path, cities, hours):
    """One dropped file of samples keeps every city shown, and labelled, for a day."""
    folder = tmp_path / "drops"
    samples = sample_readings(cities, hours.now(), hours=24)
    write_drop(folder, samples, provider="sample", now=hours.now())
    watch = Watch(
        cities=cities,
        chain=[FileDrop(folder=folder)],
        path=tmp_path / "weather.json",
        clockwork=hours.clockwork,
    )

    absent = []
    for _ in range(24):
        absent += asyncio.run(watch.look()).absent
        assert all(reading.sample for reading in watch.readings.values())
        hours.pass_by(hours=1)

    assert absent == []


def test_a_corrected_file_counts_at_the_next_round(tmp_path, drop, delhi, hours):
    """Bad files never make the folder rest: nobody is asked too often there."""
    watch = Watch(
        cities=[delhi],
        chain=[FileDrop(folder=tmp_path)],
        path=tmp_path / "data" / "weather.json",
        clockwork=hours.clockwork,
    )
    drop("weather-1.json", b"{")
    for _ in range(5):
        asyncio.run(watch.look())
        hours.pass_by(minutes=1)
    drop("weather-1.json", GOOD)

    assert len(asyncio.run(watch.look()).taken) == 1


def test_a_drop_appears_whole(tmp_path, cities, hours):
    """The file is written under another name first; only the finished one is left."""
    samples = sample_readings(cities, hours.now())

    path = write_drop(tmp_path, samples, provider="sample", now=hours.now())

    assert list(tmp_path.iterdir()) == [path]
    assert path.name == "weather-20161215T121000.json"
    dropped = parse(path.read_bytes(), name=path.name, fetched_at=hours.now())
    assert dropped == samples
    assert hours.now() - dropped[0].valid_at < timedelta(minutes=30)

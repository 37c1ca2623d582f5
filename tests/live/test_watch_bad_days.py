"""The whole watch on bad days, against services like the real ones."""

import gzip
import json
from datetime import timedelta

import pytest

from dateline.live.identity import Identity
from dateline.live.met_norway import MetNorway
from dateline.live.open_meteo import OpenMeteo
from dateline.live.openweather import OpenWeather
from dateline.live.source import HttpSource
from dateline.live.watch import Watch
from dateline.news.weather import temperature_text
from support.weather_services import Says

WHO = Identity(contact="desk@paper.in")
SHORT = timedelta(seconds=1)


@pytest.fixture
def town(met_service, open_meteo_service, openweather_service, hours):
    """Return the three services, set to the watch's clock."""
    services = (met_service, open_meteo_service, openweather_service)
    for service in services:
        service.now = hours.now
    return services


@pytest.fixture
def watched(town, hours, cities, tmp_path, run):
    """Return a function that runs ``work(watch)`` over the three services."""
    met, meteo, weather = (service.host for service in town)
    providers = (
        MetNorway(identity=WHO, host=met),
        OpenMeteo(identity=WHO, host=meteo),
        OpenWeather(identity=WHO, host=weather, key="good-key"),
    )

    def watched_by(work):
        async def whole(client):
            clockwork = hours.clockwork
            chain = [
                HttpSource(
                    provider=one, client=client, clockwork=clockwork, limit=SHORT
                )
                for one in providers
            ]
            path = tmp_path / "weather.json"
            return await work(
                Watch(cities=cities, chain=chain, path=path, clockwork=clockwork)
            )

        return run(whole)

    return watched_by


async def one_round(watch):
    """Make one round and return the watch's readings."""
    await watch.look()
    return watch.readings


BAD_DAYS = {
    "429": {"status": 429, "headers": {"Retry-After": "600"}},
    "500": {"status": 500, "body": b"Internal Server Error"},
    "slow": {"hang": 3.0},
    "dripping": {"drip": 0.1, "body": b"x" * 50},
    "empty": {},
    "garbage": {"body": b"\x00\x01\xff\xfe" * 100},
    "page": {"body": b"<html><h1>Welcome to the hotel's Wi-Fi</h1></html>"},
    "huge": {"body": b" " * 2_100_000},
    "redirect": {"status": 302, "headers": {"Location": "http://127.0.0.1:1/"}},
    "304": {"status": 304},
    "cut": {"body": b"{", "cut": True, "headers": {"Connection": "close"}},
}
BAD_VALUES = {
    "null": b"null",
    "NaN": b"NaN",
    "Infinity": b"-Infinity",
    "text": b'"19.4"',
    "kelvin": b"292.55",
    "empty": b"",
    "dash": b"-",
}


@pytest.mark.parametrize("day", BAD_DAYS)
def test_on_a_bad_day_the_next_provider_serves(watched, town, day):
    """Each bad day of the first service leaves every city with the second's reading."""
    town[0].mood = lambda _: Says(**BAD_DAYS[day])

    readings = watched(one_round)

    assert {one.provider for one in readings.values()} == {"open-meteo"}
    assert len(readings) == 3
    assert len(town[0].asked) <= 2  # the breaker: not every city runs into it


@pytest.fixture
def all_send(town):
    """Return a function that makes all services send these bytes as temperature."""

    def send(value):
        for service in town:
            service.temperature = "MARK"

            def mood(asked, service=service):
                body = service.usual(asked).body
                packed = body.startswith(b"\x1f\x8b")
                body = gzip.decompress(body) if packed else body
                return Says(body=body.replace(b'"MARK"', value))

            service.mood = mood

    return send


@pytest.mark.parametrize("value", BAD_VALUES)
def test_an_impossible_value_from_all_is_shown_by_none(
    watched, town, all_send, tmp_path, value
):
    """If all three services send nonsense, there is no reading and no file."""
    all_send(BAD_VALUES[value])

    readings = watched(one_round)

    assert readings == {}
    assert all(service.asked for service in town)
    assert not (tmp_path / "weather.json").exists()


def test_the_same_services_are_believed_with_a_possible_value(watched, all_send):
    """The test above refuses the values, not the way they are sent."""
    all_send(b"-0.4")

    readings = watched(one_round)

    texts = {temperature_text(one.temperature) for one in readings.values()}
    assert texts == {"0\u00a0°C"}


@pytest.mark.parametrize("hours_off", [-5.5, 5.5, 24])
def test_services_whose_time_is_off_are_refused(watched, town, hours, hours_off):
    """A service in the wrong zone is passed over for one in the right one."""
    town[0].modified = hours.now() + timedelta(hours=abs(hours_off) + 1)
    town[1].now = lambda: hours.now() + timedelta(hours=hours_off)

    readings = watched(one_round)

    assert all(service.asked for service in town)
    assert {one.provider for one in readings.values()} == {"openweather"}


def test_a_day_with_everything(watched, town, hours):
    """Through a day of changing weather services every city always has a reading."""
    days = [{**day, "hang": 0.0, "drip": 0.0} for day in BAD_DAYS.values()]

    async def a_day(watch):
        absent = []
        for number in range(48):
            sick = Says(**days[number % len(days)])
            town[0].mood = None if number % 5 == 0 else lambda _, sick=sick: sick
            town[1].mood = None if number % 3 == 0 else lambda _, sick=sick: sick
            town[0].modified = hours.now() - timedelta(minutes=20)
            absent += (await watch.look()).absent
            for reading in watch.readings.values():
                assert temperature_text(reading.temperature).endswith("\u00a0°C")
            hours.pass_by(minutes=30)
        return absent

    assert watched(a_day) == []


def test_no_service_is_asked_more_than_it_allows(watched, town, hours):
    """In a good day MET Norway is asked once per city and Expires, the others never."""

    async def a_day(watch):
        for _ in range(24 * 12):
            await watch.look()
            hours.pass_by(minutes=5)

    watched(a_day)

    # 30 minutes of Expires, rounds every 5: 48 questions a city in a day.
    assert len(town[0].asked) <= 3 * 48
    assert town[1].asked == town[2].asked == []


def test_the_weather_file_is_what_is_written_down(watched, tmp_path):
    """The file is JSON of the documented format, readable without this package."""
    watched(one_round)
    stored = json.loads((tmp_path / "weather.json").read_bytes())

    assert stored["format"] == 1
    assert [one["city_id"] for one in stored["readings"]] == [
        "chennai",
        "mumbai",
        "new-delhi",
    ]
    assert stored["readings"][2] == {
        "city_id": "new-delhi",
        "temperature": 18.9,
        "unit": "celsius",
        "condition": "partly cloudy",
        "valid_at": "2016-12-15T12:00:00+00:00",
        "fetched_at": "2016-12-15T12:10:00+00:00",
        "expires_at": "2016-12-15T12:40:00+00:00",
        "last_modified": "Thu, 15 Dec 2016 11:50:00 GMT",
        "provider": "met-norway",
        "sample": False,
    }

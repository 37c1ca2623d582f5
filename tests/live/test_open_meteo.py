"""Open-Meteo: many cities in one request, arrays and objects."""

import json
from copy import deepcopy
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.live.answer import Answered, GarbledAnswerError
from dateline.live.city import WeatherCity
from dateline.live.identity import Identity
from dateline.live.open_meteo import CONDITIONS, OpenMeteo
from dateline.news import weather
from support.json_damage import damaged

NOON = datetime(2016, 12, 15, 12, 10, tzinfo=UTC)
DELHI = WeatherCity(id="new-delhi", latitude=28.6214, longitude=77.2148)
NOIDA = WeatherCity(id="noida", latitude=28.58, longitude=77.33)
METEO = OpenMeteo(identity=Identity(contact="desk@paper.in"))
ANSWERED = Answered(now=NOON, fetched_at=NOON)


def read(document, cities=(DELHI,)):
    """Parse a decoded answer."""
    return METEO.parse(json.dumps(document).encode(), cities=cities, answered=ANSWERED)


def test_one_request_asks_for_all_cities():
    """Coordinates are comma lists, times are asked for as unixtime, in celsius."""
    params = dict(METEO.request_for([DELHI, NOIDA]).params)

    assert params == {
        "latitude": "28.6214,28.5800",
        "longitude": "77.2148,77.3300",
        "current": "temperature_2m,weather_code",
        "temperature_unit": "celsius",
        "timeformat": "unixtime",
    }


def test_a_contract_has_its_host_and_key():
    """Host and key of a commercial contract are settings."""
    paid = OpenMeteo(
        identity=METEO.identity, host="https://customer.example", key="k-1"
    )

    request = paid.request_for([DELHI])

    assert request.url == "https://customer.example/v1/forecast"
    assert ("apikey", "k-1") in request.params


def test_one_city_is_answered_with_an_object(good_answers):
    """An object is the answer for the one city asked for."""
    (reading,) = read(good_answers["open-meteo"]).readings

    assert reading.temperature == 19.4
    assert reading.condition == "fog"
    assert reading.valid_at == datetime(2016, 12, 15, 12, 0, tzinfo=UTC)
    assert reading.provider == "open-meteo"


def test_an_array_of_one_is_read_too(good_answers):
    """Should the service ever answer one city with an array, it is understood."""
    assert len(read([good_answers["open-meteo"]]).readings) == 1


def test_several_cities_are_answered_with_an_array(good_answers):
    """The array is in the order of the request."""
    second = good_answers["open-meteo"] | {"location_id": 1}

    batch = read([good_answers["open-meteo"], second], (DELHI, NOIDA))

    assert [one.city_id for one in batch.readings] == ["new-delhi", "noida"]


def test_one_bad_place_does_not_spoil_the_others(good_answers):
    """A null for Noida is an error of Noida's; New Delhi has its reading."""
    bad = deepcopy(good_answers["open-meteo"])
    bad["current"]["temperature_2m"] = None

    batch = read([good_answers["open-meteo"], bad], (DELHI, NOIDA))

    assert [one.city_id for one in batch.readings] == ["new-delhi"]
    assert len(batch.refused) == 1


@pytest.mark.parametrize("count", [0, 1, 3])
def test_another_number_of_places_is_refused(good_answers, count):
    """Places that cannot be matched to cities are not guessed."""
    with pytest.raises(GarbledAnswerError, match=f"{count} places for 2 cities"):
        read([good_answers["open-meteo"]] * count, (DELHI, NOIDA))


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("current_units", "temperature_2m"), "°F"),
        (("current_units", "time"), "iso8601"),
        (("current", "temperature_2m"), 292.55),
        (("current", "temperature_2m"), "19.4"),
        (("current", "time"), "2016-12-15T12:00"),
        (("current", "time"), 1e300),
        (("current", "time"), -(10**17)),
        (("latitude",), 13.0),
        (("location_id",), 3),
        (("error",), None),
    ],
)
def test_a_wrong_place_is_refused(good_answers, where, value):
    """Other units, text times, kelvin, another place or order give no reading."""
    document = deepcopy(good_answers["open-meteo"])
    inner = document
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = value
    if where == ("error",):
        document = {"error": True, "reason": "Minutely API request limit exceeded."}

    batch = read(document)

    assert batch.readings == ()
    assert batch.refused[0].hint


def test_times_off_by_a_zone_do_not_pass_the_check(good_answers):
    """Local time sent as if it were UTC is 5½ hours off, and refused when taken in."""
    document = deepcopy(good_answers["open-meteo"])
    document["current"]["time"] += 19800
    (reading,) = read(document).readings

    with pytest.raises(weather.ReadingTooFarError):
        weather.check_reading(reading, now=NOON)


@given(data=st.data())
def test_a_damaged_answer_is_read_or_refused(data, good_answers):
    """Any damage to a good answer gives showable readings or errors of ours."""
    good = good_answers["open-meteo"]
    cities = data.draw(st.sampled_from([(DELHI,), (DELHI, NOIDA)]))
    body = data.draw(damaged(good if len(cities) == 1 else [good, good]))
    try:
        batch = METEO.parse(body, cities=cities, answered=ANSWERED)
    except DatelineError as error:
        assert error.hint  # noqa: PT017 - either outcome is right
    else:
        assert len(batch.readings) + len(batch.refused) == len(cities)
        for reading in batch.readings:
            assert weather.temperature_text(reading.temperature)


def test_every_word_is_one_the_strip_can_say():
    """The table leads to written conditions only."""
    assert set(CONDITIONS.values()) <= weather.CONDITIONS

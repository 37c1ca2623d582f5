"""MET Norway's forecast: what is asked for and what is made of the answer."""

import json
from copy import deepcopy
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.live.answer import Answered, GarbledAnswerError
from dateline.live.city import WeatherCity
from dateline.live.identity import Identity
from dateline.live.met_norway import CONDITIONS, MetNorway, condition_for
from dateline.news import weather
from support.json_damage import damaged

NOON = datetime(2016, 12, 15, 12, 10, tzinfo=UTC)
DELHI = WeatherCity(id="new-delhi", latitude=28.6214, longitude=77.2148)
MET = MetNorway(identity=Identity(contact="desk@paper.in"))
ANSWERED = Answered(now=NOON, fetched_at=NOON, last_modified="Thu", expires_at=NOON)


def read(document, *, answered=ANSWERED, city=DELHI):
    """Parse a decoded answer."""
    body = json.dumps(document).encode()
    (reading,) = MET.parse(body, cities=[city], answered=answered).readings
    return reading


def test_the_request_keeps_to_the_terms():
    """At most four decimals and a User-Agent that says whom to write to."""
    city = WeatherCity(id="x", latitude=28.62139999, longitude=-0.00001)

    request = MET.request_for([city], since="Thu, 15 Dec 2016 12:00:00 GMT")

    assert request.url.endswith("/weatherapi/locationforecast/2.0/compact")
    assert request.params == (("lat", "28.6214"), ("lon", "0.0000"))
    assert request.user_agent.startswith("Dateline/")
    assert request.user_agent.endswith(" desk@paper.in")
    assert request.since == "Thu, 15 Dec 2016 12:00:00 GMT"


def test_the_nearest_step_is_the_reading(good_answers):
    """At 12.10 the step of 12.00 is taken, with its word and the answer's moments."""
    reading = read(good_answers["met-norway"])

    assert reading.temperature == 18.9  # 11.00 has 19.4; each hour half a degree less
    assert reading.valid_at == datetime(2016, 12, 15, 12, tzinfo=UTC)
    assert reading.condition == "partly cloudy"
    assert reading.fetched_at == NOON
    assert reading.expires_at == NOON
    assert reading.last_modified == "Thu"
    assert not reading.sample


def test_the_same_answer_serves_the_next_hours(good_answers):
    """Read again four hours later, the answer gives the step of that hour."""
    later = Answered(now=NOON + timedelta(hours=4), fetched_at=NOON)

    reading = read(good_answers["met-norway"], answered=later)

    assert reading.valid_at == datetime(2016, 12, 15, 16, tzinfo=UTC)
    assert reading.fetched_at == NOON


def test_a_step_without_a_temperature_is_passed_over(good_answers):
    """A null in one step leaves the next best step."""
    document = deepcopy(good_answers["met-norway"])
    steps = document["properties"]["timeseries"]
    steps[1]["data"]["instant"]["details"]["air_temperature"] = None

    assert read(document).valid_at.hour == 13


def test_a_step_without_a_symbol_has_no_word(good_answers):
    """The temperature does not need the word."""
    document = deepcopy(good_answers["met-norway"])
    del document["properties"]["timeseries"][1]["data"]["next_1_hours"]

    assert read(document).condition is None


@pytest.mark.parametrize("unit", ["kelvin", "fahrenheit", ""])
def test_another_unit_is_refused(good_answers, unit):
    """Only an answer that says celsius is read."""
    document = deepcopy(good_answers["met-norway"])
    document["properties"]["meta"]["units"]["air_temperature"] = unit

    with pytest.raises(GarbledAnswerError):
        read(document)


def test_an_answer_for_another_place_is_refused(good_answers):
    """Delhi's weather is not shown for Chennai."""
    chennai = WeatherCity(id="chennai", latitude=13.0878, longitude=80.2785)

    with pytest.raises(GarbledAnswerError, match="another place: chennai"):
        read(good_answers["met-norway"], city=chennai)


@pytest.mark.parametrize("temperature", [None, "19.4", 292.55, -273.15, 1e308, [], {}])
def test_an_impossible_temperature_is_refused(good_answers, temperature):
    """Null, text, kelvin and nonsense in every step give an error, no reading."""
    document = deepcopy(good_answers["met-norway"])
    for step in document["properties"]["timeseries"]:
        step["data"]["instant"]["details"]["air_temperature"] = temperature

    with pytest.raises(weather.WeatherError):
        read(document)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"{}",
        b"[]",
        b"<html>502</html>",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"geometry":' * 50_000,
        b'{"a": NaN}',
    ],
)
def test_garbage_is_refused(body):
    """Whatever is no forecast is an error with a hint."""
    with pytest.raises(GarbledAnswerError) as refusal:
        MET.parse(body, cities=[DELHI], answered=ANSWERED)
    assert refusal.value.hint


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "1e999", "-"])
def test_numbers_json_does_not_have_are_refused(good_answers, word):
    """NaN and its like, which some JSON readers let through, are garbage."""
    text = json.dumps(good_answers["met-norway"]).replace("18.9", word)

    with pytest.raises(weather.WeatherError):
        MET.parse(text.encode(), cities=[DELHI], answered=ANSWERED)


def test_a_time_without_a_zone_is_refused(good_answers):
    """A step that does not say its zone makes the answer unusable."""
    text = json.dumps(good_answers["met-norway"]).replace("T12:00:00Z", "T12:00:00")

    with pytest.raises(GarbledAnswerError):
        MET.parse(text.encode(), cities=[DELHI], answered=ANSWERED)


@given(data=st.data())
def test_a_damaged_answer_is_read_or_refused(data, good_answers):
    """Any damage to a good answer gives a showable reading or an error of ours."""
    body = data.draw(damaged(good_answers["met-norway"]))
    try:
        batch = MET.parse(body, cities=[DELHI], answered=ANSWERED)
    except DatelineError as error:
        assert error.hint  # noqa: PT017 - either outcome is right
    else:
        for reading in batch.readings:
            assert weather.temperature_text(reading.temperature)


@pytest.mark.parametrize("suffix", ["", "_day", "_night", "_polartwilight"])
def test_symbols_have_the_same_word_at_any_hour(suffix):
    """The suffix of a symbol code does not matter."""
    assert condition_for(f"heavyrainshowers{suffix}") == "heavy showers"


def test_unknown_symbols_have_no_word():
    """A symbol we do not know leaves the word out."""
    assert condition_for("frogs_day") is None
    assert condition_for(None) is None


def test_every_word_is_one_the_strip_can_say():
    """The table leads to written conditions only."""
    assert set(CONDITIONS.values()) <= weather.CONDITIONS

"""OpenWeather: metric units, a key, and no kelvin."""

import json
from copy import deepcopy
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.live.answer import Answered, GarbledAnswerError, RefusedError
from dateline.live.city import WeatherCity
from dateline.live.identity import Identity
from dateline.live.openweather import CONDITIONS, OpenWeather
from dateline.news import weather
from support.json_damage import damaged

NOON = datetime(2016, 12, 15, 12, 10, tzinfo=UTC)
DELHI = WeatherCity(id="new-delhi", latitude=28.6214, longitude=77.2148)
OPEN = OpenWeather(identity=Identity(contact="desk@paper.in"), key="good-key")
ANSWERED = Answered(now=NOON, fetched_at=NOON)


def read(document):
    """Parse a decoded answer."""
    body = json.dumps(document).encode()
    (reading,) = OPEN.parse(body, cities=[DELHI], answered=ANSWERED).readings
    return reading


def test_the_request_is_metric_and_has_the_key():
    """Without units=metric the answer would be kelvin."""
    assert dict(OPEN.request_for([DELHI]).params) == {
        "lat": "28.6214",
        "lon": "77.2148",
        "units": "metric",
        "appid": "good-key",
    }


def test_without_a_key_it_does_not_begin():
    """A missing key is said at the start, with the remedy."""
    with pytest.raises(RefusedError) as refusal:
        OpenWeather(identity=OPEN.identity, key="")
    assert "dateline.toml" in refusal.value.hint


def test_the_answer_is_the_reading(good_answers):
    """Temperature, the first condition's word and the moment of measurement."""
    reading = read(good_answers["openweather"])

    assert reading.temperature == 19.4
    assert reading.condition == "haze"
    assert reading.valid_at == datetime(2016, 12, 15, 12, 3, tzinfo=UTC)
    assert reading.provider == "openweather"


def test_kelvin_is_refused(good_answers):
    """What 19.4 °C is in kelvin is no temperature in Celsius."""
    document = deepcopy(good_answers["openweather"])
    document["main"]["temp"] = 292.55

    with pytest.raises(weather.ImpossibleTemperatureError):
        read(document)


@pytest.mark.parametrize(
    ("weather_list", "word"),
    [([], None), ([{"id": 999}], None), ([{"id": 502}], "heavy rain")],
)
def test_conditions_without_a_word_leave_it_out(good_answers, weather_list, word):
    """The temperature does not need the word."""
    assert read(good_answers["openweather"] | {"weather": weather_list}).condition == (
        word
    )


@pytest.mark.parametrize("name", ["coord", "main", "dt"])
def test_missing_fields_are_refused(good_answers, name):
    """An answer without place, value or time is no answer."""
    document = {
        key: value for key, value in good_answers["openweather"].items() if key != name
    }
    with pytest.raises(GarbledAnswerError, match=name):
        read(document)


@given(data=st.data())
def test_a_damaged_answer_is_read_or_refused(data, good_answers):
    """Any damage to a good answer gives a showable reading or an error of ours."""
    body = data.draw(damaged(good_answers["openweather"]))
    try:
        (reading,) = OPEN.parse(body, cities=[DELHI], answered=ANSWERED).readings
    except DatelineError as error:
        assert error.hint  # noqa: PT017 - either outcome is right
    else:
        assert weather.temperature_text(reading.temperature)


def test_every_word_is_one_the_strip_can_say():
    """The table leads to written conditions only."""
    assert set(CONDITIONS.values()) <= weather.CONDITIONS

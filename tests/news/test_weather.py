"""What the weather strip may say, and when it must say nothing."""

import json
import math
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.news.weather import (
    CONDITIONS,
    Freshness,
    ImpossibleTemperatureError,
    NaiveReadingMomentError,
    Reading,
    ReadingShapeError,
    ReadingTooFarError,
    board_from_dict,
    board_to_dict,
    check_reading,
    credit_for,
    freshness,
    reading_from_dict,
    reading_to_dict,
    temperature_text,
)

NOW = datetime(2016, 12, 15, 13, 0, tzinfo=UTC)
READING = Reading(
    city_id="new-delhi",
    temperature=19.4,
    condition="haze",
    valid_at=NOW,
    fetched_at=NOW + timedelta(minutes=5),
    expires_at=NOW + timedelta(minutes=35),
    last_modified="Thu, 15 Dec 2016 12:30:00 GMT",
    provider="met-norway",
)
IMPOSSIBLE = [
    math.nan,
    math.inf,
    -math.inf,
    292.55,  # 19.4 °C in kelvin
    60.01,
    -60.01,
    10**400,
    True,
    None,
    "19",
    "",
]


@pytest.mark.parametrize(
    ("celsius", "text"),
    [
        (19.4, "19\u00a0°C"),
        (19.5, "20\u00a0°C"),
        (20.5, "21\u00a0°C"),
        (-0.5, "\u22121\u00a0°C"),
        (-0.4, "0\u00a0°C"),
        (-0.0, "0\u00a0°C"),
        (0, "0\u00a0°C"),
        (-2.5, "\u22123\u00a0°C"),
        (0.49999999999999994, "0\u00a0°C"),
        (-60.0, "\u221260\u00a0°C"),
        (60, "60\u00a0°C"),
    ],
)
def test_temperatures_are_whole_degrees_with_a_real_minus(celsius, text):
    """Halves go away from nought, the minus is U+2212 and nought has none."""
    assert temperature_text(celsius) == text


@given(st.one_of(st.floats(), st.floats(-70, 70), st.integers()))
def test_any_number_gives_a_whole_text_or_an_error(number):
    """No number at all makes "-0", "NaN", "-°C" or any other half text."""
    try:
        text = temperature_text(number)
    except ImpossibleTemperatureError:
        assert not -60 <= number <= 60
        return
    whole, unit = text.split("\u00a0")
    assert unit == "°C"
    assert whole.removeprefix("\u2212").isdigit()
    assert "-" not in text
    assert whole != "\u22120"
    assert abs(int(whole.replace("\u2212", "-")) - number) <= 0.5


@pytest.mark.parametrize("celsius", IMPOSSIBLE)
def test_an_impossible_temperature_becomes_neither_text_nor_reading(celsius):
    """What is no temperature on Earth is refused by the text and by the reading."""
    with pytest.raises(ImpossibleTemperatureError) as refusal:
        temperature_text(celsius)
    assert refusal.value.hint
    with pytest.raises(ImpossibleTemperatureError):
        replace(READING, temperature=celsius)


def test_a_reading_changed_by_force_is_refused_when_taken_in():
    """Even a value smuggled past the constructor does not get through the check."""
    smuggled = replace(READING)
    object.__setattr__(smuggled, "temperature", math.nan)

    with pytest.raises(ImpossibleTemperatureError):
        check_reading(smuggled, now=NOW)


@pytest.mark.parametrize("name", ["valid_at", "fetched_at", "expires_at"])
def test_a_moment_without_a_zone_is_refused(name):
    """Each moment of a reading must say its zone."""
    with pytest.raises(NaiveReadingMomentError) as refusal:
        replace(READING, **{name: datetime(2016, 12, 15, 18, 30)})  # noqa: DTZ001 - the point
    assert "offset" in refusal.value.hint


def test_now_without_a_zone_is_refused():
    """A naive now is an error, not a guess."""
    naive = datetime(2016, 12, 15, 13)  # noqa: DTZ001 - the point
    with pytest.raises(NaiveReadingMomentError):
        check_reading(READING, now=naive)
    with pytest.raises(NaiveReadingMomentError):
        freshness(READING, naive)


@pytest.mark.parametrize("hours", [-3, 3])
def test_three_hours_away_may_be_taken_in(hours):
    """The limit itself is still inside, before and after."""
    reading = replace(READING, valid_at=NOW + timedelta(hours=hours))

    assert check_reading(reading, now=NOW) is reading


@pytest.mark.parametrize("hours", [-3, 3, -5.5, 5.5, 24 * 365])
def test_more_than_three_hours_away_is_refused(hours):
    """A provider whose clock or zone is off by hours is not believed."""
    sign = 1 if hours > 0 else -1
    valid_at = NOW + timedelta(hours=hours, seconds=sign)
    with pytest.raises(ReadingTooFarError, match=r"new-delhi is .* hours away"):
        check_reading(replace(READING, valid_at=valid_at), now=NOW)


@pytest.mark.parametrize(
    ("minutes", "how"),
    [
        (0, Freshness.FRESH),
        (90, Freshness.FRESH),
        (91, Freshness.DATED),
        (360, Freshness.DATED),
        (361, Freshness.ABSENT),
        (-90, Freshness.FRESH),
        (-91, Freshness.ABSENT),
        (60 * 24 * 3000, Freshness.ABSENT),
    ],
)
def test_a_reading_ages(minutes, how):
    """Fresh to 90 minutes, dated to 6 hours, then absent; far ahead: not yet."""
    assert freshness(READING, NOW + timedelta(minutes=minutes)) is how


def test_age_does_not_depend_on_the_zone():
    """The same moment in another zone is the same age."""
    indian = NOW.astimezone(ZoneInfo("Asia/Kolkata"))

    assert freshness(replace(READING, valid_at=indian), NOW) is Freshness.FRESH


@pytest.mark.parametrize(
    "change",
    [
        {"condition": "-°C"},
        {"condition": "None"},
        {"city_id": ""},
        {"provider": "a\nb"},
        {"provider": "x" * 101},
        {"last_modified": "Thu\r\nX-Evil: 1"},
        {"last_modified": "Mär"},
    ],
)
def test_words_that_could_do_harm_are_refused(change):
    """A condition is one of the written words; names and headers are plain."""
    with pytest.raises(ReadingShapeError) as refusal:
        replace(READING, **change)
    assert refusal.value.hint


def test_a_reading_survives_its_file():
    """What is written as JSON is read as the same reading, with or without extras."""
    bare = replace(READING, condition=None, expires_at=None, last_modified=None)
    for reading in (READING, bare, replace(READING, sample=True, temperature=-3)):
        stored = json.loads(json.dumps(reading_to_dict(reading)))
        assert reading_from_dict(stored) == reading


@given(
    key=st.sampled_from(sorted(reading_to_dict(READING))),
    value=st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(),
        st.lists(st.integers(), max_size=2),
        st.dictionaries(st.text(), st.integers(), max_size=2),
    ),
)
def test_a_damaged_stored_reading_is_read_or_refused(key, value):
    """Any value under any key gives a showable reading or an error with a hint."""
    stored = reading_to_dict(READING) | {key: value}
    try:
        reading = reading_from_dict(stored)
    except DatelineError as error:
        assert error.hint  # noqa: PT017 - either outcome is right
    else:
        assert temperature_text(reading.temperature)
        assert reading.condition is None or reading.condition in CONDITIONS


@pytest.mark.parametrize("stored", [None, [], {}, "x", {"city_id": "x"}])
def test_a_stored_reading_has_exactly_the_written_keys(stored):
    """Nothing missing is guessed."""
    with pytest.raises(ReadingShapeError):
        reading_from_dict(stored)


def test_a_key_too_many_is_refused():
    """A shape from another version is not half understood."""
    with pytest.raises(ReadingShapeError):
        reading_from_dict(reading_to_dict(READING) | {"humidity": 60})


def test_another_unit_is_refused():
    """A number in fahrenheit is never shown as Celsius."""
    with pytest.raises(ReadingShapeError, match="celsius"):
        reading_from_dict(reading_to_dict(READING) | {"unit": "fahrenheit"})


def test_the_weather_file_holds_each_city_once():
    """The whole file goes there and back; a city named twice is refused."""
    mumbai = replace(READING, city_id="mumbai", temperature=27.0)
    stored = json.loads(json.dumps(board_to_dict([READING, mumbai])))

    assert board_from_dict(stored) == {"mumbai": mumbai, "new-delhi": READING}
    assert [one["city_id"] for one in stored["readings"]] == ["mumbai", "new-delhi"]
    with pytest.raises(ReadingShapeError, match="twice"):
        board_from_dict(board_to_dict([READING, READING]))


@pytest.mark.parametrize(
    "stored",
    [
        None,
        [],
        {"readings": []},
        {"format": 2, "readings": []},
        {"format": 1, "readings": {}},
        {"format": 1, "readings": [None]},
        {"format": 1, "readings": [], "more": 1},
    ],
)
def test_a_file_of_another_shape_is_refused(stored):
    """The weather file is of the written format or it is not read."""
    with pytest.raises(ReadingShapeError):
        board_from_dict(stored)


def test_forecasts_are_credited_as_forecasts():
    """MET Norway is named with its licence and as a forecast; a house file is not."""
    credit = credit_for("met-norway")

    assert credit is not None
    assert (credit.name, credit.licence, credit.forecast) == (
        "MET Norway",
        "CC BY 4.0",
        True,
    )
    assert credit_for("sample") is None

"""What headers and places of an answer mean."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.live.answer import (
    GarbledAnswerError,
    Request,
    check_place,
    expires_at,
    moment_of,
    retry_after,
)
from dateline.live.city import WeatherCity

NOW = datetime(2016, 12, 15, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Thu, 15 Dec 2016 12:30:00 GMT", NOW + timedelta(minutes=30)),
        ("Thu, 15 Dec 2016 12:30:00 -0000", NOW + timedelta(minutes=30)),
        ("0", None),
        ("-1", None),
        ("", None),
        ("Thu, 99 Dec 2016 12:30:00 GMT", None),
        ("Thu, 15 Dec 99999999999 12:30:00 GMT", None),
    ],
)
def test_expires_is_a_moment_or_nothing(text, moment):
    """What is no HTTP date says nothing."""
    assert expires_at({"expires": text}) == moment


@given(st.text())
def test_any_header_gives_a_moment_with_a_zone_or_nothing(text):
    """No header can end the watch or bring in a naive moment."""
    moment = expires_at({"expires": text})
    silence = retry_after({"retry-after": text}, now=NOW)

    assert moment is None or moment.utcoffset() is not None
    assert timedelta(0) <= silence <= timedelta(hours=24)


@pytest.mark.parametrize("seconds", [1e30, -1e30, 1e12])
def test_seconds_beyond_the_calendar_are_garbage(seconds):
    """A moment no calendar has is an error of ours."""
    with pytest.raises(GarbledAnswerError):
        moment_of(seconds, provider="x")


def test_places_are_near_across_the_date_line():
    """179.9 east and 179.9 west are neighbours."""
    taveuni = WeatherCity(id="taveuni", latitude=-16.8, longitude=179.95)

    check_place(taveuni, latitude=-16.75, longitude=-180.0, provider="x")
    with pytest.raises(GarbledAnswerError, match="taveuni"):
        check_place(taveuni, latitude=-16.75, longitude=-178.0, provider="x")


def test_a_request_does_not_tell_its_key():
    """Printing a request, as a traceback may, shows no parameter."""
    request = Request(url="https://x", params=(("appid", "secret"),), user_agent="x")

    assert "secret" not in repr(request)

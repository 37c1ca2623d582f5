"""Places on Earth, to four decimals."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.live.city import PlaceOffEarthError, WeatherCity, degrees_text


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(90.1, 0), (0, -180.1), (math.nan, 0), (0, math.nan), (math.inf, 0)],
)
def test_a_place_off_earth_is_refused(latitude, longitude):
    """Coordinates changed about or missing are noticed at the start."""
    with pytest.raises(PlaceOffEarthError, match="nowhere"):
        WeatherCity(id="nowhere", latitude=latitude, longitude=longitude)


@given(st.floats(-180, 180))
def test_degrees_have_four_decimals_and_no_negative_nought(degrees):
    """Never more than MET Norway allows, never "-0.0000", never an exponent."""
    text = degrees_text(degrees)

    assert len(text.partition(".")[2]) == 4
    assert text != "-0.0000"
    assert abs(float(text) - degrees) <= 0.000051

"""Moments in the shapes agencies send."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from dateline.wire.moment import looks_like_moment, read_moment

HELSINKI = ZoneInfo("Europe/Helsinki")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2018-11-21T16:25:32Z", datetime(2018, 11, 21, 16, 25, 32, tzinfo=UTC)),
        ("2018-11-21T16:25:32+00:00", datetime(2018, 11, 21, 16, 25, 32, tzinfo=UTC)),
        ("2018-11-21T16:25:32+0100", datetime(2018, 11, 21, 15, 25, 32, tzinfo=UTC)),
        ("20140829T134951+0000", datetime(2014, 8, 29, 13, 49, 51, tzinfo=UTC)),
        (" 2018-10-12T06:42:04Z ", datetime(2018, 10, 12, 6, 42, 4, tzinfo=UTC)),
        ("20190129T133400", datetime(2019, 1, 29, 11, 34, tzinfo=UTC)),
        ("2012-07-28T16:20:16", datetime(2012, 7, 28, 13, 20, 16, tzinfo=UTC)),
        ("2022-07-11 18:33", datetime(2022, 7, 11, 15, 33, tzinfo=UTC)),
        ("28.09.2018 11:15", datetime(2018, 9, 28, 8, 15, tzinfo=UTC)),
        ("2016-12-16", datetime(2016, 12, 15, 22, 0, tzinfo=UTC)),
    ],
)
def test_seven_shapes_and_their_zones(text, moment):
    """With an offset it counts, without one the zone of the source does."""
    read = read_moment(text, zone=HELSINKI, what="created")

    assert read.moment == moment
    assert read.sure


def test_without_any_zone_utc_is_a_guess():
    """Nobody relies on a moment whose zone is not known."""
    read = read_moment("2012-07-28T16:20:16", zone=None, what="created")

    assert read.moment == datetime(2012, 7, 28, 16, 20, 16, tzinfo=UTC)
    assert not read.sure
    assert read.warning


@pytest.mark.parametrize(
    "text", ["", "soon", "2016-13-01", "31.02.2016", "99", "2016-12-15T09:00+99:00"]
)
def test_nonsense_is_none_with_a_warning(text):
    """What is no moment does not become one."""
    read = read_moment(text, zone=HELSINKI, what="embargoed")

    assert read.moment is None
    assert read.warning.startswith("embargoed")


def test_a_place_is_no_moment():
    """Datelines use this to know a timestamp in the wrong field."""
    assert looks_like_moment("2016-12-15T09:00:00Z")
    assert not looks_like_moment("MOSCOW, Monday")


@pytest.mark.parametrize(
    ("text", "first", "latest"),
    [
        ("2016-10-30T03:30:00", "00:30", "01:30"),  # clocks go back: comes twice
        ("2016-03-27T03:30:00", "01:30", "01:30"),  # clocks go forward: never comes
        ("2016-12-15T03:30:00", "01:30", "01:30"),
    ],
)
def test_the_later_of_two_readings_can_be_asked_for(text, first, latest):
    """An embargo in the hour that comes twice must not end an hour early."""

    def utc(**how):
        read = read_moment(text, zone=HELSINKI, what="embargoed", **how)
        return f"{read.moment.astimezone(UTC):%H:%M}"

    assert (utc(), utc(latest=True)) == (first, latest)

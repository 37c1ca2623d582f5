"""Deadlines of grievances: 24 hours, 15 days, in every zone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dateline.news.grievance import Ground, Standing, overdue_by, standing_of, terms_of

KOLKATA = ZoneInfo("Asia/Kolkata")
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize("hour", range(0, 24, 5))
def test_24_hours_and_15_days(hour):
    """Where no clock is changed both are plain spans, at any hour."""
    received = datetime(2026, 2, 14, hour, 30, tzinfo=KOLKATA)
    terms = terms_of(received, zone=KOLKATA)

    assert terms.acknowledge_by - received == timedelta(hours=24)
    assert terms.decide_by - received == timedelta(days=15)
    assert terms.decide_by.astimezone(KOLKATA).day == 1  # February has 28 days
    assert terms.decide_by.astimezone(KOLKATA).hour == hour


@pytest.mark.parametrize(
    ("ground", "hours"), [("unlawful", 72), ("order", 36), ("private", 24)]
)
def test_what_is_carried_of_others_has_less_time(ground, hours):
    """Rule 3's terms are hours, also over a change of the clocks."""
    received = datetime(2026, 10, 24, 12, tzinfo=BERLIN)
    terms = terms_of(received, zone=BERLIN, ground=Ground(ground))

    spent = terms.decide_by - received.astimezone(UTC)
    assert spent == timedelta(hours=hours)
    assert terms.acknowledge_by - received.astimezone(UTC) == timedelta(hours=24)


@pytest.mark.parametrize(
    ("received", "by"),
    [
        # Clocks go on at 2 on 29 March 2026: the 15th day ends an hour earlier.
        ("2026-03-20T12:00:00+01:00", "2026-04-04T12:00:00+02:00"),
        # Clocks go back at 3 on 25 October 2026: 360 hours are over before noon.
        ("2026-10-20T12:00:00+02:00", "2026-11-04T11:00:00+01:00"),
    ],
)
def test_where_clocks_are_changed_the_earlier_moment_counts(received, by):
    """By neither reading is anybody late."""
    terms = terms_of(datetime.fromisoformat(received), zone=BERLIN)

    assert terms.decide_by == datetime.fromisoformat(by)


def test_24_hours_are_hours_also_when_clocks_are_changed():
    """Hours are counted, not read from a clock."""
    received = datetime(2026, 3, 28, 12, tzinfo=BERLIN)

    by = terms_of(received, zone=BERLIN).acknowledge_by

    assert by.astimezone(BERLIN).isoformat() == "2026-03-29T13:00:00+02:00"


def test_the_zone_of_the_moment_does_not_matter():
    """One moment has one deadline, however it was written down."""
    received = datetime(2026, 11, 25, 18, tzinfo=UTC)

    assert terms_of(received, zone=KOLKATA) == terms_of(
        received.astimezone(BERLIN), zone=KOLKATA
    )


def test_what_it_waits_for_and_for_how_long():
    """Acknowledge, decide, decided; overdue counts from the next step's deadline."""
    received = datetime(2026, 11, 1, 9, tzinfo=UTC)
    terms = terms_of(received, zone=KOLKATA)
    day = timedelta(days=1)

    def late(after, acknowledged=None, decided=None):
        return overdue_by(
            terms, acknowledged=acknowledged, decided=decided, now=received + after
        )

    assert standing_of(acknowledged=None, decided=None) is Standing.ACKNOWLEDGE
    assert standing_of(acknowledged=received, decided=None) is Standing.DECIDE
    assert standing_of(acknowledged=None, decided=received) is Standing.DECIDED
    assert late(day) == timedelta(0)
    assert late(day * 2) == day
    assert late(day * 15, acknowledged=received) == timedelta(0)
    assert late(day * 17, acknowledged=received) == 2 * day
    assert late(day * 40, acknowledged=received, decided=received) == timedelta(0)

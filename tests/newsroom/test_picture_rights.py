"""What rights in a picture mean for us."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.rights import Rights
from dateline.newsroom.picture_rights import NEWS_DAYS, NO_ARCHIVE_DAYS, terms_of
from support.copy import NOON, later

DELHI = ZoneInfo("Asia/Kolkata")


def terms(rights, **fields):
    """Return what rights mean for a picture that came at NOON."""
    given_ = {"credit": "ACME", "expires": None, "arrived": NOON, "zone": DELHI}
    return terms_of(rights, **{**given_, **fields})


def test_without_rights_there_is_no_end():
    """Nothing is held, nothing ends."""
    found = terms(Rights())

    assert (found.held, found.offered_until, found.ends_at) == ("", None, None)


def test_the_last_day_of_use_ends_at_the_sites_midnight():
    """The day itself is still one of use."""
    found = terms(Rights(until=date(2016, 12, 20)))

    assert found.ends_at == datetime(2016, 12, 21, tzinfo=DELHI)


def test_no_archive_is_news_for_two_days_and_gone_after_thirty():
    """It is offered while it is news, and stays with its story for a month."""
    found = terms(Rights(no_archive=True))

    assert found.offered_until == NOON + timedelta(days=NEWS_DAYS)
    assert found.ends_at == NOON + timedelta(days=NO_ARCHIVE_DAYS)


def test_one_time_use_is_for_its_own_story():
    """It is never offered for another."""
    assert terms(Rights(one_time=True)).offered_until == NOON


@pytest.mark.parametrize(
    ("rights", "credit", "held"),
    [
        (Rights(no_online=True), "ACME", "online"),
        (Rights(out=("SYR", "RUS")), "ACME", "Not for SYR, RUS"),
        (Rights(mandatory_credit=True), "", "credit is mandatory"),
        (Rights(mandatory_credit=True), "ACME", ""),
        (Rights(mandatory_credit=True, credit="Palace"), "", ""),
        (Rights(editorial_only=True, no_sales=True, third_party=True), "ACME", ""),
    ],
)
def test_what_only_a_person_can_decide_is_held(rights, credit, held):
    """A site is read in every land; news use is what the other flags allow."""
    found = terms(rights, credit=credit).held

    assert held in found
    assert bool(found) is bool(held)


@given(
    st.booleans(),
    st.one_of(st.none(), st.dates(date(2016, 12, 1), date(2017, 3, 1))),
    st.one_of(st.none(), st.integers(-5000, 90000)),
)
def test_the_earliest_end_holds(no_archive, until, minutes):
    """No order is weakened by another."""
    expires = None if minutes is None else later(minutes=minutes)
    found = terms(Rights(no_archive=no_archive, until=until), expires=expires)

    ends = [
        terms(Rights(no_archive=no_archive)).ends_at,
        terms(Rights(until=until)).ends_at,
        expires,
    ]
    assert found.ends_at == min((e for e in ends if e is not None), default=None)

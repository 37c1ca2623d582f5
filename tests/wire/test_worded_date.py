"""Dates with the month in words, in the languages feeds are written in."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.moment import read_moment
from dateline.wire.worded_date import find_day, read_worded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("05 Agustus 2019", "2019-08-05T00:00:00"),
        ("Senin, 5 Agu 2019 17:30 WIB", "2019-08-05T17:30:00+07:00"),
        ("Mo, 5. März 2018 07:05", "2018-03-05T07:05:00"),
        ("lundi 1er août 2022 à 18h30", "2022-08-01T18:30:00"),
        ("5 de agosto de 2019", "2019-08-05T00:00:00"),
        ("12 de março de 2020", "2020-03-12T00:00:00"),
        ("3 maggio 2021 09:00", "2021-05-03T09:00:00"),
        ("2 mei 2024", "2024-05-02T00:00:00"),
        ("17 heinäkuuta 2023", "2023-07-17T00:00:00"),
        ("9 października 2023", "2023-10-09T00:00:00"),
        ("14 Ağustos 2020", "2020-08-14T00:00:00"),
        ("5 августа 2019 12:00 +0300", "2019-08-05T12:00:00+03:00"),
        ("5 Αυγούστου 2019", "2019-08-05T00:00:00"),
        ("5 أغسطس 2019", "2019-08-05T00:00:00"),
        ("2019年8月5日 14:20", "2019-08-05T14:20:00"),
        ("2019년 8월 5일", "2019-08-05T00:00:00"),
        ("5 tháng 8 năm 2019", "2019-08-05T00:00:00"),
        ("Dec. 31, 2026", "2026-12-31T00:00:00"),
        ("Thu, Aug 1 2019 4:05 p.m.", "2019-08-01T16:05:00"),
        ("1 Aug 2019 12:05 AM GMT+7", "2019-08-01T00:05:00+07:00"),
        ("Mon, 05 Aug 2019 10:00:00 +0530", "2019-08-05T10:00:00+05:30"),
        ("Mon, 05 Aug 2019 10:00:00 GMT", "2019-08-05T10:00:00+00:00"),
        ("Sat, 07 Sep 02 00:00:01 GMT", "2002-09-07T00:00:01+00:00"),
        ("Mon, 05 Aug 2019 10:00:00 EST", "2019-08-05T10:00:00-05:00"),
    ],
)
def test_months_are_read_in_many_languages(text, expected):
    """The day, the time if there is one, the zone if it is certain."""
    assert read_worded(text).isoformat() == expected


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "31 June 2019", "5 Foo 2019", "Mon, 05 Aug 2019 25:00:00 GMT",
     "Mon, 05 Aug 2019 10:00:00 +9900", "may 2019", "5 Aug 19"],
)  # fmt: skip
def test_what_is_no_date_is_none(text):
    """No guess is made of what names no day."""
    assert read_worded(text) is None


def test_a_zone_in_letters_that_mean_several_is_none():
    """IST is Indian, Irish and Israeli: the source's zone decides, with a warning."""
    read = read_moment(
        "05 Aug 2019 10:00:00 IST", zone=ZoneInfo("Asia/Kolkata"), what="x"
    )

    assert read.moment == datetime(2019, 8, 5, 4, 30, tzinfo=UTC)
    assert "no zone sent" in read.warning


def test_a_date_is_found_inside_a_sentence():
    """Rights end in the middle of a notice."""
    text = "May be used until 31 Dec 2026, then remove."

    day, start, end = find_day(text)

    assert (day, text[start:end]) == (date(2026, 12, 31), "31 Dec 2026")


@given(st.text(max_size=60))
def test_any_text_is_a_moment_or_none(text):
    """Nothing raises."""
    read_worded(text)
    read_moment(text, zone=None, what="x")

"""Moments as readers see them."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.stamp import NaiveMomentError, aware, iso_text, zone_name
from dateline.words.say import words_in
from dateline.words.stamp import clock_text, date_text, long_date_text, stamp_text

DELHI = ZoneInfo("Asia/Kolkata")
DUBLIN = ZoneInfo("Europe/Dublin")


def test_ist_depends_on_the_site():
    """Two sites can both say IST and mean times 4.5 hours apart."""
    moment = datetime(2016, 7, 15, 12, 52, tzinfo=UTC)

    assert stamp_text(moment, zone=DELHI) == "15 Jul 2016, 6.22 pm IST"
    assert stamp_text(moment, zone=DUBLIN) == "15 Jul 2016, 1.52 pm IST"


def test_a_zone_without_letters_gets_a_name_or_an_offset():
    """No reader ever sees "+0530"."""
    moment = datetime(2026, 1, 1, tzinfo=UTC)

    assert zone_name(moment, zone=ZoneInfo("Asia/Dubai")) == "GST"
    assert zone_name(moment, zone=ZoneInfo("Asia/Almaty")).startswith("UTC+")
    assert zone_name(moment, zone=ZoneInfo("America/Montevideo")) == "UTC−3"
    assert zone_name(moment, zone=ZoneInfo("Asia/Pyongyang")) == "KST"


def test_a_moment_without_zone_is_refused():
    """A naive moment is an error with a remedy, never a guess."""
    with pytest.raises(NaiveMomentError) as caught:
        aware(datetime(2016, 12, 15))  # noqa: DTZ001 - the point of the test

    assert "zone" in caught.value.hint


@given(
    st.datetimes(timezones=st.just(UTC), min_value=datetime(1900, 1, 1)),  # noqa: DTZ001
    st.sampled_from(["Asia/Kolkata", "Europe/Dublin", "America/Sao_Paulo", "UTC"]),
)
def test_the_stamp_and_its_machine_form_agree(moment, name):
    """What the reader sees and what the machine reads are the same minute."""
    zone = ZoneInfo(name)
    machine = datetime.fromisoformat(iso_text(moment, zone=zone))
    shown = stamp_text(moment, zone=zone)

    assert abs(machine - moment) < timedelta(seconds=60)  # LMT offsets have seconds
    assert shown.split(",")[0].split()[0] == str(machine.day)
    assert "None" not in shown


def test_noon_and_midnight_are_twelve():
    """12.00 pm is noon, 12.00 am is midnight."""
    ist = timezone(timedelta(hours=5, minutes=30))

    assert "12.00 pm" in stamp_text(datetime(2026, 1, 1, 12, tzinfo=ist), zone=DELHI)
    assert "12.05 am" in stamp_text(datetime(2026, 1, 1, 0, 5, tzinfo=ist), zone=DELHI)


def test_the_date_in_full():
    """Today's date is one date, with its own weekday."""
    day = datetime(2019, 9, 18, tzinfo=UTC).date()

    assert long_date_text(day) == "Wednesday, 18 September 2019"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "15 Dec 2016, 6.22 pm IST"),
        ("hi", "15 दिसंबर 2016, शाम 6.22 बजे IST"),
        ("hi-IN", "15 दिसंबर 2016, शाम 6.22 बजे IST"),
        ("ur", "15 دسمبر 2016، شام 6.22 بجے IST"),
        ("xx", "15 Dec 2016, 6.22 pm IST"),
    ],
)
def test_a_stamp_in_each_language(language, text):
    """The order, the month and the part of the day are the language's own."""
    moment = datetime(2016, 12, 15, 12, 52, tzinfo=UTC)

    assert stamp_text(moment, zone=DELHI, say=words_in(language)) == text


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (0, "रात 12.00"),
        (3, "रात 3.00"),
        (4, "सुबह 4.00"),
        (11, "सुबह 11.00"),
        (12, "दोपहर 12.00"),
        (15, "दोपहर 3.00"),
        (16, "शाम 4.00"),
        (19, "शाम 7.00"),
        (20, "रात 8.00"),
        (23, "रात 11.00"),
    ],
)
def test_the_parts_of_a_hindi_day(hour, part):
    """Hindi divides the day as CLDR says: 4, 12, 16 and 20 are its borders."""
    moment = datetime(2016, 12, 15, hour, tzinfo=DELHI)

    assert clock_text(moment, zone=DELHI, say=words_in("hi")) == f"{part} बजे"


def test_dates_in_hindi():
    """Months and weekdays are written out, as Hindi papers do."""
    day = datetime(2019, 9, 18, tzinfo=UTC).date()

    assert long_date_text(day, words_in("hi")) == "बुधवार, 18 सितंबर 2019"
    assert date_text(day, words_in("hi")) == "18 सितंबर 2019"

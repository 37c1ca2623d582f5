"""Embargoes in words, in the languages and zones desks use."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.wire.caseless import lower_ascii, opening
from dateline.wire.embargo_text import (
    CERTAIN,
    LIKELY,
    OPENING_HEADS,
    OPENING_SIGNS,
    OPENS,
    find_embargo,
    may_hold,
    mentions_embargo,
)
from support.wire_files import g2, read

NEAR = datetime(2024, 10, 21, 9, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def found(text, *, note=True, zone=BERLIN):
    """Give an embargo's moment in UTC and whether it is certain."""
    embargo = find_embargo(text, near=NEAR, zone=zone, note=note)
    if embargo is None:
        return None
    moment = embargo.moment and embargo.moment.astimezone(UTC).strftime("%m-%d %H:%M")
    return moment, not embargo.reason


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Sperrfrist: 22.10.2024, 11:30 Uhr", "10-22 09:30"),
        ("Nicht vor 22.10.2024, 11:30 Uhr verwenden", "10-22 09:30"),
        ("Sperrfrist 22. Oktober 18 Uhr", "10-22 16:00"),
        ("Sperrfrist 22.10., 24 Uhr", "10-22 22:00"),
        ("EMBARGOED UNTIL 00:01 GMT, Tuesday 22 October 2024", "10-22 00:01"),
        ("Strictly embargoed until 0001 BST on 22 October", "10-21 23:01"),
        ("Under embargo until Oct. 22, 6 a.m. ET", "10-22 10:00"),
        ("HFR Sunday, Nov. 17, 12:01 a.m. EST", "11-17 05:01"),
        ("Not for publication before 9 p.m. London time, October 22", "10-22 20:00"),
        ("Sous embargo jusqu'au 22 octobre 2024 à 11h30", "10-22 09:30"),
        ("Embargo hasta el 22 de octubre de 2024 a las 10:00 GMT", "10-22 10:00"),
        ("Onder embargo tot 22 oktober 12.00 uur", "10-22 10:00"),
        ("Embargo: 2024-10-22 06:00 CEST", "10-22 04:00"),
        ("Embargo until noon on 22 October 2024", "10-22 10:00"),
        ("Sperrfrist 2. November 11.30 Uhr - Nicht vor 3.11.2024, 9 Uhr verwenden",
         "11-03 08:00"),
        ("Embargoed until 5 January, 08:00 CET", "01-05 07:00"),
    ],
)  # fmt: skip
def test_a_certain_embargo_needs_nobody(text, moment):
    """Date, hour and zone are there, or the source's zone fills in."""
    assert found(text) == (moment, True)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Sperrfrist 18.00 Uhr", "10-21 16:00"),
        ("Embargoed until Tuesday 10 a.m. GMT", "10-22 10:00"),
        ("Embargoed until 4/5/2025 10:00 GMT", "05-04 10:00"),
        ("Embargoed until midnight on 22 October", "10-22 22:00"),
        ("Embargoed until 22 October 2024", "10-21 22:00"),
        ("Embargoed until 22 October, 10:00 local time", "10-22 08:00"),
        ("Embargoed until 22 December, 10:00 BST", "12-22 09:00"),
        ("EMBARGOED COPY", None),
        ("Sperrfrist beachten", None),
        ("Hold for release until the verdict", None),
    ],
)
def test_a_doubtful_embargo_waits_for_a_human(text, moment):
    """What is missing or ambiguous is named; the best guess is kept."""
    assert found(text) == (moment, False)


def test_without_a_zone_nothing_is_certain():
    """An hour in no zone is read as UTC, for a human to confirm."""
    assert found("Embargoed until 22 October 2024 10:00", zone=None) == (
        "10-22 10:00", False,
    )  # fmt: skip
    assert found("Embargoed until 22 October 2024 10:00 GMT", zone=None)[1]


@pytest.mark.parametrize(
    "text",
    [
        "Eds: Updates with comment on the oil embargo, adds quotes.",
        "Arms embargo extended",
        "Embargo lifted",
        "Sperrfrist aufgehoben",
        "No embargo",
        "For editorial use only until 2030",
        "Die Brücke ist wieder frei",
        "Advance voting in Ohio",
    ],
)
def test_a_note_about_something_else_holds_nothing(text):
    """The word alone, or the end of an embargo, is none."""
    assert found(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Oil embargo until 2020 hurt the port of 22 towns",
        "Embargo: what the new rules mean for farmers",
        "Sperrfrist für Bauanträge endet am 22. Oktober um 12 Uhr",
        "The minister said the embargo until 22 October was lawful",
        "Release of the film is on 22 October at 10:00",
    ],
)
def test_news_about_an_embargo_is_no_embargo(text):
    """A headline or paragraph must begin like an order and name a moment."""
    assert found(text, note=False) is None


def test_a_headline_or_first_paragraph_may_be_an_embargo():
    """Press release wires put it there."""
    raw = g2(body="<p>EMBARGOED UNTIL 22 OCTOBER 2024 AT 00:01 GMT</p><p>A ferry.</p>")
    item = read(raw)

    assert item.embargoed_until == datetime(2024, 10, 22, 0, 1, tzinfo=UTC)
    assert item.needs_human == ""


def test_a_note_of_any_format_is_read():
    """GlobeNewswire and PA say it in an editorial note only."""
    note = "<edNote>NOT FOR RELEASE BEFORE 00:01 GMT ON 22 OCTOBER 2024</edNote>"
    item = read(g2(item_meta=note))

    assert item.embargoed_until == datetime(2024, 10, 22, 0, 1, tzinfo=UTC)


def test_an_embargo_with_a_field_is_not_read_from_words():
    """What the format says holds."""
    sent = "<embargoed>2024-10-23T00:00:00Z</embargoed><edNote>Embargoed</edNote>"
    item = read(g2(item_meta=sent))

    assert item.embargoed_until == datetime(2024, 10, 23, tzinfo=UTC)
    assert item.needs_human == ""


@given(st.text(max_size=80), st.datetimes(), st.booleans())
def test_any_text_is_read_without_an_error(text, near, note):
    """Whatever stands after the word, at whatever time."""
    for word in ("Sperrfrist ", "Embargoed until "):
        find_embargo(word + text, near=near.replace(tzinfo=UTC), zone=BERLIN, note=note)
    find_embargo(word + text, near=None, zone=None, note=note)


@given(
    st.text("0123456789.:/- ,", max_size=30),
    st.sampled_from(["Uhr", "a.m. EST", "GMT", "Oct", "midnight", "+99:99", "Z"]),
)
def test_numbers_that_are_no_date_are_no_error(numbers, word):
    """Thirteen months, day 99 and hour 77 are not moments."""
    find_embargo(f"Embargoed until {numbers} {word}", near=NEAR, zone=BERLIN, note=True)


@settings(max_examples=60, deadline=None)
@given(st.from_regex(OPENS, fullmatch=True))
def test_nothing_that_opens_an_embargo_is_passed_over(text):
    """Every opening holds one of the words by which most copy is passed quickly."""
    assert opening(text, OPENING_SIGNS) in OPENING_HEADS


@settings(max_examples=60, deadline=None)
@given(certain=st.from_regex(CERTAIN), likely=st.from_regex(LIKELY))
def test_no_note_that_holds_is_passed_over(certain, likely):
    """Every embargo in a note holds one of the words looked for first."""
    assert may_hold(lower_ascii(f"Notes\n{certain}"))
    assert may_hold(lower_ascii(f"Notes\n{likely}"))
    assert mentions_embargo(certain)
    assert mentions_embargo(likely)

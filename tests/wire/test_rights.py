"""Rights phrases, in the forms agencies write them, to flags."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.news.rights import NO_RIGHTS, WORDS, Rights, strictest
from dateline.wire.caseless import has_one, lower_ascii
from dateline.wire.rights import (
    CREDIT,
    END_WORDS,
    NOT_IN,
    NOT_IN_WORDS,
    ORDER_CAPITALS,
    ORDER_WORDS,
    ORDERS,
    UNTIL,
    WITHIN,
    read_rights,
)


@pytest.mark.parametrize(
    ("terms", "flags", "out"),
    [
        ("EUO", ["editorial_only"], ()),
        ("NARCH SALESOUT", ["no_archive", "no_sales"], ()),
        ("[3TP] SYROUT", ["third_party"], ("SYR",)),
        (
            "ONE TIME USE ONLY; NO ARCHIVES; MANDATORY CREDIT",
            ["no_archive", "one_time", "mandatory_credit"],
            (),
        ),
        ("TURKEY OUT  NOV. 11, 2019 FILE PHOTO", [], ("TUR",)),
        ("UK AND IRELAND OUT. NO SALES.", ["no_sales"], ("GBR", "IRL")),
        ("SOUTH KOREA OUT / HONG KONG OUT", [], ("KOR", "HKG")),
        ("GAZETTE OF RIVERTON OUT, MAGS OUT", [], ("GAZETTE OF RIVERTON", "MAGS")),
        ("CHINA OUT. NO COMMERCIAL OR EDITORIAL SALES IN CHINA", [], ("CHN",)),
        ("No use in Germany, Austria and Switzerland.", [], ("DEU", "AUT", "CHE")),
        ("ONLINE OUT; NO RESALES", ["no_sales", "no_online"], ()),
        ("For editorial use only. Not for resale.", ["editorial_only", "no_sales"], ()),
        ("No marketing no advertising campaigns", ["editorial_only"], ()),
        (
            "Nur zur redaktionellen Verwendung, keine Archivierung",
            ["editorial_only", "no_archive"],
            (),
        ),
        ("Weitergabe an Dritte untersagt. Kein Weiterverkauf.",
         ["no_sales", "third_party"], ()),
        ("Usage éditorial uniquement, archivage interdit, mention obligatoire",
         ["editorial_only", "no_archive", "mandatory_credit"], ()),
        ("Solo uso editorial. Prohibida su venta. Crédito obligatorio",
         ["editorial_only", "no_sales", "mandatory_credit"], ()),
        ("Uso esclusivamente editoriale; non archiviare; vietata la vendita",
         ["editorial_only", "no_archive", "no_sales"], ()),
        ("Redactioneel gebruik, geen archief, eenmalig",
         ["editorial_only", "no_archive", "one_time"], ()),
        ("Layout and buyout on request; handed out to all", [], ()),
        ("Photograph by our reporter.", [], ()),
    ],
)  # fmt: skip
def test_phrases_are_flags(terms, flags, out):
    """In several languages; whom it is closed to by country, or as sent."""
    rights = read_rights([terms])

    assert list(rights.flags) == flags
    assert rights.out == out
    assert rights.until is None


@pytest.mark.parametrize(
    ("terms", "until"),
    [
        ("May be used until 31 Dec 2026", date(2026, 12, 31)),
        ("End of use: 2026-12-31T23:59:00Z", date(2026, 12, 31)),
        ("NOT TO BE USED AFTER DEC. 3, 2026", date(2026, 12, 3)),
        ("Nutzung bis zum 31.12.2026 gestattet", date(2026, 12, 31)),
        ("Utilisable jusqu'au 1er août 2026", date(2026, 8, 1)),
        ("Uso hasta el 5 de agosto de 2026", date(2026, 8, 5)),
        ("Expires 03/04/2026", date(2026, 3, 4)),  # or 3 April: the earlier counts
        ("TO BE USED WITHIN 14 DAYS (48 HOURS FOR TV) FROM 11/20/2026",
         date(2026, 12, 4)),
        ("TO BE USED WITHIN 72 HOURS FROM 20 NOV 2026", date(2026, 11, 23)),
        ("until 31 Dec 2026, in print until 30 Nov 2026", date(2026, 11, 30)),
        ("until further notice", None),
        ("Photo taken 31 Dec 2026", None),
    ],
)  # fmt: skip
def test_the_last_day_is_read(terms, until):
    """Of two readings or two days the earlier: too long costs more."""
    assert read_rights([terms]).until == until


def test_a_demanded_credit_is_quoted():
    """The order says which credit it wants."""
    terms = 'EDITORIAL USE ONLY - MANDATORY CREDIT "MNA PHOTO / A. SAMPLE" - NO SALES'

    rights = read_rights([terms])

    assert rights.credit == "MNA PHOTO / A. SAMPLE"
    assert rights.mandatory_credit


def test_in_a_caption_only_capitals_are_an_order():
    """Copy may speak of sales and archives; what follows in capitals is an order."""
    copy = "The shop had no sales, no archives and was closed until 31 Dec 2026."

    assert read_rights([], caption=copy) is NO_RIGHTS
    said = read_rights([], caption=f"{copy} EDITORS - NO RESALES. NO ARCHIVES")
    assert said.flags == ("no_archive", "no_sales")
    assert said.until is None
    assert said.phrases == ("NO RESALES", "NO ARCHIVES")


def test_everything_holds_and_the_earliest_end_counts():
    """Terms, instructions and caption are orders of the same owner."""
    joined = strictest(
        Rights(no_sales=True, until=date(2026, 5, 1), out=("SYR",)),
        NO_RIGHTS,
        Rights(no_archive=True, until=date(2026, 4, 1), out=("SYR", "CHN")),
    )

    assert joined.flags == ("no_archive", "no_sales")
    assert joined.until == date(2026, 4, 1)
    assert joined.out == ("SYR", "CHN")
    assert joined.words[-1] == "until 2026-04-01"


@given(st.text(max_size=200))
def test_any_text_gives_rights(text):
    """Nothing raises, and what is forbidden has its words."""
    rights = read_rights([text], caption=text)

    assert set(rights.flags) <= set(WORDS)
    assert not rights.flags or rights.phrases


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_order_is_missed_for_speed(data):
    """Every order holds one of the words by which texts without orders are passed."""
    pattern = data.draw(st.sampled_from(sorted(ORDERS.values())))
    text = data.draw(st.from_regex(re.compile(pattern, re.IGNORECASE)))
    in_capitals = data.draw(st.from_regex(re.compile(pattern)))

    assert has_one(ORDER_WORDS, lower_ascii(text))
    assert has_one(ORDER_CAPITALS, in_capitals)


@settings(max_examples=100, deadline=None)
@given(st.from_regex(UNTIL) | st.from_regex(WITHIN))
def test_looking_for_words_first_finds_every_end_of_rights(text):
    """What spares most notes the patterns never loses a last day."""
    assert has_one(END_WORDS, lower_ascii(text))


@settings(max_examples=60, deadline=None)
@given(closed=st.from_regex(NOT_IN), credit=st.from_regex(CREDIT))
def test_no_country_and_no_credit_is_missed_for_speed(closed, credit):
    """Whom terms close out, and whom they name, holds a word looked for first."""
    assert has_one(NOT_IN_WORDS, lower_ascii(closed))
    assert has_one(("mandatory", "obligato"), lower_ascii(credit))

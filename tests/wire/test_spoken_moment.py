"""Moments in words: looked for where figures begin, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.caseless import first_of, has_one, lower_ascii
from dateline.wire.spoken_moment import (
    CLOCK,
    CODE_HEAD,
    CODE_PARTS,
    CODE_SIGNS,
    FIGURES,
    FIXED,
    MIDNIGHT,
    MIDNIGHT_WORDS,
    NAMED,
    NOON,
    NOON_WORDS,
    OFFSET,
    SHAPES,
    ZONE,
    ZONE_WORDS,
)

PIECES = st.sampled_from(
    (
     "22", "10", "2024", "24", "7", "1200", "17:00", "12.30", "11h30", "2024-10-22T",
     "Nov", "Nov.", "Oktober", " of ", "de", "st", "th", "Uhr", "a.m.", "pm",
     ".", "-", "/", ":", " ", "  ", ", ", "\n", "_", "x", "²", "\u0663", "GMT",
    )
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=14).map("".join)


@given(text=TEXTS)
def test_every_hour_begins_where_figures_begin(text):
    """So nothing is tried anywhere else."""
    begins = {figures.start() for figures in FIGURES.finditer(text)}

    assert {found.start() for found in CLOCK.finditer(text)} <= begins


@pytest.mark.parametrize(
    ("pattern", "places"), [(pattern, places) for pattern, places, _ in SHAPES]
)
@given(text=TEXTS)
def test_every_date_begins_where_its_form_is_looked_for(pattern, places, text):
    """By the sign behind the first figures, or the word before them."""
    figures = [each.span() for each in FIGURES.finditer(text)]
    begins = places(text, figures)

    assert {found.start() for found in pattern.finditer(text)} <= set(begins)


@pytest.mark.parametrize(
    ("pattern", "words"), [(NOON, NOON_WORDS), (MIDNIGHT, MIDNIGHT_WORDS)]
)
@given(data=st.data())
def test_looking_for_words_first_finds_every_noon(pattern, words, data):
    """In any language, in any case."""
    text = data.draw(st.from_regex(pattern))

    assert has_one(words, lower_ascii(text))


ZONES = st.sampled_from(
    [*FIXED, "ET", "PT", "MT", "IST", "CST", "AST", "+02:00", "-0500", "+1:00"]
    + [f"{town.title()}'s local time" for town in NAMED]
    + ["London t\u0131me", "local time", "LOCAL T\u0130ME", "ort\u017fzeit", "Ortszeit"]
    + ["heure de Paris", "heure locale", "hora local"]
)


@given(before=TEXTS, zone=ZONES, after=TEXTS)
def test_looking_for_words_first_finds_every_zone(before, zone, after):
    """A code, a town's time, a local time; else an offset in figures."""
    text = f"{before}{zone}{after}"
    found, offset = ZONE.search(text), OFFSET.search(text)
    begin = max(first_of(CODE_SIGNS, text) - CODE_HEAD, 0)

    if has_one(ZONE_WORDS, lower_ascii(text)):
        return
    if has_one(CODE_PARTS, text):
        again = ZONE.search(text, begin)
        assert (found and found.span()) == (again and again.span())
    else:
        assert (found and found["offset"]) == (offset and offset[1])

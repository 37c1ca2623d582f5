"""Figures in cells: read as meant, or refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.figure_text import figure_of


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("12", "12"),
        ("1,234.50", "1234.50"),
        ("12,34,567", "1234567"),
        ("-3", "-3"),
        ("\N{MINUS SIGN}37.63", "-37.63"),
        ("+0.4", "0.4"),
        (" 7 ", "7"),
    ],
)
def test_a_number_is_read_as_it_was_meant(text, figure):
    """Both ways of grouping, both minus signs."""
    assert figure_of(text) == Decimal(figure)


@pytest.mark.parametrize("text", ["", " ", "-", "–", "—", "n/a", "N/A"])
def test_a_missing_figure_is_none_and_never_zero(text):
    """What an agency or a desk writes where there is nothing."""
    assert figure_of(text) is None


@pytest.mark.parametrize(
    "text",
    ["12 %", "1.2.3", "1,2", "12,3456", "abc", "1e5", "٣", "--1", "9" * 40, "NaN"],
)
def test_what_is_no_number_is_refused(text):
    """Nothing is guessed."""
    with pytest.raises(ValueError, match="is not a number"):
        figure_of(text)


@given(st.decimals(-(10**9), 10**9, places=2))
def test_what_is_written_with_thousands_is_read_back(number):
    """Whatever the sign and the size."""
    assert figure_of(f"{number:,}") == number

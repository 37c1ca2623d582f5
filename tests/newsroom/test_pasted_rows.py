"""Rows out of a spreadsheet: read as they were meant, or refused with what to mend."""

import re

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from dateline.newsroom.body_blocks import ChartBlock
from dateline.newsroom.pasted_rows import PastedRowsError, rows_of

MONTHS = [["Month", "In", "Out"], ["Oct", "12,60,000", "-3"], ["Nov", "", "4.5"]]


@pytest.mark.parametrize(
    "text",
    [
        "Month\tIn\tOut\r\nOct\t12,60,000\t-3\r\nNov\t\t4.5\r\n",
        'Month,In,Out\nOct,"12,60,000",-3\nNov,,4.5',
        'Month, In, Out\nOct, "12,60,000", -3\n\nNov, , 4.5\n',
        "Month;In;Out\nOct;12,60,000;-3\nNov;;4.5",
        "\nMonth | In | Out\nOct | 12,60,000 | -3\nNov | | 4.5\n\n",
    ],
)
def test_rows_are_read_as_they_were_meant(text):
    """By tabs, commas, semicolons or bars; figures keep their own commas."""
    assert rows_of(text) == MONTHS


def test_what_a_form_took_from_the_ends_is_put_back():
    """An empty corner over the labels, and empty cells of the last row."""
    assert rows_of("In\tOut\nOct\t1\t2\nNov") == [
        ["", "In", "Out"],
        ["Oct", "1", "2"],
        ["Nov", "", ""],
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Only words stand here", "These rows are no table"),
        ("Month,Price\nOct,1,260", "Row 2 has 3 cells, the headings are 2. A figure"),
        ('Month,Price\nOct,"1,260', "These rows are no table"),
        (",,\n,,", "There is nothing in these cells."),
        ("\t\n", "There is nothing in these cells."),
        ("a,b\n" + "x,1\n" * 6000, "These are 24,004 letters, 20,000 at most"),
    ],
)
def test_what_is_no_table_is_refused(text, said):
    """With the row, and what to do."""
    with pytest.raises(PastedRowsError, match=re.escape(said)) as caught:
        rows_of(text)

    assert caught.value.hint


def pasted(text):
    """Return what a chart's form gives with rows pasted into it."""
    return ChartBlock().to_python(
        {"title": "Crates", "form": "bars", "text": "It rose.", "pasted": text}
    )


def test_pasted_rows_become_the_figures(house):
    """And the box is empty again; without any the table stays as it is."""
    cleaned = ChartBlock().clean(pasted("Month\tPrice\nOct\t1,260\nNov\t\n"))

    assert [each["heading"] for each in cleaned["figures"].columns] == [
        "Month",
        "Price",
    ]
    rows = [list(row["values"]) for row in cleaned["figures"].row_data]
    assert rows == [["Oct", "1,260"], ["Nov", ""]]
    assert cleaned["pasted"] == ""
    again = ChartBlock().clean(cleaned)["figures"]
    assert [list(row["values"]) for row in again.row_data] == rows


@pytest.mark.parametrize(
    ("text", "field", "said"),
    [
        ("no table", "pasted", "These rows are no table"),
        ("Month\tPrice\nOct\tmany\nNov\t2", "figures", "“many” is not a number"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(house, text, field, said):
    """At the box, or at the figures as they would be."""
    with pytest.raises(StructBlockValidationError) as caught:
        ChartBlock().clean(pasted(text))

    assert said in caught.value.block_errors[field].messages[0]

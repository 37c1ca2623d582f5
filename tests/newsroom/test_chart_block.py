"""The editor's chart: a cell that is no figure is named, and nothing is lost."""

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from dateline.news.block import BlockError, check_body
from dateline.newsroom.body_blocks import BodyBlock, ChartBlock
from dateline.newsroom.public_body import public_body


def a_value(*rows, headings=("Month", "Price")):
    """Return a chart's value as the form gives it."""
    return ChartBlock().to_python(
        {
            "title": "Crates",
            "form": "bars",
            "text": "It rose.",
            "figures": {
                "columns": [{"type": "text", "heading": each} for each in headings],
                "rows": [{"values": list(row)} for row in rows],
                "caption": "",
            },
        }
    )


def test_figures_and_gaps_are_taken(house):
    """Grouped, negative, or not there."""
    cleaned = ChartBlock().clean(a_value(("Oct", "1,260"), ("Nov", ""), ("Dec", "-3")))

    assert [row["values"][1] for row in cleaned["figures"].row_data] == [
        "1,260",
        "",
        "-3",
    ]


def test_each_cell_that_is_no_figure_is_named(house):
    """With its row, its column and what stands there."""
    with pytest.raises(StructBlockValidationError) as caught:
        ChartBlock().clean(a_value(("Oct", "many"), ("Nov", "12"), ("Dec", "1.2.3")))

    said = caught.value.block_errors["figures"].messages
    assert said == [
        "Row 1, column 2: “many” is not a number.",
        "Row 3, column 2: “1.2.3” is not a number.",
    ]


def faults(*rows, **more):
    """Return what the editor is told of a table."""
    with pytest.raises(StructBlockValidationError) as caught:
        ChartBlock().clean(a_value(*rows, **more))
    return caught.value.block_errors["figures"].messages


@pytest.mark.parametrize(
    ("rows", "more", "said"),
    [
        (
            [("Oct", "1"), ("", "2"), ("Nov", "3")],
            {},
            "Row 2, column 1: the figures have no label.",
        ),
        ([("Oct", "1"), ("", "")], {}, "There are 1 rows: a chart has 2 to 60."),
        ([("Oct", ""), ("Nov", "-")], {}, "There is no figure at all in the table."),
        (
            [("Oct", "1"), ("Nov", "2")],
            {"headings": ("", "")},
            "Column 2 has no heading: name what its figures are.",
        ),
        (
            [("Oct",), ("Nov",)],
            {"headings": ("Month",)},
            "There are 0 columns of figures: after the column of labels give one to 4.",
        ),
    ],
)
def test_what_cannot_be_drawn_is_told_where_it_is_typed(house, rows, more, said):
    """Not first by a preview that fails, or when it is to go out."""
    assert faults(*rows, **more) == [said]


@pytest.mark.parametrize(
    "rows",
    [
        [("Oct", "1"), ("Nov", "")],
        [("Oct", "many"), ("Nov", "2")],
        [("", "1"), ("Nov", "2")],
        [("Oct", "1")],
        [("Oct", ""), ("Nov", "")],
    ],
)
def test_the_editor_takes_what_the_journal_takes_and_no_more(house, rows):
    """The two rules are one."""
    body = BodyBlock().to_python([{"type": "chart", "value": {}}])
    body[0].value = a_value(*rows)

    told = bool(_raised(lambda: ChartBlock().clean(a_value(*rows))))

    assert told == bool(_raised(lambda: check_body(public_body(body))))


def _raised(act):
    try:
        act()
    except (StructBlockValidationError, BlockError) as error:
        return error
    return None


def test_a_head_in_which_nothing_stands_takes_no_row_with_it(house):
    """The first figures do not become names of series."""
    body = BodyBlock().to_python([{"type": "chart", "value": {}}])
    body[0].value = a_value(("Oct", "1"), ("Nov", "2"), headings=("", ""))

    assert public_body(body)[0].rows == (("", ""), ("Oct", "1"), ("Nov", "2"))

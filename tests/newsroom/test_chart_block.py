"""The editor's chart: a cell that is no figure is named, and nothing is lost."""

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError

from dateline.newsroom.body_blocks import ChartBlock


def a_value(*rows):
    """Return a chart's value as the form gives it."""
    return ChartBlock().to_python(
        {
            "title": "Crates",
            "form": "bars",
            "text": "It rose.",
            "figures": {
                "columns": [
                    {"type": "text", "heading": "Month"},
                    {"type": "text", "heading": "Price"},
                ],
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

"""Lines that a machine broke, and the paragraphs they make."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.hard_lines import join_lines, read_hard_lines
from dateline.wire.reading import Reading

PIECES = st.sampled_from(
    (
     "The harbour will be closed until Thursday while the crane is repaired, Schiiten-",
     "Miliz", "und", "Ada", "-", " ", "  ", "\t", "\xa0", "\n", "\n\n", " \n", "\t\n",
    )
)  # fmt: skip


@given(st.lists(PIECES, max_size=16).map("".join))
def test_empty_lines_part_paragraphs_and_each_is_joined_alone(text):
    """What is asked of all the copy at once changes no paragraph."""
    reading = Reading()
    read_hard_lines(reading, text)

    parts = [part.strip() for part in re.split(r"\n[ \t]*(?=\n)", text)]
    each_alone = [join_lines(part) for part in parts if part]
    assert [block.text for block in reading.blocks] == each_alone

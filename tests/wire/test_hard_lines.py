"""Lines that a machine broke, and the paragraphs they make."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.hard_lines import GAP, join_lines, read_hard_lines
from dateline.wire.reading import Reading

PIECES = st.sampled_from(
    ["The harbour will be closed until Thursday while the crane is repaired, Schiiten-"]
    + ["Miliz", "und", "Ada", "-", " ", "  ", "\t", "\xa0", "\n", "\n\n", " \n", "\t\n"]
)


@given(st.lists(PIECES, max_size=16).map("".join))
def test_what_is_asked_of_all_the_copy_holds_for_its_paragraphs(text):
    """Hyphens and gaps are looked for once, and no paragraph reads otherwise."""
    reading = Reading()
    read_hard_lines(reading, text)

    parts = [part.strip() for part in GAP.split(text.strip("\n"))]
    each_alone = [join_lines(part) for part in parts if part]
    assert [block.text for block in reading.blocks] == each_alone

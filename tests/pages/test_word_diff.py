"""Two versions of a line, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.pages.word_diff import GONE, NEW, SAME, word_diff


def told(before, after):
    """Return the differences as pairs."""
    return [(words.fate, words.text) for words in word_diff(before, after)]


def test_only_the_words_that_differ_are_marked():
    """What stayed stands between, once."""
    assert told("Two trains stood still.", "Three trains stood still.") == [
        (GONE, "Two"),
        (NEW, "Three"),
        (SAME, "trains stood still."),
    ]


def test_what_is_far_from_a_change_is_left_out():
    """A long paragraph shows the change and ten words on each side."""
    before = " ".join(f"w{n}" for n in range(100))
    after = before.replace("w50", "x50")

    (_, start), gone, new, (_, end) = told(before, after)

    assert (gone, new) == ((GONE, "w50"), (NEW, "x50"))
    assert start == "… " + " ".join(f"w{n}" for n in range(40, 50))
    assert end == " ".join(f"w{n}" for n in range(51, 61)) + " …"


def test_lines_with_little_in_common_stand_apart():
    """A confetti of single words tells nobody anything."""
    assert told("The minister resigned at noon.", "Rain fell over the hills.") == [
        (GONE, "The minister resigned at noon."),
        (NEW, "Rain fell over the hills."),
    ]


def test_a_line_that_came_or_went():
    """There is nothing beside it."""
    assert told("", "New line.") == [(NEW, "New line.")]
    assert told("Old line.", "") == [(GONE, "Old line.")]


def test_a_hostile_length_is_not_compared():
    """Half a million comparisons are not begun."""
    assert [fate for fate, _ in told("a " * 600, "b " * 600)] == [GONE, NEW]


words = st.lists(st.sampled_from("abcdef"), max_size=9).map(" ".join)


@given(words, words)
def test_both_versions_can_be_read_from_it(before, after):
    """Without what came it says the old line, without what went the new one."""
    found = told(before, after)
    old = " ".join(text for fate, text in found if fate != NEW)
    new = " ".join(text for fate, text in found if fate != GONE)

    assert (old, new) == (before, after)

"""A bounded memory."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.serve.memory import Memory


def test_what_was_used_longest_ago_goes_first():
    """Using a value keeps it; the others go in order of use."""
    memory = Memory(80)
    for key in "abcdefgh":
        memory.keep(key, key.upper(), 10)
    memory.used("a")
    memory.keep("i", "I", 10)

    assert "a" in memory.values
    assert "b" not in memory.values
    assert memory.weight == 80


def test_a_giant_does_not_push_out_the_rest():
    """What is heavier than an eighth of the memory is not kept."""
    memory = Memory(80)
    memory.keep("small", 1, 10)
    memory.keep("giant", 2, 11)

    assert set(memory.values) == {"small"}


def test_keeping_again_replaces():
    """A key has one value and one weight."""
    memory = Memory(800)
    memory.keep("a", 1, 100)
    memory.keep("a", 2, 50)

    assert memory.values["a"] == 2
    assert memory.weight == 50
    memory.clear()
    assert memory.weight == 0
    assert not memory.values


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 40))))
def test_the_limit_holds(kept):
    """However much is kept, the weight is that of the values and in bounds."""
    memory = Memory(200)
    for key, weight in kept:
        memory.keep(key, weight, weight)

    assert memory.weight == sum(memory.values.values()) <= 200

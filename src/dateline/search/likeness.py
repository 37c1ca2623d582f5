"""How many slips of the hand two words are apart.

A slip is a letter too much, one missing, one wrong, or two exchanged. Short words
get none: one slip away from "cat" lies half the dictionary.
"""

_ONE_FROM, _TWO_FROM = 4, 8


def slips_allowed(word: str) -> int:
    """Return how many slips a word may hold and still be meant: 0, 1 or 2."""
    if len(word) < _ONE_FROM or word[:1].isdigit():
        return 0
    return 1 if len(word) < _TWO_FROM else 2


def is_near(one: str, other: str, *, slips: int) -> bool:
    """Return whether two words are at most ``slips`` apart, and not the same."""
    if one == other or abs(len(one) - len(other)) > slips:
        return False
    if len(set(one) ^ set(other)) > 2 * slips:  # much quicker, and mostly enough
        return False
    return _distance(one, other) <= slips


def _distance(one: str, other: str) -> int:
    """Return the slips between two words (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            best = min(last[j] + 1, row[-1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]

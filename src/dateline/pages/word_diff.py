"""Two versions of a line, word by word: what went, what came, what stayed."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, GONE, NEW = "same", "gone", "new"

MOST_COMPARED = 250_000
"""Words before times words after, above which the whole line counts as new."""

LEAST_ALIKE = 0.3
"""Share of common words below which two lines are told apart, not compared."""

_AROUND = 10
"""Words shown on each side of a change; what lies further off is left out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """Words in a row that share one fate. An ellipsis stands for words left out."""

    fate: str
    text: str


def word_diff(before: str, after: str) -> list[Words]:
    """Return how ``before`` became ``after``; either may be empty."""
    old, new = before.split(), after.split()
    if old == new:
        return [Words(fate=SAME, text=after)] if new else []
    if not old or not new or len(old) * len(new) > MOST_COMPARED:
        return _apart(before, after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return _apart(before, after)
    return list(_runs(matcher, old, new))


def _apart(before: str, after: str) -> list[Words]:
    found = [Words(fate=GONE, text=before), Words(fate=NEW, text=after)]
    return [words for words in found if words.text]


def _runs(
    matcher: "SequenceMatcher[str]", old: list[str], new: list[str]
) -> Iterator[Words]:
    codes = matcher.get_opcodes()
    for number, (kind, i, i_end, j, j_end) in enumerate(codes):
        if kind == "equal":
            first, last = number == 0, number == len(codes) - 1
            yield Words(
                fate=SAME, text=_shortened(new[j:j_end], first=first, last=last)
            )
            continue
        if i < i_end:
            yield Words(fate=GONE, text=" ".join(old[i:i_end]))
        if j < j_end:
            yield Words(fate=NEW, text=" ".join(new[j:j_end]))


def _shortened(words: list[str], *, first: bool, last: bool) -> str:
    """Return words that stayed, only those near a change."""
    head = [] if first else words[:_AROUND]
    tail = [] if last else words[-_AROUND:]
    if len(words) <= len(head) + len(tail) + 1:
        return " ".join(words)
    return " ".join([*head, "…", *tail])

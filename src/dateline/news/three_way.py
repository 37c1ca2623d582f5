"""Three states of a text, paragraph by paragraph: before, ours, theirs now.

Two people went on from the same text. What only one of them changed merges by
itself; what both changed in different ways is a clash that a person decides.
The units may be anything that can be compared and hashed; the parts that come
back name stretches of the three lists, in order, and leave nothing out.

``marked`` shows a change inside paragraphs, word by word.
"""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, NamedTuple

ALIKE = 0.4  # how alike two paragraphs are that are one, rewritten
HARDLY = 0.25  # two texts less alike than this are shown as one for the other
BREAK = "\n"
WORDS = re.compile(r"(?:\w+|[^\w\s])\s*|\s+")


class Kind(StrEnum):
    """Who changed a stretch."""

    SAME = "same"  # nobody
    OURS = "ours"  # we alone
    THEIRS = "theirs"  # they alone
    AGREED = "agreed"  # both, in the same way
    CLASH = "clash"  # both, each in another way


class Span(NamedTuple):
    """A stretch of a list: from ``start``, not with ``stop``."""

    start: int
    stop: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A stretch of the three lists that belongs together."""

    kind: Kind
    before: Span
    ours: Span
    now: Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A stretch of words; ``mark`` is empty, ``added`` or ``removed``."""

    text: str
    mark: str = ""


class _Anchor(NamedTuple):
    """A run of units that stands in all three lists."""

    before: int
    ours: int
    now: int
    length: int

    @property
    def end(self) -> "_Anchor":
        """Where it ends."""
        before, ours, now, length = self
        return _Anchor(before + length, ours + length, now + length, 0)


def merge(
    before: Sequence[Hashable], ours: Sequence[Hashable], now: Sequence[Hashable]
) -> tuple[Part, ...]:
    """Return the parts of three lists, from their beginnings to their ends.

    Cost: that of two ``difflib`` comparisons; quadratic at worst.
    """
    parts: list[Part] = []
    at = _Anchor(0, 0, 0, 0)
    for anchor in (*_anchors(before, ours, now), _end(before, ours, now)):
        gap = (
            Span(at.before, anchor.before),
            Span(at.ours, anchor.ours),
            Span(at.now, anchor.now),
        )
        parts += _between(gap, before, ours, now)
        after = anchor.end
        if anchor.length:
            parts.append(
                Part(
                    kind=Kind.SAME,
                    before=Span(anchor.before, after.before),
                    ours=Span(anchor.ours, after.ours),
                    now=Span(anchor.now, after.now),
                )
            )
        at = after
    return tuple(parts)


def _end(*lists: Sequence[Hashable]) -> _Anchor:
    before, ours, now = (len(each) for each in lists)
    return _Anchor(before, ours, now, 0)


def _anchors(
    before: Sequence[Hashable], ours: Sequence[Hashable], now: Sequence[Hashable]
) -> Iterator[_Anchor]:
    """Yield what all three share, in order: where both comparisons overlap."""
    with_ours = _matches(before, ours)
    with_now = _matches(before, now)
    i = j = 0
    while i < len(with_ours) and j < len(with_now):
        a, b = with_ours[i], with_now[j]
        start = max(a.a, b.a)
        stop = min(a.a + a.size, b.a + b.size)
        if start < stop:
            yield _Anchor(start, a.b + start - a.a, b.b + start - b.a, stop - start)
        if a.a + a.size < b.a + b.size:
            i += 1
        else:
            j += 1


def _matches(one: Sequence[Hashable], other: Sequence[Hashable]) -> list[Any]:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return [match for match in matcher.get_matching_blocks() if match.size]


def _between(
    gap: tuple[Span, Span, Span],
    before: Sequence[Hashable],
    ours: Sequence[Hashable],
    now: Sequence[Hashable],
) -> Iterator[Part]:
    """Yield what lies between two anchors; rewritten paragraphs each by itself."""
    lengths = {span.stop - span.start for span in gap}
    if lengths == {0}:
        return
    old, mine, new = (
        each[span.start : span.stop]
        for each, span in zip((before, ours, now), gap, strict=True)
    )
    if len(lengths) == 1 and _are_rewritten(old, mine) and _are_rewritten(old, new):
        for n in range(lengths.pop()):
            spans = [Span(span.start + n, span.start + n + 1) for span in gap]
            yield _part(spans, old[n : n + 1], mine[n : n + 1], new[n : n + 1])
        return
    yield _part(gap, old, mine, new)


def _part(
    spans: Sequence[Span],
    old: Sequence[Hashable],
    mine: Sequence[Hashable],
    new: Sequence[Hashable],
) -> Part:
    before, ours, now = spans
    return Part(kind=kind_of(old, mine, new), before=before, ours=ours, now=now)


def kind_of(before: object, ours: object, now: object) -> Kind:
    """Say who changed something that was ``before``."""
    if ours == now:
        return Kind.SAME if ours == before else Kind.AGREED
    if ours == before:
        return Kind.THEIRS
    return Kind.OURS if now == before else Kind.CLASH


def _are_rewritten(one: Sequence[Hashable], other: Sequence[Hashable]) -> bool:
    """Say whether each unit of one list is that of the other, or a rewrite of it."""
    return all(
        a == b
        or SequenceMatcher(
            None, _words(str(a)), _words(str(b)), autojunk=False
        ).quick_ratio()
        >= ALIKE
        for a, b in zip(one, other, strict=True)
    )


def marked(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[Word, ...], ...]:
    """Return ``after`` in paragraphs with the words that came and went marked."""
    old, new = _tokens(before), _tokens(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    words: list[tuple[str, str]] = []
    if matcher.ratio() < HARDLY:
        words = [(token, "removed") for token in old if token != BREAK]
        return tuple(_paragraphs([*words, *((token, "added") for token in new)]))
    for _, a, b, c, d in matcher.get_opcodes():
        if old[a:b] == new[c:d]:
            words += [(token, "") for token in new[c:d]]
            continue
        # A paragraph's end that went would part a paragraph that is whole now.
        words += [(token, "removed") for token in old[a:b] if token != BREAK]
        words += [(token, "added") for token in new[c:d]]
    return tuple(_paragraphs(words))


def _tokens(paragraphs: Sequence[str]) -> list[str]:
    tokens: list[str] = []
    for line in "\n".join(paragraphs).splitlines():
        tokens += [*_words(line), BREAK]
    return tokens[:-1]


def _words(text: str) -> list[str]:
    """Part a text into words and signs, each with the blank after it.

    A blank by itself is like any other: it would tie together what is not alike.
    """
    return WORDS.findall(" ".join(text.split()))


def _paragraphs(words: Sequence[tuple[str, str]]) -> Iterator[tuple[Word, ...]]:
    line: list[Word] = []
    for text, mark in words:
        if text == BREAK:
            yield tuple(line)
            line = []
        elif line and line[-1].mark == mark:
            line[-1] = Word(text=line[-1].text + text, mark=mark)
        else:
            line.append(Word(text=text, mark=mark))
    if line:
        yield tuple(line)

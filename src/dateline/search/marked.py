"""Which words of a story answer a question, and the passage that shows them best.

The story is read as the reader sees it, word by word, and each word goes the way
it went into the index: so what is marked is what was found, "floods" for "flood".
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from dateline.news.live import LiveEntry
from dateline.news.story import Story
from dateline.pages.search import Marked
from dateline.search.ask import Found, How
from dateline.search.likeness import is_near, slips_allowed
from dateline.search.passages import body_passages, passages_of_entry
from dateline.search.question import Question
from dateline.search.starts import starts_of
from dateline.search.words import plain, spans

LENGTH = 220
"""Letters of a passage that are shown, about."""

_LEAD = 60
_MORE = "…"


@dataclass(frozen=True, kw_only=True, slots=True)
class Excerpt:
    """A story as a result shows it; ``passage`` is empty if nothing is to be said.

    ``entry`` is the number of the live blog's entry that the passage is from; 0 for
    the story's own text.
    """

    headline: Marked
    passage: Marked
    entry: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class _Passage:
    """A passage with the places of the words in it that were looked for."""

    text: str
    hits: tuple[tuple[str, int, int], ...]
    entry: int = 0

    @property
    def worth(self) -> tuple[int, int]:
        return len({term for term, _, _ in self.hits}), len(self.hits)


_NOTHING = _Passage(text="", hits=())


class Marker:
    """Marks the words of one question in stories; remembers what it took for them."""

    def __init__(self, question: Question, found: Found) -> None:
        self._terms = set(question.telling)
        self._near = question.words if found.how is How.SIMILAR else ()
        self._starts = starts_of(self._terms, loosely=bool(self._near))
        self._known: dict[str, str] = {}
        self._taken: dict[str, Counter[str]] = {}

    def excerpt(self, story: Story, entries: Iterable[LiveEntry] = ()) -> Excerpt:
        """Return headline and best passage of a story, with the words marked.

        ``entries`` are those of its live blog, the newest first.
        """
        headline = self._read(story.headline)
        own = chain([plain(story.standfirst)], body_passages(story))
        said = ((e.number, text) for e in entries for text in passages_of_entry(e))
        best = self._best(chain(((0, text) for text in own), said))
        start, end = _window(best)
        return Excerpt(
            headline=_runs(headline, 0, len(headline.text)),
            passage=_runs(best, start, end),
            entry=best.entry,
        )

    def taken_for(self, term: str) -> str:
        """Return the word that stories have in place of ``term``; empty if none."""
        taken = self._taken.get(term)
        return min(taken, key=lambda word: (-taken[word], word)) if taken else ""

    def _best(self, texts: Iterable[tuple[int, str]]) -> _Passage:
        """Return the first of the passages that have the most words."""
        best = _NOTHING
        for entry, text in texts:
            if not text:
                continue
            passage = self._read(text, entry)
            if best is _NOTHING or passage.worth > best.worth:
                best = passage
            if best.worth[0] == len(self._terms):
                break
        return best

    def _read(self, text: str, entry: int = 0) -> _Passage:
        if self._starts is None:
            return _Passage(text=text, hits=(), entry=entry)
        hits = []
        for term, start, end in spans(text, self._starts):
            meant = self._meant(term)
            if meant:
                hits.append((meant, start, end))
                if meant != term:
                    word = text[start:end].lower()
                    self._taken.setdefault(meant, Counter())[word] += 1
        return _Passage(text=text, hits=tuple(hits), entry=entry)

    def _meant(self, term: str) -> str:
        """Return the term of the question that a word answers; empty if none."""
        if term in self._terms:
            return term
        if not self._near:
            return ""
        if term not in self._known:
            self._known[term] = self._near_to(term)
        return self._known[term]

    def _near_to(self, term: str) -> str:
        for word in self._near:
            if is_near(word, term, slips=slips_allowed(word)):
                return word
        return ""


def _window(passage: _Passage) -> tuple[int, int]:
    """Return which part of a passage to show: that with the most words in it."""
    size = len(passage.text)
    if size <= LENGTH:
        return 0, size
    starts = [max(0, start - _LEAD) for _, start, _ in passage.hits] or [0]
    best = max(starts, key=lambda at: (len(_within(passage, at)), -at))
    end = min(size, best + LENGTH)
    return _to_word(passage.text, best, after=True), _to_word(passage.text, end)


def _within(passage: _Passage, at: int) -> set[str]:
    return {t for t, start, end in passage.hits if at <= start and end <= at + LENGTH}


def _to_word(text: str, place: int, *, after: bool = False) -> int:
    """Return the nearest place between two words, backward or forward."""
    if place in (0, len(text)):
        return place
    if after:
        return text.find(" ", place) + 1 or place
    return text.rfind(" ", 0, place) if " " in text[:place] else place


def _runs(passage: _Passage, start: int, end: int) -> Marked:
    """Return a part of a passage in runs; what is left out is shown as three dots."""
    pieces: list[tuple[str, bool]] = [(_MORE, False)] if start else []
    at = start
    for _, first, last in passage.hits:
        if first < at or last > end:
            continue
        pieces += [(passage.text[at:first], False), (passage.text[first:last], True)]
        at = last
    pieces.append((passage.text[at:end].rstrip(), False))
    if end < len(passage.text):
        pieces.append((_MORE, False))
    return tuple(piece for piece in pieces if piece[0])


def as_typed(question: Question, terms: Iterable[str]) -> tuple[str, ...]:
    """Return terms as the reader typed them."""
    return tuple(question.typed.get(term, term) for term in terms)

"""Asking the index: which stories answer a question, and how they were found."""

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from tantivy import Index, Query, Searcher

from dateline.search import queries
from dateline.search.index import (
    ID,
    MOMENT,
    TEXT,
    WEIGHT,
    IndexUnreadableError,
    is_there,
    open_index,
    standing,
)
from dateline.search.question import ON_A_PAGE, Question, Sort
from dateline.store import folder

FEW = 5
"""A question that finds fewer stories is asked again with a slip allowed."""

_CURRENT = folder.CURRENT
_META = "meta.json"


class How(StrEnum):
    """How stories were found."""

    EXACT = "exact"
    SIMILAR = "similar"
    LOOSE = "loose"


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """The ids of a page of stories, and how many there are in all.

    ``unknown`` are the terms that no story has.
    """

    ids: tuple[str, ...] = ()
    total: int = 0
    how: How = How.EXACT
    unknown: tuple[str, ...] = ()


class Reader:
    """The current index of a folder, as it is at each question.

    Two looks at the disk before each (some microseconds) tell whether there is
    a new commit, or another index.
    """

    def __init__(self, indexes: Path) -> None:
        self._indexes = indexes
        self._seen: tuple[int, ...] = ()
        self._index: Index | None = None
        self._searcher: Searcher | None = None

    def ask(self, question: Question, *, zone: ZoneInfo) -> Found | None:
        """Return the stories that answer a question; None while there is no index."""
        searcher = self._now()
        if searcher is None:
            return None
        found = _ask(searcher, queries.exact(question, zone=zone), question)
        if not question.says_words or found.total >= FEW:
            return found
        unknown = tuple(w for w in question.words if not searcher.doc_freq(TEXT, w))
        near = _ask(searcher, queries.similar(question, zone=zone), question)
        if near.total > found.total:
            return _said(near, how=How.SIMILAR, unknown=unknown)
        if found.total:
            return found
        wide = _ask(searcher, queries.loose(question, zone=zone), question)
        return _said(wide, how=How.LOOSE, unknown=unknown)

    def position(self) -> int:
        """Return the number of the last entry that the index has; 0 without one."""
        searcher = self._now()
        return standing(searcher).position.seq if searcher else 0

    def has(self, story_id: str) -> bool:
        """Return whether a story is in the index."""
        searcher = self._now()
        query = queries.the_story(story_id)
        return searcher is not None and bool(searcher.search(query, 1).hits)

    def _now(self) -> Searcher | None:
        seen = _state(self._indexes)
        if seen != self._seen or self._searcher is None:
            self._look(folder.current(self._indexes), seen)
        return self._searcher

    def _look(self, place: Path, seen: tuple[int, ...]) -> None:
        """Open the current index, or see its newest commit; keep the old if not."""
        if not is_there(place):
            return
        with suppress(IndexUnreadableError, ValueError):
            if self._index is None or seen[:2] != self._seen[:2]:
                self._index = open_index(place)
            else:
                self._index.reload()
            self._searcher = self._index.searcher()
            self._seen = seen


def _state(indexes: Path) -> tuple[int, ...]:
    """Return what changes with the current index, and with each of its commits."""
    found: list[int] = []
    for path in (indexes / _CURRENT, folder.current(indexes) / _META):
        try:
            state = path.stat()
            found += [state.st_mtime_ns, state.st_ino]
        except OSError:
            found += [0, 0]
    return tuple(found)


def _ask(searcher: Searcher, query: Query, question: Question) -> Found:
    by_date = question.sort is Sort.DATE or not question.says_words
    result = searcher.search(
        query,
        ON_A_PAGE,
        offset=(question.page - 1) * ON_A_PAGE,
        order_by_field=MOMENT if by_date else None,
        weight_by_field=None if by_date else WEIGHT,
    )
    ids = (searcher.doc(address).get_first(ID) for _, address in result.hits)
    count: int = result.count  # type: ignore[attr-defined] # its stub lacks it
    return Found(ids=tuple(map(str, ids)), total=count)


def _said(found: Found, *, how: How, unknown: tuple[str, ...]) -> Found:
    return Found(ids=found.ids, total=found.total, how=how, unknown=unknown)

"""Writing the index: what the journal says of stories, in whole publications."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

from tantivy import Document, Index, IndexWriter

from dateline.journal.entry import Entry, Kind
from dateline.journal.reader import Journal
from dateline.search.index import (
    BETWEEN,
    CITY,
    COMMON,
    HEAD,
    ID,
    KIND,
    MOMENT,
    NOTE,
    POSITION,
    SECTION,
    STAND,
    STORY,
    TEXT,
    WEIGHT,
    IndexUnreadableError,
    Standing,
    fingerprint,
    make_index,
    note_of,
    schema,
    seconds_of,
    standing,
    weight_of,
)
from dateline.search.passages import entry_passages, passages
from dateline.search.stop_words import common_pairs
from dateline.search.told import Told, told_by
from dateline.search.words import plain, terms
from dateline.store.position import Position

ABOUT_STORIES = frozenset(
    {
        Kind.STORY_PUBLISHED,
        Kind.STORY_WITHDRAWN,
        Kind.STORY_KILLED,
        Kind.LIVE_ENTRY,
        Kind.LIVE_REMOVED,
    }
)

_MEMORY = 48 * 1024 * 1024
_POSITION_ID = ".position"


class Writer:
    """The one writer of an index; others read it meanwhile.

    Raises IndexUnreadableError if there is another writer, or no sound index.
    """

    def __init__(self, place: Path, *, memory: int = _MEMORY) -> None:
        self.place = place
        self._index: Index = make_index(place)
        try:
            self._writer: IndexWriter | None = self._index.writer(
                heap_size=memory, num_threads=1
            )
        except ValueError as error:
            raise IndexUnreadableError(f"{place}: {error}") from error

    def __enter__(self) -> Self:
        """Be used as a block."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Let go of the index; what was not committed is gone."""
        self.close()

    @property
    def standing(self) -> Standing:
        """Where the index stands, as of the last commit."""
        self._index.reload()
        return standing(self._index.searcher())

    @property
    def stories(self) -> int:
        """How many stories are in it, as of the last commit."""
        self._index.reload()
        return max(0, self._index.searcher().num_docs - 1)

    def take(self, entries: Iterable[Entry], journal: Journal) -> Position | None:
        """Take in what entries say; return the last one's position, None for none.

        A story that they change several times is looked at once. ``journal`` is
        asked for the rest of a live blog of which they tell a part.
        """
        last: dict[str, Entry] = {}
        position = None
        for entry in entries:
            position = Position(seq=entry.seq, hash=entry.hash)
            if entry.kind in ABOUT_STORIES:
                last[entry.subject] = entry
        for entry in last.values():
            self._open.delete_documents_by_term(ID, entry.subject)
            self.add(entry, journal)
        return position

    def add(self, newest: Entry, journal: Journal) -> None:
        """Put in what readers have of a story since its newest entry, if anything."""
        told = told_by(newest, journal)
        if told is not None:
            self._open.add_document(document_of(told))

    def commit(self, position: Position) -> None:
        """Make what was taken in durable and visible, together with ``position``."""
        value = Standing(position=position, fingerprint=fingerprint())
        fields = {KIND: POSITION, ID: _POSITION_ID, NOTE: note_of(value)}
        self._open.delete_documents_by_term(ID, _POSITION_ID)
        self._open.add_document(Document.from_dict(fields, schema()))
        self._open.commit()

    def close(self, *, settle: bool = False) -> None:
        """Let go of the index; ``settle``: when the merges at work are done."""
        if self._writer is not None and settle:
            self._writer.wait_merging_threads()
        self._writer = None

    @property
    def _open(self) -> IndexWriter:
        if self._writer is None:
            raise IndexUnreadableError(f"{self.place}: closed")
        return self._writer


def document_of(told: Told) -> Document:
    """Return a story as the index holds it."""
    story = told.story
    said = chain(passages(story), entry_passages(told.entries))
    rows = [found for each in said if each and (found := terms(each))]
    common = (pairs for row in rows for pairs in common_pairs(row))
    fields = {
        KIND: STORY,
        ID: story.id,
        HEAD: " ".join(terms(story.headline)),
        STAND: " ".join(terms(plain(story.standfirst))),
        TEXT: _apart(rows),
        COMMON: _apart(common),
        SECTION: story.section,
        CITY: list(dict.fromkeys(story.cities)),
        MOMENT: seconds_of(story.first_published),
        WEIGHT: weight_of(story.first_published),
    }
    return Document.from_dict(fields, schema())


def _apart(rows: Iterable[list[str]]) -> str:
    """Return rows of words as the index takes them: no phrase reaches over."""
    return f" {BETWEEN} ".join(map(" ".join, rows))

"""Why a page says what it says."""

from dataclasses import dataclass

from dateline.catalog import documents
from dateline.catalog.keys import documents_of, members
from dateline.store.record import page_at
from dateline.store.store import READS, Transaction


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """A key that the page read.

    ``entry`` is the number of the journal entry that last said it: None if
    nothing ever did, or if the key is a list, whose ``members`` have entries
    of their own.
    """

    key: str
    entry: int | None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """What made the page at ``path`` what it is."""

    path: str
    status: int
    tag: str
    location: str
    reads: tuple[Read, ...]

    @property
    def entries(self) -> tuple[int, ...]:
        """The numbers of all entries that the page shows something of."""
        return tuple(sorted({r.entry for r in self.reads if r.entry}))


def explain(tx: Transaction, path: str) -> Explanation | None:
    """Return which keys and entries made the page at ``path``; None if none is."""
    record = page_at(tx, path)
    if record is None:
        return None
    raw = tx.get(READS, path.encode()) or b""
    reads = [_read(tx, key) for key in raw.decode().split("\n") if key]
    return Explanation(
        path=path,
        status=record.status,
        tag=record.tag,
        location=record.location,
        reads=tuple(reads),
    )


def _read(tx: Transaction, key: str) -> Read:
    name = documents_of(key)
    if name is None:
        return Read(key=key, entry=None, members=members(tx, key))
    kind, _, story_id = name.partition("/")
    entry = documents.said_by(tx, name)
    if entry is None and kind in {"card", "stamp", "story", "live"}:
        entry = documents.said_by(tx, f"gone/story/{story_id}")
    if entry is None and kind == "picture":
        entry = documents.said_by(tx, f"gone/{name}")
    return Read(key=key, entry=entry)

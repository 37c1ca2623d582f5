"""One LMDB environment, its tables, and transactions over them.

    meta        position, fingerprint of the templates, progress of a rebuild
    documents   what is public, by name, with the entry that said so
    lists       stories in order of time, one range a list
    pages       path -> PageRecord
    reads       path -> the keys its page read
    readers     key -> the paths that read it (reads, turned round)
    runs        entry -> what the press did for it (a log; not content)

One writer at a time, any number of readers in any number of processes, and a
reader sees either all of a commit or nothing of it. Commits are durable.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import lmdb

from dateline.errors import DatelineError

META = "meta"
DOCUMENTS = "documents"
LISTS = "lists"
PAGES = "pages"
READS = "reads"
READERS = "readers"
RUNS = "runs"

TABLES = (META, DOCUMENTS, LISTS, PAGES, READS, READERS, RUNS)
CONTENT_TABLES = (META, DOCUMENTS, LISTS, PAGES, READS, READERS)
"""Tables that are a pure function of the journal; ``runs`` is a work log."""

DATA = "data.mdb"
"""The file everything lies in, by LMDB's choice."""

_COPIED_AT_ONCE = 2000
"""Rows in one commit of a copy."""

MAP_SIZE = 1 << 36
"""Largest size in bytes; address space only, the file grows as needed."""


class StoreError(DatelineError):
    """The store cannot be opened."""

    hint = "Make it again from the journal: `dateline rebuild`."


class Transaction:
    """Reading and, if begun so, writing; all tables, one moment."""

    # lmdb's own types allow memoryviews everywhere; ours are always bytes.
    def __init__(self, txn: Any, tables: Mapping[str, Any]) -> None:  # noqa: ANN401
        self._txn = txn
        self._tables = tables

    @property
    def number(self) -> int:
        """The commit this transaction sees; grows with each commit."""
        return int(self._txn.id())

    def get(self, table: str, key: bytes) -> bytes | None:
        """Return the value under ``key``, or None."""
        value: bytes | None = self._txn.get(key, db=self._tables[table])
        return value

    def put(self, table: str, key: bytes, value: bytes) -> None:
        """Store ``value`` under ``key``."""
        self._txn.put(key, value, db=self._tables[table])

    def delete(self, table: str, key: bytes) -> None:
        """Remove ``key`` if it is there."""
        self._txn.delete(key, db=self._tables[table])

    def append(self, table: str, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Store rows that come in order and behind all that is there."""
        with self._txn.cursor(db=self._tables[table]) as cursor:
            cursor.putmulti(rows, append=True)

    def add_reader(self, key: bytes, path: bytes) -> None:
        """Note that the page at ``path`` reads ``key``."""
        self._txn.put(key, path, db=self._tables[READERS], dupdata=True)

    def drop_reader(self, key: bytes, path: bytes) -> None:
        """Note that the page at ``path`` no longer reads ``key``."""
        self._txn.delete(key, path, db=self._tables[READERS])

    def readers(self, key: bytes) -> list[bytes]:
        """Return the paths of all pages that read ``key``."""
        with self._txn.cursor(db=self._tables[READERS]) as cursor:
            if not cursor.set_key(key):
                return []
            return [bytes(path) for path in cursor.iternext_dup()]

    def scan(
        self, table: str, start: bytes, end: bytes
    ) -> Iterator[tuple[bytes, bytes]]:
        """Yield ``(key, value)`` with ``start <= key < end``, ascending."""
        with self._txn.cursor(db=self._tables[table]) as cursor:
            if cursor.set_range(start):
                for key, value in cursor:
                    if key >= end:
                        return
                    yield key, value

    def scan_back(
        self, table: str, start: bytes, end: bytes
    ) -> Iterator[tuple[bytes, bytes]]:
        """Yield ``(key, value)`` with ``start <= key < end``, descending."""
        with self._txn.cursor(db=self._tables[table]) as cursor:
            there = cursor.set_range(end)
            if not (cursor.prev() if there else cursor.last()):
                return
            for key, value in cursor.iterprev():
                if key < start:
                    return
                yield key, value

    def all(self, table: str) -> Iterator[tuple[bytes, bytes]]:
        """Yield every ``(key, value)`` of a table, doubled keys too."""
        with self._txn.cursor(db=self._tables[table]) as cursor:
            yield from cursor


class Store:
    """An open store. Share one per process; transactions are cheap (1 µs)."""

    def __init__(
        self, path: Path, *, readonly: bool = False, durable: bool = True
    ) -> None:
        self.path = path
        if not readonly:
            path.mkdir(parents=True, exist_ok=True)
        try:
            self._env = lmdb.open(
                str(path),
                map_size=MAP_SIZE,
                max_dbs=len(TABLES),
                max_readers=1024,
                readonly=readonly,
                sync=durable,
                metasync=durable,
                readahead=False,
            )
            self._tables = {
                name: self._env.open_db(
                    name.encode(), create=not readonly, dupsort=name == READERS
                )
                for name in TABLES
            }
        except lmdb.Error as error:
            raise StoreError(f"{path}: {error}") from error

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """Begin a transaction that sees the last commit and nothing later."""
        with self._env.begin() as txn:
            yield Transaction(txn, self._tables)

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """Begin the one writing transaction; commits unless an error leaves it."""
        with self._env.begin(write=True) as txn:
            yield Transaction(txn, self._tables)

    def commit_number(self) -> int:
        """Return the number of the last commit (0.6 µs)."""
        return int(self._env.info()["last_txnid"])

    def forget_dead_readers(self) -> int:
        """Free what readers held that were killed; return how many there were.

        A dead reader keeps the pages it saw from being used again, so that the
        file grows, and one of 1,024 slots for readers.
        """
        return int(self._env.reader_check())

    def copy_to(self, place: Path) -> None:
        """Write what this store holds now into a new one, and nothing else.

        Row by row: LMDB's own copy takes along the gaps of its pages, and the
        keys of removed rows where they part one branch from the next. Others
        may read and write meanwhile. Durable when it returns.
        """
        new = Store(place, durable=False)
        try:
            with self.read() as tx:
                for table in TABLES:
                    rows = tx.all(table)
                    while batch := list(islice(rows, _COPIED_AT_ONCE)):
                        with new.write() as into:
                            into.append(table, batch)
            new.sync()
        finally:
            new.close()

    def sync(self) -> None:
        """Force everything to disk (for a store that is not durable)."""
        self._env.sync(True)  # noqa: FBT003 - lmdb's own signature

    def size(self) -> int:
        """Return the bytes in use."""
        pages = int(self._env.info()["last_pgno"]) + 1
        return pages * int(self._env.stat()["psize"])

    def close(self) -> None:
        """Let go of the files."""
        self._env.close()

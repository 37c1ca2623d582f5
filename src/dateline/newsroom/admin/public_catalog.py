"""What readers have now, for screens that show it: the store, read only.

The newsroom runs beside the press and never waits for it. Where there is no
store yet, or it cannot be opened now, the catalog is empty and knows only the
site.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dateline.catalog.documents import SITE
from dateline.catalog.view import Shelf
from dateline.newsroom.site_settings import site_settings
from dateline.store import folder
from dateline.store.store import Store, StoreError, Transaction

_DATA = "data.mdb"


class NothingPublic(Transaction):
    """A catalog in which nothing is."""

    def __init__(self) -> None:
        super().__init__(None, {})

    def get(self, table: str, key: bytes) -> None:
        """Return None."""
        del table, key

    def scan(
        self, table: str, start: bytes, end: bytes
    ) -> Iterator[tuple[bytes, bytes]]:
        """Yield nothing."""
        del table, start, end
        return iter(())

    def scan_back(
        self, table: str, start: bytes, end: bytes
    ) -> Iterator[tuple[bytes, bytes]]:
        """Yield nothing."""
        return self.scan(table, start, end)


class _OpenStore:
    """The current store, opened once a process: LMDB allows no second time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._store: Store | None = None

    def current(self, stores: Path) -> Store | None:
        """Return the store that readers are served from; None if there is none."""
        place = folder.current(stores)
        with self._lock:
            if self._store is not None and self._store.path == place:
                return self._store
            # One that was replaced is left to its last reader, not closed here.
            self._store = None
            if (place / _DATA).exists():
                self._store = _opened(place)
            return self._store

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            if self._store is not None:
                self._store.close()
            self._store = None


def _opened(place: Path) -> Store | None:
    try:
        return Store(place, readonly=True)
    except StoreError:
        return None


open_store = _OpenStore()


@contextmanager
def what_readers_have() -> Iterator[Transaction]:
    """Begin to read what readers have; an empty catalog if there is none."""
    store = open_store.current(site_settings().store_path)
    if store is None:
        yield NothingPublic()
        return
    with store.read() as tx:
        yield tx


@contextmanager
def shelf_with(documents: Mapping[str, object]) -> Iterator[Shelf]:
    """Yield the catalog with ``documents`` laid over it, by name.

    Nothing is written: the shelf holds them as if they had been read.
    """
    with what_readers_have() as tx:
        shelf = Shelf(tx=tx, found=dict(documents))
        if shelf.find(SITE) is None:
            shelf.found[SITE] = site_settings().site
        yield shelf

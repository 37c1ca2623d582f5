"""Opening the journal and the store that a site's settings name."""

from collections.abc import Iterator
from contextlib import contextmanager

from dateline.errors import DatelineError
from dateline.journal.postgresql import PostgreSQLJournal
from dateline.journal.reader import Journal
from dateline.journal.sqlite import SQLiteJournal
from dateline.settings import Settings
from dateline.store import folder
from dateline.store.store import Store


class NoStoreError(DatelineError):
    """The press has not made a store yet."""

    hint = "Start the site (`dateline run`), or make the store: `dateline rebuild`."


def open_journal(settings: Settings) -> Journal:
    """Return the site's journal, to be read; raises a DatelineError without one."""
    if settings.database == "sqlite":
        return SQLiteJournal(settings.database_path)
    return PostgreSQLJournal(settings.database)


@contextmanager
def reading_journal(settings: Settings) -> Iterator[Journal]:
    """Open the site's journal for the block."""
    journal = open_journal(settings)
    try:
        yield journal
    finally:
        journal.close()


def has_store(settings: Settings) -> bool:
    """Return whether the press has made a store."""
    return (folder.current(settings.store_path) / "data.mdb").exists()


@contextmanager
def reading_store(settings: Settings) -> Iterator[Store]:
    """Open the current store for reading; raises NoStoreError if there is none."""
    if not has_store(settings):
        raise NoStoreError(f"{settings.store_path} holds no store")
    store = Store(folder.current(settings.store_path), readonly=True)
    try:
        yield store
    finally:
        store.close()

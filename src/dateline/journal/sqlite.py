"""The journal in SQLite, as a follower reads it.

The newsroom writes the file in WAL mode, so reading never waits for writing.
SQLite tells nobody of a commit; a follower looks every few milliseconds, which
costs about 10 µs a look.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from dateline.errors import DatelineError
from dateline.journal.chain import GENESIS
from dateline.journal.entry import Entry
from dateline.journal.reader import BATCH, SELECT, entry_of, wait_by_polling

LOOK = 0.004
"""Seconds between two looks for a new entry."""


class NoJournalError(DatelineError):
    """The database has no journal yet."""

    hint = "Make the site first: `dateline init FOLDER`, or start it: `dateline run`."


class SQLiteJournal:
    """A journal in a SQLite file, opened for reading only."""

    def __init__(self, path: Path) -> None:
        try:
            self._db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
            self._db.execute("PRAGMA busy_timeout = 10000")
            self.head()
        except sqlite3.OperationalError as error:
            raise NoJournalError(f"{path}: {error}") from error

    def head(self) -> tuple[int, str]:
        """Return number and hash of the newest entry; ``(0, GENESIS)`` if none."""
        row = self._db.execute(
            "SELECT seq, hash FROM journal_entry ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        return (row[0], row[1]) if row else (0, GENESIS)

    def entries(self, after: int, *, until: int | None = None) -> Iterator[Entry]:
        """Yield entries ``after < seq <= until`` in order."""
        until = self.head()[0] if until is None else until
        while after < until:
            rows = self._db.execute(
                f"{SELECT} WHERE e.seq > ? AND e.seq <= ? ORDER BY e.seq LIMIT {BATCH}",
                (after, until),
            ).fetchall()
            if not rows:
                return
            yield from map(entry_of, rows)
            after = rows[-1][0]

    def about(self, subject: str) -> list[Entry]:
        """Return every entry about ``subject``, in order."""
        rows = self._db.execute(
            f"{SELECT} WHERE e.subject = ? ORDER BY e.seq", (subject,)
        ).fetchall()
        return [entry_of(row) for row in rows]

    def wait(self, after: int, *, timeout: float) -> bool:
        """Return True once there is an entry beyond ``after``, or False."""
        return wait_by_polling(self.head, after, timeout=timeout, step=LOOK)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

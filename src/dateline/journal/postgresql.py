"""The journal in PostgreSQL, as a follower reads it.

Appends are serialised by a lock that is held until the commit (see
``append``), so whatever a plain query shows is a gapless prefix. NOTIFY wakes
the follower; it also looks by itself now and then, since a notice can be lost
with a connection.
"""

import time
from collections.abc import Iterator

import psycopg

from dateline.errors import DatelineError
from dateline.journal.chain import GENESIS
from dateline.journal.entry import Entry
from dateline.journal.reader import BATCH, SELECT, entry_of
from dateline.journal.schema import CHANNEL


class JournalUnreachableError(DatelineError):
    """PostgreSQL does not answer, or holds no journal."""

    hint = "Check `database` in dateline.toml, and start the newsroom once."


class PostgreSQLJournal:
    """A journal in PostgreSQL, read over a connection of its own."""

    def __init__(self, url: str) -> None:
        try:
            self._db = psycopg.connect(url, autocommit=True)
            self._db.execute(f"LISTEN {CHANNEL}")
            self.head()
        except psycopg.Error as error:
            raise JournalUnreachableError(str(error).strip()) from error

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
                f"{SELECT} WHERE e.seq > %s AND e.seq <= %s"
                f" ORDER BY e.seq LIMIT {BATCH}",
                (after, until),
            ).fetchall()
            if not rows:
                return
            yield from map(entry_of, rows)
            after = rows[-1][0]

    def about(self, subject: str) -> list[Entry]:
        """Return every entry about ``subject``, in order."""
        rows = self._db.execute(
            f"{SELECT} WHERE e.subject = %s ORDER BY e.seq", (subject,)
        ).fetchall()
        return [entry_of(row) for row in rows]

    def wait(self, after: int, *, timeout: float) -> bool:
        """Return True once there is an entry beyond ``after``, or False."""
        end = time.monotonic() + timeout
        while self.head()[0] <= after:
            left = end - time.monotonic()
            if left <= 0:
                return False
            for _ in self._db.notifies(timeout=min(left, 1.0), stop_after=1):
                pass
        return True

    def close(self) -> None:
        """Let go of the connection."""
        self._db.close()

"""Appending to the journal, inside the caller's transaction.

The caller owns the transaction; nothing here commits. Appends are serialised:
on PostgreSQL by an advisory lock that is held until the commit, so numbers
become visible in order and without gaps; on SQLite the caller must have begun
IMMEDIATE, which only one writer can.

Rejected: an auto-increment column. Two transactions may take 7 and 8 and
commit 8 first; a follower that has read 8 never sees 7.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Protocol

from dateline.errors import DatelineError
from dateline.journal.chain import GENESIS, canonical, content_hash, link, moment_text
from dateline.journal.entry import Change, Entry
from dateline.journal.schema import CHANNEL, LOCK, Dialect


class Cursor(Protocol):
    """The part of a DB-API 2.0 cursor that is used here."""

    def execute(self, sql: str, params: Sequence[Any] = ..., /) -> Any:  # noqa: ANN401
        """Run one statement."""

    def fetchone(self) -> Any:  # noqa: ANN401
        """Return the next row or None."""


class EmptyPublicationError(DatelineError):
    """Nothing was given to append."""

    hint = "A publication changes at least one thing."


_ENTRY = (
    "INSERT INTO journal_entry (seq, kind, subject, moment, part, parts,"
    " content_hash, previous, hash) VALUES ({0},{0},{0},{0},{0},{0},{0},{0},{0})"
)
_CONTENT = (
    "INSERT INTO journal_content (hash, body) VALUES ({0},{0}) ON CONFLICT DO NOTHING"
)


def append(
    cursor: Cursor,
    changes: Sequence[Change],
    *,
    moment: datetime,
    dialect: Dialect,
    mark: str,
) -> list[Entry]:
    """Append one publication and return its entries.

    Args:
        cursor: in a transaction that the caller commits.
        changes: what the publication changes, in order.
        moment: when, aware.
        dialect: of the database behind the cursor.
        mark: the parameter mark of the cursor, "?" or "%s".

    Raises EmptyPublicationError if there is no change.
    """
    if not changes:
        raise EmptyPublicationError("a publication without a change")
    if dialect is Dialect.POSTGRESQL:
        cursor.execute(f"SELECT pg_advisory_xact_lock({LOCK})")
    cursor.execute("SELECT seq, hash FROM journal_entry ORDER BY seq DESC LIMIT 1")
    seq, previous = cursor.fetchone() or (0, GENESIS)
    entries = link_up(changes, seq=seq, previous=previous, moment=moment)
    for entry in entries:
        cursor.execute(_CONTENT.format(mark), (entry.content_hash, entry.content))
        cursor.execute(_ENTRY.format(mark), row_of(entry))
    if dialect is Dialect.POSTGRESQL:
        cursor.execute(f"NOTIFY {CHANNEL}")
    return entries


def link_up(
    changes: Sequence[Change], *, seq: int, previous: str, moment: datetime
) -> list[Entry]:
    """Return the entries that continue a chain whose head is ``seq, previous``."""
    moment = moment.astimezone(UTC)
    entries: list[Entry] = []
    for part, change in enumerate(changes, start=1):
        content = canonical(change.content)
        fields: dict[str, Any] = {
            "seq": seq + part,
            "kind": change.kind,
            "subject": change.subject,
            "moment": moment,
            "part": part,
            "parts": len(changes),
            "previous": previous,
        }
        name = content_hash(content)
        digest = link(**fields, content=name)
        entries.append(Entry(**fields, content_hash=name, hash=digest, content=content))
        previous = digest
    return entries


def row_of(entry: Entry) -> tuple[int | str, ...]:
    """Return an entry as a row of ``journal_entry``."""
    return (
        entry.seq,
        str(entry.kind),
        entry.subject,
        moment_text(entry.moment),
        entry.part,
        entry.parts,
        entry.content_hash,
        entry.previous,
        entry.hash,
    )

"""The one door to the journal.

Whoever writes is in a transaction already, and what he changes in the
newsroom's own tables is in the same one: both are there afterwards, or
neither (P3). Writing comes last in a transaction: on PostgreSQL it takes the
journal's lock and holds it until the commit.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec
from django.db import connection

from dateline.journal.append import append
from dateline.journal.entry import Change, Entry, Kind
from dateline.journal.erase import contents_of, erase
from dateline.journal.schema import LOCK, Dialect
from dateline.news.front import Front
from dateline.news.picture import Picture

MARK = "%s"


class OutsideTransactionError(RuntimeError):
    """Something was written to the journal outside a transaction: a bug of ours."""


def write(changes: Sequence[Change], *, moment: datetime) -> list[Entry]:
    """Append one publication and return its entries; without a change, none."""
    _must_be_inside()
    if not changes:
        return []
    with connection.cursor() as cursor:
        return append(
            cursor,
            changes,
            moment=moment,
            dialect=Dialect(connection.vendor),
            mark=MARK,
        )


def published_contents(subjects: Sequence[str]) -> list[str]:
    """Return the hashes of all that was ever published under ``subjects``."""
    with connection.cursor() as cursor:
        return contents_of(cursor, subjects, mark=MARK)


def published_addresses(picture_id: str) -> list[str]:
    """Return every media path that was ever public for a picture."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.body FROM journal_entry e JOIN journal_content c"
            " ON c.hash = e.content_hash WHERE e.subject = %s AND e.kind = %s",
            (picture_id, Kind.PICTURE_PUBLISHED),
        )
        bodies = [bytes(row[0]) for row in cursor.fetchall()]
    pictures = (msgspec.json.decode(body, type=Picture) for body in bodies)
    return [made.path for picture in pictures for made in picture.renditions]


def published_fronts(*, naming: str) -> Iterator[tuple[str, Front]]:
    """Yield every arrangement ever published that names a story, with its hash."""
    names = "instr(c.body, %s) > 0"
    if connection.vendor == Dialect.POSTGRESQL:
        names = "position(%s in c.body) > 0"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT c.hash, c.body FROM journal_entry e"  # noqa: S608 - no value
            " JOIN journal_content c ON c.hash = e.content_hash"
            f" WHERE e.kind = %s AND {names}",
            (Kind.FRONT_ARRANGED, naming.encode()),
        )
        for name, body in cursor.fetchall():
            yield name, msgspec.json.decode(bytes(body), type=Front)


def earlier_fronts(front_id: str, *, limit: int) -> list[tuple[int, datetime, Front]]:
    """Return a front's newest arrangements, newest first: entry, moment, content.

    Those that a kill erased are left out.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.seq, e.moment, c.body FROM journal_entry e JOIN journal_content c"
            " ON c.hash = e.content_hash WHERE e.subject = %s AND e.kind = %s"
            " ORDER BY e.seq DESC LIMIT %s",
            (front_id, Kind.FRONT_ARRANGED, limit),
        )
        return [
            (
                seq,
                datetime.fromisoformat(moment),
                msgspec.json.decode(bytes(body), type=Front),
            )
            for seq, moment, body in cursor.fetchall()
        ]


def erase_contents(hashes: Sequence[str]) -> None:
    """Remove contents from the journal; the kill written next must name them."""
    _must_be_inside()
    with connection.cursor() as cursor:
        erase(cursor, hashes, mark=MARK)


def hold_journal() -> None:
    """Take the journal's lock, so that what is read stays true until the commit."""
    _must_be_inside()
    if connection.vendor == Dialect.POSTGRESQL:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_advisory_xact_lock({LOCK})")


def newest_content(subject: str, kind: str) -> bytes | None:
    """Return what the journal last said of one kind about a subject, or None."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.body FROM journal_entry e JOIN journal_content c"
            " ON c.hash = e.content_hash WHERE e.subject = %s AND e.kind = %s"
            " ORDER BY e.seq DESC LIMIT 1",
            (subject, kind),
        )
        row = cursor.fetchone()
    return None if row is None else bytes(row[0])


def _must_be_inside() -> None:
    if not connection.in_atomic_block:
        raise OutsideTransactionError("the journal is written inside transactions only")

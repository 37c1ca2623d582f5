"""The journal in PostgreSQL: many writers, one order, nothing missed."""

import random
import threading
import time

import psycopg
import pytest

from dateline.journal.append import append
from dateline.journal.postgresql import JournalUnreachableError, PostgreSQLJournal
from dateline.journal.reader import publications
from dateline.journal.schema import Dialect, statements
from dateline.journal.verify import verify
from support.copy import NOON, a_site, a_story
from support.databases import FreshDatabase
from support.press_house import published, site_set

WRITERS = 8
EACH = 25


@pytest.fixture
def url():
    """A database with the journal's tables."""
    with FreshDatabase() as address:
        with psycopg.connect(address, autocommit=True) as db:
            for statement in statements(Dialect.POSTGRESQL):
                db.execute(statement)
        yield address


def put(db, *changes):
    """Append one publication inside the connection's transaction."""
    with db.cursor() as cursor:
        return append(
            cursor, changes, moment=NOON, dialect=Dialect.POSTGRESQL, mark="%s"
        )


def write_many(url, writer):
    """Publish with pauses inside the transaction, and now and then roll back."""
    dice = random.Random(writer)  # noqa: S311 - chance, not secrecy
    with psycopg.connect(url) as db:
        for number in range(EACH):
            story = a_story("x7k2mb", headline=f"writer {writer} number {number}")
            try:
                with db.transaction():
                    time.sleep(dice.random() * 0.002)
                    put(db, published(story), published(story))
                    time.sleep(dice.random() * 0.004)
                    if dice.random() < 0.2:
                        raise InterruptedError  # noqa: TRY301 - the roll-back
            except InterruptedError:
                with db.transaction():
                    put(db, published(story), published(story))


@pytest.mark.slow
def test_eight_writers_at_once_give_one_gapless_order(url):
    """A follower that reads all the while sees 1, 2, 3 … and misses nothing."""
    seen = []
    done = threading.Event()

    def read():
        journal = PostgreSQLJournal(url)
        while not (done.is_set() and journal.head()[0] == len(seen)):
            after = len(seen)
            seen.extend(journal.entries(after))
            assert [e.seq for e in seen[after:]] == list(
                range(after + 1, len(seen) + 1)
            )
        journal.close()

    reader = threading.Thread(target=read)
    reader.start()
    writers = [
        threading.Thread(target=write_many, args=(url, n)) for n in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    done.set()
    reader.join()

    assert len(seen) == WRITERS * EACH * 2
    assert not verify(iter(seen)).findings
    groups = list(publications(iter(seen)))
    assert len(groups) == WRITERS * EACH
    assert all(a.content == b.content for a, b in groups)


def test_a_waiting_follower_is_told(url):
    """NOTIFY wakes the follower; without an entry it gives up in time."""
    journal = PostgreSQLJournal(url)
    assert not journal.wait(0, timeout=0.05)

    with psycopg.connect(url) as db:
        put(db, site_set(a_site()))

    assert journal.wait(0, timeout=2)
    assert [e.seq for e in journal.entries(0)] == [1]
    journal.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET subject = 'other'",
        "DELETE FROM journal_entry",
        "TRUNCATE journal_entry",
        "UPDATE journal_content SET body = '\\x00'",
        "TRUNCATE journal_content",
    ],
)
def test_history_cannot_be_changed(url, statement):
    """The database itself refuses to change an entry or a content."""
    with psycopg.connect(url, autocommit=True) as db:
        put(db, site_set(a_site()))
        with pytest.raises(psycopg.errors.RaiseException, match="never changed"):
            db.execute(statement)


def test_no_server_is_an_error_with_a_remedy():
    """An unreachable database is told as such."""
    with pytest.raises(JournalUnreachableError) as caught:
        PostgreSQLJournal("postgresql://nobody@127.0.0.1:1/none")

    assert "dateline.toml" in caught.value.hint

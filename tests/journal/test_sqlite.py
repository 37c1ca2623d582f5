"""The journal in SQLite: appended once, never changed, erasable by order."""

import sqlite3

import pytest

from dateline.journal.append import EmptyPublicationError, append
from dateline.journal.chain import GENESIS, content_of
from dateline.journal.erase import contents_of, erase
from dateline.journal.reader import publications
from dateline.journal.schema import Dialect
from dateline.journal.sqlite import NoJournalError, SQLiteJournal
from dateline.journal.verify import Fault, verify
from support.copy import NOON, a_site, a_story, later
from support.databases import sqlite_journal_file
from support.press_house import killed, published, site_set


@pytest.fixture
def db(tmp_path):
    """A database with the journal's tables."""
    connection = sqlite_journal_file(tmp_path / "newsroom.sqlite3")
    yield connection
    connection.close()


@pytest.fixture
def journal(db, tmp_path):
    """A follower's view of the same file."""
    del db
    follower = SQLiteJournal(tmp_path / "newsroom.sqlite3")
    yield follower
    follower.close()


def put(db, *changes, moment=NOON):
    """Append one publication and commit it."""
    db.execute("BEGIN IMMEDIATE")
    entries = append(
        db.cursor(), changes, moment=moment, dialect=Dialect.SQLITE, mark="?"
    )
    db.execute("COMMIT")
    return entries


def test_what_is_appended_is_read(db, journal):
    """Entries come back in order, with content, as whole publications."""
    put(db, site_set(a_site()))
    put(db, published(a_story("x7k2mb")), published(a_story("x7k2mc")))

    groups = list(publications(journal.entries(0)))

    assert [[e.seq for e in group] for group in groups] == [[1], [2, 3]]
    assert content_of(groups[1][0]) == a_story("x7k2mb")
    assert groups[0][0].previous == GENESIS
    assert journal.head() == (3, groups[1][1].hash)
    assert not verify(journal.entries(0)).findings


def test_a_publication_is_visible_whole_or_not_at_all(db, journal):
    """Before the commit a follower sees nothing of it, after a rollback neither."""
    db.execute("BEGIN IMMEDIATE")
    append(
        db.cursor(),
        [published(a_story("x7k2mb")), published(a_story("x7k2mc"))],
        moment=NOON,
        dialect=Dialect.SQLITE,
        mark="?",
    )
    seen_before = list(journal.entries(0))
    db.execute("ROLLBACK")

    assert seen_before == []
    assert journal.head() == (0, GENESIS)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET subject = 'other'",
        "UPDATE journal_entry SET seq = seq + 1",
        "DELETE FROM journal_entry",
        "UPDATE journal_content SET body = x'00'",
    ],
)
def test_history_cannot_be_changed(db, statement):
    """The database itself refuses to change an entry or a content."""
    put(db, site_set(a_site()))

    with pytest.raises(sqlite3.IntegrityError, match="never"):
        db.execute(statement)


def test_an_empty_publication_is_refused(db):
    """A publication changes at least one thing."""
    with pytest.raises(EmptyPublicationError):
        put(db)


def test_an_erasure_by_order_keeps_the_chain_whole(db, journal):
    """After a kill the text is in no table, and verify still finds no fault."""
    put(db, site_set(a_site()))
    put(db, published(a_story(headline="Zanzibar secret")))
    put(db, published(a_story(headline="Zanzibar secret again", revision=2)))
    hashes = contents_of(db.cursor(), ["x7k2mb"], mark="?")
    db.execute("BEGIN IMMEDIATE")
    erase(db.cursor(), hashes, mark="?")
    append(
        db.cursor(),
        [killed("x7k2mb", hashes)],
        moment=later(hours=1),
        dialect=Dialect.SQLITE,
        mark="?",
    )
    db.execute("COMMIT")

    found = verify(journal.entries(0))

    assert len(hashes) == 2
    assert found.findings == ()
    assert (found.entries, found.erased) == (4, 2)
    assert not any(b"Zanzibar" in (e.content or b"") for e in journal.entries(0))


def tamper(db, statement, *values):
    """Change history past the triggers, as someone with the file could."""
    db.execute("DROP TRIGGER IF EXISTS journal_entry_fixed")
    db.execute("DROP TRIGGER IF EXISTS journal_entry_kept")
    db.execute("DROP TRIGGER IF EXISTS journal_content_fixed")
    db.execute(statement, values)


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("DELETE FROM journal_entry WHERE seq = 2", Fault.GAP),
        ("UPDATE journal_entry SET subject = 'x' WHERE seq = 2", Fault.CHANGED_ENTRY),
        (
            "UPDATE journal_entry SET moment = '2001-01-01T00:00:00.000000+00:00'"
            " WHERE seq = 2",
            Fault.CHANGED_ENTRY,
        ),
        (
            "UPDATE journal_entry SET previous = hash WHERE seq = 2",
            Fault.BROKEN_LINK,
        ),
        (
            "UPDATE journal_content SET body = replace(body, 'met', 'fought')"
            " WHERE hash = (SELECT content_hash FROM journal_entry WHERE seq = 2)",
            Fault.CHANGED_CONTENT,
        ),
        (
            "DELETE FROM journal_content"
            " WHERE hash = (SELECT content_hash FROM journal_entry WHERE seq = 2)",
            Fault.MISSING_CONTENT,
        ),
    ],
)
def test_tampering_is_found(db, journal, statement, fault):
    """Whatever is changed behind our back, verify names the entry and the fault."""
    put(db, site_set(a_site()))
    put(db, published(a_story("x7k2mb")))
    put(db, published(a_story("x7k2mc")))
    if "replace(body" in statement:
        statement = statement.replace(
            "replace(body, 'met', 'fought')",
            "CAST(replace(CAST(body AS TEXT), 'met', 'fought') AS BLOB)",
        )
    tamper(db, statement)

    found = verify(journal.entries(0)).findings

    assert fault in {finding.fault for finding in found}
    assert {finding.seq for finding in found} <= {2, 3}


def test_waiting_ends_with_an_entry_or_with_patience(db, journal):
    """A follower is told of a new entry, and of none after its time."""
    assert not journal.wait(0, timeout=0.02)
    put(db, site_set(a_site()))

    assert journal.wait(0, timeout=0.02)


def test_a_database_without_journal_says_what_to_do(tmp_path):
    """The error names the file and the command that makes a site."""
    with pytest.raises(NoJournalError) as caught:
        SQLiteJournal(tmp_path / "none.sqlite3")

    assert "dateline init" in caught.value.hint

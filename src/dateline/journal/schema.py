"""The journal's tables, in the newsroom's own database.

They stand beside the newsroom's tables because an entry must be appended in
the same transaction as the change it tells of. Triggers refuse what would
change history: entries can only be added, contents only be erased.
"""

from collections.abc import Sequence
from enum import StrEnum


class Dialect(StrEnum):
    """The databases a journal can live in."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


CHANNEL = "dateline_journal"
"""The PostgreSQL channel that tells followers of a new entry."""

LOCK = 0x0DA7E11E
"""The PostgreSQL advisory lock that serialises appends."""

_SQLITE = (
    """CREATE TABLE IF NOT EXISTS journal_entry (
      seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL,
      moment TEXT NOT NULL, part INTEGER NOT NULL, parts INTEGER NOT NULL,
      content_hash TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
    ) STRICT""",
    """CREATE INDEX IF NOT EXISTS journal_entry_subject
      ON journal_entry (subject, seq)""",
    """CREATE TABLE IF NOT EXISTS journal_content (
      hash TEXT PRIMARY KEY, body BLOB NOT NULL
    ) STRICT""",
    """CREATE TRIGGER IF NOT EXISTS journal_entry_fixed
      BEFORE UPDATE ON journal_entry
      BEGIN SELECT RAISE(ABORT, 'journal entries are never changed'); END""",
    """CREATE TRIGGER IF NOT EXISTS journal_entry_kept
      BEFORE DELETE ON journal_entry
      BEGIN SELECT RAISE(ABORT, 'journal entries are never removed'); END""",
    """CREATE TRIGGER IF NOT EXISTS journal_content_fixed
      BEFORE UPDATE ON journal_content
      BEGIN SELECT RAISE(ABORT, 'journal contents are never changed'); END""",
)

_POSTGRESQL = (
    """CREATE TABLE IF NOT EXISTS journal_entry (
      seq bigint PRIMARY KEY, kind text NOT NULL, subject text NOT NULL,
      moment text NOT NULL, part integer NOT NULL, parts integer NOT NULL,
      content_hash text NOT NULL, previous text NOT NULL, hash text NOT NULL UNIQUE
    )""",
    """CREATE INDEX IF NOT EXISTS journal_entry_subject
      ON journal_entry (subject, seq)""",
    """CREATE TABLE IF NOT EXISTS journal_content (
      hash text PRIMARY KEY, body bytea NOT NULL
    )""",
    """CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger AS
      $$ BEGIN RAISE EXCEPTION 'the journal is never changed'; END $$
      LANGUAGE plpgsql""",
    """CREATE OR REPLACE TRIGGER journal_entry_fixed
      BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
      FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()""",
    """CREATE OR REPLACE TRIGGER journal_content_fixed
      BEFORE UPDATE OR TRUNCATE ON journal_content
      FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()""",
)


def statements(dialect: Dialect) -> Sequence[str]:
    """Return the statements that make the journal's tables, safe to repeat."""
    return _SQLITE if dialect is Dialect.SQLITE else _POSTGRESQL

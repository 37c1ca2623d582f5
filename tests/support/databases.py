"""Real databases for tests: SQLite files, and PostgreSQL where it answers."""

import os
import sqlite3
import uuid

import psycopg
import pytest

from dateline.journal.schema import Dialect, statements

POSTGRESQL = os.environ.get("DATELINE_TEST_POSTGRESQL", "postgresql:///postgres")
DEMANDED = os.environ.get("DATELINE_TEST_ALL") == "1"


def sqlite_journal_file(path):
    """Make a SQLite file with the journal's tables; return a connection."""
    db = sqlite3.connect(path, isolation_level=None, timeout=20)
    db.execute("PRAGMA journal_mode = WAL")
    for statement in statements(Dialect.SQLITE):
        db.execute(statement)
    return db


def require_postgresql():
    """Skip the test if no PostgreSQL answers, unless everything is demanded."""
    try:
        psycopg.connect(POSTGRESQL, autocommit=True, connect_timeout=3).close()
    except psycopg.OperationalError as error:
        if DEMANDED:
            raise
        pytest.skip(f"no PostgreSQL answers at {POSTGRESQL}: {error}")


class FreshDatabase:
    """A PostgreSQL database made for one test and dropped after it."""

    def __enter__(self):
        """Make it; return its URL."""
        require_postgresql()
        self.name = f"dateline_test_{uuid.uuid4().hex[:12]}"
        with psycopg.connect(POSTGRESQL, autocommit=True) as db:
            db.execute(f'CREATE DATABASE "{self.name}"')
        head, _, _ = POSTGRESQL.rpartition("/")
        return f"{head}/{self.name}"

    def __exit__(self, *_):
        """Drop it, whoever is still connected."""
        with psycopg.connect(POSTGRESQL, autocommit=True) as db:
            db.execute(f'DROP DATABASE "{self.name}" WITH (FORCE)')

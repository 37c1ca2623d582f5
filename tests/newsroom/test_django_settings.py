"""Django as a newsroom needs it."""

import io

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from dateline.newsroom.django_settings import DatabaseUrlError, database, values
from support.newsroom_copy import a_draft
from support.site_settings import site_folder_settings


def test_no_migration_is_missing(house):
    """The models and the migrations say the same."""
    call_command(
        "makemigrations", "newsroom", check=True, dry_run=True, stdout=io.StringIO()
    )


def test_sqlite_is_durable_and_read_while_written(house):
    """WAL, synchronous, and overwriting what is deleted."""
    said = {}
    with connection.cursor() as cursor:
        for name in ("journal_mode", "synchronous", "secure_delete", "busy_timeout"):
            cursor.execute(f"PRAGMA {name}")
            said[name] = cursor.fetchone()[0]

    assert said == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "busy_timeout": 20_000,
    }


def test_every_transaction_begins_immediate(house):
    """Two writers never both begin to read and then both want to write."""
    connection.force_debug_cursor = True
    with transaction.atomic():
        pass

    assert connection.queries[-2]["sql"].startswith("BEGIN IMMEDIATE")


def test_a_postgresql_address_is_taken_apart(tmp_path):
    """With all that a URL can say."""
    url = "postgresql://desk:p%40ss@db.example:5433/paper?sslmode=require"

    said = database(site_folder_settings(tmp_path, database=url))

    assert (said["USER"], said["PASSWORD"]) == ("desk", "p@ss")
    assert (said["HOST"], said["PORT"], said["NAME"]) == (
        "db.example",
        "5433",
        "paper",
    )
    assert said["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize("url", ["mysql://x/y", "postgresql://secret:word@host"])
def test_another_address_is_refused_without_its_password(tmp_path, url):
    """With a word on what to write."""
    with pytest.raises(DatabaseUrlError) as refused:
        database(site_folder_settings(tmp_path, database=url))

    assert "word" not in str(refused.value)
    assert "sqlite" in refused.value.hint


def test_a_secure_newsroom_has_secure_cookies(tmp_path):
    """Where it is reached over TLS, cookies go over TLS alone."""
    url = "https://desk.example:8443"
    said = values(site_folder_settings(tmp_path, newsroom_url=url))

    assert said["SESSION_COOKIE_SECURE"]
    assert said["CSRF_TRUSTED_ORIGINS"] == [url]
    assert said["DEBUG"] is False


def test_saving_touches_no_search_index(house):
    """Its cost would grow with the archive."""
    connection.force_debug_cursor = True
    a_draft()

    touched = [q["sql"] for q in connection.queries if "wagtailsearch" in q["sql"]]
    assert touched == []

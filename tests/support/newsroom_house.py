"""A newsroom with a real database of its own, for one test.

Django is set up once a process. A database is migrated once a process too, and
copied for each test: a file for SQLite, a template for PostgreSQL.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import uuid
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
from django.conf import settings as django_settings
from django.db import connections
from django.test import override_settings

from dateline.journal.chain import content_of
from dateline.journal.postgresql import PostgreSQLJournal
from dateline.journal.sqlite import SQLiteJournal
from dateline.journal.verify import verify
from dateline.newsroom.django_settings import configure, database
from dateline.settings import Settings
from support.databases import POSTGRESQL, require_postgresql
from support.site_settings import site_folder_settings


def django_ready(root):
    """Set Django up in this process, unless somebody has."""
    if not django_settings.configured:
        configure(site_folder_settings(root))


@dataclass(frozen=True, kw_only=True)
class House:
    """A newsroom for one test."""

    settings: Settings

    def journal(self):
        """Open the journal as a follower does."""
        if self.settings.database == "sqlite":
            return SQLiteJournal(self.settings.database_path)
        return PostgreSQLJournal(self.settings.database)

    def entries(self):
        """Return the journal as a follower sees it."""
        journal = self.journal()
        try:
            return list(journal.entries(0))
        finally:
            journal.close()

    def said(self):
        """Return what the journal says after the site's settings: kind and content."""
        return [(e.kind.value, content_of(e)) for e in self.entries()[1:]]

    def kinds(self):
        """Return the kinds of the entries after the site's settings."""
        return [kind for kind, _ in self.said()]

    def findings(self):
        """Return what a check of the whole journal finds."""
        return verify(iter(self.entries())).findings

    @contextmanager
    def told(self, **fields):
        """Give the newsroom other settings for a while."""
        changed = replace(self.settings, **fields)
        with override_settings(DATELINE=changed):
            yield House(settings=changed)


@contextmanager
def moved_into(settings):
    """Have this process work in another site's newsroom."""
    # Loaded here, for Django must be set up before its models are.
    from django.contrib.contenttypes.models import ContentType  # noqa: PLC0415

    before = connections.databases["default"]
    connections.close_all()
    _use(database(settings), before)
    ContentType.objects.clear_cache()
    settings.data.mkdir(parents=True, exist_ok=True)
    try:
        with override_settings(DATELINE=settings):
            yield House(settings=settings)
    finally:
        connections.close_all()
        _use(before, before)
        ContentType.objects.clear_cache()


def _use(described, like):
    """Point the default connection somewhere else."""
    connections.databases["default"] = {**like, **described}
    with suppress(AttributeError):  # nobody in this thread has asked for it yet
        del connections["default"]


def make_newsroom(root, database="sqlite"):
    """Make the tables of a newsroom, and tell the journal of its site."""
    with script("support.make_newsroom", root, database) as process:
        assert process.wait() == 0


@contextmanager
def script(module, *arguments):
    """Run a script of the tests in a process of its own; it ends with the block."""
    tests = Path(__file__).parents[1]
    paths = [str(tests), *filter(None, sys.path)]
    process = subprocess.Popen(
        [sys.executable, "-m", module, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def one_at_a_time(path):
    """Hold a lock file, so that test processes make a thing once."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def sqlite_house(template: Path, root: Path, **fields):
    """Move into a copy of a migrated SQLite newsroom."""
    settings = site_folder_settings(root, **fields)
    settings.data.mkdir(parents=True)
    shutil.copyfile(template, settings.database_path)
    with moved_into(settings) as house:
        yield house


@contextmanager
def postgresql_house(template: str, root: Path, **fields):
    """Move into a copy of a migrated PostgreSQL newsroom."""
    with fresh_postgresql(template) as url:
        settings = site_folder_settings(root, database=url, **fields)
        with moved_into(settings) as house:
            yield house


@contextmanager
def fresh_postgresql(template="template1"):
    """Make a PostgreSQL database and drop it afterwards, whoever is connected."""
    require_postgresql()
    name = f"dateline_newsroom_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(POSTGRESQL, autocommit=True) as db:
        db.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    head, _, _ = POSTGRESQL.rpartition("/")
    try:
        yield f"{head}/{name}"
    finally:
        with psycopg.connect(POSTGRESQL, autocommit=True) as db:
            db.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

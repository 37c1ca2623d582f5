"""A newsroom for each test, on SQLite and where it matters on PostgreSQL too."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from support.newsroom_house import (
    django_ready,
    fresh_postgresql,
    make_newsroom,
    one_at_a_time,
    postgresql_house,
    sqlite_house,
)

# Django must be set up before a test file that names its models is read. The
# folder is never used: each test moves into a newsroom of its own.
_FOLDER = tempfile.mkdtemp(prefix="dateline-django-")
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
django_ready(Path(_FOLDER))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    """A migrated SQLite file to copy; made once for all test processes."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    root = shared / "newsroom-template"
    with one_at_a_time(shared / "newsroom-template.lock"):
        if not root.exists():
            make_newsroom(root)
    return root / "data" / "newsroom.sqlite3"


@pytest.fixture(scope="session")
def postgresql_template(tmp_path_factory):
    """The name of a migrated PostgreSQL database to copy."""
    with fresh_postgresql() as url:
        make_newsroom(tmp_path_factory.mktemp("postgresql"), url)
        yield url.rpartition("/")[2]


@pytest.fixture
def house(sqlite_template, tmp_path):
    """A newsroom on SQLite."""
    with sqlite_house(sqlite_template, tmp_path / "site") as made:
        yield made


@pytest.fixture
def postgresql(postgresql_template, tmp_path):
    """A newsroom on PostgreSQL."""
    with postgresql_house(postgresql_template, tmp_path / "site") as made:
        yield made


@pytest.fixture(params=["house", "postgresql"])
def either(request):
    """A newsroom on SQLite, then one on PostgreSQL."""
    return request.getfixturevalue(request.param)

"""Small sites for the command line's tests."""

import sqlite3
from datetime import UTC, datetime

import pytest

from dateline.cli.main import main
from dateline.cli.new_site import NewSite, make_site
from dateline.journal.append import append
from dateline.journal.entry import Change, Kill, Kind
from dateline.journal.schema import Dialect, statements
from dateline.news.block import Block, BlockKind
from dateline.news.story import Story

MOMENT = datetime(2016, 12, 15, 12, 52, tzinfo=UTC)


class Typed:
    """What a typed command said."""

    def __init__(self, code, out, err):
        self.code = code
        self.out = out
        self.err = err


@pytest.fixture
def dateline(capfd):
    """Type a command; returns its exit code and what it said."""

    def typed(*words):
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        said = capfd.readouterr()
        return Typed(ended.value.code or 0, said.out, said.err)

    return typed


@pytest.fixture
def site(tmp_path):
    """Make a new site that never ran."""
    return make_site(tmp_path / "banyan", NewSite(name="The Banyan Post"))


def a_story(story_id="x7k2mb", **words):
    """Return a story, one paragraph long."""
    given = {
        "revision": 1,
        "headline": "Ferry runs again",
        "slug": "ferry-runs-again",
        "section": "world",
        "body": (Block(kind=BlockKind.PARAGRAPH, text="The ferry runs again."),),
        "first_published": MOMENT,
    }
    return Story(id=story_id, **{**given, **words})


def append_to(settings, *changes):
    """Append one publication to a site's journal; makes the tables if need be."""
    db = sqlite3.connect(settings.database_path, isolation_level=None)
    for statement in statements(Dialect.SQLITE):
        db.execute(statement)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("BEGIN IMMEDIATE")
    entries = append(
        db.cursor(), changes, moment=MOMENT, dialect=Dialect.SQLITE, mark="?"
    )
    db.execute("COMMIT")
    db.close()
    return entries


@pytest.fixture
def written(site):
    """Make a site whose journal has its settings and one story."""
    append_to(site, Change(kind=Kind.SITE_SET, subject="site", content=site.site))
    append_to(site, story_change())
    return site


def story_change(**words):
    """Return the change that publishes a story."""
    return Change(kind=Kind.STORY_PUBLISHED, subject="x7k2mb", content=a_story(**words))


@pytest.fixture
def publish():
    """Return a function that publishes the story in a site's journal."""

    def published(settings, **words):
        return append_to(settings, story_change(**words))

    return published


@pytest.fixture
def kill():
    """Return a function that kills the story in a site's journal."""

    def killed(settings):
        gone = Kill(id="x7k2mb")
        change = Change(kind=Kind.STORY_KILLED, subject="x7k2mb", content=gone)
        return append_to(settings, change)

    return killed

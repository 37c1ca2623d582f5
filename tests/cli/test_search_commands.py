"""The search index from the command line, and as a part of a site."""

import json
import os
import random
import signal
import subprocess
import sys

import pytest

from dateline.cli.lock import SEARCH, held, is_held
from dateline.cli.open_journal import open_journal, reading_journal
from dateline.cli.parts.search import search_once
from dateline.cli.run_site import parts_of, reader_parts
from dateline.cli.search_work import check_search, search_lines
from dateline.cli.site_folder import load
from dateline.search.ask import Reader
from dateline.search.index import TEXT, open_index
from dateline.search.rebuild import rebuild
from dateline.store import folder
from support.running_site import until

pytestmark = pytest.mark.slow


@pytest.fixture
def indexed(written):
    """Make a site whose search index is up to date."""
    search_once(written)
    return written


def start(settings):
    """Start the part that follows."""
    return subprocess.Popen(
        [sys.executable, "-m", "dateline.cli.process", "search"],
        env={**os.environ, "DATELINE_SITE": str(settings.root)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def words_of(place):
    """Return every word in an index's files."""
    searcher = open_index(place).searcher()
    return dict(searcher.terms_with_prefix(TEXT, "", None, None))


def test_an_index_is_made_from_the_journal(written, dateline):
    """Before the site ever ran, and with its progress shown."""
    said = dateline("rebuild", "--search", "--json", "--site", written.root)

    made = json.loads(said.out)
    assert (made["entries"], made["stories"]) == (2, 1)
    assert "Indexing: words 2/2" in said.err
    assert Reader(written.search_path).has("x7k2mb")


def test_the_part_follows_and_changes_over(indexed, publish, dateline):
    """What is published is found; a rebuild beside it is taken over."""
    process = start(indexed)
    try:
        publish(indexed, headline="Ferry sinks")
        reader = Reader(indexed.search_path)
        until(lambda: reader.position() == 3)

        dateline("rebuild", "--search", "--site", indexed.root)
        until(lambda: folders(indexed) == ["3"])

        publish(indexed, headline="Ferry raised")
        until(lambda: reader.position() == 4)
        assert "rais" in words_of(folder.current(indexed.search_path))
    finally:
        process.terminate()
        assert process.wait(timeout=30) == 0


def folders(settings):
    """Return the names of the indexes there are."""
    return sorted(p.name for p in settings.search_path.iterdir() if p.is_dir())


def test_a_part_that_is_killed_at_any_moment_loses_and_doubles_nothing(
    indexed, publish
):
    """It goes on behind its last commit, and ends like an index made from nothing."""
    dice = random.Random(3)  # noqa: S311 - a test's dice
    entry = 2
    for number in range(6):
        process = start(indexed)
        try:
            for turn in range(dice.randint(1, 8)):
                entry += 1
                publish(indexed, headline=f"Ferry number {number} turn {turn}")
            reached = dice.randint(entry - 3, entry)
            reader = Reader(indexed.search_path)
            until(lambda r=reader, n=reached: r.position() >= n)
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()
    search_once(indexed)

    journal = open_journal(indexed)
    fresh = rebuild(journal, indexed.data / "fresh")
    journal.close()
    reader = Reader(indexed.search_path)
    assert reader.position() == entry
    assert open_index(folder.current(indexed.search_path)).searcher().num_docs == 2
    assert open_index(fresh).searcher().num_docs == 2
    assert reader.has("x7k2mb")


@pytest.mark.parametrize("followed", [True, False])
def test_a_kill_leaves_index_and_files(indexed, publish, kill, followed):
    """The receipt waits for both; where nobody follows it is done at once."""
    publish(indexed, headline="Zwyxwvut sinks")
    search_once(indexed)
    assert any(
        "zwyxwv" in word for word in words_of(folder.current(indexed.search_path))
    )
    process = start(indexed) if followed else None
    try:
        if process:
            until(lambda: is_held(indexed.data / SEARCH))
        last = kill(indexed)[-1].seq

        lines = list(search_lines(indexed, "x7k2mb", last=last))
    finally:
        if process:
            process.terminate()
            process.wait(timeout=30)

    assert [(line.what, line.good) for line in lines] == [
        ("search index", True),
        ("search files", True),
    ]
    assert not any(
        "zwyxwv" in word for word in words_of(folder.current(indexed.search_path))
    )
    assert len(folders(indexed)) == 1


def test_without_an_index_a_receipt_has_nothing_to_look_at(written):
    """A site that never ran has no words to lose."""
    assert list(search_lines(written, "x7k2mb", last=2)) == []


def test_two_followers_do_not_meet(indexed):
    """The second is told of the first."""
    with held(indexed.data / SEARCH, what=""):
        process = start(indexed)
        assert process.wait(timeout=60) == 1


def test_the_doctor_looks_at_the_index(written, publish):
    """Absent, up to date, behind, made for another journal."""

    def said():
        with reading_journal(written) as journal:
            check = check_search(written, journal)
        return check.state.value, check.said

    assert said() == ("warn", "there is no index yet")
    search_once(written)
    assert said() == ("ok", "at entry 2, 0 behind the journal")
    publish(written, headline="Ferry sinks")
    behind = "1 entries behind the journal, and nothing follows"
    assert said() == ("warn", behind)
    search_once(written)
    for file in written.data.glob(f"{written.database_path.name}*"):
        file.unlink()
    publish(written)
    assert said() == ("fail", "the journal's entry 3 is not the index's")


def test_search_can_be_turned_off(site):
    """Then no part follows, on whatever node."""
    assert "search" in [part.name for part in parts_of(site)]
    assert "search" in [part.name for part in reader_parts(site, serve=True)]
    assert "search" not in [part.name for part in reader_parts(site, serve=False)]

    file = site.root / "dateline.toml"
    file.write_text(file.read_text() + "\n[search]\nenabled = false\n")

    without = load(site.root)
    assert "search" not in [part.name for part in parts_of(without)]
    assert site.site.searchable
    assert not without.site.searchable

"""kill -9 at random points, while publications go on.

Two sources never rest: a wire that drops new items, later versions and kills,
and an editor at the newsroom's own actions. Meanwhile the newsroom, the desk,
the press, the public server and the editor are killed without warning, a dozen
times here, DATELINE_SOAK times in a soak. Then nothing may be lost, doubled or
half-visible, and the store must equal, byte for byte, that of a press that
never died, and a rebuild from nothing.
"""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter

import pytest

from dateline.cli import supervise
from dateline.cli.new_site import NewSite, make_site
from dateline.cli.run_site import environment
from dateline.journal.entry import Kind
from dateline.journal.reader import publications
from dateline.journal.sqlite import SQLiteJournal
from dateline.journal.verify import verify
from dateline.press.catch_up import catch_up
from dateline.press.rebuild import rebuild
from dateline.store import folder
from dateline.store.store import DOCUMENTS, Store
from support.crash_house import House, Watch, Wire
from support.dump import differences, dump
from support.press_house import MemoryJournal
from support.running_site import free_ports, until

KILLS = int(os.environ.get("DATELINE_SOAK", "12"))
SEED = int(os.environ.get("DATELINE_SEED", "0")) or random.randrange(1 << 30)  # noqa: S311 - no secret

pytestmark = [
    pytest.mark.journey,
    pytest.mark.slow,
    pytest.mark.timeout(300 + 20 * KILLS),
]

WIRE = """\
[wires.coastline]
folder = "wires/coastline"
agency = "Coastline Wire"
credit = "Coastline"
publish = true
"""
VICTIMS = ("newsroom", "desk", "press", "serve", "editor")


@pytest.fixture(scope="module")
def aftermath(tmp_path_factory):
    """Let everything be killed, then come to rest; return what is left."""
    home = tmp_path_factory.mktemp("crash")
    settings = make_site(
        home / "site", NewSite(name="The Banyan Post", port=free_ports(), wires=WIRE)
    )
    _prepare(settings)
    chance = random.Random(SEED)  # noqa: S311 - no secret
    notes = home / "notes"
    notes.touch()
    patched = pytest.MonkeyPatch()
    patched.setattr(supervise, "LONGEST_PAUSE", 0.5)
    wire = Wire(settings.wires[0].folder, SEED)
    watch = Watch(f"http://{settings.bind.public}")
    with House(settings, notes) as house:
        wire.start()
        watch.start()
        victims = [VICTIMS[number % len(VICTIMS)] for number in range(KILLS)]
        chance.shuffle(victims)
        for victim in victims:
            time.sleep(chance.uniform(0.3, 2.5))
            until(lambda name=victim: house.kill(name), what=victim)
        wire.over.set()
        wire.join()
        _come_to_rest(settings)
        watch.over.set()
        watch.join()
    patched.undo()
    return settings, wire, watch, notes, house


def _prepare(settings):
    """Make the database's tables."""
    subprocess.run(
        [sys.executable, "-m", "dateline.cli.process", "prepare"],
        env=environment(settings),
        check=True,
        capture_output=True,
    )


def _come_to_rest(settings):
    """Wait until everything that was dropped was taken in."""
    place = settings.wires[0].folder
    until(lambda: not list(place.glob("*.json")), seconds=120, what="an empty folder")


@pytest.fixture(scope="module")
def journal(aftermath):
    """The journal that is left."""
    settings, *_ = aftermath
    found = SQLiteJournal(settings.database_path)
    yield found
    found.close()


@pytest.fixture(scope="module")
def store(aftermath, journal):
    """The store that is left, brought to the journal's head by one more press."""
    settings, *_ = aftermath
    found = Store(folder.current(settings.store_path))
    catch_up(found, journal)
    yield found
    found.close()


def test_enough_was_killed_and_published(aftermath, journal):
    """The test means something: parts died, and much happened meanwhile."""
    _, wire, watch, notes, house = aftermath
    deaths = [line for line in house.lines if "SIGKILL" in line]

    assert len(deaths) >= KILLS
    assert journal.head()[0] > KILLS
    assert len(wire.sent) > KILLS
    assert "done" in notes.read_text()
    assert watch.looks > KILLS


def test_the_journal_is_whole(aftermath, journal):
    """No gap, no broken link, no unfinished publication."""
    del aftermath
    verdict = verify(journal.entries(0))
    groups = list(publications(journal.entries(0)))

    assert verdict.findings == (), f"seed {SEED}"
    assert sum(map(len, groups)) == verdict.entries


def test_nothing_dropped_was_lost_or_doubled(aftermath, journal):
    """Each item is one story, in its newest version, once; a killed one is killed."""
    settings, wire, *_ = aftermath
    rows = _select(
        settings,
        "SELECT w.uri, w.version, w.state, s.public_id, s.state"
        " FROM newsroom_wireitem w LEFT JOIN newsroom_story s ON s.id = w.story_id",
    )
    by_uri = {row[0]: row for row in rows}
    killed = {e.subject for e in journal.entries(0) if e.kind is Kind.STORY_KILLED}

    assert len(by_uri) == len(rows)
    assert set(by_uri) == set(wire.sent), f"seed {SEED}"
    for uri, version in wire.sent.items():
        _, newest, _, story, state = by_uri[uri]
        if uri in wire.killed:
            assert story is None or (state == "killed" and story in killed), uri
        else:
            assert (newest, state) == (str(version), "published"), f"seed {SEED}, {uri}"
    stories = [row[3] for row in rows if row[3]]
    assert len(set(stories)) == len(stories)


def test_no_version_was_published_twice(aftermath, journal):
    """The journal tells of no content of a story two times in a row."""
    del aftermath
    last = {}
    for entry in journal.entries(0):
        if entry.kind is Kind.STORY_PUBLISHED:
            assert last.get(entry.subject) != entry.content_hash, f"seed {SEED}"
            last[entry.subject] = entry.content_hash


def test_published_in_the_newsroom_is_published_in_the_journal(aftermath, store):
    """Both or neither: newsroom and catalog name the same stories as public."""
    settings, *_ = aftermath
    said = {
        row[0]
        for row in _select(
            settings, "SELECT public_id FROM newsroom_story WHERE state = 'published'"
        )
    }
    with store.read() as tx:
        public = {
            name.decode().partition("/")[2]
            for name, _ in tx.scan(DOCUMENTS, b"story/", b"story0")
        }

    assert said == public, f"seed {SEED}"


def test_what_the_editor_finished_is_public(aftermath, journal):
    """An action that returned stands; one that was cut off happened or did not."""
    settings, _, _, notes, _ = aftermath
    lines = [line.split() for line in notes.read_text().splitlines()]
    done = [line[2] for line in lines if line[0] == "done"]
    published = Counter(
        e.subject for e in journal.entries(0) if e.kind is Kind.STORY_PUBLISHED
    )
    headlines = Counter(
        row[0]
        for row in _select(
            settings,
            "SELECT headline FROM newsroom_story"
            " WHERE headline LIKE 'Report %' AND state = 'published'",
        )
    )

    assert done
    assert all(published[story] == 1 for story in done), f"seed {SEED}"
    assert all(count == 1 for count in headlines.values()), f"seed {SEED}"


def test_readers_never_saw_half_of_it(aftermath):
    """No page listed a story that was not there."""
    _, _, watch, _, _ = aftermath

    assert watch.wrong == [], f"seed {SEED}"


def test_the_store_equals_that_of_a_press_that_never_died(journal, store, tmp_path):
    """Table by table and byte for byte, after all the deaths."""
    quiet = _followed(journal, tmp_path / "quiet")

    assert not differences(dump(store), dump(quiet)), f"seed {SEED}"
    quiet.close()


def test_the_store_equals_a_rebuild(journal, store, tmp_path):
    """From nothing, in chunks, on two cores: the same bytes again."""
    rebuild(journal, tmp_path / "rebuilt", workers=2)
    rebuilt = Store(folder.current(tmp_path / "rebuilt"))

    assert not differences(dump(store), dump(rebuilt)), f"seed {SEED}"
    rebuilt.close()


def _followed(journal, place):
    """Return the store of a press that took one publication after the other."""
    rebuild(MemoryJournal(), place, workers=1)
    store = Store(folder.current(place))
    catch_up(store, journal, together=1)
    return store


def _select(settings, sql):
    db = sqlite3.connect(f"file:{settings.database_path}?mode=ro", uri=True)
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()

"""rebuild, explain, follow, doctor: the press from the command line."""

import json
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from dateline.cli.lock import PRESS, REBUILD, held
from dateline.cli.open_journal import open_journal
from dateline.cli.parts.press import open_store, press_once
from dateline.press.catch_up import catch_up
from dateline.store import folder
from dateline.store.position import position
from dateline.store.store import Store
from support.running_site import until

pytestmark = pytest.mark.slow


@pytest.fixture
def pressed(written):
    """Make a site whose store is up to date."""
    press_once(written)
    return written


def at(settings):
    """Return where the store stands."""
    store = Store(folder.current(settings.store_path), readonly=True)
    with store.read() as tx:
        found = position(tx).seq
    store.close()
    return found


def test_rebuild_makes_a_store(written, dateline):
    """It says how many pages came of how many entries, and shows its progress."""
    said = dateline("rebuild", "--json", "--site", written.root)

    made = json.loads(said.out)
    assert made["entries"] == 2
    assert made["pages"] > 100
    assert "Rebuilding: entries 2/2" in said.err
    assert at(written) == 2


def test_two_rebuilds_do_not_meet(written, dateline):
    """The second is told of the first."""
    with held(written.data / REBUILD, what=""):
        said = dateline("rebuild", "--site", written.root)

    assert said.code == 1
    assert "rebuilt already" in said.err


def test_rebuild_without_a_journal(site, dateline):
    """A site that never ran has nothing to make pages of."""
    said = dateline("rebuild", "--site", site.root)

    assert said.code == 1
    assert "dateline run" in said.err


def test_explain_a_page(pressed, dateline):
    """Keys, and the entries behind them; the address may be whole or lack its slash."""
    said = dateline("explain", "http://127.0.0.1:8000/world", "--site", pressed.root)

    assert said.out.startswith("/world/  200")
    assert "story/x7k2mb/card" in said.out
    assert "story.published    x7k2mb" in said.out


def test_explain_an_entry(pressed, publish, dateline):
    """Which pages it made again, and because of what."""
    publish(pressed, revision=2, headline="Ferry runs every day")
    press_once(pressed)

    said = dateline("explain", "--entry", 3, "--json", "--site", pressed.root)

    run = json.loads(said.out)
    pages = {page["path"]: page["reasons"] for page in run["pages"]}
    assert (run["first"], run["last"]) == (3, 3)
    assert pages["/world/"] == ["story/x7k2mb/card"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["/nowhere/"], 1, "there is no page at /nowhere/"),
        (["--entry", "9"], 1, "has not passed 9"),
        ([], 2, "give an address"),
        (["/", "--entry", "1"], 2, "give an address"),
    ],
)
def test_explain_what_is_not_there(pressed, dateline, words, code, said):
    """Errors in words, not in tracebacks."""
    answer = dateline("explain", *words, "--site", pressed.root)

    assert answer.code == code
    assert said in " ".join(answer.err.split())


def test_explain_without_a_store(written, dateline):
    """Before the press ran there is nothing to explain, but a way on."""
    said = dateline("explain", "/", "--site", written.root)

    assert said.code == 1
    assert "dateline rebuild" in said.err


def start_press(settings):
    """Start the press as a process."""
    return subprocess.Popen(
        [sys.executable, "-m", "dateline.cli.process", "press"],
        env={**os.environ, "DATELINE_SITE": str(settings.root)},
        stdout=subprocess.DEVNULL,
    )


def test_a_press_follows_and_changes_over(pressed, publish, dateline):
    """It goes on in the new store when a rebuild has replaced the one it had."""
    process = start_press(pressed)
    try:
        publish(pressed, revision=2)
        until(lambda: at(pressed) == 3, seconds=20, what="entry 3")
        dateline("rebuild", "--site", pressed.root)
        rebuilt = folder.current(pressed.store_path).name
        publish(pressed, revision=3)
        until(lambda: at(pressed) == 4, seconds=20, what="entry 4")
        now = folder.current(pressed.store_path).name
    finally:
        process.send_signal(signal.SIGTERM)
        code = process.wait(10)

    assert code == 0
    assert rebuilt == now


def holds(settings, words):
    """Return whether any file of the site's stores has words in it."""
    files = settings.store_path.rglob("*.mdb")
    return any(words in path.read_bytes() for path in files)


def test_a_press_wipes_its_store_after_a_kill(pressed, publish, kill):
    """The file that held the story makes way, and the press goes on with the new."""
    before = folder.current(pressed.store_path)
    assert holds(pressed, b"ferry-runs-again")
    process = start_press(pressed)
    try:
        kill(pressed)
        until(lambda: not before.exists(), seconds=30, what="the old store's end")
        until(lambda: not folder.remains(pressed.store_path), what="no remains")
        assert not holds(pressed, b"ferry-runs-again")
        publish(pressed, headline="Another ferry", slug="another")
        until(lambda: at(pressed) == 4, seconds=20, what="entry 4")
    finally:
        process.send_signal(signal.SIGTERM)
        code = process.wait(10)

    assert code == 0


def test_where_no_press_runs_it_is_wiped_at_once(pressed, kill):
    """What brings the store forward leaves nothing behind either."""
    kill(pressed)

    press_once(pressed)

    assert not holds(pressed, b"ferry-runs-again")
    assert not folder.remains(pressed.store_path)


def test_what_a_dead_press_left_is_wiped_by_the_next(pressed, kill):
    """The mark outlives the press that passed the kill."""
    kill(pressed)
    journal = open_journal(pressed)
    store = open_store(pressed, journal)
    catch_up(store, journal)
    store.close()
    journal.close()
    assert holds(pressed, b"ferry-runs-again")

    press_once(pressed)

    assert not holds(pressed, b"ferry-runs-again")


def test_a_copy_that_fails_stops_no_press(pressed, publish, kill, monkeypatch):
    """A full disk leaves the old store served, and the mark."""

    def full(_store, _place):
        raise OSError("No space left on device")

    monkeypatch.setattr(Store, "copy_to", full)
    kill(pressed)
    press_once(pressed)
    publish(pressed, headline="Another ferry", slug="another")
    press_once(pressed)

    assert at(pressed) == 4
    assert folder.remains(pressed.store_path)


def test_two_presses_do_not_meet(pressed):
    """One store has one press."""
    with held(pressed.data / PRESS, what=""):
        done = start_press(pressed)
        code = done.wait(20)

    assert code == 1


def test_follow_runs_a_read_node(pressed, publish):
    """`follow` keeps a store up with the journal, and stops when told."""
    command = [sys.executable, "-c", "from dateline.cli.main import main; main()"]
    process = subprocess.Popen(
        [*command, "follow", "--site", str(pressed.root)], stderr=subprocess.DEVNULL
    )
    try:
        time.sleep(0.2)
        publish(pressed, revision=2)
        until(lambda: at(pressed) == 3, seconds=20, what="entry 3")
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(15)

    assert code == 0
    assert not (pressed.data / "run.json").exists()


def test_doctor_of_a_read_node(pressed, dateline):
    """Store and journal are compared; a press that is behind is a warning."""
    said = dateline("doctor", "--json", "--site", pressed.root)

    checks = {c["name"]: c for c in map(json.loads, said.out.splitlines())}
    assert checks["database"]["state"] == "fail"
    assert checks["disk"]["state"] in {"ok", "warn"}


def test_locks_are_let_go_by_a_dead_press(pressed):
    """A press that was killed does not keep the next one out."""
    process = start_press(pressed)
    lock = pressed.data / PRESS
    until(lock.exists, seconds=10)
    threading.Event().wait(0.5)
    process.kill()
    process.wait()

    press_once(pressed)

    assert at(pressed) == 2

"""The press: render and compress, one publication at any size, rebuild."""

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

from bench.archive import END, story, write_journal
from bench.table import percentile, show
from dateline.catalog.view import Shelf
from dateline.journal.append import append
from dateline.journal.entry import Change, Kind
from dateline.journal.schema import Dialect
from dateline.journal.sqlite import SQLiteJournal
from dateline.press.catch_up import catch_up
from dateline.press.collector import looking_seldom
from dateline.press.make_again import render
from dateline.press.rebuild import CHUNK, rebuild
from dateline.store import folder
from dateline.store.store import PAGES, Store

WORK = Path("bench/results/work")
PUBLICATIONS = 300


def build(total: int) -> tuple[Path, float, int]:
    """Rebuild the archive of ``total``; return its place, seconds, peak KiB."""
    journal = write_journal(WORK / f"journal-{total}.sqlite3", total)
    place = WORK / f"store-{total}"
    shutil.rmtree(place, ignore_errors=True)
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "bench.press", "--rebuild", str(journal), str(place)],
        check=True,
        capture_output=True,
        text=True,
    )
    return place, time.perf_counter() - begin, int(done.stdout.split()[-1])


def rebuild_here(journal: str, place: str) -> None:
    """Rebuild in this process; print the peak memory of it and its children."""
    peak, done = [0], threading.Event()

    def sample() -> None:
        while not done.wait(0.1):
            peak[0] = max(peak[0], own_memory())

    watcher = threading.Thread(target=sample, daemon=True)  # or a fault would hang
    watcher.start()
    rebuild(SQLiteJournal(Path(journal)), Path(place), workers=2)
    done.set()
    watcher.join()
    print(peak[0])


def own_memory() -> int:
    """Return the KiB that this process and its children hold for themselves.

    Pages of the store that are mapped belong to the kernel, which drops them
    when anybody needs the room; they are not counted.
    """
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            said = dict(
                line.split(":", 1)
                for line in status.read_text().splitlines()
                if ":" in line
            )
        except OSError:
            continue  # it has ended
        if os.getpid() in (int(said["Pid"]), int(said["PPid"])):
            total += int(said.get("RssAnon", "0").split()[0])
    return total


class Publishing:
    """A press that follows, and new stories for it one after the other."""

    def __init__(self, total: int, place: Path) -> None:
        self.path = WORK / f"publishing-{total}.sqlite3"
        forget(self.path)
        shutil.copy(WORK / f"journal-{total}.sqlite3", self.path)
        self.db = sqlite3.connect(self.path, isolation_level=None)
        self.journal = SQLiteJournal(self.path)
        self.store = Store(folder.current(place))
        with self.store.read() as tx:
            self.shelf = Shelf(tx=tx)  # kept from run to run, as ``follow`` does
        self.number = total
        self.seconds: list[float] = []
        self.pages: list[int] = []
        self.changed = 0

    def publish(self) -> None:
        """Publish one story; note seconds and pages of the press's run."""
        new = story(self.number, END)
        self.number += 1
        self.db.execute("BEGIN IMMEDIATE")
        append(
            self.db.cursor(),
            [Change(kind=Kind.STORY_PUBLISHED, subject=new.id, content=new)],
            moment=END,
            dialect=Dialect.SQLITE,
            mark="?",
        )
        self.db.execute("COMMIT")
        begin = time.perf_counter()
        (run,) = catch_up(self.store, self.journal, shelf=self.shelf)
        self.seconds.append(time.perf_counter() - begin)
        self.pages.append(len(run.pages))
        self.changed += sum(made.outcome in {"new", "changed"} for made in run.pages)

    def end(self) -> None:
        """Let go of everything."""
        self.store.close()
        self.journal.close()
        self.db.close()
        forget(self.path)


def publish_in_turns(*all_of_them: Publishing) -> None:
    """Publish in each in turn, so that all meet the same machine."""
    for _ in range(PUBLICATIONS):
        for one in all_of_them:
            one.publish()
    for one in all_of_them:
        one.end()


def forget(path: Path) -> None:
    """Remove a SQLite file and what SQLite keeps beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def render_rate(place: Path) -> float:
    """Return story pages rendered and compressed in a second on one core.

    As a rebuild's worker makes them: a shelf for each chunk, the collector
    looking seldom. The median of three passes over 4,000 pages, after one that
    brings the store into memory.
    """
    store = Store(folder.current(place), readonly=True)
    rates = []
    with store.read() as tx, looking_seldom():
        paths = [p.decode() for p, _ in tx.all(PAGES) if p.count(b"/") == 6]
        paths = paths[:: max(1, len(paths) // 4000)]
        for _ in range(4):
            begin = time.perf_counter()
            for start in range(0, len(paths), CHUNK):
                shelf = Shelf(tx=tx)
                for path in paths[start : start + CHUNK]:
                    render(shelf, path)
            rates.append(len(paths) / (time.perf_counter() - begin))
    store.close()
    return percentile(rates[1:], 0.5)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rebuild", nargs=2)
    arguments.add_argument("--stories", type=int, default=100_000)
    options = arguments.parse_args()
    if options.rebuild:
        rebuild_here(*options.rebuild)
        return
    WORK.mkdir(parents=True, exist_ok=True)
    large = options.stories
    small_place, _, _ = build(1000)
    large_place, spent, peak = build(large)
    rate = render_rate(large_place)
    small, big = Publishing(1000, small_place), Publishing(large, large_place)
    publish_in_turns(small, big)
    ratio = percentile(big.seconds, 0.5) / percentile(small.seconds, 0.5)
    same = sorted(set(small.pages)) == sorted(set(big.pages))
    milli = [1000 * s for s in big.seconds]
    show(
        "Press",
        [
            ("render and compress, story pages/s, one core", f"{rate:,.0f}", "3,000"),
            (
                f"publish one story at {large:,}: p50 / p99 ms",
                f"{percentile(milli, 0.5):.1f} / {percentile(milli, 0.99):.1f}",
                "30 / 60",
            ),
            (f"p50 at {large:,} against 1,000", f"{ratio:.2f}", "at most 1.15"),
            (
                "pages made again (small, large; same)",
                f"{percentile(small.pages, 0.5)}, {percentile(big.pages, 0.5)}; {same}"
                f" ({big.changed / PUBLICATIONS:.0f} of them changed)",
                "the same",
            ),
            (
                f"rebuild of {large:,}, stories/s, peak memory",
                f"{large / spent:,.0f}, {peak / 1024:,.0f} MiB",
                "2,000; 1 GiB",
            ),
        ],
    )


if __name__ == "__main__":
    main()

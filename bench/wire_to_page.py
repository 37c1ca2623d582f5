"""From a wire file dropped to the new story served, each stage timed.

A whole site runs (newsroom, desk, press, serve) as ``dateline run`` starts it.
Files of our own making are dropped at a steady pace; this process watches the
journal and the store as a follower would, and asks the public server once for
each new story.

    intake   file closed           -> its entry can be read in the journal
    press    entry in the journal  -> the page is in the store
    serve    page in the store     -> the answer of the public server is here
"""

import argparse
import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.archive import moment_of, story
from bench.table import percentile, show
from dateline.catalog.view import Shelf, View
from dateline.cli.demo.wire_form import WireCopy, newsml_g2, ninjs
from dateline.cli.new_site import NewSite, make_site
from dateline.journal.chain import content_of
from dateline.journal.sqlite import SQLiteJournal
from dateline.news.story import Story
from dateline.settings import Settings
from dateline.store import folder
from dateline.store.store import Store

WIRES = """\
[wires.meridian]
provider = "meridian"
folder = "wires/meridian"
agency = "Meridian News Agency"
credit = "MNA"
section = "world"
publish = true
"""
PATIENCE = 120


def copy_of(number: int) -> WireCopy:
    """Return the item of that number; its headline ends in the number."""
    made = story(number, moment_of(number, 2000))
    return WireCopy(
        uri=f"urn:bench:{number}",
        version=1,
        moment=datetime.now(UTC),
        headline=f"{made.headline} {number:05}",
        slugline="BENCH",
        standfirst=made.standfirst,
        place="Nagato, Japan",
        section="World",
        cities=("mumbai",),
        paragraphs=tuple(block.text for block in made.body),
        agency="Meridian News Agency",
        credit="MNA",
    )


def drop(place: Path, number: int) -> float:
    """Put one file into the folder; return when it was there."""
    write, ending = (newsml_g2, "xml") if number % 2 else (ninjs, "json")
    part = place / f".{number}.part"
    part.write_bytes(write(copy_of(number)))
    part.rename(place / f"{number:05}.{ending}")
    return time.perf_counter()


class Watch:
    """Notes when each story is in the journal, in the store and served."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.journal: dict[int, float] = {}
        self.store: dict[int, float] = {}
        self.served: dict[int, float] = {}
        self.stopped = threading.Event()
        self.addresses: dict[str, int] = {}

    def follow_journal(self) -> None:
        """Read each entry as soon as it can be read."""
        journal = SQLiteJournal(self.settings.database_path)
        after = journal.head()[0]
        while not self.stopped.is_set():
            if not journal.wait(after, timeout=0.2):
                continue
            seen = time.perf_counter()
            for entry in journal.entries(after):
                after = entry.seq
                content = content_of(entry)
                if isinstance(content, Story):
                    number = int(content.headline[-5:])
                    self.journal[number] = seen
                    self.addresses[content.id] = number

    def follow_store(self) -> None:
        """Look at the store as often as makes sense, and ask for what is new."""
        store = Store(folder.current(self.settings.store_path), readonly=True)
        host, _, port = self.settings.bind.public.partition(":")
        reader = http.client.HTTPConnection(host, int(port))
        commit = store.commit_number()
        while not self.stopped.is_set():
            if store.commit_number() == commit:
                time.sleep(0.001)
                continue
            commit, seen = store.commit_number(), time.perf_counter()
            with store.read() as tx:
                view = View(Shelf(tx=tx))
                cards = [view.card(i) for i in view.newest("site")]
            for card in cards:
                number = int(card.headline[-5:]) if card else -1
                if card is None or number in self.store:
                    continue
                self.store[number] = seen
                reader.request("GET", card.path)
                answer = reader.getresponse()
                answer.read()
                if answer.status == http.client.OK:
                    self.served[number] = time.perf_counter()
        store.close()


def free_port() -> int:
    """Return a port with two free ones behind it."""
    for port in range(21000, 60000, 7):
        try:
            for number in range(3):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port + number))
        except OSError:
            continue
        return port
    raise LookupError("no free port")


def run_site(root: Path) -> "subprocess.Popen[str]":
    """Start the site and return once it has printed its addresses."""
    process = subprocess.Popen(
        [sys.executable, "-c", "from dateline.cli.main import main; main()", "run"],
        env={**os.environ, "DATELINE_SITE": str(root), "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    if process.stdout is None or not process.stdout.readline():
        raise SystemExit("the site did not start")
    return process


def stop_site(process: "subprocess.Popen[str]") -> None:
    """Stop the site."""
    process.send_signal(signal.SIGTERM)
    process.wait(20)


def measure(root: Path, count: int, rate: float) -> tuple[dict[int, float], Watch]:
    """Drop ``count`` files at ``rate`` a second; return when, and what was seen."""
    settings = make_site(root, NewSite(name="The Bench", port=free_port(), wires=WIRES))
    wire = settings.wires[0].folder or root
    process = run_site(root)
    watch = Watch(settings)
    threads = [
        threading.Thread(target=watch.follow_journal),
        threading.Thread(target=watch.follow_store),
    ]
    dropped: dict[int, float] = {}
    try:
        for thread in threads:
            thread.start()
        time.sleep(1)
        begin = time.perf_counter()
        for number in range(count):
            time.sleep(max(0.0, begin + number / rate - time.perf_counter()))
            dropped[number] = drop(wire, number)
        end = time.perf_counter() + PATIENCE
        while len(watch.served) < count and time.perf_counter() < end:
            time.sleep(0.1)
    finally:
        watch.stopped.set()
        for thread in threads:
            thread.join()
        stop_site(process)
    return dropped, watch


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--drops", type=int, default=1000)
    arguments.add_argument("--rate", type=float, default=20)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        dropped, watch = measure(Path(place) / "site", options.drops, options.rate)
    stages = {
        "intake, draft, publish, journal": (dropped, watch.journal),
        "press, store": (watch.journal, watch.store),
        "serve": (watch.store, watch.served),
        "file dropped → story served": (dropped, watch.served),
    }
    rows = []
    for name, (before, after) in stages.items():
        spent = [1000 * (after[n] - before[n]) for n in after if n in before]
        if not spent:
            continue
        p50, p99 = percentile(spent, 0.5), percentile(spent, 0.99)
        bar = "100 / 300" if "dropped" in name else ""
        rows.append((f"{name}: p50 / p99 ms", f"{p50:.0f} / {p99:.0f}", bar))
    found = f"{len(watch.served)} of {options.drops}"
    rows.append(("stories served", found, "all"))
    show(f"Wire to page, {options.drops} drops at {options.rate:g}/s", rows)


if __name__ == "__main__":
    main()

"""What readers of a running live blog cost: open streams, and how soon they hear.

A server of one worker, four thousand streams from a process beside it, all on the
same machine. Entries are committed one by one; clocked is, for each stream, from the
commit to the event in the reader's hands. The server looks for commits once a
second, so the middle cannot be much under half a second. Meanwhile a page is asked
for again and again.
"""

import argparse
import asyncio
import http.client
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import Event, Process, Queue
from multiprocessing.synchronize import Event as Flag
from pathlib import Path

from bench.live_card import NOW, live_card
from bench.serve import free_port
from bench.serve_paper import STORY, Place, make_paper
from bench.table import percentile, show
from dateline.catalog import documents
from dateline.news.live import LiveHead
from dateline.store.position import Position, set_position
from dateline.store.store import Store

BLOG = "x7k2m4"
_TOGETHER = 200
_PATIENCE = 120.0
_PAUSE = 0.02


@dataclass
class Heard:
    """What all listeners heard: the newest number of each, and how late it came."""

    newest: list[int]
    committed: float = 0.0
    delays: list[float] = field(default_factory=list)


class Listener(asyncio.Protocol):
    """One open stream."""

    def __init__(self, number: int, port: int, heard: Heard) -> None:
        self._number, self._port, self._heard = number, port, heard
        self._rest = b""
        self.opened = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the stream."""
        asked = f"GET /_live/{BLOG}?newest=1&mends=0 HTTP/1.1\r\nHost: x\r\n\r\n"
        transport.write(asked.encode())  # type: ignore[attr-defined] # it is a Transport

    def data_received(self, data: bytes) -> None:
        """Note each event's number and delay."""
        now = time.perf_counter()
        self._rest += data
        if not self.opened.done() and b"retry:" in self._rest:
            self.opened.set_result(None)
        while b"\ndata: " in self._rest and self._rest.endswith(b"\n\n\r\n"):
            _, _, after = self._rest.rpartition(b"\ndata: ")
            self._heard.newest[self._number] = int(after.split(b"\n")[0])
            self._heard.delays.append(now - self._heard.committed)
            self._rest = b""


def commit(store: Store, newest: int) -> None:
    """Commit that the blog's newest entry has this number."""
    with store.write() as tx:
        set_position(tx, Position(seq=10 + newest, hash="b" * 64))
        head = LiveHead(newest=newest, count=newest, changed=NOW)
        documents.put(tx, f"live/{BLOG}", 10 + newest, head)


def begin(store: Store) -> None:
    """Put the blog there, running, with one entry."""
    with store.write() as tx:
        documents.put(tx, f"card/{BLOG}", 10, live_card(BLOG, STORY))
    commit(store, 1)


@contextmanager
def served(root: Path) -> Iterator[tuple[Place, int]]:
    """Serve the paper; yield where, and the process."""
    place = Place(root=root, port=free_port(), health_port=free_port())
    words = [sys.executable, "-m", "bench.serve_paper", str(root)]
    words += [str(place.port), str(place.health_port)]
    with (root / "server.out").open("w") as log:
        process = subprocess.Popen(words, stdout=log, stderr=log)
    try:
        yield place, process.pid
    finally:
        process.terminate()
        process.wait()


async def open_all(many: int, port: int, heard: Heard) -> None:
    """Open the streams, some hundreds at a time."""
    loop = asyncio.get_running_loop()
    for first in range(0, many, _TOGETHER):
        made = [
            await loop.create_connection(
                lambda number=number: Listener(number, port, heard), "127.0.0.1", port
            )
            for number in range(first, min(many, first + _TOGETHER))
        ]
        await asyncio.gather(*(listener.opened for _, listener in made))


def ask_pages(port: int, path: str, told: "Queue[list[float]]", enough: Flag) -> None:
    """Ask for a page again and again, in a process of its own; tell the ms."""
    line = http.client.HTTPConnection("127.0.0.1", port)
    spent = []
    while not enough.is_set():
        begun = time.perf_counter()
        line.request("GET", path, headers={"accept-encoding": "gzip"})
        line.getresponse().read()
        spent.append(1000 * (time.perf_counter() - begun))
        time.sleep(_PAUSE)
    told.put(spent)


@contextmanager
def pages_asked(port: int, path: str = STORY) -> Iterator[list[float]]:
    """Ask for pages meanwhile; the list has the milliseconds at the end."""
    spent: list[float] = []
    told: Queue[list[float]] = Queue()
    enough = Event()
    asking = Process(target=ask_pages, args=(port, path, told, enough))
    asking.start()
    yield spent
    enough.set()
    spent += told.get(timeout=_PATIENCE)
    asking.join()


async def until_served(port: int) -> None:
    """Wait until the server answers."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
    raise SystemExit("the server does not answer")


async def measure(root: Path, many: int, entries: int) -> list[tuple[str, str, str]]:
    """Open the streams, commit entries, and return the rows of the table."""
    make_paper(root)
    store = Store(root / "store" / "1")
    begin(store)
    heard = Heard(newest=[1] * many)
    dice = random.Random(7)
    with served(root) as (place, process):
        await until_served(place.port)
        before = memory_of(process)
        begun = time.perf_counter()
        await open_all(many, place.port, heard)
        opened = time.perf_counter() - begun
        held = memory_of(process)
        with pages_asked(place.port) as spent:
            for newest in range(2, entries + 2):
                await asyncio.sleep(dice.random())  # anywhere in the server's second
                heard.committed = time.perf_counter()
                commit(store, newest)
                await until_all(heard, newest)
        after = memory_of(process)
    store.close()
    return [
        ("streams held by one worker", f"{many:,}", ""),
        ("all open after, s", f"{opened:.1f}", ""),
        ("commit → event, p50 / p99 s", _said(heard.delays), "p99 at most 2"),
        ("pages meanwhile, p50 / p99 ms", _said(spent), ""),
        ("memory of a stream, KB", f"{(held - before) / many:.1f}", ""),
        ("the worker with all of them, MB", f"{after / 1024:.0f}", ""),
    ]


async def until_all(heard: Heard, newest: int) -> None:
    """Wait until every stream heard of an entry."""
    end = time.monotonic() + _PATIENCE
    while min(heard.newest) < newest:
        if time.monotonic() > end:
            late = sum(each < newest for each in heard.newest)
            raise SystemExit(f"{late} streams did not hear of entry {newest}")
        await asyncio.sleep(_PAUSE)


def memory_of(process: int) -> int:
    """Return the resident memory of a process's largest child, in KB: the worker."""
    tasks = Path(f"/proc/{process}/task")
    children = [
        int(number)
        for task in tasks.iterdir()
        for number in (task / "children").read_text().split()
    ]
    return max(map(_resident, [process, *children]))


def _resident(process: int) -> int:
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def _said(values: list[float]) -> str:
    return f"{percentile(values, 0.5):.2f} / {percentile(values, 0.99):.2f}"


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--streams", type=int, default=4000)
    arguments.add_argument("--entries", type=int, default=20)
    options = arguments.parse_args()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with tempfile.TemporaryDirectory() as place:
        rows = asyncio.run(measure(Path(place), options.streams, options.entries))
    show(f"A live blog that {options.streams:,} readers follow", rows)


if __name__ == "__main__":
    main()

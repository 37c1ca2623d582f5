"""The public server against nginx and Varnish, in one run, alternating.

One worker each, pinned to core 0; the load pinned to core 1.
"""

import argparse
import socket
import statistics
import sys
import tempfile
import timeit
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from bench.serve_load import delays_at, highest_rate
from bench.serve_paper import ONE_SLOT, STORY, Place, make_paper
from bench.serve_rivals import nginx, pinned, varnish
from bench.table import machine, show
from dateline.serve.accept import BROTLI, ZSTD
from dateline.serve.accept import GZIP as GZIP_CODING
from dateline.serve.join import joined
from dateline.store.record import page_at
from dateline.store.store import Store

SERVER, LOAD = 0, 1
GZIP = "Accept-Encoding: gzip"

Row = tuple[str, str, str]


def free_port() -> int:
    """Return a port nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def alternate(runs: int, *measured: Callable[[], float]) -> list[list[float]]:
    """Measure each in turn, ``runs`` times; return the figures of each."""
    figures: list[list[float]] = [[] for _ in measured]
    for _ in range(runs):
        for found, measure in zip(figures, measured, strict=True):
            found.append(measure())
    return figures


def ratio(ours: list[float], theirs: list[float]) -> float:
    """Return the median of the ratios of neighbouring runs."""
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


@dataclass(frozen=True, kw_only=True)
class Bench:
    """What is measured, and how long."""

    ours: Place
    nginx: str
    varnish: str
    bare: str
    our_etag: str
    nginx_etag: str
    seconds: int
    runs: int

    def rate(self, url: str, *headers: str) -> Callable[[], float]:
        """Return a function that measures the highest rate of ``url``."""
        told = (GZIP, *headers)
        return lambda: highest_rate(url, core=LOAD, seconds=self.seconds, headers=told)


@contextmanager
def started(root: Path, *, seconds: int, runs: int) -> Iterator[Bench]:
    """Start all servers on one core."""
    place = Place(root=root, port=free_port(), health_port=free_port())
    ports = {name: free_port() for name in ("nginx", "varnish", "bare")}
    make_paper(root)
    ours = [sys.executable, "-m", "bench.serve_paper", str(root)]
    ours += [str(place.port), str(place.health_port)]

    def start(name: str, command: list[str], port: int) -> None:
        log = root / f"{name}.out"
        stack.enter_context(pinned(SERVER, *command, port=port, log=log))

    with ExitStack() as stack:
        start("ours", ours, place.port)
        answer = httpx.get(place.url, headers={"accept-encoding": "gzip"})
        body = _raw_body(place.url)
        size = f"{len(answer.content):,} bytes, {len(body):,} in gzip"
        print(f"{machine()}; page of {size}, slots filled")
        command = nginx(root, port=ports["nginx"], answer=answer, body=body)
        start("nginx", command, ports["nginx"])
        command = varnish(root, port=ports["varnish"], backend=place.port)
        start("varnish", command, ports["varnish"])
        command = [sys.executable, "-m", "bench.serve_bare", str(ports["bare"])]
        start("bare", command, ports["bare"])
        their_url = f"http://127.0.0.1:{ports['nginx']}/story.html"
        theirs = httpx.head(their_url, headers={"accept-encoding": "gzip"})
        yield Bench(
            ours=place,
            nginx=their_url,
            varnish=f"http://127.0.0.1:{ports['varnish']}{ONE_SLOT}",
            bare=f"http://127.0.0.1:{ports['bare']}/",
            our_etag=answer.headers["etag"],
            nginx_etag=theirs.headers["etag"],
            seconds=seconds,
            runs=runs,
        )


def _raw_body(url: str) -> bytes:
    with httpx.stream("GET", url, headers={"accept-encoding": "gzip"}) as answer:
        return b"".join(answer.iter_raw())


def pages(bench: Bench) -> tuple[list[Row], float]:
    """Measure whole pages; return rows and our highest rate."""
    ours, theirs, cached = alternate(
        bench.runs,
        bench.rate(bench.ours.url),
        bench.rate(bench.nginx),
        bench.rate(bench.varnish),
    )
    rows = [
        _row("story page, gzip, against nginx gzip_static", ours, theirs, "≥ 0.45"),
        _row("against a Varnish hit with one ESI include", ours, cached, "≥ 2.3"),
    ]
    return rows, statistics.median(ours)


def not_modified(bench: Bench) -> list[Row]:
    """Measure 304 answers, and how fast they could be at most."""
    ours, theirs, bare = alternate(
        bench.runs,
        bench.rate(bench.ours.url, f"If-None-Match: {bench.our_etag}"),
        bench.rate(bench.nginx, f"If-None-Match: {bench.nginx_etag}"),
        bench.rate(bench.bare),
    )
    return [
        _row("304, against nginx", ours, theirs, "≥ 0.45"),
        _row("(Granian saying 304 and nothing else, against nginx)", bare, theirs, ""),
    ]


def delay(bench: Bench, highest: float) -> list[Row]:
    """Measure delays at half the highest rate, in an open loop."""
    rate = highest / 2
    found = [
        delays_at(bench.ours.port, STORY, rate=rate, seconds=bench.seconds, core=LOAD)
        for _ in range(bench.runs)
    ]
    p50, p99 = (statistics.median(column) for column in zip(*found, strict=True))
    name = f"delay at half the highest rate ({rate:,.0f}/s), p50 / p99"
    return [(name, f"{p50:.2f} / {p99:.2f} ms", "p99 ≤ 5 ms")]


def making(root: Path) -> list[Row]:
    """Measure what an answer costs that is not in memory."""
    with Store(root / "store" / "1", readonly=True).read() as tx:
        record = page_at(tx, STORY)
    pieces = [p for p in record.pieces if not p.slot]
    costs = []
    for coding in (GZIP_CODING, ZSTD, BROTLI):
        timed = timeit.repeat(lambda c=coding: joined(pieces, c), number=50, repeat=5)
        costs.append(min(timed) / 50 * 1e6)
    figures = " / ".join(f"{cost:,.0f}" for cost in costs)
    return [("an answer made anew: gzip / zstd / br", f"{figures} µs", "")]


def _row(
    name: str, ours: list[float], theirs: list[float], bar: str
) -> tuple[str, str, str]:
    rates = f"{statistics.median(ours):,.0f}/s : {statistics.median(theirs):,.0f}/s"
    return name, f"{ratio(ours, theirs):.2f}  ({rates})", bar


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--runs", type=int, default=3)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        root = Path(folder)
        root.chmod(0o755)  # nginx's worker is another user
        with started(root, seconds=told.seconds, runs=told.runs) as bench:
            rows, highest = pages(bench)
            rows += not_modified(bench)
            rows += delay(bench, highest)
        rows += making(root)
    show("The public server, one worker", rows)


if __name__ == "__main__":
    main()

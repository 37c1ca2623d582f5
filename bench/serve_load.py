"""Load: wrk for the highest rate, an open loop of our own for a given rate."""

import asyncio
import re
import subprocess
import sys
import time

import uvloop

from bench.table import percentile

_RATE = re.compile(r"Requests/sec:\s+([0-9.]+)")
_BAD = re.compile(r"(Non-2xx|Socket errors).*")
_END_OF_HEAD = b"\r\n\r\n"
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


def highest_rate(
    url: str, *, core: int, seconds: int, headers: tuple[str, ...] = ()
) -> float:
    """Return the requests a second that 64 connections of wrk get answered."""
    told = [part for header in headers for part in ("-H", header)]
    done = subprocess.run(
        ["taskset", "-c", str(core), "wrk", "-t1", "-c64", f"-d{seconds}s", *told, url],
        check=True,
        capture_output=True,
        text=True,
    )
    bad = _BAD.search(done.stdout)
    if bad and "304" not in url:
        print(bad.group(0))
    found = _RATE.search(done.stdout)
    return float(found.group(1)) if found else 0.0


class _Connection(asyncio.Protocol):
    """Sends requests on time, whatever is still unanswered, and notes delays."""

    def __init__(self, request: bytes, delays: list[float]) -> None:
        self._request = request
        self._delays = delays
        self._due: list[float] = []
        self._answered = 0
        self._left = 0
        self._head = b""
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        self.transport = transport  # type: ignore[assignment] # it is one for streams

    def send(self, due: float) -> None:
        """Send one request that was due at ``due``."""
        self._due.append(due)
        self.transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        """Note the delay of each answer that is complete."""
        while data:
            if self._left:
                taken = min(self._left, len(data))
                self._left -= taken
                data = data[taken:]
                if self._left == 0:
                    self._done()
                continue
            self._head += data
            end = self._head.find(_END_OF_HEAD)
            if end < 0:
                return
            data = self._head[end + len(_END_OF_HEAD) :]
            self._left = int(_LENGTH.search(self._head).group(1))
            self._head = b""

    def _done(self) -> None:
        self._delays.append(time.perf_counter() - self._due[self._answered])
        self._answered += 1


async def _open_loop(
    port: int, request: bytes, rate: float, seconds: float
) -> list[float]:
    loop = asyncio.get_running_loop()
    delays: list[float] = []
    connections = []
    for _ in range(64):
        _, made = await loop.create_connection(
            lambda: _Connection(request, delays), "127.0.0.1", port
        )
        connections.append(made)
    start = time.perf_counter() + 0.05
    total = int(rate * seconds)
    sent = 0
    while sent < total:
        now = time.perf_counter()
        while sent < total and start + sent / rate <= now:
            connections[sent % 64].send(start + sent / rate)
            sent += 1
        await asyncio.sleep(0)
    await asyncio.sleep(0.5)
    for made in connections:
        made.transport.close()
    if len(delays) < total:
        print(f"{total - len(delays)} of {total} requests were not answered")
    return delays


def main() -> None:
    """Print p50, p99 and the highest delay in milliseconds, and the number."""
    port, path, rate, seconds = sys.argv[1:]
    request = (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n"
    ).encode()
    uvloop.install()
    delays = asyncio.run(_open_loop(int(port), request, float(rate), float(seconds)))
    milliseconds = [delay * 1000 for delay in delays]
    p50, p99 = percentile(milliseconds, 0.5), percentile(milliseconds, 0.99)
    print(p50, p99, max(milliseconds), len(milliseconds))


def delays_at(
    port: int, path: str, *, rate: float, seconds: float, core: int
) -> tuple[float, float]:
    """Return p50 and p99 in ms at a rate, counted from when each was due."""
    command = [sys.executable, "-m", "bench.serve_load", str(port), path]
    done = subprocess.run(
        ["taskset", "-c", str(core), *command, str(rate), str(seconds)],
        check=True,
        capture_output=True,
        text=True,
    )
    *said, last = done.stdout.strip().splitlines()
    for line in said:
        print(line)
    p50, p99, *_ = last.split()
    return float(p50), float(p99)


if __name__ == "__main__":
    main()

"""Ten thousand clients that never finish their request, and one that does.

The slow ones send their headers letter by letter; the server closes each after
its time for headers is over, and they come again. Meanwhile an ordinary
client's delays are measured. 127.0.0.1 only; bounded in time.
"""

import argparse
import asyncio
import os
import resource
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import httpx
import uvloop

from bench.serve_paper import Place, make_paper
from bench.serve_rivals import wait_for
from bench.table import percentile, show

_BEGIN = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
_CLIENTS_AT_ONCE = 200
_LETTER_EVERY = 5
_LONGEST_RISE = 60


class _Slow(asyncio.Protocol):
    """Sends a letter every few seconds."""

    open_now = 0
    closed = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        _Slow.open_now += 1
        transport.write(_BEGIN)
        self._next = asyncio.get_running_loop().call_later(_LETTER_EVERY, self._letter)

    def _letter(self) -> None:
        self.transport.write(b"a")
        self._next = asyncio.get_running_loop().call_later(_LETTER_EVERY, self._letter)

    def connection_lost(self, _: Exception | None) -> None:
        self._next.cancel()
        _Slow.open_now -= 1
        _Slow.closed += 1


async def _hold(port: int, number: int) -> None:
    """Keep ``number`` slow connections open until cancelled."""
    loop = asyncio.get_running_loop()
    while True:
        missing = min(number - _Slow.open_now, _CLIENTS_AT_ONCE)
        for _ in range(missing):
            with suppress(OSError):
                await loop.create_connection(_Slow, "127.0.0.1", port)
        await asyncio.sleep(0.01 if missing else 0.2)


async def _measure(place: Place, number: int, seconds: int) -> tuple[list[float], int]:
    """Return delays of the ordinary client in ms, and the slow ones it met."""
    holding = asyncio.create_task(_hold(place.port, number))
    for _ in range(_LONGEST_RISE * 10):
        if number - _Slow.open_now <= number // 100:
            break
        await asyncio.sleep(0.1)
    delays = []
    fewest = number
    until = time.perf_counter() + seconds
    async with httpx.AsyncClient(headers={"accept-encoding": "gzip"}) as client:
        while time.perf_counter() < until:
            began = time.perf_counter()
            answer = await client.get(place.url)
            answer.raise_for_status()
            delays.append((time.perf_counter() - began) * 1000)
            fewest = min(fewest, _Slow.open_now)
            await asyncio.sleep(0.01)
    holding.cancel()
    return delays, fewest


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _memory(parent: int) -> float:
    """Return the memory of a process and its children in MiB."""
    pids = subprocess.run(
        ["ps", "-o", "rss=", "--pid", str(parent), "--ppid", str(parent)],
        check=True,
        capture_output=True,
        text=True,
    )
    return sum(map(int, pids.stdout.split())) / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=20)
    told = parser.parse_args()
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    number = min(told.clients, hard - 500)
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        place = Place(root=Path(folder), port=_free_port(), health_port=_free_port())
        make_paper(place.root)
        command = [sys.executable, "-m", "bench.serve_paper", folder]
        command += [str(place.port), str(place.health_port)]
        server = subprocess.Popen(command, env=os.environ)
        try:
            wait_for(place.port)
            before = _memory(server.pid)
            uvloop.install()
            delays, fewest = asyncio.run(_measure(place, number, told.seconds))
            after = _memory(server.pid)
        finally:
            server.terminate()
            server.wait()
    p50, p99 = percentile(delays, 0.5), percentile(delays, 0.99)
    show(
        f"{number:,} clients that never finish their request",
        [
            ("slow connections open, at least", f"{fewest:,}", ""),
            ("closed by the server and come again", f"{_Slow.closed:,}", ""),
            ("an ordinary reader, p50 / p99", f"{p50:.2f} / {p99:.2f} ms", ""),
            ("failed requests", "0", "0"),
            ("memory before / with them", f"{before:.0f} / {after:.0f} MiB", ""),
        ],
    )


if __name__ == "__main__":
    main()

"""A running demo for everybody who judges its pages.

Several processes may want one at once. Who comes first starts it, who leaves last
stops it; the file that says who uses it is locked meanwhile.
"""

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from dateline.cli.site_folder import load

DATELINE = [sys.executable, "-c", "from dateline.cli.main import main; main()"]
SECONDS = 900
"""How long a demo may take to start on a machine that is busy with other things."""

SILENT = 1e6
"""Seconds that nobody waits for."""

_OURS: dict[int, subprocess.Popen[bytes]] = {}
"""The demos that this process started."""


@dataclass(frozen=True, kw_only=True)
class Demo:
    """Where a demo runs, and where it lies; how to get in, if it was started here."""

    url: str
    folder: Path
    newsroom: str = ""
    name: str = ""
    password: str = ""

    def client(self) -> httpx.Client:
        """Return a client that asks the public site."""
        return httpx.Client(base_url=self.url, timeout=60, trust_env=False)


def running_demo(folder: Path) -> Demo:
    """Return the demo that somebody runs in a folder."""
    return Demo(url=load(folder).site.url, folder=folder)


@contextmanager
def demo_to_judge(folder: Path | None, *, stories: int) -> Iterator[Demo]:
    """Use the demo that runs in a folder, or one of our own that ends with us."""
    if folder:
        yield running_demo(folder)
        return
    with (
        TemporaryDirectory() as place,
        shared_demo(Path(place), stories=stories) as demo,
    ):
        yield demo


@contextmanager
def shared_demo(place: Path, *, stories: int, pace: float = SILENT) -> Iterator[Demo]:
    """Use the demo in ``place``; start it unless somebody else has.

    ``pace`` is seconds between two items of its wires. They stay silent unless it is
    given: two judges must see the same paper.
    """
    place.mkdir(parents=True, exist_ok=True)
    with _state(place) as state:
        if not state.get("users"):
            state.update(_start(place, stories, pace))
        state["users"] = state.get("users", 0) + 1
        told = dict(state)
    try:
        yield Demo(
            url=told["public"].rstrip("/"),
            folder=place / "site",
            newsroom=told["newsroom"].rstrip("/"),
            name=told["name"],
            password=told["password"],
        )
    finally:
        with _state(place) as state:
            state["users"] -= 1
            if not state["users"]:
                _stop(state["pid"])


@contextmanager
def _state(place: Path) -> Iterator[dict[str, Any]]:
    file = place / "users.json"
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        state = json.loads(file.read_bytes()) if file.exists() else {}
        yield state
        file.write_text(json.dumps(state), encoding="utf-8")


def _start(place: Path, stories: int, pace: float) -> dict[str, Any]:
    words = ["demo", place / "site", "--json", "--stories", stories]
    if not (place / "site").exists():
        words += ["--port", _free_ports()]
    words += ["--pace", pace, "--embargo", SILENT]
    log, said = place / "log", place / "said"
    with log.open("w") as err, said.open("w") as out:
        process = subprocess.Popen(
            [*DATELINE, *map(str, words)],
            stdout=out,
            stderr=err,
            start_new_session=True,
            env={**os.environ, "NO_COLOR": "1"},
        )
    _OURS[process.pid] = process
    end = time.monotonic() + SECONDS
    while not said.read_text(encoding="utf-8").strip().endswith("}"):
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError(log.read_text(encoding="utf-8")[-4000:])
        time.sleep(0.1)
    return {**json.loads(said.read_bytes()), "pid": process.pid}


def _stop(pid: int) -> None:
    os.kill(pid, signal.SIGTERM)
    end = time.monotonic() + 30
    while _is_alive(pid):
        if time.monotonic() > end:
            os.killpg(pid, signal.SIGKILL)
            return
        time.sleep(0.1)


def _is_alive(pid: int) -> bool:
    if pid in _OURS:
        return _OURS[pid].poll() is None
    try:
        said = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return said.rpartition(") ")[2][0] != "Z"


def _free_ports(count: int = 3) -> int:
    for first in range(20000 + os.getpid() % 20000, 60000, 10):
        if all(_is_free(first + number) for number in range(count)):
            return first
    raise RuntimeError("no free ports")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0

"""Keeping parts running: starting again, stopping in order, leaving nobody behind."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.cli.supervise import LONGEST_PAUSE, Part, Supervisor, pause_after

SLEEPER = "import time; print('up', flush=True); time.sleep(60)"
DEAF = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    "print('up', flush=True); time.sleep(60)"
)
WITH_WORKER = (
    "import subprocess, sys, time;"
    "w = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
    "print('worker', w.pid, flush=True); time.sleep(60)"
)


def part(name, code=SLEEPER, **words):
    """Return a part that runs a line of Python."""
    return Part(name=name, argv=(sys.executable, "-c", code), **words)


def alive(pid):
    """Return whether a process is there and no zombie."""
    try:
        said = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return said.rpartition(") ")[2][0] != "Z"


class Stage:
    """A supervisor at work in a test."""

    def __init__(self, *parts):
        self.lines = []
        self.pids = {}
        self.stop = asyncio.Event()
        self.supervisor = Supervisor(
            parts,
            environment=os.environ,
            said=lambda name, line: self.lines.append((name, line)),
            changed=self._changed,
        )

    def _changed(self, pids):
        self.pids = dict(pids)

    async def until(self, condition, seconds=10):
        """Wait until a condition holds."""
        async with asyncio.timeout(seconds):
            while not condition():  # noqa: ASYNC110 - a test looks on
                await asyncio.sleep(0.02)

    def play(self, scene):
        """Run the supervisor while ``scene`` happens, then stop it."""

        async def whole():
            running = asyncio.create_task(self.supervisor.run(self.stop))
            try:
                await scene(self)
            finally:
                self.stop.set()
                await running

        asyncio.run(whole())


def test_pauses_double_up_to_half_a_minute():
    """A part that cannot live does not keep the machine busy."""
    pauses = [pause_after(deaths) for deaths in range(1, 9)]

    assert pauses == [0.5, 1, 2, 4, 8, 16, 30, 30]
    assert pause_after(10_000) == LONGEST_PAUSE


@pytest.mark.slow
def test_a_killed_part_is_started_again():
    """After kill -9 there is a new process, and the supervisor says why."""
    stage = Stage(part("press"))

    async def scene(stage):
        await stage.until(lambda: "press" in stage.pids)
        first = stage.pids["press"]
        os.kill(first, signal.SIGKILL)
        await stage.until(lambda: stage.pids.get("press", first) != first)

    stage.play(scene)

    assert ("dateline", "press was ended by SIGKILL; starting it in 0.5 s") in (
        stage.lines
    )


@pytest.mark.slow
def test_stopping_goes_stage_by_stage_and_leaves_nobody():
    """Who takes in goes first, who answers readers goes last; then all are gone."""
    order = []
    stage = Stage(part("serve", stage=2), part("desk", stage=0), part("press", stage=1))
    known = {}

    async def scene(stage):
        await stage.until(lambda: len(stage.lines) == 3)
        known.update(stage.pids)

        def changed(pids):
            order.extend(name for name in known if name not in [*pids, *order])

        stage.supervisor._changed = changed  # noqa: SLF001 - looking on while it stops

    stage.play(scene)

    assert order == ["desk", "press", "serve"]
    assert not any(alive(pid) for pid in known.values())


@pytest.mark.slow
def test_a_part_that_does_not_stop_is_killed(monkeypatch):
    """SIGTERM first, SIGKILL when its time is over."""
    monkeypatch.setattr("dateline.cli.supervise.STOP_WITHIN", 0.5)
    stage = Stage(part("deaf", DEAF))
    known = {}

    async def scene(stage):
        await stage.until(lambda: ("deaf", "up") in stage.lines)
        known.update(stage.pids)

    stage.play(scene)

    assert ("dateline", "deaf does not stop: killed") in stage.lines
    assert not alive(known["deaf"])


@pytest.mark.slow
def test_workers_of_a_killed_part_are_swept():
    """A server's own workers do not outlive it and keep its port."""
    stage = Stage(part("serve", WITH_WORKER))
    workers = []

    async def scene(stage):
        await stage.until(lambda: stage.lines)
        workers.append(int(stage.lines[0][1].split()[1]))
        os.kill(stage.pids["serve"], signal.SIGKILL)
        await stage.until(lambda: not alive(workers[0]))

    stage.play(scene)

    assert not alive(workers[0])


@pytest.mark.slow
def test_a_part_waits_until_it_may_start():
    """The public server is not started before there is something to serve."""
    gate = []
    stage = Stage(part("serve", may_start=lambda: bool(gate)))

    async def scene(stage):
        await asyncio.sleep(0.3)
        assert not stage.pids
        gate.append("open")
        await stage.until(lambda: "serve" in stage.pids)

    stage.play(scene)


def test_long_lines_are_passed_on_whole():
    """A line longer than a pipe's buffer does not stop the listening."""
    code = "import time; print('x' * 300000, flush=True); time.sleep(60)"
    stage = Stage(part("desk", code))

    async def scene(stage):
        await stage.until(lambda: stage.lines)

    stage.play(scene)

    assert stage.lines[0] == ("desk", "x" * 300000)


@pytest.mark.slow
def test_parts_die_with_a_killed_supervisor(tmp_path):
    """Whoever ends the supervisor with kill -9 finds no part left running."""
    script = tmp_path / "supervisor.py"
    script.write_text(
        "import asyncio, os, sys\n"
        "from dateline.cli.supervise import Part, Supervisor\n"
        "code = 'from dateline.cli.tether import tie; tie();'\n"
        "code += 'import time; time.sleep(60)'\n"
        "part = Part(name='press', argv=(sys.executable, '-c', code))\n"
        "supervisor = Supervisor([part], environment=os.environ,\n"
        "    said=print, changed=lambda pids: print(*pids.values(), flush=True))\n"
        "asyncio.run(supervisor.run(asyncio.Event()))\n"
    )
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True
    ) as supervisor:
        pid = int(supervisor.stdout.readline())
        time.sleep(0.5)
        supervisor.kill()
        supervisor.wait()
    end = time.monotonic() + 5
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.05)

    assert not alive(pid)

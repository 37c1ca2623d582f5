"""Keeping the parts of a site running, and stopping them in order.

    start     each part as a process of its own, once it may begin
    dies      its whole process group is swept, then it is started again after
              a pause that doubles each time (0.5 s to 30 s) and is forgotten
              when it lived for half a minute
    stop      stage by stage, wires first and readers last: SIGTERM, and SIGKILL
              for what has not gone in its time; nine seconds in all
    killed    parts hold the end of a pipe (their standard input); when that
              closes because the supervisor is gone, they stop themselves

Each part leads a process group, so that Ctrl-C reaches the supervisor alone
and a part's own workers can be swept with it.
"""

import asyncio
import os
import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
STEADY = 30.0
"""Seconds a part must live for its earlier deaths to be forgotten."""

STOP_WITHIN = 9.0
"""Seconds for all parts together to stop by themselves."""

_CHUNK = 1 << 16
_LOOK = 0.1


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One process of a site.

    ``may_start`` is asked until it says yes. Parts of a lower ``stage`` are
    stopped first.
    """

    name: str
    argv: tuple[str, ...]
    stage: int = 0
    may_start: Callable[[], bool] = lambda: True


def pause_after(deaths: int) -> float:
    """Return the seconds to wait after the ``deaths``-th death in a row."""
    return float(min(FIRST_PAUSE * 2 ** (min(deaths, 16) - 1), LONGEST_PAUSE))


class Supervisor:
    """Keeps ``parts`` running until told to stop.

    ``said(part, line)`` is given every line a part prints, and what the
    supervisor itself has to say under the name "dateline". ``changed(pids)``
    is called whenever the set of running processes is another.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        *,
        environment: Mapping[str, str],
        said: Callable[[str, str], None],
        changed: Callable[[Mapping[str, int]], None] = lambda _pids: None,
    ) -> None:
        self._parts = tuple(parts)
        self._environment = dict(environment)
        self._said = said
        self._changed = changed
        self._running: dict[str, asyncio.subprocess.Process] = {}
        self._stopping = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Start everything, keep it running until ``stop`` is set, then stop it."""
        keepers = [asyncio.create_task(self._keep(part)) for part in self._parts]
        asked = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait([asked, *keepers], return_when=asyncio.FIRST_COMPLETED)
        finally:
            asked.cancel()
            await self._stop()
            await asyncio.gather(*keepers)

    async def _keep(self, part: Part) -> None:
        """Run one part, again and again, until all are to stop."""
        deaths = 0
        while await self._may_start(part):
            begun = asyncio.get_running_loop().time()
            code = await self._live(part)
            if self._stopping.is_set():
                return
            lived = asyncio.get_running_loop().time() - begun
            deaths = 1 if lived >= STEADY else deaths + 1
            pause = pause_after(deaths)
            self._said(
                "dateline", f"{part.name} {ended(code)}; starting it in {pause:g} s"
            )
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause)

    async def _may_start(self, part: Part) -> bool:
        while not self._stopping.is_set():
            if part.may_start():
                return True
            await asyncio.sleep(_LOOK)
        return False

    async def _live(self, part: Part) -> int:
        """Run one part once; return its exit code when it and its own are gone.

        The pipes are ours, not asyncio's: its ``wait`` would wait for them to
        close, and workers of a killed part hold them open.
        """
        tether, held = os.pipe()
        said, saying = os.pipe()
        try:
            process = await asyncio.create_subprocess_exec(
                *part.argv,
                stdin=tether,
                stdout=saying,
                stderr=asyncio.subprocess.STDOUT,
                env=self._environment,
                start_new_session=True,
            )
        finally:
            os.close(tether)
            os.close(saying)
        self._running[part.name] = process
        self._tell()
        listening = asyncio.create_task(self._listen(part.name, said))
        code = await process.wait()
        os.close(held)
        sweep(process.pid)
        await listening
        del self._running[part.name]
        self._tell()
        return code

    async def _listen(self, name: str, said: int) -> None:
        """Pass on what a part prints, line by line, however long the lines are."""
        stream = asyncio.StreamReader()
        transport, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(stream), os.fdopen(said, "rb")
        )
        rest = b""
        while chunk := await stream.read(_CHUNK):
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                self._said(name, line.decode(errors="replace").rstrip())
        if rest:
            self._said(name, rest.decode(errors="replace").rstrip())
        transport.close()

    def _tell(self) -> None:
        self._changed({name: p.pid for name, p in self._running.items()})

    async def _stop(self) -> None:
        """Stop all parts, stage by stage, within the time for all."""
        self._stopping.set()
        stages = sorted({part.stage for part in self._parts})
        for stage in stages:
            names = [part.name for part in self._parts if part.stage == stage]
            await self._stop_some(names, within=STOP_WITHIN / len(stages))

    async def _stop_some(self, names: Sequence[str], *, within: float) -> None:
        for process in self._those(names):
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
        end = asyncio.get_running_loop().time() + within
        while self._those(names):
            if asyncio.get_running_loop().time() > end:
                for name in names:
                    if name in self._running:
                        self._said("dateline", f"{name} does not stop: killed")
                        sweep(self._running[name].pid)
                return
            await asyncio.sleep(0.02)

    def _those(self, names: Sequence[str]) -> list[asyncio.subprocess.Process]:
        return [self._running[name] for name in names if name in self._running]


def sweep(group: int) -> None:
    """Kill whatever is left of a process group."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def ended(code: int) -> str:
    """Return how a process ended, in words."""
    if code < 0:
        return f"was ended by {signal.Signals(-code).name}"
    return f"ended with exit code {code}"

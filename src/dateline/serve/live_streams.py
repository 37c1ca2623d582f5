"""Telling readers of a live blog that there is more: server-sent events.

    retry: 4000
    id: 17-2
    event: newest
    data: 17

An event carries a number and nothing else: what an entry says stands on the
blog's page, which is made once for everybody. The reader's page compares the
number with the newest it shows (HTML Standard, 9.2).

    event: mended          an entry that was put right: the page asks for it again
    event: taken           one that was taken out: it goes from the page at once

The id says what a reader has heard of: the newest number, and how many entries
were put right or taken out since the blog began.

An open stream costs no task and no thread: it is a place to write to, kept in
a set. Once a second the blogs that somebody listens to are looked up, and only
if the store has another commit. A twentieth of the streams hears a sign of life
each second, so that proxies leave them open and those who left are found out.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from dateline.news.live import ENDED, RUNNING, Mend
from dateline.serve.headers import Headers
from dateline.serve.wire import Outcome, Scope, Wire, say

PREFIX = "/_live/"
GONE = "gone"
BEATS = 20
"""Seconds between two signs of life."""

AT_ONCE = 500
"""After how many writings the worker looks after its other readers."""

_HEADERS: Headers = [
    ("content-type", "text/event-stream; charset=utf-8"),
    ("cache-control", "no-store"),
    ("x-accel-buffering", "no"),  # nginx would keep events back
    ("x-content-type-options", "nosniff"),
    ("x-robots-tag", "noindex"),
    ("server", "dateline"),
]
_BEGIN = b"retry: 4000\n\n"
_BEAT = b": here\n\n"
_LONGEST = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class LiveState:
    """Where a live blog stands: its newest number, and "running" or "ended".

    ``mends`` are all that happened to entries that were out, in order.

    ``state`` is GONE for a story that was withdrawn or killed, and empty where
    there is no such blog.
    """

    newest: int = 0
    mends: tuple[Mend, ...] = ()
    state: str = ""


@dataclass(eq=False, slots=True)
class _Stream:
    transport: Any
    beat: int


@dataclass(kw_only=True)
class _Blog:
    said: LiveState
    streams: set[_Stream] = field(default_factory=set)


class LiveStreams:
    """The open streams of one worker; ``most`` at a time.

    ``look_up`` returns where a blog stands now.
    """

    def __init__(self, *, look_up: Callable[[str], LiveState], most: int) -> None:
        self._look_up = look_up
        self._most = most
        self._blogs: dict[str, _Blog] = {}
        self._commit = -1
        self._beats = count()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False

    def __len__(self) -> int:
        """Return how many streams are open."""
        return sum(len(blog.streams) for blog in self._blogs.values())

    def open(self, scope: Scope, wire: Wire) -> Outcome:
        """Open a stream for one reader, and say at once what the page lacks."""
        story_id = scope.path.removeprefix(PREFIX)
        state = self._look_up(story_id)
        if not state.state:
            return say(wire, 404, "There is no such live blog.")
        if state.state == RUNNING and (self._closing or len(self) >= self._most):
            return say(wire, 503, "Too many listen.", ("retry-after", "30"))
        transport = wire.response_stream(200, _HEADERS)
        first = _BEGIN + _since(_known(scope), state)
        if state.state != RUNNING:
            transport.send_bytes(first + _end(state))
            return 200, 0
        transport.send_bytes(first)
        blog = self._blogs.setdefault(story_id, _Blog(said=state))
        blog.streams.add(_Stream(transport, next(self._beats) % BEATS))
        return 200, 0

    def look(self, *, commit: int, second: int) -> None:
        """Tell what is new since ``commit`` was another; beat for this second."""
        if commit != self._commit:
            self._commit = commit
            for story_id, blog in list(self._blogs.items()):
                self._tell(story_id, blog)
        beating = [
            (blog, stream)
            for blog in self._blogs.values()
            for stream in blog.streams
            if stream.beat == second % BEATS
        ]
        if beating:
            self._send(beating, _BEAT)

    def close(self) -> None:
        """End all streams; browsers come back by themselves."""
        self._closing = True
        self._blogs.clear()

    def _tell(self, story_id: str, blog: _Blog) -> None:
        state = self._look_up(story_id)
        if state == blog.said:
            return
        more = _since((blog.said.newest, len(blog.said.mends)), state)
        blog.said = state
        told = more if state.state == RUNNING else more + _end(state)
        if state.state != RUNNING:
            del self._blogs[story_id]
        if told:
            self._send([(blog, stream) for stream in blog.streams], told)

    def _send(self, streams: list[tuple[_Blog, _Stream]], told: bytes) -> None:
        task = asyncio.get_running_loop().create_task(_write(streams, told))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _write(streams: list[tuple[_Blog, _Stream]], told: bytes) -> None:
    """Write to each stream; forget those whose reader has gone."""
    for number, (blog, stream) in enumerate(streams, start=1):
        try:
            await stream.transport.send_bytes(told)
        except Exception:  # noqa: BLE001 - granian has its own for a closed stream
            blog.streams.discard(stream)
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)


def _since(known: tuple[int, int], state: LiveState) -> bytes:
    """Return what somebody has not heard who knows of so many entries and mends.

    What is new comes last: its id says that all before it was told.
    """
    newest, mends = known
    told = [
        _event("taken" if mend.taken else "mended", mend.number, (newest, number))
        for number, mend in enumerate(state.mends[mends:], start=mends + 1)
    ]
    if state.newest > newest:
        told.append(_event("newest", state.newest, (state.newest, len(state.mends))))
    return b"".join(told)


def _event(name: str, number: int, heard: tuple[int, int]) -> bytes:
    return f"id: {heard[0]}-{heard[1]}\nevent: {name}\ndata: {number}\n\n".encode()


def _end(state: LiveState) -> bytes:
    """Return the last event: the blog has ended, or is there no more."""
    name = b"ended" if state.state == ENDED else b"gone"
    return b"event: " + name + b"\ndata: \n\n"


def _known(scope: Scope) -> tuple[int, int]:
    """Return the newest number and how many mends the reader has heard of.

    The page says so in the address, and a browser that comes back in the id of the
    last event; the later of both counts.
    """
    asked = dict(part.partition("=")[::2] for part in scope.query_string.split("&"))
    newest, _, mends = (scope.headers.get("last-event-id") or "").partition("-")
    return (
        max(_number(asked.get("newest", "")), _number(newest)),
        max(_number(asked.get("mends", "")), _number(mends)),
    )


def _number(text: str) -> int:
    if text.isascii() and text.isdecimal() and len(text) < _LONGEST:
        return int(text)
    return 0

"""The wire, live: server-sent events that tell which items have changed.

An open stream is a coroutine and holds no thread and no connection of the
database; one look a second serves all of them. Events carry keys and nothing
else: what an item says is asked for by the list, with its own rights.

    retry: 3000
    event: wire
    data: {"changed": [17, 12]}

Whoever listens is logged in and may see the wire; that is asked again every
minute, so a stream ends with the session.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from typing import Any, TypeVar

from django.conf import settings as django_settings
from django.contrib.auth import get_user
from django.db import connection
from django.http import HttpRequest

from dateline.newsroom.wire_changes import Newest, changed, newest

PATH = "/admin/wire/live/"
MOST = 500
"""How many may listen to one process at once; the others hear "busy"."""

STEP = 1.0
"""Seconds between two looks at the wire."""

STILL_HERE = 15.0
"""Seconds after which a silent stream says that it lives."""

ASK_AGAIN = 60.0
"""Seconds after which it is asked again whether somebody may listen."""

BEGIN = b"retry: 3000\n: the wire\n\n"

_log = logging.getLogger("dateline.newsroom")

T = TypeVar("T")
Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass(kw_only=True)
class Hub:
    """Looks at the wire while anybody listens, and tells them all.

    ``look`` reads the newest items; it runs in a thread of its own, whose
    connection is closed when the last listener has gone.
    """

    look: Callable[[], Newest] = newest
    step: float = STEP
    listeners: set[asyncio.Queue[list[int]]] = field(default_factory=set)
    _thread: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="wire-live")
    )
    watch: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def listen(self) -> AsyncIterator[asyncio.Queue[list[int]]]:
        """Yield a queue of what changes while one listens."""
        queue: asyncio.Queue[list[int]] = asyncio.Queue()
        self.listeners.add(queue)
        if self.watch is None:
            self.watch = asyncio.create_task(self._tell())
        try:
            yield queue
        finally:
            self.listeners.discard(queue)
            if not self.listeners and self.watch is not None:
                self.watch.cancel()
                self.watch = None
                await self.ask(_let_go)

    async def ask(self, question: Callable[[], T]) -> T:
        """Ask the database something in the hub's own thread."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, question)

    async def _tell(self) -> None:
        before: Newest | None = None
        while True:
            try:
                after = await self.ask(self.look)
            except Exception:  # noqa: BLE001 - a database that is away comes back
                _log.exception("the live wire cannot look")
                await self.ask(_let_go)
            else:
                keys = [] if before is None else changed(before, after)
                before = after
                for queue in self.listeners if keys else ():
                    queue.put_nowait(keys)
            await asyncio.sleep(self.step)


@dataclass(frozen=True, kw_only=True)
class WireStream:
    """The stream as an ASGI application."""

    hub: Hub = field(default_factory=Hub)
    most: int = MOST
    may_listen: Callable[[str], bool] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Stream to whoever may listen, until one of both hangs up."""
        cookie = _cookie_of(scope)
        if len(self.hub.listeners) >= self.most:
            await _refuse(send, 503, b"Too many listen; reload the list later.\n")
        elif not await self._may(cookie):
            # 204: a browser that hears it does not ask again.
            await _refuse(send, 204, b"")
        else:
            async with self.hub.listen() as queue:
                await self._stream(queue, cookie, receive, send)

    async def _may(self, cookie: str) -> bool:
        ask = self.may_listen or may_listen
        return await self.hub.ask(lambda: ask(cookie))

    async def _stream(
        self, queue: asyncio.Queue[list[int]], cookie: str, receive: Receive, send: Send
    ) -> None:
        headers = [
            (b"content-type", b"text/event-stream; charset=utf-8"),
            (b"cache-control", b"no-store"),
            (b"x-accel-buffering", b"no"),
        ]
        start = {"type": "http.response.start", "status": 200, "headers": headers}
        await send(start)
        await send(_piece(BEGIN))
        gone = asyncio.create_task(_hung_up(receive))
        telling = asyncio.create_task(self._tell(queue, cookie, send))
        try:
            await asyncio.wait({gone, telling}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (gone, telling):
                task.cancel()
                with suppress(asyncio.CancelledError, OSError, RuntimeError):
                    await task
        with suppress(OSError, RuntimeError):  # whoever hung up hears no end
            await send({"type": "http.response.body", "body": b""})

    async def _tell(
        self, queue: asyncio.Queue[list[int]], cookie: str, send: Send
    ) -> None:
        """Send what changes until nobody may listen any more."""
        loop = asyncio.get_running_loop()
        asked = loop.time()
        while True:
            try:
                keys = await asyncio.wait_for(queue.get(), STILL_HERE)
            except TimeoutError:
                await send(_piece(b": still here\n\n"))
            else:
                data = json.dumps({"changed": keys}, separators=(",", ":"))
                await send(_piece(f"event: wire\ndata: {data}\n\n".encode()))
            if loop.time() - asked > ASK_AGAIN:
                asked = loop.time()
                if not await self._may(cookie):
                    return


def _let_go() -> None:
    """Close the connection of the thread this runs in."""
    connection.close()


def may_listen(cookie: str) -> bool:
    """Return whether a request's cookie is of somebody who may see the wire."""
    try:
        jar = SimpleCookie(cookie)
    except CookieError:
        return False
    morsel = jar.get(django_settings.SESSION_COOKIE_NAME)
    if morsel is None:
        return False
    engine = import_module(django_settings.SESSION_ENGINE)
    request = HttpRequest()
    request.session = engine.SessionStore(morsel.value)
    user: Any = get_user(request)
    return bool(user.is_active and user.has_perm("newsroom.view_wireitem"))


def _cookie_of(scope: Scope) -> str:
    found = [value for name, value in scope["headers"] if name == b"cookie"]
    return b"; ".join(found).decode("latin1")


def _piece(body: bytes) -> dict[str, Any]:
    return {"type": "http.response.body", "body": body, "more_body": True}


async def _refuse(send: Send, status: int, body: bytes) -> None:
    headers = [(b"content-type", b"text/plain"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _hung_up(receive: Receive) -> None:
    """Return when the listener has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass

"""The newsroom as an ASGI application: screens in threads, the live wire in none.

Django's screens are asked as WSGI, as they always were, in a fixed number of
threads. Only the stream of the live wire is asynchronous: a hundred desks that
leave their list open take no thread from those who work.
"""

from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from asgiref.sync import SyncToAsync
from asgiref.wsgi import WsgiToAsgiInstance

from dateline.newsroom.static_files import Application
from dateline.newsroom.wire_stream import PATH, Receive, Scope, Send, WireStream

Newsroom = Callable[[Scope, Receive, Send], Awaitable[None]]

_answer_now: Any = vars(WsgiToAsgiInstance)["run_wsgi_app"].func


class _Answer(WsgiToAsgiInstance):
    """One request, answered in a thread of a pool."""

    def __init__(self, screens: Application, pool: ThreadPoolExecutor) -> None:
        super().__init__(screens)  # type: ignore[no-untyped-call] # asgiref is untyped
        self._pool = pool

    async def run_wsgi_app(self, body: Any) -> None:
        """Ask the screens."""
        ask = SyncToAsync(_answer_now, thread_sensitive=False, executor=self._pool)
        await ask(self, body)


def with_live_wire(screens: Application, *, threads: int) -> Newsroom:
    """Return an application that streams the wire and asks ``screens`` for the rest."""
    pool = ThreadPoolExecutor(threads, thread_name_prefix="newsroom")
    stream = WireStream()

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":  # no lifespan, no web sockets
            return
        if scope["path"] == PATH and scope["method"] == "GET":
            await stream(scope, receive, send)
        else:
            await _Answer(screens, pool)(scope, receive, _plainly(send))

    return answer


def _plainly(send: Send) -> Send:
    """Return ``send`` as a coroutine function, which the server's own is not."""

    async def sending(message: dict[str, Any]) -> None:
        await send(message)

    return sending

"""One question to a provider over HTTP: the only network I/O of the weather.

The exchange itself is `outbound.exchange`; here is what a provider is asked, and
that it may lead us to no other host (the address may hold a key).
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

import httpx

from dateline.live.answer import Answer, GarbledAnswerError, Request, SourceError
from dateline.outbound.exchange import (
    BadAnswerError,
    Bounds,
    NoAnswerError,
    Question,
    exchange,
    quiet_client,
    same_origin,
)

LIMIT: Final = timedelta(seconds=10)
LARGEST: Final = 2_000_000  # a compact forecast of MET Norway is about 40 KB


class UnreachableError(SourceError):
    """A provider gave no whole answer in time."""

    hint = "Check this machine's way to the internet; the next provider is asked."


def open_client(*, proxy: str | None = None) -> httpx.AsyncClient:
    """Return a client for `ask`; the caller closes it. A proxy is a setting."""
    return quiet_client(proxy=proxy)


async def ask(
    request: Request,
    *,
    client: httpx.AsyncClient,
    turn: Callable[[], Awaitable[None]],
    limit: timedelta = LIMIT,
) -> Answer:
    """Return the whole answer to ``request``, whatever its status.

    ``turn`` is awaited before each request, redirects included.

    Raises:
        UnreachableError: no connection, no answer in time, or a broken one.
        GarbledAnswerError: too large, in a strange coding, or redirected elsewhere.
    """
    headers = {"User-Agent": request.user_agent, "Accept": "application/json"}
    if request.since is not None:
        headers["If-Modified-Since"] = request.since
    try:
        reply = await exchange(
            Question(url=request.url, params=request.params, headers=headers),
            client=client,
            bounds=Bounds(limit=limit, largest=LARGEST),
            check_move=_same_host,
            turn=turn,
        )
    except NoAnswerError as error:
        raise UnreachableError(str(error)) from error
    except BadAnswerError as error:
        raise GarbledAnswerError(str(error)) from error
    return Answer(
        host=reply.host, status=reply.status, headers=reply.headers, body=reply.body
    )


def _same_host(before: httpx.URL, after: httpx.URL) -> None:
    """Let a redirect stay on its host only."""
    if not same_origin(before, after):
        raise GarbledAnswerError(
            f"{before.host} redirects to another host: {after.host}",
            hint="If it has moved, name its new host in dateline.toml: [weather].",
        )

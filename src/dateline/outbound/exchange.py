"""One question over HTTP, whatever the other side does.

Held to: one limit for the whole exchange (a server that sends a byte a second is
late, too), a largest size counted after decompression and never unpacked
further, gzip as the only coding, a few redirects and only where ``check_move``
allows. What is secret goes to the host it was meant for and to no other. Errors
name the host, never the whole address: that may hold a key.
"""

import asyncio
import logging
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic
from typing import Final

import httpx

from dateline.errors import DatelineError

MOST_REDIRECTS: Final = 3
_CODINGS: Final = frozenset({"", "identity", "gzip"})
_LONGEST: Final = 300.0  # of one step in seconds; `Bounds` limit the whole
_GZIP: Final = 16 + zlib.MAX_WBITS

Move = Callable[[httpx.URL, httpx.URL], None]


class ExchangeError(DatelineError):
    """A question over HTTP was not answered as it should be."""


class NoAnswerError(ExchangeError):
    """There was no whole answer in time."""

    hint = "Check this machine's way to the internet, and that the server is up."


class BadAnswerError(ExchangeError):
    """An answer cannot be used: too large, in a strange coding, or leads astray."""

    hint = "Look at what the server sends to `curl -v`."


@dataclass(frozen=True, kw_only=True)
class Question:
    """A GET: where to, and what goes with it.

    ``secret`` are headers that must not follow a redirect to another host.
    """

    url: str = field(repr=False)
    params: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)
    secret: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A whole answer; header names in lower case. ``url`` is where it came from."""

    host: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """How long a whole exchange may take, and how many bytes an answer may have."""

    limit: timedelta
    largest: int


def quiet_client(*, proxy: str | None = None) -> httpx.AsyncClient:
    """Return a client for `exchange`; the caller closes it.

    The environment is not read: a proxy is a setting. httpx writes each address
    into its log at level INFO, keys included, so that level is closed here.
    """
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    return httpx.AsyncClient(proxy=proxy, trust_env=False, timeout=_LONGEST)


async def exchange(
    question: Question,
    *,
    client: httpx.AsyncClient,
    bounds: Bounds,
    check_move: Move,
    turn: Callable[[], Awaitable[None]] | None = None,
) -> Reply:
    """Return the whole answer to ``question``, whatever its status.

    ``turn`` is awaited before each request, redirects included. ``check_move``
    gets the address before and after each redirect and raises if that may not be.

    Raises:
        NoAnswerError: no connection, no answer in time, or a broken one.
        BadAnswerError: too large, in a strange coding, or redirected without end.
    """
    host = host_of(question.url)
    try:
        outgoing = client.build_request(
            "GET",
            question.url,
            params=question.params or None,
            headers={**question.headers, **question.secret, "Accept-Encoding": "gzip"},
        )
        left = bounds.limit.total_seconds()
        for _ in range(1 + MOST_REDIRECTS):
            if turn is not None:  # outside the limit: our turn is no fault of theirs
                await turn()
            began = monotonic()
            reply, onward = await _one(outgoing, client, bounds.largest, left=left)
            if reply is not None:
                return reply
            left -= monotonic() - began
            outgoing = _move(outgoing, onward, question, check_move)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        kind = type(error).__name__  # its text may hold the address; TimeoutError too
        raise NoAnswerError(f"{host} gave no whole answer: {kind}") from None
    raise BadAnswerError(f"{host} redirects without end")


def host_of(url: str) -> str:
    """Return the host an address names, for people to read; never what is secret."""
    try:
        return httpx.URL(url).host or "no host"
    except (httpx.InvalidURL, ValueError):
        return "an address that is none"


def same_origin(one: httpx.URL, other: httpx.URL) -> bool:
    """Return whether two addresses have scheme, host and port in common."""
    return _origin(one) == _origin(other)


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    port = url.port or {"http": 80, "https": 443}.get(url.scheme)
    return url.scheme, url.host, port


async def _one(
    outgoing: httpx.Request, client: httpx.AsyncClient, largest: int, *, left: float
) -> tuple[Reply | None, httpx.Request]:
    """Return the answer to one request, or the request it leads on to.

    ``left`` is how many seconds are left of the whole exchange's limit.
    """
    async with asyncio.timeout(left):
        response = await client.send(outgoing, stream=True)
        try:
            if response.next_request is not None:
                return None, response.next_request
            return await _whole(response, largest), outgoing
        finally:
            await response.aclose()


def _move(
    before: httpx.Request, after: httpx.Request, question: Question, check_move: Move
) -> httpx.Request:
    """Return the request after a redirect, without what the new host may not see."""
    check_move(before.url, after.url)
    if not same_origin(before.url, after.url):
        for name in (*question.secret, "Authorization", "Cookie"):
            after.headers.pop(name, None)
    return after


async def _whole(response: httpx.Response, largest: int) -> Reply:
    """Read a response to its end, or to ``largest``."""
    host = response.request.url.host
    coding = response.headers.get("content-encoding", "").lower()
    if coding not in _CODINGS:
        raise BadAnswerError(f"{host} answers in a coding not asked for")
    body = bytearray()
    pieces = response.aiter_raw()
    async for piece in _unpacked(pieces, largest + 1) if coding == "gzip" else pieces:
        body += piece
        if len(body) > largest:
            raise BadAnswerError(f"{host} answers with more than {largest} B")
    return Reply(
        host=host,
        status=response.status_code,
        headers={name.lower(): value for name, value in response.headers.items()},
        body=bytes(body),
        url=str(response.request.url),
    )


async def _unpacked(pieces: AsyncIterator[bytes], most: int) -> AsyncIterator[bytes]:
    """Unpack gzip, at most ``most`` bytes at once: a bomb is never unpacked whole.

    Raises httpx.DecodingError if it is no gzip, or cut off.
    """
    packed = zlib.decompressobj(_GZIP)
    empty = True
    async for piece in pieces:
        empty = False
        try:
            yield packed.decompress(piece, most)
            if packed.unconsumed_tail:
                yield packed.decompress(packed.unconsumed_tail, most)
        except zlib.error as error:
            raise httpx.DecodingError("no gzip") from error
    if not packed.eof and not empty:
        raise httpx.DecodingError("gzip cut off")

"""The one that asks: an HTTP client of a wire's own, in that wire's thread.

Asynchronous inside, so that one limit holds for a whole exchange, down to a
server that sends a byte a second; called from an ordinary thread. Setting
``stop`` ends an exchange at once.
"""

import asyncio
import threading
from types import TracebackType
from typing import Self

import httpx

from dateline.outbound.exchange import Bounds, Question, Reply, exchange, quiet_client
from dateline.wire.errors import WireError
from dateline.wire.feeds.ask_rules import AskRules, check_move

LOOK = 0.1
"""Seconds between two looks whether to stop."""


class StoppedError(WireError):
    """The desk is ending; nobody waits for the answer any more."""


class Asker:
    """Asks for one source; a context that opens and closes its client."""

    def __init__(self, rules: AskRules, *, stop: threading.Event) -> None:
        self._rules, self._stop = rules, stop
        self._runner = asyncio.Runner()
        self._client: httpx.AsyncClient | None = None

    def __enter__(self) -> Self:
        """Open the client."""
        self._client = self._runner.run(self._open())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Hang up."""
        if self._client is not None:
            self._runner.run(self._client.aclose())
        self._runner.close()

    def ask(self, question: Question) -> Reply:
        """Return the whole answer, whatever its status.

        Raises:
            ExchangeError: there was none that can be used.
            AstrayError: it leads to another host.
            StoppedError: the desk is ending.
        """
        return self._runner.run(self._until_stopped(question))

    async def _open(self) -> httpx.AsyncClient:
        return quiet_client()

    async def _until_stopped(self, question: Question) -> Reply:
        if self._client is None:
            raise StoppedError("not open")
        rules = self._rules
        bounds = Bounds(limit=rules.timeout, largest=rules.source.max_bytes)
        asking = asyncio.ensure_future(
            exchange(
                question,
                client=self._client,
                bounds=bounds,
                check_move=lambda before, after: check_move(rules, before, after),
            )
        )
        while not asking.done():
            await asyncio.wait({asking}, timeout=LOOK)
            if self._stop.is_set() and not asking.done():
                asking.cancel()
                await asyncio.wait({asking})
                raise StoppedError("the desk is ending")
        return asking.result()

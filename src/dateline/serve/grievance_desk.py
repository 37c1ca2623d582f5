"""Taking the form for grievances: the one thing for which we read what is sent.

What that may cost is bounded: the length, the time, how many are read at once, how
many come from one neighbourhood, how many wait. Whoever is refused gets back what
he typed. Nothing is noted of who sent it, and no cookie is set; a page of another
site cannot send it (`asked_from_here`).
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import parse_qsl

import structlog
from granian.rsgi import ProtocolClosed  # type: ignore[attr-defined] # its public name

from dateline.catalog import documents
from dateline.news.grievance_form import (
    Filed,
    Form,
    faults_of,
    form_of,
    ticket_of,
)
from dateline.news.house import House
from dateline.news.site import Site
from dateline.pages.grievance_form import PATH, TRAP, Answer, Result, set_answer
from dateline.serve.accept import IDENTITY, Wish, wish_of
from dateline.serve.newsstand import Newsstand
from dateline.serve.spool import SpoolError, leave
from dateline.serve.turnstile import PERIOD, Turnstile, block_of
from dateline.serve.wire import Outcome, Scope, Wire, say
from dateline.store.store import Transaction
from dateline.words.say import later

LONGEST = 64 * 1024
"""Bytes of a form; 5,000 Devanagari letters take 45,000 as browsers send them."""

AT_ONCE = 32
PATIENCE = 20.0
"""Seconds within which a form must have come whole."""

_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 16
_STATUS = {
    Result.TAKEN: 200,
    Result.FAULTY: 422,
    Result.CROWDED: 429,
    Result.CLOSED: 503,
}
_OK = 200
_NOT_SO = later("This cannot be asked for in that way.")
_SLOW = later("That took too long.")
_LONG = later("That is too long. Write it shorter, or send a mail.")
_CROWD = later("Too many are writing to us just now. Try again in a moment.")
_log = structlog.get_logger(__name__)


class GrievanceDesk:
    """Takes forms and leaves them for the newsroom."""

    def __init__(
        self, newsstand: Newsstand, spool: Path | None, clock: Callable[[], float]
    ) -> None:
        self._newsstand = newsstand
        self._spool = spool
        self._clock = clock
        self._turnstile = Turnstile()
        self._reading = 0

    async def take(self, scope: Scope, wire: Wire) -> Outcome:
        """Read a form that was sent, and answer it."""
        refused = self._refuse(scope, wire)
        if refused is not None:
            return refused
        self._reading += 1
        try:
            # A task of its own: what granian runs us in has no clock.
            body = await asyncio.get_running_loop().create_task(_read(wire))
            answer = await self._answer(body, scope)
        except TimeoutError:
            return self._say(wire, 408, _SLOW)
        except ProtocolClosed:  # the reader has gone: nobody is left to be told
            return 408, 0
        finally:
            self._reading -= 1
        return self._tell(answer, scope, wire)

    def _refuse(self, scope: Scope, wire: Wire) -> Outcome | None:
        """Refuse what cannot be a form before any of it is read."""
        kind = (scope.headers.get("content-type") or "").partition(";")[0]
        length = scope.headers.get("content-length") or ""
        if self._officer() is None:
            return self._say(wire, 405, _NOT_SO, ("allow", "GET, HEAD"))
        if kind.strip().lower() != _FORM:
            return self._say(wire, 415, _NOT_SO)
        if not (length.isascii() and length.isdecimal()):
            return self._say(wire, 411, _NOT_SO)
        if len(length) > len(str(LONGEST)) or int(length) > LONGEST:
            return self._say(wire, 413, _LONG)
        if self._reading >= AT_ONCE:
            return self._say(wire, 503, _CROWD, ("retry-after", "10"))
        return None

    def _say(
        self, wire: Wire, status: int, text: str, *more: tuple[str, str]
    ) -> Outcome:
        language = self._newsstand.language_of(PATH)
        return say(wire, status, text, *more, language=language)

    def _officer(self) -> str | None:
        """Return the officer's mail address; None where no form is offered."""
        house: House | None = self._newsstand.document(documents.HOUSE)
        officer = house.officer if house else None
        return officer.email if officer and officer.form else None

    async def _answer(self, body: bytes, scope: Scope) -> Answer:
        """Decide about a form."""
        sent = _fields(body)
        form = form_of(sent)
        email = self._officer() or ""
        told = partial(Answer, form=form, email=email)
        if sent.get(TRAP):
            return told(result=Result.CLOSED)
        faults = faults_of(form)
        if faults:
            return told(result=Result.FAULTY, faults=faults)
        block = block_of(scope.client, scope.headers.get("x-forwarded-for"))
        if not self._turnstile.lets(block, self._clock()):
            return told(result=Result.CROWDED)
        filed = await self._file(form)
        if filed is None:
            return told(result=Result.CLOSED)
        return told(result=Result.TAKEN, ticket=filed.ticket, received=filed.received)

    async def _file(self, form: Form) -> Filed | None:
        """Leave a form for the newsroom; None if that cannot be."""
        received = datetime.fromtimestamp(self._clock(), UTC)
        filed = Filed(ticket=ticket_of(form), received=received, form=form)
        if self._spool is None:
            return None
        writing = asyncio.to_thread(leave, filed, self._spool)
        try:
            return await asyncio.get_running_loop().create_task(writing)
        except SpoolError as error:
            _log.error("grievance.refused", why=str(error), hint=error.hint)
            return None

    def _tell(self, answer: Answer, scope: Scope, wire: Wire) -> Outcome:
        """Send the page that says what became of it."""

        def fill(_tx: Transaction, site: Site) -> dict[str, str]:
            return set_answer(answer, site=site)

        self._newsstand.keep_up()  # a while has passed
        wish = wish_of(scope.headers.get("accept-encoding")) or Wish(IDENTITY, IDENTITY)
        page = self._newsstand.set_page(PATH, "", wish, fill=fill)
        status = _STATUS[answer.result] if page.status == _OK else page.status
        headers = [pair for pair in page.headers if pair[0] != "etag"]
        if answer.result is Result.CROWDED:
            headers.append(("retry-after", str(int(PERIOD))))
        wire.response_bytes(status, headers, page.body)
        return status, len(page.body)


async def _read(wire: Wire) -> bytes:
    async with asyncio.timeout(PATIENCE):
        return await wire()


def _fields(body: bytes) -> dict[str, str]:
    """Return the fields of a form, of several of one name the first."""
    try:
        pairs = parse_qsl(
            body.decode("ascii", "replace"),
            errors="replace",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError:
        return {}
    found: dict[str, str] = {}
    for name, text in pairs:
        found.setdefault(name, text)
    return found

"""One worker: from a request to what goes out.

Nearly every request takes the short way through `PublicSite.__rsgi__`: the
newsstand is up to date, the answer lies in its memory under path, city and
coding, and goes out with headers made before. Everything that is rare is a
method of its own.
"""

import asyncio
import os
import signal
from functools import partial
from pathlib import Path
from time import monotonic, perf_counter_ns

import structlog

from dateline.news.address import TEXT
from dateline.pages.grievance_form import PATH as GRIEVANCE
from dateline.pages.not_found import NOT_YET
from dateline.pages.search import PATH as SEARCH
from dateline.serve.accept import Wish, wish_of
from dateline.serve.answer import Answer
from dateline.serve.conditional import held_already
from dateline.serve.grievance_desk import GrievanceDesk
from dateline.serve.live_streams import PREFIX as LIVE
from dateline.serve.live_streams import LiveStreams
from dateline.serve.measures import HITS, MISSES, Measures
from dateline.serve.media import send_file
from dateline.serve.newsstand import BEHIND_ESI, Newsstand, NoStoreError
from dateline.serve.paths import LONGEST, in_header, is_rubbish
from dateline.serve.reader_city import (
    asked_from_here,
    chosen_city,
    forget_city,
    remember_city,
)
from dateline.serve.search import SearchDesk
from dateline.serve.settings import ServeSettings
from dateline.serve.slots import PREFIX
from dateline.serve.wire import SELDOM, HeaderGetter, Outcome, Scope, Wire, say
from dateline.words.say import later

REPORT_EVERY = 1.0
STOPPING = "stopping"
"""The file beside the measures that tells workers that the end has begun."""

FORGET = "/city/forget"
RENDITIONS = "renditions"
SEARCHES = {
    path + slash: path for path in (SEARCH, TEXT + SEARCH) for slash in ("", "/")
}
"""Where readers search, and the address of each without its slash."""


_CITY = "/city/"
_SURROGATE = "ESI/1.0"
_LONGEST_HEADER_KEPT = 256
_HEADERS_KEPT = 4096
_READING = ("GET", "HEAD")
_OUR_FAULT = later("Something went wrong here.")
_NO_CODING = later("We have br, zstd, gzip and identity.")
_READ_ONLY = later("Pages can be read only.")
_NOT_SO = later("This cannot be asked for in that way.")
_NOT_FROM_THERE = later("Only from a page of this site.")
_NO_CITY = later("There is no such city.")
_TOO_LONG = later("That address is too long.")
_NO_ADDRESS = later("That is no address.")
_log = structlog.get_logger(__name__)


class PublicSite:
    """The RSGI application of one worker."""

    def __init__(self, settings: ServeSettings, measures: Path) -> None:
        self._settings = settings
        self._measures = Measures(measures)
        self._newsstand = Newsstand(settings)
        self._search = SearchDesk(settings.search)
        self._grievances = GrievanceDesk(
            self._newsstand, settings.grievances, settings.clock
        )
        self._renditions = settings.media / RENDITIONS
        self._wishes: dict[str | None, Wish] = {}
        self._parent = os.getppid()
        self._stopping = measures.with_name(STOPPING)
        self._streams = LiveStreams(
            look_up=self._newsstand.live_state, most=settings.connections // 2
        )
        self._cells = self._measures.cells
        self._count = self._measures.count
        self._keep_up = self._newsstand.keep_up
        self._held = self._newsstand.memory.values
        self._used = self._newsstand.memory.used

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to look at what changes without a request."""
        self._look(loop)

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Write down the last counts and let go of the store."""
        self._report()
        self._measures.close()
        self._newsstand.close()

    async def __rsgi__(self, scope: Scope, wire: Wire) -> None:
        """Answer one request."""
        began = perf_counter_ns()
        try:
            outcome = self._respond(scope, wire)
            status, sent = outcome or await self._grievances.take(scope, wire)
        except NoStoreError:
            status, sent = self._say(
                scope.path, wire, 503, NOT_YET, ("retry-after", "1")
            )
        except Exception:  # noqa: BLE001 - a fault of ours in one answer must not end the worker
            _log.exception("answer.failed")
            status, sent = self._say(scope.path, wire, 500, _OUR_FAULT)
        self._count(status, perf_counter_ns() - began, sent)

    def _respond(self, scope: Scope, wire: Wire) -> Outcome | None:
        """Answer from memory if that can be; None if a form has to be read first."""
        method = scope.method
        if method not in _READING:
            return self._respond_to_other(method, scope, wire)
        path = scope.path
        header = scope.headers.get
        self._keep_up()
        accepts = header("accept-encoding")
        wish = self._wishes.get(accepts) or self._wish_for(accepts)
        if wish is None:
            return self._say(path, wire, 406, _NO_CODING)
        city = self._city_for(header, path)
        key = (path, city, wish.best, wish.at_once)
        answer = self._held.get(key)
        if (
            answer is not None
            and answer.version == self._newsstand.version
            and not answer.patience
        ):
            self._used(key)
            self._cells[HITS] += 1
        elif path in SEARCHES or (path.startswith(LIVE) and method == "GET"):
            return self._respond_afresh(scope, wish, wire)
        else:
            answer = self._make(path, city, wish)
            if answer is None:
                return self._refuse_path(path, wire)
        if answer.file:
            return send_file(answer, scope, wire, folder=self._renditions)
        return _send(answer, method, header("if-none-match"), wire)

    def _wish_for(self, accepts: str | None) -> Wish | None:
        """Work out the codings for a header, and remember them."""
        wish = wish_of(accepts)
        if wish and (accepts is None or len(accepts) < _LONGEST_HEADER_KEPT):
            if len(self._wishes) >= _HEADERS_KEPT:
                self._wishes.clear()
            self._wishes[accepts] = wish
        return wish

    def _city_for(self, header: HeaderGetter, path: str) -> str:
        """Return the id of the city the reader chose, or BEHIND_ESI, or nothing."""
        capability = header("surrogate-capability")
        if (
            capability is not None
            and _SURROGATE in capability
            # The cache asks for the slots themselves in the same way.
            and not path.startswith(PREFIX)
        ):
            return BEHIND_ESI
        cookies = header("cookie")
        if cookies is None:
            return ""
        return chosen_city(cookies, cities=self._newsstand.cities)

    def _make(self, path: str, city: str, wish: Wish) -> Answer | None:
        """Return an answer that was not in memory; None for a path that is none."""
        if len(path) > LONGEST or is_rubbish(path):
            return None
        self._cells[MISSES] += 1
        return self._newsstand.answer(path, city, wish)

    def _respond_afresh(self, scope: Scope, wish: Wish, wire: Wire) -> Outcome:
        """Answer what is made for one reader alone: a search, a stream."""
        if scope.path in SEARCHES:
            return self._respond_to_search(scope, wish, wire)
        return self._streams.open(scope, wire)

    def _respond_to_search(self, scope: Scope, wish: Wish, wire: Wire) -> Outcome:
        """Answer a reader who looks for something."""
        query, path = scope.query_string, SEARCHES[scope.path]
        if scope.path != path:
            where = f"{path}?{query}" if query else path
            wire.response_empty(301, [("location", in_header(where)), *SELDOM])
            return 301, 0
        cookies = scope.headers.get("cookie")
        city = chosen_city(cookies, cities=self._newsstand.cities) if cookies else ""
        answer = self._newsstand.set_page(
            SEARCH,
            city,
            wish,
            fill=partial(self._search.results, query=query),
            text=path != SEARCH,
        )
        return _send(answer, scope.method, scope.headers.get("if-none-match"), wire)

    def _respond_to_other(
        self, method: str, scope: Scope, wire: Wire
    ) -> Outcome | None:
        """Answer what is neither GET nor HEAD; None if a form has to be read."""
        path = scope.path
        if not path.startswith(_CITY) and path != GRIEVANCE:
            return self._say(path, wire, 405, _READ_ONLY, ("allow", "GET, HEAD"))
        if method != "POST":
            allow = "POST" if path == FORGET else "GET, HEAD, POST"
            return self._say(path, wire, 405, _NOT_SO, ("allow", allow))
        header = scope.headers.get
        self._keep_up()
        if not asked_from_here(
            fetch_site=header("sec-fetch-site"),
            origin=header("origin"),
            host=header("host") or "",
            site_url=self._newsstand.url,
        ):
            return self._say(path, wire, 403, _NOT_FROM_THERE)
        return None if path == GRIEVANCE else self._choose_city(path, wire)

    def _choose_city(self, path: str, wire: Wire) -> Outcome:
        """Remember the city a reader chose, or forget it."""
        tls = self._settings.tls
        if path == FORGET:
            return _go_home(wire, forget_city(tls=tls))
        name = path.removeprefix(_CITY).removesuffix("/")
        city = self._newsstand.cities.get(name)
        if city is None:
            return self._say(path, wire, 404, _NO_CITY)
        return _go_home(wire, remember_city(city, tls=tls))

    def _refuse_path(self, path: str, wire: Wire) -> Outcome:
        if len(path) > LONGEST:
            return self._say(path, wire, 414, _TOO_LONG)
        return self._say(path, wire, 400, _NO_ADDRESS)

    def _say(
        self, path: str, wire: Wire, status: int, text: str, *more: tuple[str, str]
    ) -> Outcome:
        """Send a line of plain text in the language of a path."""
        language = self._newsstand.language_of(path)
        return say(wire, status, text, *more, language=language)

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        """Look around and report, now and every second."""
        loop.call_later(REPORT_EVERY, self._look, loop)
        if os.getppid() != self._parent:  # nobody is left who could stop us
            os.kill(os.getpid(), signal.SIGTERM)
        try:
            self._newsstand.look()
        except Exception:  # noqa: BLE001 - what is served goes on being served
            _log.exception("look.failed")
        self._look_after_streams()
        self._report()

    def _look_after_streams(self) -> None:
        """Tell who listens what is new; an open stream would hold up our end."""
        if self._stopping.exists():
            self._streams.close()
            return
        try:
            self._streams.look(
                commit=self._newsstand.commit_number, second=int(monotonic())
            )
        except Exception:  # noqa: BLE001 - as above
            _log.exception("streams.failed")

    def _report(self) -> None:
        self._measures.report(
            commit=self._newsstand.commit_number, position=self._newsstand.position
        )


def _send(
    answer: Answer, method: str, if_none_match: str | None, wire: Wire
) -> Outcome:
    """Send a page, its head, or the word that the reader has it."""
    status = answer.status
    if if_none_match is not None and status == 200:  # noqa: PLR2004 - a name would say less
        siblings = answer.siblings
        held = held_already(if_none_match, etag=answer.etag, siblings=siblings)
        if held:
            _say_not_modified(answer, held, wire)
            return 304, 0
    if method == "HEAD":
        wire.response_empty(status, answer.headers_of_head)
        return status, 0
    body = answer.body
    wire.response_bytes(status, answer.headers, body)
    return status, len(body)


def _say_not_modified(answer: Answer, held: str, wire: Wire) -> None:
    """Tell the reader that the answer it has, under the ETag ``held``, is right."""
    headers = answer.headers_of_304
    if held != answer.etag:
        headers = [("etag", held), *headers[1:]]
    wire.response_empty(304, headers)


def _go_home(wire: Wire, cookie: str) -> Outcome:
    """Send the reader to the front page with the cookie set."""
    headers = [("location", "/"), ("set-cookie", cookie), *SELDOM]
    wire.response_empty(303, headers)
    return 303, 0

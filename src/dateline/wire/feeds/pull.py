"""HTTP pull and long poll: ask, hand on what is new, remember where to go on.

One visit is one question to the source's address and what follows from it:

    answer ──┬── the copy itself ─────────────▶ one document
             ├── ``items``: JSON objects ─────▶ a document each
             └── ``lists``: links ──fetch─────▶ a document each

A document names its body instead of holding it: the body is fetched too. Where
to go on (validators, cursor, what was fetched) is remembered only after every
document was dealt with, so that a crash repeats and never skips; taking the
same in twice changes nothing.

A visit that fails is tried again after a pause that doubles, with chance in it,
and never before the moment the other side named. Whatever fails, no other
source waits: each has a thread of its own.
"""

import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final, Protocol

import msgspec

from dateline.errors import DatelineError
from dateline.outbound.breaker import Breaker
from dateline.outbound.exchange import (
    BadAnswerError,
    ExchangeError,
    NoAnswerError,
    Reply,
)
from dateline.wire.errors import RefusedError, WireError
from dateline.wire.feeds.ask_answer import (
    EMPTY,
    NOT_MODIFIED,
    AnswerError,
    GoneError,
    check_copy,
    check_status,
)
from dateline.wire.feeds.ask_rules import (
    AskRules,
    AstrayError,
    Place,
    check_cursor,
    check_way,
    next_question,
    question_to,
)
from dateline.wire.feeds.asker import Asker, StoppedError
from dateline.wire.feeds.body_rendition import with_bodies
from dateline.wire.feeds.json_path import at_path, read_json, text_at
from dateline.wire.feeds.listing import Linked, links_in
from dateline.wire.feeds.web_address import absolute
from dateline.wire.raw_archive import RawArchive

FIRST_PAUSE: Final = timedelta(seconds=5)
LONGEST_PAUSE: Final = timedelta(minutes=10)
LEAST_PAUSE: Final = timedelta(seconds=1)  # of a long poll that has something
IDLE_PAUSE: Final = timedelta(seconds=30)  # of one that answers at once with nothing
HELD: Final = timedelta(seconds=5)  # an answer after this was waited for
MOST_FETCHED = 5000
MOST_UNSAVED = 20  # listed items fetched again at most after a crash
MOST_FAILING = 3  # listed items in a row: then the source is sick, not the item
CURSOR_PATIENCE = 5


class NotTakenError(WireError):
    """A document was handed on and not dealt with; it is asked for again."""

    hint = "Look at what the desk says in the log."


class Memory(Protocol):
    """Where a source's place is kept, and what is noted of it."""

    def load(self) -> Place:
        """Return where to go on."""

    def save(self, place: Place) -> None:
        """Remember where to go on."""

    def heard(self) -> None:
        """Note that the source answered."""

    def failed(self, error: str, place: Place) -> None:
        """Note what went wrong; ``place`` tells how often and until when to wait."""


@dataclass(frozen=True, kw_only=True)
class Clockwork:
    """The clock, and the chance (0 to 1) that keeps sources from marching in step."""

    now: Callable[[], datetime]
    chance: Callable[[], float]


@dataclass(kw_only=True)
class Fetched:
    """A document that came. Call ``accept`` or ``refuse``, once, when done with it.

    ``first_try`` is False when the visit before failed too: then the desk has
    been shown what is wrong. One with a ``fault`` is not to be read, but shown.
    """

    raw: bytes = field(repr=False)
    raw_ref: str
    name: str
    first_try: bool
    fault: RefusedError | None = None
    settled: bool = False
    refusal: RefusedError | None = None

    def copy(self) -> bytes:
        """Return what is to be read; raises its fault if it has one."""
        if self.fault is not None:
            raise self.fault
        return self.raw

    def accept(self) -> None:
        """Say that it was taken in."""
        self.settled = True

    def refuse(self, error: RefusedError) -> None:
        """Say that it cannot be read."""
        self.settled, self.refusal = True, error


class Puller:
    """One source that is asked."""

    def __init__(
        self,
        rules: AskRules,
        *,
        asker: Asker,
        memory: Memory,
        archive: RawArchive,
        clockwork: Clockwork,
    ) -> None:
        self.rules, self._asker, self._memory = rules, asker, memory
        self._archive, self._clockwork = archive, clockwork
        self._place = memory.load()
        self._pause = timedelta(0)
        self._unsaved = 0
        self._missed: WireError | ExchangeError | None = None

    @property
    def wait(self) -> float:
        """Return the seconds until the next visit."""
        until = self._place.quiet_until
        quiet = until - self._clockwork.now() if until is not None else timedelta(0)
        return max(self._pause, quiet, timedelta(0)).total_seconds()

    def visit(self) -> Iterator[Fetched]:
        """Ask once and hand on every document; what goes wrong is noted."""
        began = self._clockwork.now()
        before, self._missed = self._place.cursor, None
        try:
            yield from self._visit()
        except StoppedError:
            return
        except (WireError, ExchangeError) as error:
            self._fail(error)
            return
        if self._place.failures or self._place.quiet_until:
            self._go_on(replace(self._place, failures=0, quiet_until=None))
        self._memory.heard()
        moved = self._place.cursor != before
        self._pause = self._next_pause(self._clockwork.now() - began, moved=moved)

    def _visit(self) -> Iterator[Fetched]:
        rules, place = self.rules, self._place
        reply = self._asker.ask(next_question(rules, place))
        check_status(reply, now=self._clockwork.now())
        if reply.status == NOT_MODIFIED:
            return
        onward = place
        if reply.status != EMPTY:
            check_copy(reply, page_is_fine=rules.lists)
            cursor = self._cursor(reply)
            documents = self._listed(reply) if rules.lists else self._sent(reply)
            yield from self._handed_on(documents, by_cursor=bool(rules.cursor))
            onward = replace(self._place, cursor=cursor or place.cursor)
        if not rules.cursor:
            onward = replace(
                onward,
                etag=reply.headers.get("etag", ""),
                last_modified=reply.headers.get("last-modified", ""),
            )
        self._go_on(onward)

    def _handed_on(
        self, documents: Iterator[Fetched], *, by_cursor: bool
    ) -> Iterator[Fetched]:
        """Hand documents on and see that each was dealt with.

        A whole answer that cannot be read is a failure of the source; but one on
        the way of a cursor was shown to the desk and must not block what follows.
        """
        whole = not self.rules.items and not self.rules.lists
        for each in documents:
            yield each
            if not each.settled:
                raise NotTakenError(f"{each.name} was not taken in")
            if each.refusal is not None and whole and not by_cursor:
                raise each.refusal

    def _sent(self, reply: Reply) -> Iterator[Fetched]:
        """Yield the documents that are in an answer itself."""
        if not reply.body.strip():
            return
        if not self.rules.items:
            yield self._fetched(reply.body, reply)
            return
        self._archive.keep(reply.body)  # as it came, beside its parts
        for each in at_path(read_json(reply.body), self.rules.items):
            try:
                document = self._fetched(msgspec.json.encode(each), reply)
            except StoppedError:
                raise
            except (WireError, ExchangeError) as error:
                self._missed = error  # a kill behind it must not wait for its body
            else:
                yield document
        if self._missed is not None:
            raise self._missed

    def _listed(self, reply: Reply) -> Iterator[Fetched]:
        """Yield the items a list names that were not fetched before."""
        links = links_in(reply.body, base=reply.url, path=self.rules.items)
        sick, missed = 0, None
        for link in links:
            if link.key in self._place.fetched:
                continue
            error = yield from self._tried(link)
            missed = error or missed
            sick = sick + 1 if isinstance(error, (AnswerError, NoAnswerError)) else 0
            if sick >= MOST_FAILING or getattr(error, "silence", None):
                break
        if missed is not None:  # the list is read again, and what was missed fetched
            raise missed

    def _tried(
        self, link: Linked
    ) -> Generator[Fetched, None, WireError | ExchangeError | None]:
        """Fetch one listed item; what may go well another time is returned."""
        try:
            yield from self._fetch(link)
        except StoppedError:
            raise
        except (GoneError, RefusedError, BadAnswerError) as error:  # for good
            self._memory.failed(self._words(error), self._place)
            self._tick(link)
        except (WireError, ExchangeError) as error:
            return error
        return None

    def _fetch(self, link: Linked) -> Iterator[Fetched]:
        """Fetch one listed item, and tick it off once it was dealt with."""
        check_way(self.rules, link.url)
        reply = self._asker.ask(question_to(link.url, rules=self.rules))
        check_status(reply, now=self._clockwork.now())
        check_copy(reply)
        yield self._fetched(reply.body, reply, key=link.key)
        self._tick(link)

    def _fetched(self, raw: bytes, reply: Reply, *, key: str = "") -> Fetched:
        """Make a document of bytes, with its body, kept before anyone sees it.

        One whose body cannot be had for good is handed on with its fault.
        """
        whole, fault = raw, None
        try:
            whole = with_bodies(raw, fetch=lambda href: self._body(href, reply))
        except (GoneError, RefusedError, BadAnswerError, AstrayError) as error:
            fault = RefusedError(f"the body cannot be had: {error}", hint=error.hint)
        if whole is not raw:
            self._archive.keep(raw)
        return Fetched(
            raw=whole,
            raw_ref=self._archive.keep(whole),
            name=f"{reply.host} {key}".strip(),
            first_try=not self._place.failures,
            fault=fault,
        )

    def _body(self, href: str, named_by: Reply) -> bytes:
        """Fetch a body that an item only names."""
        if self._missed is not None:  # one body was not to be had: ask for no more
            raise self._missed
        url = absolute(named_by.url, href)
        check_way(self.rules, url)
        reply = self._asker.ask(question_to(url, rules=self.rules))
        check_status(reply, now=self._clockwork.now())
        if not reply.body.strip():
            raise AnswerError(f"{reply.host} sent an empty body")
        self._archive.keep(reply.body)
        return reply.body

    def _cursor(self, reply: Reply) -> str:
        """Return how the answer says to go on; empty if it does not."""
        if not self.rules.cursor:
            return ""
        cursor = text_at(read_json(reply.body), self.rules.cursor)
        if cursor:
            check_cursor(self.rules, cursor)
        return cursor

    def _tick(self, link: Linked) -> None:
        """Note that a listed item was dealt with; written down now and then."""
        fetched = (*self._place.fetched, link.key)[-MOST_FETCHED:]
        self._place = replace(self._place, fetched=fetched)
        self._unsaved += 1
        if self._unsaved >= MOST_UNSAVED:
            self._go_on(self._place)

    def _go_on(self, place: Place) -> None:
        """Remember a place, in the database first."""
        if place != self._place or self._unsaved:
            self._memory.save(place)
            self._place, self._unsaved = place, 0

    def _fail(self, error: DatelineError) -> None:
        """Note a failed visit, and choose the pause."""
        place = self._place
        breaker = Breaker(failures=place.failures).failed(
            self._clockwork.now(),
            chance=self._clockwork.chance(),
            silence=getattr(error, "silence", None),
            first=FIRST_PAUSE,
            longest=LONGEST_PAUSE,
        )
        cursor = place.cursor
        if isinstance(error, GoneError) and breaker.failures >= CURSOR_PATIENCE:
            cursor = ""  # a cursor that is too old: begin anew
        place = replace(
            place,
            cursor=cursor,
            failures=breaker.failures,
            quiet_until=breaker.quiet_until,
        )
        self._go_on(place)
        self._pause = FIRST_PAUSE * (0.5 + self._clockwork.chance() / 2)
        self._memory.failed(self._words(error), place)

    def _words(self, error: DatelineError) -> str:
        """Say what went wrong and what to do, without the secret."""
        return self.rules.hide(f"{error}. {error.hint}".strip())

    def _next_pause(self, took: timedelta, *, moved: bool) -> timedelta:
        """Return how long to wait after a visit that went well."""
        rules = self.rules
        if rules.long:
            if moved:
                return LEAST_PAUSE
            return timedelta(0) if took >= HELD else min(rules.interval, IDLE_PAUSE)
        return rules.interval * (0.9 + 0.2 * self._clockwork.chance())


def pulls(puller: Puller, *, stop: threading.Event) -> Iterator[Fetched]:
    """Hand on what a source brings, visit after visit, until ``stop`` is set."""
    while not stop.wait(puller.wait):
        for fetched in puller.visit():
            yield fetched
            if stop.is_set():
                return

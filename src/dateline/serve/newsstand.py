"""The store, the moving parts and the finished answers of one worker.

Each request first makes sure that nothing it knows is old (`keep_up`): the
store's commit number is compared (0.6 µs) and the clock is read. A finished
answer carries the ``version`` for which it was last known to be right. When the
version is another, the record and the slots' values are compared, and only an
answer that really changed is made again.

So all workers show a commit from the first request after it, and story, home
and feed never disagree. Once a second the weather file, the date and the name
of the current store are looked at; and at the site's midnight exactly.

Nothing here waits: no transaction outlives the call that began it, and a store
can be closed as soon as another is open.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from dateline.catalog import documents
from dateline.catalog.documents import SITE
from dateline.news.address import story_id_in
from dateline.news.live import LiveHead
from dateline.news.site import Site
from dateline.news.story import Card
from dateline.serve.accept import Wish
from dateline.serve.answer import (
    ESI,
    OVERHEAD,
    Answer,
    Filling,
    depends_on_city,
    finish,
    without_pieces,
)
from dateline.serve.live_streams import GONE, LiveState
from dateline.serve.memory import Memory
from dateline.serve.paths import edition_of, find
from dateline.serve.settings import ServeSettings
from dateline.serve.slots import SlotValues, slot_names, with_copy, with_tags
from dateline.serve.strip import Strip, strip_at
from dateline.serve.text_edition import text_edition
from dateline.serve.weather_file import WeatherFile
from dateline.store import folder
from dateline.store.position import position
from dateline.store.record import PageRecord
from dateline.store.store import Store, StoreError, Transaction

Key = tuple[str, str, str, str]
"""Path, city, best coding, coding at once."""

Fill = Callable[[Transaction, Site], Mapping[str, str]]
"""Returns the values of slots that one request asked for, by their names."""

BEHIND_ESI = "<esi>"
"""Stands for the city of a reader behind a cache that fills the slots itself."""

_LOOK_EVERY = 1.0
_log = structlog.get_logger(__name__)


class NoStoreError(StoreError):
    """There is no store yet that could be served."""

    hint = "Start the press: it makes the store from the journal."


class Newsstand:
    """Answers from the current store."""

    def __init__(self, settings: ServeSettings) -> None:
        self._settings = settings
        self._clock = settings.clock
        self._store: Store | None = None
        self._number = -1
        self._look_at = 0.0
        self._weather = WeatherFile(settings.weather)
        self._strip = Strip()
        self._slots = SlotValues()
        self._site: Site | None = None
        self.version = 0
        self.position = 0
        self.cities: dict[str, str] = {}
        self.memory: Memory[Key, Answer] = Memory(settings.memory)

    @property
    def commit_number(self) -> int:
        """The commit that is served; -1 before there is a store."""
        return self._number

    @property
    def url(self) -> str:
        """The site's own address; empty before there is a site."""
        return self._site.url if self._site else ""

    def language_of(self, path: str) -> str:
        """Return the language of a path: its edition's, else the site's own.

        Empty before there is a site.
        """
        if self._site is None:
            return ""
        edition = edition_of(path)
        return edition if edition in self._site.editions else self._site.language

    def keep_up(self) -> None:
        """Make sure that nothing known is old; raise NoStoreError without a store."""
        if self._clock() >= self._look_at:
            self.look()
        if self._store is None:
            raise NoStoreError(f"{self._settings.store}: no store yet")
        if self._store.commit_number() != self._number:
            self._take_newest(self._store)
            self._change_over()  # a store's last commit says that there is another

    def look(self) -> None:
        """Look at what changes without a commit; once a second, and at midnight."""
        now = self._clock()
        self._look_at = now + _LOOK_EVERY
        self._change_over()
        if self._store is not None:
            if self._store.commit_number() != self._number:
                self._take_newest(self._store)
            self._weather.look()
            self._move()

    def answer(self, path: str, city: str, wish: Wish) -> Answer:
        """Return the right answer now, from memory if it still is.

        ``city`` is the id of the city the reader chose, empty if none, or
        BEHIND_ESI. A new answer goes out in what can be had at once; the one
        asked for again and again is made in what the client likes best. Call
        `keep_up` first.
        """
        if self._store is None:
            raise NoStoreError(f"{self._settings.store}: no store yet")
        with self._store.read() as tx:
            if tx.number != self._number:  # a commit came since `keep_up`
                self._take_commit(tx)
                self._look_at = 0.0  # it may have been the store's last
            own_path, record = find(tx, path)
            key = (own_path, city, wish.best, wish.at_once)
            held = self.memory.values.get(key)
            right = held is not None and self._still_right(tx, held, record, city)
            if held is not None and right and held.patience != 1:
                held.version = self.version
                held.patience = max(0, held.patience - 1)
                return held
            filling = self._fill(tx, record, city, path=own_path)
            answer = finish(
                filling,
                wish=Wish(wish.best, wish.best) if right else wish,
                version=self.version,
                tls=self._settings.tls,
            )
        self.memory.keep(key, answer, len(answer.body) + OVERHEAD)
        return answer

    def document(self, name: str) -> Any:  # noqa: ANN401 - each document is of a kind of its own
        """Return a document of the catalog by its name; None if there is none."""
        if self._store is None:
            raise NoStoreError(f"{self._settings.store}: no store yet")
        with self._store.read() as tx:
            return documents.find(tx, name)

    def live_state(self, story_id: str) -> LiveState:
        """Return where a live blog stands; an empty state if there is none."""
        if self._store is None:
            raise NoStoreError(f"{self._settings.store}: no store yet")
        if not story_id.isalnum():
            return LiveState()
        with self._store.read() as tx:
            card: Card | None = documents.find(tx, f"card/{story_id}")
            head: LiveHead | None = documents.find(tx, f"live/{story_id}")
            gone = documents.find(tx, f"gone/story/{story_id}") is not None
        if card is None:
            return LiveState(state=GONE if gone else "")
        if head is None:
            return LiveState(state=card.live)
        return LiveState(newest=head.newest, mends=head.mends, state=card.live)

    def set_page(
        self, path: str, city: str, wish: Wish, *, fill: Fill, text: bool = False
    ) -> Answer:
        """Return a stored page of which some slots are filled for one request.

        With ``text`` the text edition of it. Nothing is kept. Call `keep_up` first.
        """
        if self._store is None or self._site is None:
            raise NoStoreError(f"{self._settings.store}: no store yet")
        with self._store.read() as tx:
            _, record = find(tx, path)
            if record.status == HTTPStatus.OK:
                record = with_copy(record, fill(tx, self._site))
                record = text_edition(record) if text else record
            filling = self._fill(tx, record, city, path=path)
            tls = self._settings.tls
            return finish(filling, wish=wish, version=self.version, tls=tls)

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _fill(
        self, tx: Transaction, record: PageRecord, city: str, *, path: str
    ) -> Filling:
        if city == BEHIND_ESI and slot_names(record):
            return Filling(
                record=record, pieces=with_tags(record), digest=ESI, tags=True
            )
        pieces, digest = self._slots.fill(
            tx,
            record,
            self._city_of(record, city),
            own=story_id_in(path) or "",
        )
        private = bool(city) and city != BEHIND_ESI and depends_on_city(record)
        return Filling(record=record, pieces=pieces, digest=digest, private=private)

    def _still_right(
        self, tx: Transaction, held: Answer, record: PageRecord, city: str
    ) -> bool:
        if without_pieces(record) != held.known:
            return False
        if held.filled == ESI:
            return True
        city_id = self._city_of(record, city)
        return self._slots.digest(tx, slot_names(record), city_id) == held.filled

    def _city_of(self, record: PageRecord, city: str) -> str:
        """Return the city a page shows: its own, the reader's, or the site's."""
        chosen = "" if city == BEHIND_ESI else city
        return record.city or chosen or (self._site.default_city if self._site else "")

    def _take_newest(self, store: Store) -> None:
        with store.read() as tx:
            self._take_commit(tx)

    def _take_commit(self, tx: Transaction) -> None:
        """Note that there is a new commit; nothing is read again that is not asked."""
        self._number = tx.number
        self.position = position(tx).seq
        site: Site | None = documents.find(tx, SITE)
        self.version += 1
        self._slots.forget_stored()
        if site != self._site:
            self._site = site
            self.cities = _names_of_cities(site)
            self._move()

    def _move(self) -> None:
        """Work out the moving parts; a value that comes out the same stays."""
        if self._site is None:
            return
        now = datetime.fromtimestamp(self._clock(), UTC)
        self._look_at = min(self._look_at, _next_midnight(now, self._site.zone))
        strip = strip_at(now, site=self._site, readings=self._weather.readings)
        if strip != self._strip:
            self._strip = strip
            self._slots.move(strip)
            self.version += 1

    def _change_over(self) -> None:
        """Open the current store if it is another; keep the old one if that fails."""
        path = _current_store(self._settings.store)
        if path is None or (self._store is not None and self._store.path == path):
            return
        try:
            store = Store(path, readonly=True)
        except StoreError as error:
            if self._store is not None:
                _log.warning("store.unreadable", why=str(error))
            return
        old, self._store = self._store, store
        self._take_newest(store)
        if old is not None:
            old.close()


def _current_store(path: Path) -> Path | None:
    """Return the folder of the store to serve; None if there is none yet."""
    current = folder.current(path)
    if (current / "data.mdb").exists():
        return current
    return path if (path / "data.mdb").exists() else None


def _next_midnight(now: datetime, zone: str) -> float:
    """Return when the date changes in ``zone``, in seconds since 1970."""
    local = now.astimezone(ZoneInfo(zone))
    tomorrow = local.date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), ZoneInfo(zone)).timestamp()


def _names_of_cities(site: Site | None) -> dict[str, str]:
    """Return the id under each name a city goes by."""
    cities = site.cities if site else ()
    names = {also: city.id for city in cities for also in city.also}
    return names | {city.id: city.id for city in cities}

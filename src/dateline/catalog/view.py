"""What a page may read of the catalog, and what it did read.

A view belongs to one page. Every answer is noted under its key in ``reads``;
the press keeps these notes and, when an entry changes a key, makes exactly the
pages again that noted it. An absent thing is noted too: the page must be made
again when it appears.

Views of one run share a ``Shelf``, so that thirty pages that show the same
card decode it once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from dateline.catalog import documents, lists, live
from dateline.catalog.apply import NO_SITE, NoSiteError
from dateline.catalog.clock import RECENT_LIMIT, recent_since
from dateline.catalog.documents import HOUSE, SITE, Gone, Stamp, Version, Versions
from dateline.catalog.lists import Placed
from dateline.news import key
from dateline.news.author import Author, AuthorKind
from dateline.news.front import Front
from dateline.news.history import History
from dateline.news.house import House
from dateline.news.live import LiveEntry, LiveHead
from dateline.news.picture import Picture
from dateline.news.site import Site, Topic
from dateline.news.story import Card, Story
from dateline.store.store import DOCUMENTS, Transaction

T = TypeVar("T")

CORRECTIONS_SHOWN = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class Corrected:
    """A correction note and the story it belongs to."""

    story: str
    moment: datetime
    note: str


KEPT_MOST = 30_000
"""How many decoded things a shelf keeps before it begins anew."""


@dataclass(kw_only=True)
class Shelf:
    """The catalog at one moment, with what was decoded and made already.

    Good for one transaction until the next ``apply``. A press that follows
    keeps its shelf: ``renew`` forgets exactly what the changed keys stood for,
    so that a publication decodes what is new and not its neighbours again.
    """

    tx: Transaction
    found: dict[str, Any] = field(default_factory=dict)
    made: dict[str, tuple[Any, frozenset[str]]] = field(default_factory=dict)
    made_of: dict[str, set[str]] = field(default_factory=dict)

    def renew(self, tx: Transaction, changed: Iterable[str]) -> None:
        """Go on in another transaction, in which these keys were changed."""
        self.tx = tx
        if len(self.found) + len(self.made) > KEPT_MOST:
            self.clear()
            return
        for name in changed:
            for document in (name, *_documents_behind(name)):
                self.found.pop(document, None)
            for piece in self.made_of.pop(name, ()):
                self.made.pop(piece, None)

    def clear(self) -> None:
        """Forget everything."""
        self.found.clear()
        self.made.clear()
        self.made_of.clear()

    def find(self, name: str) -> Any:  # noqa: ANN401 - typed by the name
        """Return a document, decoded once."""
        if name not in self.found:
            self.found[name] = documents.find(self.tx, name)
        return self.found[name]

    def keep(self, name: str, value: object, reads: set[str]) -> None:
        """Keep what was made of ``reads`` until one of these keys changes."""
        self.made[name] = (value, frozenset(reads))
        for each in reads:
            self.made_of.setdefault(each, set()).add(name)

    def live_page(self, story_id: str, page: int) -> tuple[LiveEntry, ...]:
        """Return a page of a live blog's entries, decoded once."""
        place = key.live_page(story_id, page)
        if place not in self.found:
            self.found[place] = live.page_entries(self.tx, story_id, page)
        entries: tuple[LiveEntry, ...] = self.found[place]
        return entries

    def live_goes_on(self, story_id: str, page: int) -> bool:
        """Return whether a page of entries follows this one."""
        return bool(self.live_page(story_id, page + 1))

    def newest(self, name: str) -> tuple[str, ...]:
        """Return the ids of a list's newest stories, read once."""
        place = key.newest(name)
        if place not in self.found:
            self.found[place] = lists.newest(self.tx, name)
        ids: tuple[str, ...] = self.found[place]
        return ids


def _documents_behind(name: str) -> tuple[str, ...]:
    """Return the names of the documents that a key's answer is read from."""
    kind, _, rest = name.partition("/")
    if kind == "picture":
        return (f"gone/picture/{rest}",)
    if kind != "story":
        return ()
    story_id, _, part = rest.partition("/")
    if part == "body":
        return (f"story/{story_id}", f"gone/story/{story_id}")
    return (f"{part}/{story_id}",)


class View:
    """What one page reads. Ids that name nothing give None or nothing."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.reads: set[str] = set()

    def once(self, name: str, make: Callable[["View"], T]) -> T:
        """Return ``make(view)``, made once and kept while what it read stays.

        What it read counts as read by each page that uses it. ``name`` must
        say everything the result depends on that ``make`` does not read.
        """
        if name not in self._shelf.made:
            inner = View(self._shelf)
            self._shelf.keep(name, make(inner), inner.reads)
        held, reads = self._shelf.made[name]
        self.reads |= reads
        result: T = held
        return result

    def site(self) -> Site:
        """Return the site's settings; raises NoSiteError before there are any."""
        self.reads.add(key.SITE)
        site: Site | None = self._shelf.find(SITE)
        if site is None:
            raise NoSiteError(NO_SITE)
        return site

    def zone(self) -> ZoneInfo:
        """Return the site's time zone."""
        return ZoneInfo(self.site().zone)

    def house(self) -> House:
        """Return the house behind the paper; an empty one if nothing is said."""
        self.reads.add(key.HOUSE)
        house: House | None = self._shelf.find(HOUSE)
        return house or House()

    def story(self, story_id: str) -> Story | None:
        """Return the whole story."""
        self.reads.add(key.body(story_id))
        story: Story | None = self._shelf.find(f"story/{story_id}")
        return story

    def gone(self, story_id: str) -> Gone | None:
        """Return the notice of a story that was withdrawn or killed."""
        self.reads.add(key.body(story_id))
        gone: Gone | None = self._shelf.find(f"gone/story/{story_id}")
        return gone

    def card(self, story_id: str) -> Card | None:
        """Return what fronts show of a story."""
        self.reads.add(key.card(story_id))
        card: Card | None = self._shelf.find(f"card/{story_id}")
        return card

    def changed(self, story_id: str) -> datetime | None:
        """Return when a story last changed for readers."""
        self.reads.add(key.stamp(story_id))
        stamp: Stamp | None = self._shelf.find(f"stamp/{story_id}")
        return None if stamp is None else stamp.moment

    def history(self, story_id: str) -> History:
        """Return what a story said before; an empty one if it never changed."""
        self.reads.add(key.history(story_id))
        history: History | None = self._shelf.find(f"history/{story_id}")
        return history or History()

    def versions(self, story_id: str) -> tuple[Version, ...]:
        """Return the versions of a story in other languages, by language."""
        self.reads.add(key.versions(story_id))
        held: Versions | None = self._shelf.find(f"versions/{story_id}")
        return held.found if held else ()

    def live(self, story_id: str) -> LiveHead | None:
        """Return a live blog without its entries; None if it has none."""
        self.reads.add(key.live(story_id))
        head: LiveHead | None = self._shelf.find(f"live/{story_id}")
        return head

    def live_page(self, story_id: str, page: int) -> tuple[LiveEntry, ...]:
        """Return one page of a live blog's entries, oldest first."""
        self.reads.add(key.live_page(story_id, page))
        return self._shelf.live_page(story_id, page)

    def live_goes_on(self, story_id: str, page: int) -> bool:
        """Return whether a page of entries follows this one."""
        self.reads.add(key.live_page(story_id, page))
        return self._shelf.live_goes_on(story_id, page)

    def picture(self, picture_id: str) -> Picture | None:
        """Return a picture."""
        self.reads.add(key.picture(picture_id))
        picture: Picture | None = self._shelf.find(f"picture/{picture_id}")
        return picture

    def picture_gone(self, picture_id: str) -> Gone | None:
        """Return the notice of a picture that was killed."""
        self.reads.add(key.picture(picture_id))
        gone: Gone | None = self._shelf.find(f"gone/picture/{picture_id}")
        return gone

    def topic(self, topic_id: str) -> Topic | None:
        """Return a topic."""
        self.reads.add(key.topic(topic_id))
        topic: Topic | None = self._shelf.find(f"topic/{topic_id}")
        return topic

    def author(self, kind: AuthorKind, author_id: str) -> Author | None:
        """Return the record of an author or of an agency."""
        name = key.author(kind, author_id)
        self.reads.add(name)
        author: Author | None = self._shelf.find(name)
        return author

    def front(self, front_id: str) -> Front:
        """Return what the desk placed on a front; an empty one if nothing."""
        self.reads.add(key.front(front_id))
        front: Front | None = self._shelf.find(f"front/{front_id}")
        return front or Front(id=front_id)

    def placed(self, front_id: str, count: int) -> tuple[str, ...]:
        """Return the ids in a front's first places, those of packages included.

        A page that only leaves these out need not know how they are shown.
        """
        self.reads.add(key.placed(front_id))
        front: Front | None = self._shelf.find(f"front/{front_id}")
        return front.named(count) if front else ()

    def newest(self, list_name: str) -> tuple[str, ...]:
        """Return the ids of the newest 30 stories of a list, newest first."""
        self.reads.add(key.newest(list_name))
        return self._shelf.newest(list_name)

    def day(self, day: date) -> list[Placed]:
        """Return the stories of a day, oldest first."""
        self.reads.add(key.day(day.isoformat()))
        span = lists.day_range(day, self.zone())
        return list(lists.between(self._shelf.tx, *span))

    def days(self, year: int, month: int) -> list[date]:
        """Return the days of a month that have stories."""
        self.reads.add(key.days(f"{year:04}-{month:02}"))
        zone = self.zone()
        first, end = lists.month_range(year, month, zone)
        found: list[date] = []
        while (moment := lists.first_from(self._shelf.tx, first)) and moment < end:
            found.append(moment.astimezone(zone).date())
            first = lists.day_range(found[-1], zone)[1]
        return found

    def months(self, year: int) -> list[int]:
        """Return the months of a year that have stories."""
        self.reads.add(key.months(f"{year:04}"))
        zone = self.zone()
        first, end = lists.year_range(year, zone)
        found: list[int] = []
        while (moment := lists.first_from(self._shelf.tx, first)) and moment < end:
            local = moment.astimezone(zone)
            found.append(local.month)
            first = lists.month_range(local.year, local.month, zone)[1]
        return found

    def years(self) -> list[int]:
        """Return the years that have stories."""
        self.reads.add(key.YEARS)
        zone = self.zone()
        first = lists.midnight(date(2, 1, 1), zone)
        found: list[int] = []
        while moment := lists.first_from(self._shelf.tx, first):
            found.append(moment.astimezone(zone).year)
            first = lists.year_range(found[-1], zone)[1]
        return found

    def sitemap(self, year: int, month: int) -> list[Placed]:
        """Return address and last change of a month's stories, oldest first."""
        self.reads.add(key.sitemap(f"{year:04}-{month:02}"))
        span = lists.month_range(year, month, self.zone())
        return list(lists.between(self._shelf.tx, *span))

    def sitemaps(self) -> list[tuple[str, datetime]]:
        """Return the months that have a sitemap ("2016-12") and its last change."""
        self.reads.add(key.SITEMAPS)
        rows = self._shelf.tx.scan(DOCUMENTS, b"month/", b"month0")
        return [
            (name.decode()[len("month/") :], documents.decode("month", raw).moment)
            for name, raw in rows
        ]

    def recent(self) -> list[Placed]:
        """Return the stories of the last two days, newest first, at most 1,000."""
        self.reads.add(key.RECENT)
        since = recent_since(self._shelf.tx)
        if since is None:
            return []
        found = lists.since_back(self._shelf.tx, since)
        return [placed for placed, _ in zip(found, range(RECENT_LIMIT), strict=False)]

    def corrections(self) -> list[Corrected]:
        """Return the newest 50 correction notes, newest first."""
        self.reads.add(key.CORRECTIONS)
        rows = lists.corrections(self._shelf.tx, CORRECTIONS_SHOWN)
        return [Corrected(story=s, moment=m, note=n) for s, m, n in rows]

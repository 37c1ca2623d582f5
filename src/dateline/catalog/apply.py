"""Entries in, changed keys out.

``apply`` writes what one entry says into the catalog and returns exactly the
keys whose value is different afterwards. It looks only at the entry and at
what is there, so the catalog after entry n is the same whether it came entry
by entry, in one batch, or by a rebuild after contents were erased.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateline.catalog import documents
from dateline.catalog.clock import turn_clock
from dateline.catalog.documents import HOUSE, SITE, Fate, Gone
from dateline.catalog.live import drop_entry, drop_live, say_entry
from dateline.catalog.shelve import restamp, shelve, unshelve
from dateline.errors import DatelineError
from dateline.journal.chain import content_of
from dateline.journal.entry import Content, Entry, Kill, Kind, Turn, Withdrawal
from dateline.news import key
from dateline.news.author import Author
from dateline.news.front import Front
from dateline.news.house import House
from dateline.news.live import LiveEntry, LiveRemoval
from dateline.news.picture import Picture
from dateline.news.site import Site, Topic
from dateline.news.story import Story
from dateline.store.store import DOCUMENTS, Transaction

NO_SITE = "the journal does not begin with the site's settings"


class NoSiteError(DatelineError):
    """The journal says something about stories before it says what the site is."""

    hint = "Start the newsroom once: it writes the site's settings first."


def apply(tx: Transaction, entry: Entry) -> set[str]:
    """Write one entry into the catalog; return the keys it changed.

    Raises NoSiteError if a story comes before the site's settings, and
    ContentError if the content cannot be read.
    """
    changed = turn_clock(tx, entry)
    content = content_of(entry)
    if content is not None:
        changed |= _APPLY[entry.kind](tx, entry, content)
    return changed


def zone_of(tx: Transaction) -> ZoneInfo:
    """Return the site's zone; raises NoSiteError if there is no site yet."""
    raw = tx.get(DOCUMENTS, SITE.encode())
    if raw is None:
        raise NoSiteError(NO_SITE)
    return _zone_in(raw)


@lru_cache(maxsize=4)
def _zone_in(raw: bytes) -> ZoneInfo:
    """Return the zone of a stored site; each story asks, the site seldom changes."""
    site: Site = documents.decode(SITE, raw)
    return ZoneInfo(site.zone)


def _set_site(tx: Transaction, entry: Entry, site: Content) -> set[str]:
    if not isinstance(site, Site):
        raise TypeError
    before: Site | None = documents.find(tx, SITE)
    if before == site:
        return set()
    changed = {key.SITE}
    if before is not None and before.zone != site.zone:
        changed |= _reshelve(tx, ZoneInfo(before.zone), ZoneInfo(site.zone))
    documents.put(tx, SITE, entry.seq, site)
    return changed


def _reshelve(tx: Transaction, before: ZoneInfo, after: ZoneInfo) -> set[str]:
    """Move every story to the day it has in the site's new zone."""
    changed: set[str] = set()
    for story, seq in list(_stories(tx)):
        history = tx.get(DOCUMENTS, f"history/{story.id}".encode())
        changed |= unshelve(tx, story, zone=before)
        changed |= shelve(tx, story, seq=seq, zone=after)
        if history is not None:  # its earlier versions are not at hand here
            tx.put(DOCUMENTS, f"history/{story.id}".encode(), history)
    return changed


def _stories(tx: Transaction) -> Iterator[tuple[Story, int]]:
    for name, raw in tx.scan(DOCUMENTS, b"story/", b"story0"):
        text = name.decode()
        yield documents.decode(text, raw), documents.said_by(tx, text) or 0


def _set_house(tx: Transaction, entry: Entry, house: Content) -> set[str]:
    if not isinstance(house, House):
        raise TypeError
    return _replace(tx, HOUSE, entry, house, key.HOUSE)


def _set_topic(tx: Transaction, entry: Entry, topic: Content) -> set[str]:
    if not isinstance(topic, Topic):
        raise TypeError
    return _replace(tx, f"topic/{topic.id}", entry, topic, key.topic(topic.id))


def _set_author(tx: Transaction, entry: Entry, author: Content) -> set[str]:
    if not isinstance(author, Author):
        raise TypeError
    name = key.author(author.kind, author.id)
    return _replace(tx, name, entry, author, name)


def _arrange(tx: Transaction, entry: Entry, front: Content) -> set[str]:
    if not isinstance(front, Front):
        raise TypeError
    name = f"front/{front.id}"
    before: Front | None = documents.find(tx, name)
    # Stored even if it says the same: a kill may erase the entry before it, and
    # the catalog must then be what a rebuild makes of the entries that are left.
    documents.put(tx, name, entry.seq, front)
    changed = set() if before == front else {key.front(front.id)}
    if (before or Front(id=front.id)).named() != front.named():
        changed.add(key.placed(front.id))
    return changed


def _publish_picture(tx: Transaction, entry: Entry, picture: Content) -> set[str]:
    if not isinstance(picture, Picture):
        raise TypeError
    documents.drop(tx, f"gone/picture/{picture.id}")
    return _replace(
        tx, f"picture/{picture.id}", entry, picture, key.picture(picture.id)
    )


def _replace(
    tx: Transaction, name: str, entry: Entry, value: object, read_as: str
) -> set[str]:
    before = documents.find(tx, name)
    if before == value:
        return set()
    documents.put(tx, name, entry.seq, value)
    return {read_as}


def _kill_picture(tx: Transaction, entry: Entry, kill: Content) -> set[str]:
    if not isinstance(kill, Kill):
        raise TypeError
    documents.drop(tx, f"picture/{kill.id}")
    gone = Gone(
        fate=Fate.KILLED,
        moment=entry.moment,
        notice=kill.notice,
        addresses=kill.addresses,
    )
    documents.put(tx, f"gone/picture/{kill.id}", entry.seq, gone)
    return {key.picture(kill.id)}


def _publish_story(tx: Transaction, entry: Entry, story: Content) -> set[str]:
    if not isinstance(story, Story):
        raise TypeError
    zone = zone_of(tx)
    before: Story | None = documents.find(tx, f"story/{story.id}")
    if before == story:
        return set()
    documents.drop(tx, f"gone/story/{story.id}")
    return shelve(tx, story, seq=entry.seq, zone=zone, before=before)


def _withdraw(tx: Transaction, entry: Entry, withdrawal: Content) -> set[str]:
    if not isinstance(withdrawal, Withdrawal):
        raise TypeError
    return _remove(tx, entry, withdrawal, Fate.WITHDRAWN)


def _kill(tx: Transaction, entry: Entry, kill: Content) -> set[str]:
    if not isinstance(kill, Kill):
        raise TypeError
    return _remove(tx, entry, kill, Fate.KILLED)


def _remove(
    tx: Transaction, entry: Entry, order: Withdrawal | Kill, fate: Fate
) -> set[str]:
    story_id = order.id
    changed = {key.body(story_id), key.card(story_id)}
    story: Story | None = documents.find(tx, f"story/{story_id}")
    if story is not None:
        changed |= unshelve(tx, story, zone=zone_of(tx))
        changed |= drop_live(tx, story_id)
    gone = Gone(
        fate=fate,
        moment=entry.moment,
        notice=order.notice,
        language=order.language,
    )
    documents.put(tx, f"gone/story/{story_id}", entry.seq, gone)
    return changed


def _say_entry(tx: Transaction, entry: Entry, said: Content) -> set[str]:
    if not isinstance(said, LiveEntry):
        raise TypeError
    story: Story | None = documents.find(tx, f"story/{said.story}")
    if story is None:
        return set()  # what is not public has no entries
    changed = say_entry(tx, said, seq=entry.seq)
    return changed | restamp(tx, story, seq=entry.seq, zone=zone_of(tx))


def _remove_entry(tx: Transaction, entry: Entry, removal: Content) -> set[str]:
    if not isinstance(removal, LiveRemoval):
        raise TypeError
    story: Story | None = documents.find(tx, f"story/{removal.story}")
    if story is None:
        return set()
    changed = drop_entry(tx, removal, seq=entry.seq)
    return changed | restamp(tx, story, seq=entry.seq, zone=zone_of(tx))


def _turn(_tx: Transaction, _entry: Entry, turn: Content) -> set[str]:
    if not isinstance(turn, Turn):
        raise TypeError
    return set()  # the entry's own moment has turned the clock


_APPLY: dict[Kind, Callable[[Transaction, Entry, Content], set[str]]] = {
    Kind.SITE_SET: _set_site,
    Kind.HOUSE_SET: _set_house,
    Kind.TOPIC_SET: _set_topic,
    Kind.AUTHOR_SET: _set_author,
    Kind.FRONT_ARRANGED: _arrange,
    Kind.PICTURE_PUBLISHED: _publish_picture,
    Kind.PICTURE_KILLED: _kill_picture,
    Kind.STORY_PUBLISHED: _publish_story,
    Kind.STORY_WITHDRAWN: _withdraw,
    Kind.STORY_KILLED: _kill,
    Kind.LIVE_ENTRY: _say_entry,
    Kind.LIVE_REMOVED: _remove_entry,
    Kind.HOUR_TURNED: _turn,
}

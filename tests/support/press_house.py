"""A journal in memory and a press that follows it, for tests."""

from collections.abc import Iterator
from datetime import datetime

from dateline.journal.append import link_up
from dateline.journal.chain import GENESIS
from dateline.journal.entry import Change, Entry, Kill, Kind, Turn, Withdrawal
from dateline.news.front import Front
from dateline.news.live import LiveRemoval
from support.copy import NOON


class MemoryJournal:
    """A journal in a list."""

    def __init__(self) -> None:
        self.all: list[Entry] = []

    def head(self) -> tuple[int, str]:
        """Return number and hash of the newest entry."""
        return (self.all[-1].seq, self.all[-1].hash) if self.all else (0, GENESIS)

    def entries(self, after: int, *, until: int | None = None) -> Iterator[Entry]:
        """Yield entries in order."""
        end = len(self.all) if until is None else until
        yield from self.all[after:end]

    def about(self, subject: str) -> list[Entry]:
        """Return every entry about something."""
        return [entry for entry in self.all if entry.subject == subject]

    def wait(self, after: int, *, timeout: float) -> bool:
        """Answer at once."""
        del timeout
        return len(self.all) > after

    def close(self) -> None:
        """Do nothing."""

    def append(self, *changes: Change, moment: datetime = NOON) -> list[Entry]:
        """Append one publication."""
        seq, previous = self.head()
        entries = link_up(changes, seq=seq, previous=previous, moment=moment)
        self.all += entries
        return entries

    def erase(self, hashes) -> None:
        """Remove contents, as a kill does."""
        self.all = [
            replace_content(e) if e.content_hash in hashes else e for e in self.all
        ]

    def contents_of(self, *subjects) -> tuple[str, ...]:
        """Return the hashes of what was published under subjects."""
        kinds = {Kind.STORY_PUBLISHED, Kind.LIVE_ENTRY, Kind.PICTURE_PUBLISHED}
        return tuple(
            e.content_hash
            for e in self.all
            if e.subject in subjects and e.kind in kinds
        )


def replace_content(entry: Entry) -> Entry:
    """Return an entry without its content."""
    fields = {name: getattr(entry, name) for name in Entry.__slots__}
    return Entry(**{**fields, "content": None})


def site_set(site) -> Change:
    """Set the site."""
    return Change(kind=Kind.SITE_SET, subject="site", content=site)


def house_set(house) -> Change:
    """Say who stands behind the paper."""
    return Change(kind=Kind.HOUSE_SET, subject="house", content=house)


def topic_set(topic) -> Change:
    """Name a topic."""
    return Change(kind=Kind.TOPIC_SET, subject=topic.id, content=topic)


def author_set(author) -> Change:
    """Set the record of an author or an agency."""
    subject = f"{author.kind}/{author.id}"
    return Change(kind=Kind.AUTHOR_SET, subject=subject, content=author)


def published(story) -> Change:
    """Publish a story."""
    return Change(kind=Kind.STORY_PUBLISHED, subject=story.id, content=story)


def picture_published(picture) -> Change:
    """Publish a picture."""
    return Change(kind=Kind.PICTURE_PUBLISHED, subject=picture.id, content=picture)


def said(entry) -> Change:
    """Say an entry of a live blog."""
    return Change(kind=Kind.LIVE_ENTRY, subject=entry.story, content=entry)


def taken_out(story_id, number, moment) -> Change:
    """Take an entry out of a live blog."""
    content = LiveRemoval(story=story_id, number=number, moment=moment)
    return Change(kind=Kind.LIVE_REMOVED, subject=story_id, content=content)


def withdrawn(story_id, notice="Withdrawn by the desk.", language="") -> Change:
    """Withdraw a story."""
    content = Withdrawal(id=story_id, notice=notice, language=language)
    return Change(kind=Kind.STORY_WITHDRAWN, subject=story_id, content=content)


def killed(story_id, erased=(), language="") -> Change:
    """Kill a story."""
    content = Kill(id=story_id, erased=tuple(erased), language=language)
    return Change(kind=Kind.STORY_KILLED, subject=story_id, content=content)


def picture_killed(picture_id, erased=(), addresses=()) -> Change:
    """Kill a picture."""
    content = Kill(id=picture_id, erased=tuple(erased), addresses=tuple(addresses))
    return Change(kind=Kind.PICTURE_KILLED, subject=picture_id, content=content)


def arranged(front_id, *places, **fields) -> Change:
    """Arrange a front."""
    content = Front(id=front_id, places=places, **fields)
    return Change(kind=Kind.FRONT_ARRANGED, subject=front_id, content=content)


def turned(moment) -> Change:
    """Let an hour turn."""
    return Change(kind=Kind.HOUR_TURNED, subject="site", content=Turn(moment=moment))

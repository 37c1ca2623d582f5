"""One line of the journal, and what it may say.

An entry changes one thing: a story, a picture, a topic, a front, the site. All
entries of one publication are appended in one transaction and numbered
``part`` of ``parts``; a follower applies whole publications only.

    kind                subject      content
    site.set            site         Site
    house.set           house        House: who answers for the paper, policies
    topic.set           topic id     Topic
    author.set          its key      Author: a person or an agency
    front.arranged      front id     Front
    picture.published   picture id   Picture
    picture.killed      picture id   Kill
    story.published     story id     Story (also each correction)
    story.withdrawn     story id     Withdrawal
    story.killed        story id     Kill
    live.entry          story id     LiveEntry (also each correction)
    live.removed        story id     LiveRemoval
    hour.turned         site         Turn: the clock passed a full hour
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dateline.news.author import Author
from dateline.news.front import Front
from dateline.news.house import House
from dateline.news.live import LiveEntry, LiveRemoval
from dateline.news.picture import Picture
from dateline.news.site import Site, Topic
from dateline.news.story import Story


class Kind(StrEnum):
    """What an entry does."""

    SITE_SET = "site.set"
    HOUSE_SET = "house.set"
    TOPIC_SET = "topic.set"
    AUTHOR_SET = "author.set"
    FRONT_ARRANGED = "front.arranged"
    PICTURE_PUBLISHED = "picture.published"
    PICTURE_KILLED = "picture.killed"
    STORY_PUBLISHED = "story.published"
    STORY_WITHDRAWN = "story.withdrawn"
    STORY_KILLED = "story.killed"
    LIVE_ENTRY = "live.entry"
    LIVE_REMOVED = "live.removed"
    HOUR_TURNED = "hour.turned"


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdrawal:
    """A story is no longer published from now on; ``notice`` is for readers.

    ``language`` is the story's: what stands in its place speaks it.
    """

    id: str
    notice: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kill:
    """Something is gone from everywhere, at every moment of the past too.

    ``erased`` lists the hashes of the contents this kill removed from the
    journal: the proof for ``verify`` that they are absent by order.
    ``addresses`` are the media paths that must answer 410 from now on; they
    are names of hashes and tell nothing. ``language`` is a story's, as above.
    """

    id: str
    erased: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    notice: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """The clock passed a full hour: lists that end "two days ago" move on."""

    moment: datetime


Content = (
    Site
    | House
    | Topic
    | Author
    | Front
    | Picture
    | Story
    | LiveEntry
    | LiveRemoval
    | Withdrawal
    | Kill
    | Turn
)

CONTENT_TYPES: dict[Kind, type] = {
    Kind.SITE_SET: Site,
    Kind.HOUSE_SET: House,
    Kind.TOPIC_SET: Topic,
    Kind.AUTHOR_SET: Author,
    Kind.FRONT_ARRANGED: Front,
    Kind.PICTURE_PUBLISHED: Picture,
    Kind.PICTURE_KILLED: Kill,
    Kind.STORY_PUBLISHED: Story,
    Kind.STORY_WITHDRAWN: Withdrawal,
    Kind.STORY_KILLED: Kill,
    Kind.LIVE_ENTRY: LiveEntry,
    Kind.LIVE_REMOVED: LiveRemoval,
    Kind.HOUR_TURNED: Turn,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What is to be appended: one entry's kind, subject and content."""

    kind: Kind
    subject: str
    content: Content


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One line of the journal. Hashes are SHA-256 in lower-case hex.

    ``moment`` is when it was appended, UTC. ``content`` is canonical JSON, or
    None if a kill erased it.
    """

    seq: int
    kind: Kind
    subject: str
    moment: datetime
    part: int
    parts: int
    content_hash: str
    previous: str
    hash: str
    content: bytes | None

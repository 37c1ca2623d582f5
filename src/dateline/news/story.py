"""A story as the public may read it, and the card that fronts show of it.

Four views of one story change at different times, so pages read them under
different keys (see ``news.key``):

    body    everything: the story's own page
    card    what a front shows: headline, standfirst, address, picture
    stamp   when it changed last: feeds and sitemaps
    history what it said before: the page of its changes (``news.history``)

A changed body leaves the card alone; so fronts are not made again for it.
"""

from dataclasses import dataclass
from datetime import datetime

from dateline.news.block import Block, pictures_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A correction note that readers see, with the moment it was made."""

    moment: datetime
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """One published revision of a story.

    Moments are aware and in UTC. ``located`` holds the dateline's places and
    ``credit`` the agency's short name in it (IPTC ninjs 3.1 ``located``);
    ``agency`` is the agency's full name, both empty for own copy. ``cities``,
    ``topics`` and ``section`` are ids. ``urgency`` is 1 (flash) to 8, 5 is
    routine. ``updated`` is set only when readers got something new. ``live``
    says that the story is a live blog: "running" or "ended". ``related`` are ids
    of other stories to read, the desk's choice first.
    """

    id: str
    revision: int
    language: str = "en"
    headline: str
    slugline: str = ""
    slug: str
    standfirst: str = ""
    section: str
    cities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    located: tuple[str, ...] = ()
    credit: str = ""
    agency: str = ""
    byline: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    lead_picture: str = ""
    lead_caption: str = ""
    urgency: int = 5
    first_published: datetime
    updated: datetime | None = None
    corrections: tuple[Correction, ...] = ()
    live: str = ""
    related: tuple[str, ...] = ()
    version_of: str = ""

    @property
    def pictures(self) -> tuple[str, ...]:
        """Ids of all pictures the story shows, the lead first."""
        lead = (self.lead_picture,) if self.lead_picture else ()
        return lead + pictures_of(self.body)


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """What a front, a list or a feed shows of a story.

    ``live`` is "running" or "ended" for a live blog, else empty; ``gallery`` says
    that a picture gallery belongs to the story.
    """

    id: str
    path: str
    language: str
    headline: str
    standfirst: str
    section: str
    located: tuple[str, ...]
    byline: tuple[str, ...]
    agency: str
    credit: str
    picture: str
    urgency: int
    first_published: datetime
    topics: tuple[str, ...] = ()
    live: str = ""
    gallery: bool = False


def last_changed(story: Story) -> datetime:
    """Return when readers last got something new or put right."""
    last = story.updated or story.first_published
    last = max(last, story.first_published)
    return (
        max(last, *(c.moment for c in story.corrections)) if story.corrections else last
    )

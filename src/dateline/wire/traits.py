"""Traits: what routing rules look at of an Item, small enough to keep.

Rules are asked when an Item arrives, and again when somebody tries a rule on the
last days of wire. Both look at the same traits, so a trial cannot say anything
else than what would have happened; and 20,000 Items can be asked in a second,
for no copy is read again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from dateline.news.item import Item
from dateline.wire.media_topics import lineage, topic_of
from dateline.wire.phrase import folded

LEAD_SPACE = 600
"""How many characters of the body count as its first words."""
SLUGLINE_SPACE = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Traits:
    """What rules look at.

    ``topics`` are Media Topics with all that are broader. ``subjects`` are the
    agency's own names and codes, and its keywords, as sent. ``words``, of headline,
    standfirst, keywords and the first words of the body, are folded.
    """

    source: str = ""
    topics: frozenset[str] = frozenset()
    subjects: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    slugline: str = ""
    words: str = ""
    urgency: int | None = None


def traits_of(item: Item, *, source: str) -> Traits:
    """Return the traits of an Item that came over the wire ``source``."""
    lead = item.body_text[: LEAD_SPACE + 1]
    if len(lead) > LEAD_SPACE:
        lead = lead.rpartition(" ")[0] or lead
    texts = (item.headline, item.subheadline, item.standfirst, *item.keywords, lead)
    return Traits(
        source=source,
        topics=frozenset(_topics(item)),
        subjects=tuple(dict.fromkeys(_subjects(item))),
        places=tuple(dict.fromkeys(_places(item))),
        slugline=item.slugline[:SLUGLINE_SPACE],
        words=folded(*texts),
        urgency=item.urgency,
    )


def _topics(item: Item) -> Iterator[str]:
    for subject in item.subjects:
        # Some send the scheme inside the code: "subj:15054000".
        inside, _, code = subject.code.rpartition(":")
        topic = subject.media_topic or topic_of(subject.scheme or inside, code)
        yield from lineage(topic)


def _subjects(item: Item) -> Iterator[str]:
    for subject in item.subjects:
        yield from filter(None, (subject.name, subject.code))
    yield from item.keywords


def _places(item: Item) -> Iterator[str]:
    dateline = item.dateline.places if item.dateline else ()
    return chain(dateline, (place.name for place in item.places if place.name))

"""The topics of a story: subjects, people, places and organisations apart."""

from dataclasses import dataclass
from functools import lru_cache

from dateline.catalog.view import View
from dateline.news.address import topic_path
from dateline.news.site import Topic, TopicKind
from dateline.news.story import Story
from dateline.pages.language import name_language
from dateline.pages.link import Link
from dateline.words.say import later, words_in

NAMES = {
    TopicKind.SUBJECT: later("Topics"),
    TopicKind.PERSON: later("People"),
    TopicKind.PLACE: later("Places"),
    TopicKind.ORGANISATION: later("Organisations"),
}
"""The headings, in the order in which groups stand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicGroup:
    """Topics of one kind under its heading."""

    name: str
    links: tuple[Link, ...]


def topics_of(view: View, story: Story) -> list[Topic]:
    """Return the topics of a story that there are."""
    found = [view.topic(topic_id) for topic_id in story.topics]
    return [topic for topic in found if topic is not None]


@lru_cache(maxsize=2048)
def topic_groups(
    topics: tuple[Topic, ...], language: str, own: str
) -> tuple[TopicGroup, ...]:
    """Return topics by kind; a kind without one has no group.

    ``language`` is the page's, ``own`` the one that names are in which have no
    other. Kept: stories share their topics, and many have the same few.
    """
    say = words_in(language)
    groups = []
    for kind, name in NAMES.items():
        links = tuple(
            Link(
                href=topic_path(topic.id),
                name=topic.called(language),
                language=name_language(topic, own, language),
            )
            for topic in topics
            if topic.kind is kind
        )
        if links:
            groups.append(TopicGroup(name=say(name), links=links))
    return tuple(groups)

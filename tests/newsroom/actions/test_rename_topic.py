"""Renaming topics."""

import pytest

from dateline.newsroom.actions.rename_topic import NamelessTopicError, RenameTopic
from dateline.newsroom.models import Topic
from support.copy import NOON
from support.newsroom_copy import again, published


def test_readers_get_the_new_name(either):
    """One entry, for the topic alone."""
    published(topics=["japan"])

    RenameTopic(topic=Topic.objects.get(), name=" Japan  today ", now=NOON).execute()

    kind, topic = either.said()[-1]
    assert (kind, topic.id, topic.name) == ("topic.set", "japan", "Japan today")


def test_a_topic_nobody_reads_about_is_renamed_in_silence(house):
    """It goes out with the first story that names it."""
    topic = Topic.objects.create(id="japan", name="Japan")

    assert RenameTopic(topic=topic, name="Nippon", now=NOON).execute() == ()
    assert again(topic).name == "Nippon"
    assert house.said() == []


def test_a_topic_has_a_name(house):
    """An empty one would be a link nobody can see."""
    topic = Topic.objects.create(id="japan", name="Japan")

    with pytest.raises(NamelessTopicError):
        RenameTopic(topic=topic, name=" ", now=NOON).execute()


def test_readers_learn_what_a_topic_is(house):
    """A person, a place, an organisation; a subject unless it is said."""
    published(topics=["japan"])
    assert house.said()[-2][1].kind == "subject"

    topic = Topic.objects.get()
    RenameTopic(topic=topic, name="Japan", kind="place", now=NOON).execute()

    assert house.said()[-1][1].kind == "place"

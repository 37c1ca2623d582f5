"""A story's first save: nothing is there yet to compare its lists with.

Written straight, as ``insert_row`` says: a wire begins a story for each item.
"""

from typing import Any

from django.db import connection
from django.utils import timezone
from wagtail.models import Revision

from dateline.news.address import slug_of
from dateline.newsroom.insert_row import insert_row
from dateline.newsroom.models.public_id import new_story_id
from dateline.newsroom.models.story import Story
from dateline.newsroom.models.story_pictures import note_pictures

_LISTS = "_cluster_related_objects"
"""Where modelcluster keeps the lists that wait to be saved with their story."""


def add(story: Story) -> None:
    """Save a new story with its cities and topics, without asking which it had.

    They stay in memory, so that its first revision is made without reading them
    again.
    """
    waiting: dict[str, list[Any]] = story.__dict__.pop(_LISTS, {})
    while _is_taken(story.public_id):
        story.public_id = new_story_id()
    story.slug = story.slug or slug_of(story.headline)
    insert_row(story)
    cities, topics = waiting.get("cities", []), waiting.get("topics", [])
    _put(story, Story.cities.through, "city_id", cities)
    _put(story, Story.topics.through, "topic_id", topics)
    story.__dict__[_LISTS] = {"cities": list(cities), "topics": list(topics)}


def add_revision(story: Story, *, user: Any) -> Any:
    """Write the first revision of a story that was just added, and return it.

    What ``save_revision`` does, without saving all of the story again.
    """
    revision = Revision(
        content_object=story,
        base_content_type=story.get_base_content_type(),
        user=user,
        created_at=timezone.now(),
        content=story.serializable_data(),
        object_str=str(story),
    )
    insert_row(revision)
    story.latest_revision, story.has_unpublished_changes = revision, True
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE newsroom_story SET latest_revision_id = %s,"
            " has_unpublished_changes = %s WHERE id = %s",
            [revision.pk, True, story.pk],
        )
    note_pictures(story)
    return revision


def _is_taken(public_id: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM newsroom_story WHERE public_id = %s", [public_id])
        return cursor.fetchone() is not None


def _put(story: Story, through: Any, column: str, listed: list[Any]) -> None:
    """Write what a story is listed under, each once."""
    keys = list(dict.fromkeys(each.pk for each in listed))
    if not keys:
        return
    marks = ", ".join(["(%s, %s)"] * len(keys))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {through._meta.db_table} (story_id, {column})"  # noqa: S608, SLF001 - names of our own
            f" VALUES {marks} ON CONFLICT DO NOTHING",
            [value for key in keys for value in (story.pk, key)],
        )

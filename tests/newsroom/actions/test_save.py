"""Saving a draft: its row, its lists, its revision, and the line in the log."""

from wagtail.models import ModelLogEntry

from dateline.newsroom.actions.save import Save
from dateline.newsroom.models import City, Story, Topic
from dateline.newsroom.roles import EDITOR
from support.copy import later
from support.newsroom_copy import a_person, again


def a_new_story():
    """Return a story that nobody saved yet, in a city and on a topic."""
    topic = Topic.objects.create(id="harbours", name="Harbours")
    story = Story(headline="Ferry leaves harbour", section_id="world")
    story.cities.set(City.objects.all()[:1])
    story.topics.set([topic])
    return story


def test_a_new_story_is_saved_with_its_lists(house):
    """Row and first revision both name its city and its topic."""
    story = a_new_story()
    (city,) = story.cities.all()

    revision = Save(story=story, now=later()).execute()

    row = again(story)
    assert row.latest_revision_id == revision.pk
    assert [each.pk for each in row.cities.all()] == [city.pk]
    assert [each.pk for each in row.topics.all()] == ["harbours"]
    assert revision.content["cities"] == [city.pk]
    assert revision.content["topics"] == ["harbours"]


def test_lists_changed_later_are_changed_in_the_row(house):
    """A story just added is saved again like any other."""
    story = a_new_story()
    Save(story=story, now=later()).execute()

    story.cities.set([])
    Save(story=story, now=later(minutes=1)).execute()

    assert not again(story).cities.exists()
    assert [each.pk for each in again(story).topics.all()] == ["harbours"]


def test_each_save_is_a_line_in_the_log(house):
    """Created, then edited: by whom, when, and which revision, under its title."""
    editor, story = a_person(EDITOR), a_new_story()
    first = Save(story=story, acting_user=editor, now=later()).execute()
    second = Save(story=story, acting_user=editor, now=later(minutes=1)).execute()

    lines = ModelLogEntry.objects.for_instance(story).order_by("pk")
    assert [
        (line.action, line.revision_id, line.user_id, line.content_changed)
        for line in lines
    ] == [
        ("wagtail.create", first.pk, editor.pk, True),
        ("wagtail.edit", second.pk, editor.pk, True),
    ]
    assert {line.label for line in lines} == {"Ferry leaves harbour"}
    assert [line.timestamp for line in lines] == [first.created_at, second.created_at]

"""Writing, publishing and scheduling a story on Wagtail's form."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.newsroom.models import Due, Story
from dateline.newsroom.models.story import StoryState
from support.newsroom_copy import a_draft, again, changed, published
from support.story_form import URLS, story_form


def test_a_story_is_written_and_stays_a_draft(house, reporter):
    """A reporter's new story is saved, and readers get nothing of it."""
    answer = reporter.post(f"{URLS}add/", story_form(byline="Ravi Iyer\nMira Sen"))

    story = Story.objects.get()
    assert answer.headers["Location"] == f"{URLS}edit/{story.pk}/"
    assert story.state == StoryState.DRAFT
    assert story.byline == ["Ravi Iyer", "Mira Sen"]
    assert story.latest_revision.user.username == "ravi"
    assert house.said() == []


def test_a_long_headline_is_seen_whole_and_stays_one_line(house, reporter):
    """The field grows with it; the Return key makes no second line."""
    reporter.post(f"{URLS}add/", story_form(headline="Leaders meet\r\n at a  spring"))

    story = Story.objects.get()
    form = reporter.get(f"{URLS}edit/{story.pk}/").content.decode()
    assert story.headline == "Leaders meet at a spring"
    assert re.search(r'<textarea name="headline"[^>]*w-autosize', form)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("hi", "hi"), ("EN_gb", "en-GB"), ("hin", "hi"), ("zh-hans-cn", "zh-Hans-CN")],
)
def test_a_language_is_kept_as_tags_are_written(house, reporter, typed, kept):
    """However it was typed: as settings and wires have it."""
    reporter.post(f"{URLS}add/", story_form(language=typed))

    story = Story.objects.get()
    assert story.language == story.get_latest_revision_as_object().language == kept


@pytest.mark.parametrize("typed", ["english", "mul", "e", "hi-", "<b>", "x-klingon"])
def test_what_is_no_language_is_said_at_its_field(house, reporter, typed):
    """And nothing is saved."""
    answer = reporter.post(f"{URLS}add/", story_form(language=typed))

    assert "is no language tag" in answer.content.decode()
    assert not Story.objects.exists()


def test_wagtails_publish_button_tells_the_journal(house, editor):
    """The button runs our action: newsroom and journal say the same."""
    editor.post(f"{URLS}add/", story_form(button="publish", cities=["mumbai"]))

    story = Story.objects.get()
    ((kind, document),) = house.said()
    assert kind == "story.published"
    assert document.headline == "Leaders meet at a hot spring"
    assert document.cities == ("mumbai",)
    assert story.state == StoryState.PUBLISHED
    assert story.live


def test_changes_of_a_published_story_wait_for_the_button(house, editor):
    """A saved draft changes nothing for readers; publishing it does."""
    story = published()

    editor.post(f"{URLS}edit/{story.pk}/", story_form(headline="Leaders part"))
    assert house.kinds() == ["story.published"]

    form = story_form(headline="Leaders part", button="publish")
    editor.post(f"{URLS}edit/{story.pk}/", form)
    assert house.said()[-1][1].headline == "Leaders part"


def test_a_reporter_has_no_publish_button(house, reporter):
    """Neither on the screen, nor by sending what the button would send."""
    story = a_draft()
    address = f"{URLS}edit/{story.pk}/"

    assert b"action-publish" not in reporter.get(address).content
    reporter.post(address, story_form(button="publish"))

    assert again(story).state == StoryState.DRAFT
    assert house.said() == []


def test_what_would_harm_readers_is_an_error_at_its_field(house, editor):
    """A story without text cannot be published, and the form says where."""
    story = a_draft()

    form = story_form(body=(), button="publish")
    answer = editor.post(f"{URLS}edit/{story.pk}/", form)

    assert answer.status_code == 200
    assert "the story has no text" in answer.content.decode()
    assert again(story).state == StoryState.DRAFT


def test_an_embargo_stops_the_button_and_names_the_remedy(house, editor):
    """Before its moment a story can be scheduled, not published."""
    story = a_draft()
    until = timezone.localtime() + timedelta(hours=2)

    form = story_form(button="publish", embargoed_until=f"{until:%Y-%m-%d %H:%M}")
    answer = editor.post(f"{URLS}edit/{story.pk}/", form)

    assert "Schedule it for the end of the embargo" in answer.content.decode()
    assert house.said() == []


def test_a_go_live_moment_schedules(house, editor):
    """The same button with a moment to come puts the story into the due queue."""
    story = a_draft()
    moment = timezone.localtime() + timedelta(hours=2)

    form = story_form(button="publish", go_live_at=f"{moment:%Y-%m-%d %H:%M}")
    editor.post(f"{URLS}edit/{story.pk}/", form)

    due = Due.objects.get(done_at=None)
    assert due.story_id == story.pk
    assert f"{timezone.localtime(due.moment):%H:%M}" == f"{moment:%H:%M}"
    assert house.said() == []
    assert b"newsroom-badge--scheduled" in editor.get(URLS).content


def test_wagtails_unschedule_drops_the_plan(house, editor):
    """A story taken off the schedule is not published by the due queue."""
    story = a_draft()
    moment = timezone.localtime() + timedelta(hours=2)
    form = story_form(button="publish", go_live_at=f"{moment:%Y-%m-%d %H:%M}")
    editor.post(f"{URLS}edit/{story.pk}/", form)
    revision = again(story).scheduled_revision.pk

    editor.post(f"{URLS}history/{story.pk}/revisions/{revision}/unschedule/")

    assert not Due.objects.filter(done_at=None).exists()
    assert again(story).scheduled_revision is None


def test_warnings_are_shown_after_saving(house, editor):
    """A copy check that finds something says so and stops nothing."""
    story = a_draft()

    form = story_form(headline="The the talks")
    answer = editor.post(f"{URLS}edit/{story.pk}/", form, follow=True)

    page = answer.content.decode()
    assert "Worth another look" in page
    assert "Headline" in page
    assert again(story).get_latest_revision_as_object().headline == "The the talks"


def test_wagtails_unpublish_withdraws(house, editor):
    """Wagtail's own address leads to our action too."""
    story = published()

    editor.post(f"{URLS}unpublish/{story.pk}/")

    assert house.kinds() == ["story.published", "story.withdrawn"]
    assert again(story).state == StoryState.WITHDRAWN


def test_only_a_draft_can_be_deleted(house, editor):
    """What readers had is withdrawn or killed, never deleted."""
    draft, public = a_draft(), published()

    editor.post(f"{URLS}delete/{draft.pk}/")
    editor.post(f"{URLS}delete/{public.pk}/")

    assert list(Story.objects.all()) == [public]


def test_versions_can_be_compared(house, editor):
    """Two revisions side by side show what was changed."""
    story = a_draft()
    changed(story, headline="Leaders part")

    answer = editor.get(
        f"{URLS}history/{story.pk}/revisions/compare/earliest...latest/"
    )

    assert b"part" in answer.content


def test_a_killed_story_shows_that_and_no_form(house, editor):
    """Nobody is offered a form to fill in for what is gone."""
    story = published()
    editor.post(
        f"{URLS}kill/{story.pk}/", {"reason": "order", "confirm": story.public_id}
    )

    page = editor.get(f"{URLS}edit/{story.pk}/").content.decode()

    assert "This story was killed" in page
    assert 'name="headline"' not in page


def test_nothing_is_deleted_in_bulk(house, editor):
    """Wagtail's bulk actions go past our rules, so they are refused."""
    story = published()

    editor.post(f"/admin/bulk/newsroom/story/delete/?id={story.pk}")

    assert again(story).live

"""A new story that saves itself while somebody saves it is one draft."""

import re
import threading
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from dateline.newsroom.admin import first_save
from dateline.newsroom.models import Story
from dateline.newsroom.models.story import StoryState
from dateline.newsroom.roles import REPORTER
from support.newsroom_copy import a_person, again
from support.story_form import URLS, story_form

ADD = f"{URLS}add/"
BY_ITSELF = {"Accept": "application/json"}


def drafted(story):
    """Return the headline of the newest draft."""
    return again(story).get_latest_revision_as_object().headline


@pytest.fixture
def form():
    """A form whose token stays the same."""
    token = str(uuid4())
    return lambda **fields: story_form(first_save=token, **fields)


def test_each_form_for_a_new_story_has_a_token(house, reporter):
    """Two forms never share one, and a form that was refused keeps its own."""
    first, second = (
        re.findall(r'name="first_save"\s+value="([^"]+)"', page.content.decode())
        for page in (reporter.get(ADD), reporter.get(ADD))
    )
    again_shown = reporter.post(ADD, story_form(first_save=first[0], urgency="99"))

    assert len(first) == len(second) == 1
    assert first != second
    assert f'value="{first[0]}"' in again_shown.content.decode()
    assert not Story.objects.exists()


def test_saved_by_hand_after_it_saved_itself_is_one_draft(house, reporter, form):
    """The second goes to the draft that is there, and its words are the newest."""
    reporter.post(ADD, form(headline="Leaders"), headers=BY_ITSELF)

    answer = reporter.post(ADD, form(headline="Leaders meet"))

    story = Story.objects.get()
    assert answer.headers["Location"] == f"{URLS}edit/{story.pk}/"
    assert drafted(story) == "Leaders meet"
    assert story.revisions.count() == 2


def test_a_save_by_itself_that_comes_late_changes_nothing(house, reporter, form):
    """What the form held before is refused after the save by hand."""
    reporter.post(ADD, form(headline="Leaders meet"))

    answer = reporter.post(ADD, form(headline="Leaders"), headers=BY_ITSELF)

    story = Story.objects.get()
    assert answer.status_code == 400
    assert answer.json()["error_code"] == "invalid_revision"
    assert drafted(story) == "Leaders meet"
    assert story.revisions.count() == 1


def test_a_form_whose_answer_was_lost_goes_on_with_its_draft(house, reporter, form):
    """Sent again by itself, it learns where the draft is, and makes no second."""
    lost = reporter.post(ADD, form(headline="Leaders"), headers=BY_ITSELF).json()

    said = reporter.post(ADD, form(headline="Leaders meet"), headers=BY_ITSELF).json()

    story = Story.objects.get()
    told = ("success", "pk", "url", "hydrate_url", "revision_id")
    assert {key: said[key] for key in told} == {key: lost[key] for key in told}
    assert "html" not in said
    assert drafted(story) == "Leaders meet"
    assert story.revisions.count() == 1


def test_what_another_wrote_since_is_not_written_over(house, reporter, editor, form):
    """The form's own save stops when somebody else has been at the draft."""
    reporter.post(ADD, form(headline="Leaders"), headers=BY_ITSELF)
    story = Story.objects.get()
    editor.post(f"{URLS}edit/{story.pk}/", story_form(headline="Two leaders meet"))

    answer = reporter.post(ADD, form(headline="Leaders meet"), headers=BY_ITSELF)

    assert answer.json()["error_code"] == "invalid_revision"
    assert drafted(story) == "Two leaders meet"


def test_published_by_hand_after_it_saved_itself(house, editor, form):
    """The button publishes the draft that is there."""
    editor.post(ADD, form(headline="Leaders"), headers=BY_ITSELF)

    editor.post(ADD, form(headline="Leaders meet", button="publish"))

    story = Story.objects.get()
    assert story.state == StoryState.PUBLISHED
    assert [d.headline for _, d in house.said()] == ["Leaders meet"]


def test_a_token_opens_no_lock(house, reporter, editor, form):
    """What the view of an old story refuses, it refuses here too."""
    reporter.post(ADD, form(headline="Leaders"), headers=BY_ITSELF)
    story = Story.objects.get()
    editor.post(f"{URLS}lock/{story.pk}/")

    answer = reporter.post(ADD, form(headline="Leaders meet"))

    assert "could not be saved as it is locked" in answer.content.decode()
    assert drafted(story) == "Leaders"


def test_forms_without_a_token_make_a_draft_each(house, reporter):
    """As do those whose token is no token."""
    reporter.post(ADD, story_form())
    reporter.post(ADD, story_form(first_save="' OR 1=1"))
    reporter.post(ADD, story_form(first_save="' OR 1=1"))

    assert Story.objects.count() == 3


def test_a_deleted_draft_is_forgotten(house, editor, form):
    """Its token makes a new one, so that nothing typed is lost."""
    editor.post(ADD, form())
    Story.objects.get().delete()

    editor.post(ADD, form(headline="Once more"))

    assert Story.objects.get().headline == "Once more"


def test_two_at_once_are_one_draft(either, form, monkeypatch):
    """Both find nothing there and both write; the database lets one make it."""
    person = a_person(REPORTER, "ravi")
    both_looked = threading.Barrier(2)
    look = first_save.made_of

    def look_together(token):
        found = look(token)
        both_looked.wait(timeout=20)
        return found

    monkeypatch.setattr(first_save, "made_of", look_together)
    answers = {}

    def send(headline):
        client = Client()
        client.force_login(person)
        try:
            answers[headline] = client.post(ADD, form(headline=headline))
        finally:
            connection.close()

    threads = [
        threading.Thread(target=send, args=(headline,)) for headline in ("One", "Two")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    story = Story.objects.get()
    where = {answer.headers["Location"] for answer in answers.values()}
    assert where == {f"{URLS}edit/{story.pk}/"}
    said = {r.content["headline"] for r in story.revisions.all()}
    assert said == {"One", "Two"}

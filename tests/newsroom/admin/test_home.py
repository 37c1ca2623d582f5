"""The first screen, the menu, and what each role finds there."""

import html
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.newsroom.actions.correct import Correct
from dateline.newsroom.actions.kill import KillStory
from dateline.newsroom.actions.schedule import Schedule
from dateline.newsroom.models import Due, Topic
from dateline.newsroom.roles import ADMINISTRATOR, EDITOR, PICTURE_EDITOR, REPORTER
from support.copy import NOON
from support.newsroom_copy import a_draft, changed, published
from support.story_form import story_form


def test_the_desk_sees_what_is_due_and_what_happened(house, editor):
    """Due, published, corrected; the zone of the site named beside the times."""
    now = timezone.now()
    planned = a_draft(headline="Goes out soon", now=now)
    Schedule(story=planned, moment=now + timedelta(hours=2), now=now).execute()
    story = published(headline="Put right", now=now)
    changed(story, standfirst="Right.", now=now)
    Correct(story=story, note="It was wrong.", now=now).execute()

    page = editor.get("/admin/").content.decode()

    def panel(name):
        start = page.index(f'id="panel-{name}"')
        return page[start : page.index("</section>", start)]

    assert "Goes out soon" in panel("due")
    assert "Put right" in panel("published")
    assert "Put right" in panel("corrected")
    assert ">IST<" in panel("due")


def test_what_failed_is_shown_with_its_reason(house, editor):
    """A plan that could not be kept is not silent."""
    story = a_draft()
    Schedule(story=story, moment=NOON.replace(year=2030), now=NOON).execute()
    Due.objects.update(error="the story has no text")

    assert "the story has no text" in editor.get("/admin/").content.decode()


def test_the_paper_is_named_and_nothing_comes_from_elsewhere(house, editor, stranger):
    """Name on every screen; no address but our own is asked for anything."""
    for page in (editor.get("/admin/"), stranger.get("/admin/login/")):
        text = page.content.decode()
        assert "The Banyan Post" in text
        assert not re.findall(
            r'(?:src|href)="(?:https?:)?//(?!banyan)[^"]*\.(?:js|css|png)', text
        )


def menu_of(client):
    """Return the names in a person's menu, in order."""
    page = html.unescape(client.get("/admin/").content.decode())
    links = re.findall(r'"wagtail.sidebar.LinkMenuItem", "_args": (\[.*?\])\}', page)
    return [re.search(r'"name": "([a-z-]+)"', link).group(1) for link in links]


def test_the_menu_stands_in_the_desks_order(house, editor):
    """From what is written to who complained; sections and cities are settings."""
    wanted = "stories pictures fronts wire routing topics authors grievances".split()

    assert menu_of(editor)[: len(wanted)] == wanted


def test_the_menu_leads_to_who_did_what_when(house, editor):
    """The audit log names the person and the action; each role can look."""
    editor.post("/admin/stories/add/", story_form(button="publish"))

    log = editor.get("/admin/reports/site-history/").content.decode()

    assert "audit-log" in menu_of(editor)
    row = log[log.index("Leaders meet at a hot spring") :]
    assert "Published" in row
    assert "mira" in row


def test_the_audit_log_tells_what_was_said(house, editor):
    """A correction's note, a minor one, a kill's reason; escaped, not believed."""
    now = timezone.now()
    story = published(now=now)
    Correct(story=story, note="It was <b>two</b>.", now=now).execute()
    Correct(story=story, minor=True, now=now).execute()
    other = published(now=now)
    KillStory(story=other, reason="Order of the High Court", now=now).execute()

    log = editor.get("/admin/reports/site-history/").content.decode()

    assert "Corrected: It was &lt;b&gt;two&lt;/b&gt;." in log
    assert "Corrected, minor" in log
    assert "Killed: Order of the High Court" in log


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (REPORTER, {"stories/add": 200, "pictures/add": 302, "topics/add": 302}),
        (PICTURE_EDITOR, {"stories/add": 200, "pictures/add": 200, "users": 302}),
        (EDITOR, {"pictures/add": 200, "topics/add": 200, "users": 302}),
        (ADMINISTRATOR, {"stories/add": 200, "users": 200}),
    ],
)
def test_each_role_opens_its_screens(house, at_the_desk, role, may):
    """And is turned away from others'."""
    client = at_the_desk(role)

    answers = {path: client.get(f"/admin/{path}/").status_code for path in may}

    assert answers == may


def test_sections_and_cities_follow_the_settings(house, at_the_desk):
    """They are shown, and not even an administrator edits them here."""
    client = at_the_desk(ADMINISTRATOR)

    page = client.get("/admin/sections/").content.decode()

    assert "dateline.toml" in page
    assert "Sport" in page
    assert client.get("/admin/sections/add/").status_code == 302
    assert client.get("/admin/cities/edit/patna/").status_code == 302


def test_a_topic_is_renamed_for_readers_too(house, editor):
    """The new name goes out; the address stays."""
    published(topics=["japan"])
    form = {"name": "Japan and us", "id": "japan", "kind": "place", "description": ""}

    editor.post("/admin/topics/edit/japan/", form)

    assert house.said()[-1][1].name == "Japan and us"
    assert Topic.objects.get().pk == "japan"


def test_a_public_topic_is_not_deleted(house, at_the_desk):
    """Its page would stay and its row be gone."""
    published(topics=["japan"])

    at_the_desk(ADMINISTRATOR).post("/admin/topics/delete/japan/")

    assert Topic.objects.exists()


def test_the_search_of_the_menu_searches_stories(house, editor):
    """There are no pages to search."""
    assert '"/admin/stories/"' in editor.get("/admin/").content.decode()

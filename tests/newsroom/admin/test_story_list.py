"""The list of stories: what it shows, and how it is filtered and searched."""

import re

import pytest
from django.contrib.auth.models import User

from dateline.newsroom.actions.schedule import Schedule
from dateline.newsroom.actions.withdraw import Withdraw
from support.copy import NOON, later
from support.newsroom_copy import a_draft, again, changed, published
from support.story_form import URLS


def listed(client, query=""):
    """Return the headlines of the list, in order."""
    page = client.get(f"{URLS}{query}").content.decode()
    return re.findall(r'<span id="snippet_\d+_title">([^<]*)</span>', page)


@pytest.fixture
def five(house):
    """A story in each state but killed, and one that has changed since."""
    a_draft(headline="A draft")
    planned = a_draft(headline="A plan", section_id="sport")
    Schedule(story=planned, moment=later(days=1), now=NOON).execute()
    published(headline="In the paper", cities=["patna"], topics=["trains"])
    gone = published(headline="Taken down", agency="Meridian News Agency")
    Withdraw(story=gone, now=NOON).execute()
    edited = published(headline="Edited since", slugline="HILLS/RAIL")
    changed(edited, standfirst="More.")


def test_the_newest_stand_first(five, editor):
    """A desk looks at what came last."""
    assert listed(editor) == [
        "Edited since",
        "Taken down",
        "In the paper",
        "A plan",
        "A draft",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?state=draft", ["A draft"]),
        ("?state=scheduled", ["A plan"]),
        ("?state=published", ["Edited since", "In the paper"]),
        ("?state=withdrawn", ["Taken down"]),
        ("?section=sport", ["A plan"]),
        ("?city=patna", ["In the paper"]),
        ("?topic=trains", ["In the paper"]),
        ("?agency=Meridian+News+Agency", ["Taken down"]),
        ("?q=paper", ["In the paper"]),
        ("?q=hills/rail", ["Edited since"]),
    ],
)
def test_filters_and_search(five, editor, query, found):
    """Section, state, city, agency, topic, and words of headline and slugline."""
    assert listed(editor, query) == found


def test_each_state_has_its_badge(five, editor):
    """A word and a style for each, and a word for what waits behind it."""
    page = editor.get(URLS).content.decode()

    for name in ("draft", "scheduled", "published", "withdrawn"):
        assert f"newsroom-badge--{name}" in page
    assert "changes not published" in page
    assert "First published, IST" in page


def test_a_lock_is_seen_in_the_list(house, editor):
    """Who holds a story is no secret of its form."""
    story = a_draft()
    story = again(story)
    story.locked, story.locked_by = True, User.objects.get(username="mira")
    story.save()

    assert "Locked by mira" in editor.get(URLS).content.decode()


def test_a_list_of_many_takes_few_queries(house, editor, django_queries):
    """A page of forty stories costs as many queries as one of five."""
    for _ in range(5):
        a_draft()
    editor.get(URLS)
    with django_queries() as few:
        editor.get(URLS)
    for _ in range(20):
        a_draft()
    with django_queries() as many:
        editor.get(URLS)

    assert len(many) == len(few)

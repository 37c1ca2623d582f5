"""Fronts of another language's edition: arranged like the others, in its language."""

from dataclasses import replace

import pytest

from dateline.news.front import city_front, edition_front, edition_of, section_front
from dateline.newsroom.actions.arrange_front import ArrangeFront, Placing
from dateline.newsroom.actions.errors import WrongStateError
from dateline.newsroom.models import Front
from dateline.newsroom.sync_site import sync_site
from support.copy import NOON, later
from support.newsroom_copy import published
from support.pressed_paper import pressed

HINDI_HOME = "/admin/fronts/hi_2Fhome/"


@pytest.fixture
def two_editions(house):
    """A newsroom whose paper has a Hindi edition."""
    site = replace(house.settings.site, languages=("hi",))
    with house.told(site=site) as told:
        sync_site(told.settings, now=NOON)
        yield told


@pytest.fixture
def stories(two_editions):
    """One story in English, two in Hindi, the newest last."""
    return [
        published(headline="Leaders meet", now=later(hours=1)),
        published(headline="नेता मिले", language="hi", now=later(hours=2)),
        published(headline="बाँध खुला", language="hi-IN", now=later(hours=3)),
    ]


@pytest.mark.parametrize("own", ["home", section_front("world"), city_front("patna")])
def test_an_id_says_its_edition(own):
    """And is the paper's own without one."""
    assert edition_of(own) == ("", own)
    assert edition_of(edition_front("hi", own)) == ("hi", own)


def test_an_edition_has_its_fronts_in_the_list(stories, editor):
    """Home and each section, under the language's own name; cities have one for all."""
    page = editor.get("/admin/fronts/").content.decode()

    assert "हिन्दी" in page
    assert HINDI_HOME in page
    assert not Front.objects.filter(pk__startswith="hi/city").exists()
    assert Front.objects.get(pk="hi/section/world").current


def test_the_rule_and_the_search_keep_to_the_language(stories, editor):
    """No story that this edition's readers could not read."""
    for query in ("", "मिले", "Leaders"):
        page = editor.get(HINDI_HOME, {"q": query}).content.decode()
        assert "बाँध खुला" in page
        assert "Leaders meet" not in page
    own = editor.get("/admin/fronts/home/").content.decode()
    assert "Leaders meet" in own
    assert "बाँध खुला" not in own


def test_an_arrangement_is_published_and_previewed(stories, two_editions, editor):
    """What the preview shows is the edition's own page; the journal has the order."""
    pressed(two_editions)
    order = [story.public_id for story in stories[1:]]

    preview = editor.post(f"{HINDI_HOME}preview/", {"place": order}).content.decode()
    editor.post(HINDI_HOME, {"place": order, "publish": "1"})

    assert '<html lang="hi"' in preview
    main = preview[preview.index("<main") :]
    assert main.index("नेता मिले") < main.index("बाँध खुला")
    assert two_editions.said()[-1][1].id == "hi/home"
    assert two_editions.said()[-1][1].places == tuple(order)


def test_a_story_in_another_language_is_refused(stories):
    """With the language that is meant."""
    front = Front.objects.get(pk="hi/home")

    with pytest.raises(WrongStateError, match="not in the language") as caught:
        ArrangeFront(
            front=front, places=[Placing(story=stories[0])], now=NOON
        ).execute()

    assert "हिन्दी" in caught.value.hint

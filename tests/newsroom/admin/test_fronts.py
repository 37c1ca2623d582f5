"""Arranging a front: rows move, the rule tops up, one button publishes."""

import html
import re

import pytest

from dateline.news.front import BreakingLine, Shape
from dateline.newsroom.actions.withdraw import Withdraw
from dateline.newsroom.admin.preview import DRAFT_MARK
from dateline.newsroom.models import Front
from support.copy import NOON, later
from support.newsroom_copy import a_draft, published
from support.pressed_paper import pressed

FRONTS = "/admin/fronts/"
HOME = f"{FRONTS}home/"


@pytest.fixture
def three(house):
    """Three published stories, oldest first, and a draft."""
    a_draft(headline="Not for readers")
    return [
        published(headline=f"Story {number}", now=later(hours=number), cities=["patna"])
        for number in (1, 2, 3)
    ]


def ids(stories):
    """Return the public ids of stories."""
    return [story.public_id for story in stories]


def placed_in(page):
    """Return the ids in the places, in order."""
    return re.findall(r'name="place"\s+value="([^"]+)"', page.content.decode())


def test_the_arrangement_is_published(house, editor, three):
    """The order on the screen is the order in the journal."""
    order = ids([three[1], three[0]])

    editor.post(HOME, {"place": order, "publish": "1"})

    assert house.said()[-1][1].places == tuple(order)
    assert placed_in(editor.get(HOME)) == order


@pytest.mark.parametrize(
    ("button", "which", "after"),
    [
        ("up", 1, [1, 0, 2]),
        ("up", 0, [0, 1, 2]),
        ("down", 0, [1, 0, 2]),
        ("down", 2, [0, 1, 2]),
        ("out", 1, [0, 2]),
        ("first", 2, [2, 0, 1]),
        ("in", 2, [0, 1, 2]),
    ],
)
def test_each_button_moves_a_row_without_a_script(
    house, editor, three, button, which, after
):
    """The form comes back in its new order, and nothing is public yet."""
    before = ids(three)

    page = editor.post(HOME, {"place": before, button: before[which]})

    assert placed_in(page) == [before[number] for number in after]
    assert "front.arranged" not in house.kinds()


def test_the_rule_tops_up_what_is_free(house, editor, three):
    """Grey rows say what readers see below the desk's choice, the newest first."""
    page = editor.post(HOME, {"place": ids([three[0]])}).content.decode()

    rule = page[page.index("newsroom-rows--rule") :]
    assert rule.index("Story 3") < rule.index("Story 2")
    assert "Not for readers" not in page


def test_stories_are_found_by_their_words(house, editor, three):
    """Words of the headline, or the id."""
    page = editor.post(HOME, {"q": "story 2", "search": "1"}).content.decode()
    found = page[page.index("data-found") :]

    assert "Story 2" in found
    assert "Story 1" not in found


def test_a_section_front_offers_its_own(house, editor, three):
    """Nothing is picked for it that stands elsewhere, unless searched for."""
    published(headline="A goal", section_id="sport", now=later(hours=9))

    page = editor.get(f"{FRONTS}section_2Fsport/").content.decode()

    assert "A goal" in page
    assert "Story 1" not in page


def test_every_front_of_the_site_is_listed(house, editor):
    """Home, each section, each city."""
    page = editor.get(FRONTS).content.decode()

    assert page.count('href="/admin/fronts/') >= Front.objects.count() == 7
    assert "section_2Findia" in page
    assert "city_2Fpatna" in page


def test_a_reporter_looks_and_moves_nothing(house, reporter, three):
    """The arrangement is the editors'."""
    page = reporter.get(HOME).content.decode()

    reporter.post(HOME, {"place": ids(three), "publish": "1"})

    assert 'name="publish"' not in page
    assert "front.arranged" not in house.kinds()


def test_what_stands_against_an_arrangement_is_said(house, editor, monkeypatch, three):
    """Too many stories: the reason is shown and the work is not lost."""
    monkeypatch.setattr("dateline.newsroom.actions.arrange_front.PLACES", 2)

    page = editor.post(HOME, {"place": ids(three), "publish": "1"})

    assert "3 stories for Home" in page.content.decode()
    assert placed_in(page) == ids(three)


def test_how_a_story_is_shown_goes_out_with_it(house, editor, three):
    """Shape, label, headline and package of a place; a known label by its name."""
    lead, other, third = ids(three)
    form = {
        "place": [lead, third],
        f"shape-{lead}": "picture",
        f"label-{lead}": "Breaking",
        f"headline-{lead}": "What it comes to",
        f"related-{lead}": [other],
        "publish": "1",
    }

    editor.post(HOME, form)

    front = house.said()[-1][1]
    told = front.treatment(lead)
    assert (told.shape, told.label) == (Shape.PICTURE, "breaking")
    assert (told.headline, told.related) == ("What it comes to", (other,))
    assert len(front.treatments) == 1
    page = editor.get(HOME).content.decode()
    assert 'value="What it comes to"' in page
    assert f'name="related-{lead}" value="{other}"' in page


def test_a_story_becomes_related_and_comes_out_again(house, editor, three):
    """It leaves the place it had: no story stands twice."""
    lead, other, third = ids(three)

    page = editor.post(
        HOME, {"place": [lead, other, third], "relate": other, "target": lead}
    )
    assert placed_in(page) == [lead, third]
    assert f'name="related-{lead}" value="{other}"' in page.content.decode()

    form = {"place": [lead, third], f"related-{lead}": [other], "out": other}
    assert f"related-{lead}" not in editor.post(HOME, form).content.decode()


def test_the_preview_is_the_presss_own_page_of_the_draft(house, editor, three):
    """With the desk's headline in the desk's order, before anything is public."""
    pressed(house)
    first, second = ids(three)[:2]
    form = {
        "place": [first, second],
        f"headline-{first}": "A headline for home alone",
        f"label-{second}": "Analysis",
    }

    shown = editor.post(f"{HOME}preview/", form)

    page = shown.content.decode()
    main = page[page.index("<main") :]
    assert main.index("A headline for home alone") < main.index("Story 2")
    assert ">Analysis</strong>" in page
    assert DRAFT_MARK in page
    assert "no-store" in shown.headers["Cache-Control"]
    assert shown.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "front.arranged" not in house.kinds()
    assert html.escape(page.split("</head>")[1][:200]) in (
        editor.post(HOME, form).content.decode().replace("&#x27;", "&#39;")
    )


def test_a_preview_is_for_those_who_may_arrange(house, reporter, three):
    """Others see the front as readers have it."""
    assert reporter.post(f"{HOME}preview/", {}).status_code == 302
    assert reporter.get(HOME).status_code == 200


@pytest.mark.parametrize("button", ["publish", "search"])
def test_a_story_that_was_withdrawn_meanwhile_is_taken_out_and_named(
    house, editor, three, button
):
    """Neither moved about nor published: the desk decides what stands there now."""
    order = ids(three)
    Withdraw(story=three[1], now=later(hours=5)).execute()

    page = editor.post(HOME, {"place": order, button: "1"})

    assert "Taken out of the draft: Story 2 is withdrawn." in page.content.decode()
    assert placed_in(page) == [order[0], order[2]]
    assert "front.arranged" not in house.kinds()


def test_what_cannot_be_placed_is_found_and_says_why(house, editor, three):
    """Drafts, embargoed and withdrawn stories, without a button."""
    Withdraw(story=three[0], now=later(hours=5)).execute()
    a_draft(headline="Story under embargo", embargoed_until=later(days=90_000))

    page = editor.post(HOME, {"q": "story", "search": "1"}).content.decode()

    found = page[page.index("data-found") :]
    assert "Cannot be placed: withdrawn" in found
    assert "Cannot be placed: embargoed until" in found
    assert f'name="in" value="{three[0].public_id}"' not in found
    assert "Cannot be placed: not published yet" in (
        editor.post(HOME, {"q": "not for readers"}).content.decode()
    )


def test_the_last_change_is_undone(house, editor, three):
    """What was before comes back into the draft; publishing it is another click."""
    first, second, third = ids(three)
    editor.post(HOME, {"place": [first, second], "publish": "1"})
    editor.post(HOME, {"place": [third], "publish": "1"})
    page = editor.get(HOME).content.decode()
    number = re.search(r'name="earlier"\s+value="(\d+)"', page)[1]

    back = editor.post(HOME, {"place": [third], "earlier": number})

    assert placed_in(back) == [first, second]
    assert house.said()[-1][1].places == (third,)


def test_a_line_goes_up_at_once_and_keeps_the_draft(house, editor, three):
    """It is public with one click; the arrangement on the screen stays a draft."""
    first = three[0].public_id
    form = {
        "place": [first],
        "line-text": "Bridge closed",
        "line-story": first,
        "line-hours": "3",
    }

    page = editor.post(HOME, {**form, "line-up": "1"})

    front = house.said()[-1][1]
    assert front.line == BreakingLine(text="Bridge closed", story=first)
    assert front.places == ()
    assert placed_in(page) == [first]
    assert "comes down" in page.content.decode()

    editor.post(HOME, {**form, "line-down": "1"})
    assert house.said()[-1][1].line is None


def test_a_line_that_says_nothing_is_refused(house, editor, three):
    """With the reason, and nothing is public."""
    page = editor.post(HOME, {"line-text": " ", "line-up": "1"}).content.decode()

    assert "Write one line of at most" in page
    assert "front.arranged" not in house.kinds()


def test_the_rule_weighs_urgency_as_the_press_does(house, editor, three):
    """A bulletin stands before newer routine copy, in the rows and in the preview."""
    published(headline="Bulletin", urgency=1, now=NOON)
    pressed(house)

    page = editor.get(HOME).content.decode()

    rule = page[page.index("newsroom-rows--rule") :]
    preview = page[page.index("&lt;main") :]
    assert rule.index("Bulletin") < rule.index("Story 3")
    assert preview.index("Bulletin") < preview.index("Story 3")

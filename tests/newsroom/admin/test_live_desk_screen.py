"""Writing a live blog in a real browser: keys, no whole screen between two entries."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from dateline.newsroom.actions.run_blog import RunBlog
from dateline.newsroom.models import LiveEntry
from dateline.newsroom.roles import EDITOR
from support.copy import NOON
from support.newsroom_copy import a_person, again, published
from support.newsroom_screen import at_a_screen

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(300)]

PATIENCE = 60_000


@pytest.fixture
def desk(house):
    """The address of the screen of a running blog."""
    story = published(now=NOON)
    RunBlog(story=story, state="running", now=NOON).execute()
    return f"/admin/stories/live/{again(story).pk}/"


def test_entries_go_out_by_keys_one_after_the_other(house, desk):
    """Ctrl+Enter, twice: listed, the text empty and ready, the screen the same."""
    with at_a_screen(a_person(EDITOR)) as (page, address):
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}{desk}")
        page.evaluate("document.body.dataset.same = '1'")
        text = page.locator("[data-live-text]")
        for number, words in ((1, "The barrier is up."), (2, "A ferry turns.")):
            expect(text).to_be_focused(timeout=PATIENCE)
            page.keyboard.type(words)
            page.keyboard.press("Control+Enter")
            page.locator(".newsroom-live__row", has_text=words).wait_for()
            page.locator(".messages", has_text=f"Entry {number} is out.").wait_for()
            expect(text).to_have_value("")
        assert page.evaluate("document.body.dataset.same") == "1"
        assert page.faults == []
        assert page.strangers == []

    assert house.kinds().count("live.entry") == 2


def test_what_cannot_stand_keeps_its_words_and_says_why(house, desk):
    """As without a script; then it goes out."""
    with at_a_screen(a_person(EDITOR)) as (page, address):
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}{desk}")
        page.locator("[data-live-text]").press("Control+Enter")
        page.locator(".help-critical", has_text="says nothing").wait_for()

        page.locator("[data-live-text]").fill("Now it says something.")
        page.keyboard.press("Control+Enter")

        page.locator(".newsroom-live__row", has_text="Now it says").wait_for()
        expect(page.locator(".newsroom-live .help-critical")).to_have_count(0)
    assert LiveEntry.objects.count() == 1


def test_a_newsroom_that_does_not_answer_loses_no_words(house, desk):
    """The desk is told to look, and nothing is sent twice by itself."""
    with at_a_screen(a_person(EDITOR)) as (page, address):
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}{desk}")
        page.route(
            f"**{desk}",
            lambda route: (
                route.abort() if route.request.method == "POST" else route.continue_()
            ),
        )
        page.locator("[data-live-text]").fill("The barrier is up.")
        page.keyboard.press("Control+Enter")

        page.locator(".help-critical", has_text="did not answer").wait_for()
        assert page.locator("[data-live-text]").input_value() == "The barrier is up."
    assert LiveEntry.objects.count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(house, desk, scheme):
    """By axe, light and dark, on a desk and on a telephone."""
    with at_a_screen(a_person(EDITOR), color_scheme=scheme) as (page, address):
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}{desk}")
        page.locator("[data-live-text]").fill("The barrier is up.")
        page.keyboard.press("Control+Enter")
        page.locator(".newsroom-live__row").wait_for()
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            found = Axe().run(page, context={"include": [[".newsroom-live"]]})
            faults = found.response["violations"]
            assert [(v["id"], v["nodes"][0]["html"][:200]) for v in faults] == []

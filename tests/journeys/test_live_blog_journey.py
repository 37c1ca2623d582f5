"""A reader on a running live blog: told of more, never pushed, whole by itself."""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from support.browser import a_browser
from support.copy import an_entry, later
from support.live_paper import BLOG, OWN, live_paper
from support.press_house import killed, published, said, taken_out

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(300)]

PATIENCE = 40_000


@pytest.fixture
def blog(tmp_path):
    """A served paper with a running live blog of twelve entries."""
    with live_paper(tmp_path) as made:
        yield made


def ids(page):
    """Return the ids of the entries on the page, in order."""
    return page.locator(".entry").evaluate_all("all => all.map((e) => e.id)")


def in_view(page, selector):
    """Return whether the top of an element is on the screen."""
    return page.locator(selector).evaluate(
        "e => { const t = e.getBoundingClientRect().top;"
        " return t >= 0 && t < innerHeight; }"
    )


def listening(page, blog, path=""):
    """Open the blog and wait until its stream is open."""
    with page.expect_request(lambda request: "/_live/" in request.url):
        page.goto(blog.url + OWN + path)


def test_new_entries_are_offered_and_put_in_when_asked_for(blog):
    """A quiet button counts them; pressed, they are there, and the newest has focus."""
    with a_browser(viewport={"width": 1280, "height": 800}) as page:
        listening(page, blog)
        before = ids(page)
        page.locator("#updates").scroll_into_view_if_needed()
        page.evaluate("document.getElementById('updates').scrollIntoView()")
        top = "e => Math.round(e.getBoundingClientRect().top)"
        place = page.locator("#entry-12").evaluate(top)

        blog.do(said(an_entry(13, key=True)), moment=later(hours=2))
        button = page.locator(".offer button")
        expect(button).to_have_text("Show 1 new entry", timeout=PATIENCE)
        blog.do(said(an_entry(14)), moment=later(hours=2))
        expect(button).to_have_text("Show 2 new entries", timeout=PATIENCE)
        assert ids(page) == before
        assert page.locator("#entry-12").evaluate(top) == place

        button.focus()
        page.keyboard.press("Enter")

        expect(page.locator("#entry-14")).to_be_focused(timeout=PATIENCE)
        assert ids(page) == ["entry-14", "entry-13", *before]
        assert button.count() == 0
        assert in_view(page, "#entry-14")
        expect(page.locator(".points")).to_contain_text("Entry 13 from the pier")
        assert page.faults == []
        assert page.strangers == []


def test_who_reads_far_down_is_led_to_what_is_new(blog):
    """The offer stays in sight; pressed, the newest is on the screen and has focus."""
    with a_browser(viewport={"width": 360, "height": 640}) as page:
        listening(page, blog)
        page.evaluate("document.getElementById('entry-3').scrollIntoView()")
        blog.do(said(an_entry(13)), moment=later(hours=2))
        button = page.locator(".offer button")
        expect(button).to_have_text("Show 1 new entry", timeout=PATIENCE)
        assert in_view(page, ".offer button")

        button.click()

        expect(page.locator("#entry-13")).to_be_focused(timeout=PATIENCE)
        assert in_view(page, "#entry-13")
        assert page.faults == []


def test_a_lost_connection_comes_back_with_what_was_missed(blog):
    """Offline while an entry comes, and told of it afterwards."""
    with a_browser() as page:
        listening(page, blog)
        page.context.set_offline(True)
        blog.do(said(an_entry(13)), moment=later(hours=2))
        page.context.set_offline(False)

        expect(page.locator(".offer button")).to_have_text(
            "Show 1 new entry", timeout=PATIENCE
        )


def test_what_is_taken_out_goes_from_the_open_page_at_once(blog):
    """Entry and key point, with nothing else moved; a new one is not miscounted."""
    with a_browser() as page:
        listening(page, blog)
        before = ids(page)
        page.evaluate("document.getElementById('entry-6').scrollIntoView()")
        top = "e => Math.round(e.getBoundingClientRect().top)"
        place = page.locator("#entry-6").evaluate(top)
        assert page.locator(".points a[href='#entry-8']").count() == 1

        blog.do(said(an_entry(13)), moment=later(hours=2))
        button = page.locator(".offer button")
        expect(button).to_have_text("Show 1 new entry", timeout=PATIENCE)
        blog.do(taken_out("x7k2mb", 8, later(hours=2)), moment=later(hours=2))

        expect(page.locator("#entry-8")).to_have_count(0, timeout=PATIENCE)
        assert ids(page) == [name for name in before if name != "entry-8"]
        assert page.locator(".points a[href$='#entry-8']").count() == 0
        assert page.locator("#entry-6").evaluate(top) == place
        expect(button).to_have_text("Show 1 new entry")
        blog.do(taken_out("x7k2mb", 13, later(hours=2)), moment=later(hours=2))
        expect(button).to_have_count(0, timeout=PATIENCE)
        assert page.faults == []


def test_what_is_put_right_changes_on_the_open_page(blog):
    """The entry says what it says now, with its note; new ones still wait."""
    with a_browser() as page:
        listening(page, blog)
        before = ids(page)
        page.locator("#entry-4").focus()

        blog.do(said(an_entry(13)), moment=later(hours=2))
        right = an_entry(
            4,
            key=True,
            headline="Put right",
            corrected=later(hours=2),
            note="It was 4.",
        )
        blog.do(said(right), moment=later(hours=2))

        entry = page.locator("#entry-4")
        expect(entry).to_contain_text("It was 4.", timeout=PATIENCE)
        expect(page.locator(".points")).to_contain_text("Put right")
        expect(entry).to_be_focused()
        assert ids(page) == before
        expect(page.locator(".offer button")).to_have_text("Show 1 new entry")
        assert page.faults == []


def test_who_stands_on_an_entry_s_own_page_is_led_to_what_is_new(blog):
    """A link counts what came since; what the desk mends is mended there too."""
    with a_browser(viewport={"width": 360, "height": 640}) as page:
        listening(page, blog, "page/1/#entry-3")
        before = ids(page)
        assert page.locator(".offer a").count() == 0

        blog.do(said(an_entry(13)), moment=later(hours=2))
        offer = page.locator(".offer a")
        expect(offer).to_have_text("Show 1 new entry", timeout=PATIENCE)
        assert in_view(page, ".offer a")
        blog.do(
            taken_out("x7k2mb", 8, later(hours=2)),
            said(an_entry(3, corrected=later(hours=2), note="It was minute three.")),
            moment=later(hours=2),
        )
        expect(page.locator("#entry-8")).to_have_count(0, timeout=PATIENCE)
        entry = page.locator("#entry-3")
        expect(entry).to_contain_text("It was minute three.", timeout=PATIENCE)
        assert ids(page) == [name for name in before if name != "entry-8"]

        offer.click()

        assert page.url == f"{blog.url}{OWN}#updates"
        assert ids(page)[0] == "entry-13"
        assert page.faults == []


@pytest.mark.parametrize("path", ["", "page/1/"])
def test_a_kill_takes_the_open_page_away(blog, path):
    """The stream says that it is gone, and the page is the notice."""
    with a_browser() as page:
        listening(page, blog, path)
        blog.do(killed("x7k2mb"), moment=later(hours=3))

        expect(page.locator("h1")).to_have_text(
            "This story has been removed", timeout=PATIENCE
        )
        assert "from the pier" not in page.content()


def test_the_end_is_quiet(blog):
    """An ended blog leaves the page as it is; its own page has no script."""
    with a_browser() as page:
        listening(page, blog)
        blog.do(published(replace(BLOG, revision=2, live="ended")))
        page.goto(blog.url + OWN)
        expect(page.locator(".live-state")).to_have_text("Ended")
        assert page.locator("script[src]").count() == 0
        assert page.faults == []


def test_without_a_script_the_page_is_whole(blog):
    """All entries, key points that lead to them, no offer and no empty button."""
    with a_browser(java_script_enabled=False) as page:
        page.goto(blog.url + OWN)
        assert page.locator(".entry").count() == 12
        page.locator(".points a").first.click()
        assert page.url.endswith("#entry-12")
        assert page.locator("button:visible", has_text="new entr").count() == 0
        page.locator("#entry-3 .stamp a").click()
        assert page.url == f"{blog.url}{OWN}page/1/#entry-3"
        assert page.locator("#entry-3").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(blog, width, scheme):
    """No violation that axe knows, nothing wider than the screen, with the offer."""
    with a_browser(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    ) as page:
        listening(page, blog)
        blog.do(said(an_entry(13)), moment=later(hours=2))
        expect(page.locator(".offer button")).to_be_visible(timeout=PATIENCE)
        for path in ("", "page/1/"):
            if path:
                page.goto(blog.url + OWN + path)
            found = Axe().run(page).response["violations"]
            assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width

"""The search page as a person sees and uses it, in a browser without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from support.browser import a_browser
from support.copy import a_story, later
from support.press_house import published
from support.search_paper import SearchPaper

pytestmark = pytest.mark.slow

VIEWS = (
    "/search",
    "/search?q=floods+town&section=world&city=mumbai&from=2016-12-01",
    "/search?q=flodo&from=2016-02-30",
    "/search?q=xyzzyplugh",
    "/search?q=flood&page=2",
    "/search?q=" + "w" * 200,
    "/text/search?q=floods+town&section=world&city=mumbai&from=2016-12-01",
)


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    """Return the address of a paper with 25 stories, some in Hindi."""
    paper = SearchPaper(tmp_path_factory.mktemp("paper"))
    stories = [
        a_story(
            f"bbbbb{c}",
            headline=f"Flood number {n} reaches the old town",
            first_published=later(days=n),
        )
        for n, c in enumerate("bcdfghjkmnpqrstvwxz23456")
    ]
    hindi = a_story(
        "hhhhh2", headline="बिहार में बाढ़ से हज़ारों लोग बेघर", language="hi", standfirst=""
    )
    paper.do(*map(published, [*stories, hindi]))
    with paper.searched() as server:
        yield f"http://127.0.0.1:{server.port}"
    paper.store.close()


def test_a_reader_searches_without_a_script(url):
    """From the front page to a story: words, a section, the next page, a slip."""
    with a_browser(java_script_enabled=False) as page:
        page.goto(url)
        page.get_by_role("link", name="Search", exact=True).click()
        page.get_by_label("Words, or a phrase").fill("floods")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("heading", name="24 stories for “floods”").wait_for()

        page.get_by_role("link", name="Next page").click()
        page.get_by_role("heading", name="24 stories for “floods”, page 2").wait_for()

        page.get_by_text("Section, city, days").click()
        page.get_by_label("Section", exact=True).select_option("World")
        page.get_by_label("From", exact=True).fill("2017-01-01")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("heading", name="7 stories for “floods”").wait_for()
        page.get_by_role("link", name="Leave out: From").click()
        page.get_by_role("heading", name="24 stories for “floods”").wait_for()

        page.get_by_role("link", name="Newest first").click()
        found = page.get_by_role("region", name="24 stories for")
        found.get_by_role("link", name="Flood number 23").wait_for()

        page.get_by_label("Words, or a phrase").fill("flodo")
        page.get_by_role("button", name="Search").click()
        page.get_by_role("link", name="flood", exact=True).click()
        page.get_by_role("heading", name="24 stories for “flood”").wait_for()

        page.get_by_label("Words, or a phrase").fill("बाढ")
        page.get_by_role("button", name="Search").click()
        page.locator("article[lang=hi] mark").first.wait_for()

        assert page.strangers == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_everybody_can_use_it(url, width, scheme):
    """By axe, in every state of the page; nothing sticks out at the side."""
    found = {}
    with a_browser(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    ) as page:
        for view in VIEWS:
            page.goto(url + view)
            broken = Axe().run(page).response["violations"]
            wide = page.evaluate("document.documentElement.scrollWidth")
            found[view] = [each["id"] for each in broken], wide <= width

    assert found == dict.fromkeys(VIEWS, ([], True))

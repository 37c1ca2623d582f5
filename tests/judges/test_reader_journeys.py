"""Everything a reader can do, without a script: choose, search, look back, share."""

import re

import pytest
from playwright.sync_api import expect
from tools.judges.budgets import STORY_FORM
from tools.judges.look import a_browser

from support.browser import chromium_path

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def browser():
    """One Chromium for all readers."""
    with a_browser(chromium_path()) as found:
        yield found


@pytest.fixture
def page(browser, demo):
    """A reader on a telephone, without a script, on home."""
    context = browser.new_context(
        java_script_enabled=False,
        viewport={"width": 360, "height": 800},
        base_url=demo.url,
    )
    found = context.new_page()
    found.goto("/")
    yield found
    context.close()


def heading(page, name):
    """Wait for the page that is headed so."""
    page.get_by_role("heading", name=name).first.wait_for()


def live_blog(paper):
    """Return the path of the demo's live blog."""
    return next(p.path for p in paper.values() if p.is_page and "/page/1/" in p.path)


def test_a_city_is_chosen_and_remembered(page):
    """From the strip to a city; home then has its weather; forgetting works."""
    before = page.locator(".cities summary").inner_text()
    page.locator(".cities summary").click()
    page.get_by_role("link", name="Mumbai", exact=True).click()
    heading(page, "Mumbai")
    page.get_by_role("button", name="Make Mumbai my city").click()
    page.goto("/")
    page.locator(".cities summary", has_text="Mumbai").wait_for()
    assert [each["name"] for each in page.context.cookies()] == ["city"]

    page.goto("/city/mumbai/")
    page.get_by_role("button", name="Forget my city").click()
    page.goto("/")
    assert page.locator(".cities summary").inner_text() == before
    assert page.context.cookies() == []


def test_a_story_is_found_and_read(page):
    """By words from the masthead's link; its page has the words."""
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_label("Words, or a phrase").fill("hot spring Nagato")
    page.get_by_role("button", name="Search").click()
    page.locator("#main article a, #main .found a").first.wait_for()
    page.locator("#main").get_by_role(
        "link", name=re.compile("hot.spring", re.IGNORECASE)
    ).first.click()
    page.locator(
        ".dateline .place", has_text=re.compile("Nagato", re.IGNORECASE)
    ).wait_for()


def test_the_archive_leads_back_to_a_day(page):
    """Year, month, day, story."""
    page.get_by_role("link", name="Archive", exact=True).click()
    page.locator("#main a[href='/archive/2016/']").click()
    page.locator("#main a[href='/archive/2016/12/']").first.click()
    page.locator("#main a[href='/archive/2016/12/15/']").first.click()
    page.locator("#main a[href*='/2016/12/15/']").first.click()
    page.locator("article.story h1").wait_for()


def test_a_live_blog_is_read_to_its_beginning(page, paper):
    """Key points lead to entries, and older entries are links away."""
    path = live_blog(paper)
    page.goto(path.partition("page/")[0])
    point = page.locator(".points a").first
    target = point.get_attribute("href").partition("#")[2]
    point.click()
    page.locator(f"[id='{target}']").wait_for()
    page.goto(path.partition("page/")[0])
    while page.get_by_role("link", name="Older entries").count():
        page.get_by_role("link", name="Older entries").click()
    page.locator("[id='entry-1']").wait_for()


def test_pictures_are_turned_there_and_back(page, paper):
    """From a story to its pictures, to the next, to the one before, to the last."""
    path = next(each for each in paper if each.endswith("/gallery/"))
    page.goto(path.removesuffix("gallery/"))
    page.get_by_role("link", name="See all pictures").click()
    shown = page.locator(".slides li")
    first = shown.first
    expect(first.locator("img")).to_be_in_viewport(ratio=0.9)
    first.get_by_role("link", name="Next picture").click()
    expect(shown.nth(1).locator("img")).to_be_in_viewport(ratio=0.9)
    shown.nth(1).get_by_role("link", name="Previous picture").click()
    expect(first.locator("img")).to_be_in_viewport(ratio=0.9)
    page.get_by_role("link", name=str(shown.count()), exact=True).click()
    expect(shown.last.locator("img")).to_be_in_viewport(ratio=0.9)
    page.locator("#main").get_by_role("link", name="The whole story").first.click()
    page.wait_for_url(f"**{path.removesuffix('gallery/')}")


@pytest.mark.parametrize("place", ["topic", "author", "agency"])
def test_a_story_leads_to_more_of_its_kind(page, paper, place):
    """To its topics, its authors, its agency; and from there to other stories."""
    inside = f'//main//a[starts-with(@href, "/{place}/")]'
    story = next(
        each.path
        for each in paper.values()
        if each.is_page and each.form.startswith(STORY_FORM) and each.tree.xpath(inside)
    )
    page.goto(story)
    link = page.locator(f"#main a[href^='/{place}/']").first
    name = link.inner_text()
    link.click()
    heading(page, name)
    page.locator("#main h3 a").first.click()
    page.locator("article.story h1").wait_for()


def test_what_changed_is_read(page, paper):
    """From the word "Corrected" of a story to each change, and back."""
    page.goto(next(each for each in paper if each.startswith("/changes/")))
    page.locator(".title .of a").click()
    story = page.url
    page.locator(".stamp a[href^='/changes/']").click()
    heading(page, "What changed")
    page.locator(".history li").first.wait_for()
    page.locator(".title .of a").click()
    page.wait_for_url(story)


def test_corrections_lead_to_their_stories(page):
    """From the foot to the list, to the note on a story."""
    page.locator(".foot").get_by_role("link", name="Corrections").click()
    heading(page, "Corrections")
    page.locator(".notes h2 a").first.click()
    page.locator("#corrections").wait_for()


def test_who_is_wronged_finds_the_officer_and_the_house(page):
    """From the foot to grievances, contact and about, each with whom to turn to."""
    page.locator(".foot").get_by_role("link", name="Grievances").click()
    page.locator("#main a[href^='mailto:']").wait_for()
    page.locator(".foot").get_by_role("link", name="Contact").click()
    page.locator("#main a[href^='mailto:']").first.wait_for()
    page.locator(".foot").get_by_role("link", name="About").click()
    page.locator("#main").get_by_role("link", name="Corrections").wait_for()


@pytest.mark.parametrize("name", ["RSS", "Atom", "JSON Feed"])
def test_the_foot_leads_to_a_feed_with_stories(page, demo, name):
    """A feed reader that is given the link gets the newest stories."""
    link = page.locator(".foot").get_by_role("link", name=name, exact=True)
    with demo.client() as client:
        feed = client.get(link.get_attribute("href")).raise_for_status()

    assert feed.text.count(f"{demo.url}/india/") > 2


def test_a_story_is_shared_by_links_alone(page):
    """By mail, by a messenger, by a short link that leads to it."""
    page.locator("#main h3 a").first.click()
    page.locator("article.story h1").wait_for()
    share = page.get_by_role("navigation", name="Share this story")
    own = page.url
    links = [link.get_attribute("href") for link in share.get_by_role("link").all()]

    assert links[0].startswith("mailto:?subject=")
    assert links[1].startswith("https://wa.me/?text=")
    page.goto(links[2])
    assert page.url == own


def test_the_text_edition_says_the_same_and_leads_back(page):
    """From a story to its text, on to another in text, and back to the whole page."""
    page.locator("#main h3 a").first.click()
    title = page.locator("article.story h1").inner_text()
    page.get_by_role("link", name="Text edition").click()
    heading(page, title)
    assert "/text/" in page.url
    page.get_by_role("link", name="The Banyan Post").click()
    page.locator("main h3 a").nth(1).click()
    page.locator("main h1").wait_for()
    assert "/text/" in page.url
    page.get_by_role("link", name="Full page").click()
    page.locator("article.story h1").wait_for()


def test_the_language_is_switched_where_there_are_several(page):
    """Each edition leads to every other, in that language's own name."""
    others = page.locator(".editions-of a:not([aria-current])")
    for number in range(others.count()):
        link = others.nth(number)
        language = link.get_attribute("lang")
        link.click()
        page.locator(f"html[lang^='{language}']").wait_for(state="attached")
        page.goto("/")


def test_no_stranger_is_asked_and_no_script_is_missed(browser, demo, kinds):
    """No page of any kind asks another host, or hides words behind a script."""
    strangers = []
    context = browser.new_context(java_script_enabled=False, base_url=demo.url)
    page = context.new_page()
    page.on("request", lambda request: strangers.append(request.url))
    for path in kinds:
        page.goto(path)
        assert page.locator("main").inner_text().strip(), path
    context.close()

    assert [url for url in strangers if not url.startswith(demo.url)] == []

"""What holds for every page."""

import itertools
import re

import html5lib
import pytest

from dateline.pages.page import HTML, SLOT_START

FORBIDDEN = ("-°C", "None", "NaN", "null", "undefined", "{{", "{%")
NO_PAGE = (
    "/nothing/",
    "/world/2016/12/15/leaders-meet-x7k2mc/",
    "/world/2016/12/15/other-slug-x7k2mb/",
    "/sport/2016/12/15/leaders-meet-x7k2mb/",
    "/s/x7k2mc",
    "/city/nowhere/",
    "/topic/nothing/",
    "/archive/1999/",
    "/archive/2016/13/",
    "/archive/2016/02/30/",
    "/archive/0000/",
    "/archive/9999/12/31/",
    "/archive/\N{FULLWIDTH DIGIT TWO}016/",
    "/sitemaps/2016-13.xml",
    "/sitemaps/1999-01.xml",
    "/nothing/feed.rss",
    "/city/nowhere/feed.atom",
    "/media/none-720.jpg",
    "/media/spring-721.jpg",
    "/assets/site-0000000000.css",
    "/_slot/local/nowhere",
    "/_slot/more/nothing",
    "/healthz",
    "",
)


@pytest.mark.parametrize("path", NO_PAGE)
def test_what_does_not_exist_has_no_page(paper, path):
    """An address that names nothing published gives None."""
    assert paper.page(path) is None


def html_pages(paper):
    """Return every HTML page that a reader can see, its slots filled."""
    return {
        path: paper.filled(path)
        for path, page in paper.all_pages().items()
        if page.content_type == HTML and page.text and page.cache == "page"
    }


def test_every_page_is_valid_html(paper):
    """An HTML parser finds no error in any page, its slots filled."""
    pages = html_pages(paper)
    assert len(pages) > 30
    for path, text in pages.items():
        parser = html5lib.HTMLParser()
        parser.parse(text)
        assert parser.errors == [], path


def test_no_page_shows_a_machines_words(paper):
    """No page holds an empty unit, None, NaN, null, undefined or template marks."""
    for path, page in paper.all_pages().items():
        if isinstance(page.text, str):
            assert not [word for word in FORBIDDEN if word in page.text], path


def test_one_date_beside_the_stamps(paper):
    """The reader's date is a slot, and each page has it once."""
    for path, page in paper.all_pages().items():
        if page.content_type == HTML and page.text and page.cache == "page":
            assert page.text.count(f"{SLOT_START}today") == 1, path


def test_each_id_stands_once_on_a_page(paper):
    """No page uses an id twice, with its slots filled."""
    for path, text in html_pages(paper).items():
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids)), path


def test_every_picture_says_its_size_and_text(paper):
    """Each img has width, height and alternative text."""
    for path, text in html_pages(paper).items():
        for tag in re.findall(r"<img [^>]*>", text):
            assert re.search(r'width="\d+" height="\d+" alt="[^"]+"', tag), path


def test_no_page_needs_a_script_or_another_host(paper):
    """No script runs, no style is inline, nothing is loaded from elsewhere."""
    for path, text in html_pages(paper).items():
        assert set(re.findall(r"<script[^>]*>", text)) <= {
            '<script type="application/ld+json">'
        }, path
        assert " style=" not in text, path
        assert not re.search(r"\s(?:src|srcset|imagesrcset)=\"https?:", text), path


def test_every_link_into_the_site_leads_to_a_page(paper):
    """Each link on each page leads to a page, or away from the site."""
    for path, text in html_pages(paper).items():
        for href in set(re.findall(r'href="(/[^"#]*)', text)):
            page = paper.page(href.removeprefix("/text"))  # each page has one
            assert page is not None, f"{href} on {path}"


def test_headings_go_down_one_step_at_a_time(paper):
    """One h1, and no level is left out below it."""
    for path, text in html_pages(paper).items():
        main = text[text.index("<h1") :]
        levels = [int(level) for level in re.findall(r"<h([1-6])", main)]
        assert levels.count(1) == 1, path
        steps = itertools.pairwise(levels)
        assert all(after - before <= 1 for before, after in steps), path


def test_the_head_comes_early(paper):
    """Canonical address and link preview are in the first 10 KB of a page."""
    for path, text in html_pages(paper).items():
        if 'rel="canonical"' in text:
            early = text.encode()[:10_000].decode(errors="ignore")
            assert 'property="og:title"' in early, path
            assert f'rel="canonical" href="http://banyan.example{path}"' in early


def test_making_a_page_twice_gives_the_same_bytes(paper):
    """A page is a function of the view: same view, same text."""
    for path, page in paper.all_pages().items():
        assert paper.page(path) == page

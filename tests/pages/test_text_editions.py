"""Every page has a text edition that says the same."""

import re

import html5lib
from lxml import html

from dateline.pages.page import HTML
from dateline.press.finish import finish
from dateline.serve.join import inflated
from dateline.serve.text_edition import text_edition

SMALL = 6_000
"""Bytes as they travel, with gzip: what every reader's browser takes."""


def test_every_page_has_one(paper):
    """Valid HTML of at most 6 KB as it travels, under the same heading."""
    pages = {
        path: page
        for path, page in paper.all_pages().items()
        if page.content_type == HTML and page.text and page.cache == "page"
    }
    assert len(pages) > 30
    for path, page in pages.items():
        record = text_edition(finish(page))
        text = inflated(record.pieces).decode()
        parser = html5lib.HTMLParser()
        parser.parse(text)
        assert parser.errors == [], path
        assert record.status == page.status
        assert sum(len(piece.deflate) for piece in record.pieces) < SMALL, path
        heading = html.fromstring(page.text).find(".//main//h1")
        if heading is not None:
            said = "".join(heading.itertext()).strip()
            assert said in html.fromstring(text).text_content(), path


def test_every_word_of_a_story_is_in_it(paper):
    """Paragraphs, facts, tables and the correction; nothing runs together."""
    path = "/world/2016/12/15/leaders-meet-x7k2mb/"
    page = paper.page(path)
    text = inflated(text_edition(finish(page)).pieces).decode()
    whole = re.sub("\x02[^\x03]*\x03", "", page.text)  # a slot is no word of the story
    article = html.fromstring(whole.encode()).find(".//article")
    for gone in article.iter("picture"):
        gone.tail, gone.text = "", ""
    words = set(re.findall(r"\w+", article.text_content()))

    assert words <= set(
        re.findall(r"\w+", html.fromstring(text.encode()).text_content())
    )


def test_a_front_says_more_of_its_lead_alone(paper):
    """One standfirst, every headline: a list that a slow line brings at once."""
    page = paper.page("/world/")
    text = inflated(text_edition(finish(page)).pieces).decode()
    whole = html.fromstring(page.text)
    heads = [h.text_content().strip() for h in whole.findall(".//main//h3")]
    said = [p.text for p in whole.findall(".//main//p[@class='standfirst']")]

    assert len(heads) > 1
    assert len(said) > 1
    shown = html.fromstring(text.encode()).text_content()
    assert all(head in shown for head in heads)
    assert shown.count(said[0]) == 1


def test_each_page_names_its_own(paper):
    """In its head and at its foot; a notice of something gone has no address."""
    for path, page in paper.all_pages().items():
        if page.content_type != HTML or page.cache != "page" or not page.text:
            continue
        named = re.findall(r'href="(/text/[^"]*)"', page.text)
        assert named in ([f"/text{path}"] * 2, []), path
        assert bool(named) == ('rel="canonical"' in page.text), path

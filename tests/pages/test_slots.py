"""Slot values that are pages of their own."""

import re


def test_the_ticker_holds_the_newest_headlines(paper):
    """Four headlines of the whole site, newest first."""
    page = paper.page("/_slot/ticker")

    assert page.cache == "slot"
    assert re.findall(r'-([a-z0-9]{6})/"', page.text) == [
        "x7k2mb",
        "vwxzbc",
        "zzzzbb",
        "zzzzcc",
    ]


def test_local_is_of_the_city(paper):
    """The local slot shows the city's stories and links to its front."""
    text = paper.page("/_slot/local/mumbai").text

    assert "leaders-meet-x7k2mb" in text
    assert "old-line-bcdfgh" not in text
    assert '<a href="/city/mumbai/">Mumbai</a>' in text


def test_local_leaves_out_what_home_leads_with(paper):
    """The strip stands below the desk's choice: no story twice."""
    assert "old-line-bcdfgh" in paper.page("/city/patna/").text
    assert paper.page("/_slot/local/patna").text == ""


def test_more_is_of_the_section(paper):
    """The slot under a story shows the newest of its section."""
    text = paper.page("/_slot/more/india").text

    assert "More from India" in text
    assert re.findall(r'-([a-z0-9]{6})/"', text) == ["vwxzbc", "bcdfgh"]


def test_without_stories_a_slot_is_empty(paper, empty_paper):
    """An empty fragment closes its place instead of showing a bare heading."""
    assert paper.page("/_slot/local/ranchi").text == ""
    assert paper.page("/_slot/more/sport").text == ""
    assert empty_paper.page("/_slot/ticker").text == ""

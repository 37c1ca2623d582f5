"""The page of styles: every component, in a site that wants it and no other."""

import re
from collections import Counter

import pytest
from lxml import html

from dateline.catalog.apply import apply
from dateline.news.block import BlockKind, ChartForm
from dateline.pages.style_page import COLOURS, PARTS, PATH
from dateline.pages.typeset import TEMPLATES
from support.copy import a_site
from support.press_house import MemoryJournal, site_set

WHOLE_PAGES = re.compile(r"\{% extends|<!doctype|^<\?xml", re.MULTILINE)
INCLUDED = re.compile(r'\{% include "([a-z_.]+)" %\}')
STANDS_AROUND = {
    "frame_foot.html",
    "frame_links.html",
    "frame_top.html",
    "text_link.html",
}
"""Parts of the frame: they stand on the page of styles itself."""

STATES = {
    "Strip": {
        "a temperature of this hour": "New Delhi 19\N{NO-BREAK SPACE}°C, haze, at",
        "no temperature at all": "New Delhi",
        "below zero": "New Delhi \N{MINUS SIGN}5\N{NO-BREAK SPACE}°C, snow, at",
        "hours old, of the day before: it says so": "at 9.40 pm on 15 Dec 2016",
        "too old to be shown": "New Delhi",
        "made up, for a demo": "at 9.40 pm, sample",
    },
    "City strip": {"one story": "Patna"},
    "Search": {
        "stories found, page 2 of 3, with filters": "Page 2 of 3",
        "a slip of the hand": "Did you mean: hot spring",
        "some of the words": "No story has all of these words.",
        "nothing found": "No story for “xylophone”",
        "no index yet": "Search is being made ready",
    },
    "Form errors": {"everything that can be wrong": "“2016-02-30” is no day."},
    "Complaint": {
        "fields left empty": "Please fill this in.",
        "no way to answer": "A mail address or a telephone number is wanted here.",
        "too long": "This is too long: 5000 letters at most.",
        "too many from one network": "too many forms came from your network",
        "the desk cannot be reached": "the form cannot be taken just now",
        "taken": "BCDF-GHJK",
    },
    "Ways on": {"between pages of a live blog": "Newer entries"},
    "Notices": {
        "404: no such page": "There is no such page",
        "410: removed, with the reason": "The agency took this story back.",
        "410: withdrawn": "This story has been withdrawn",
        "503: plain, before a page is made": "The paper is being set.",
    },
    "Correction box": {"two, the newest first": "Nagato is in Yamaguchi"},
    "Page of corrections": {"nothing to correct": "nothing to correct at the moment"},
    "Nothing yet": {
        "section": "No stories in World yet.",
        "city": "No stories from Mumbai yet.",
        "topic": "No stories about Japan yet.",
        "author": "No stories by Meera Nambiar yet.",
        "edition": "The first story is still being written.",
    },
}
"""What some parts say in states that are easily forgotten."""


@pytest.fixture
def text(empty_paper):
    """Return the page of styles of a site that shows it."""
    for entry in MemoryJournal().append(site_set(a_site(styles=True))):
        apply(empty_paper.tx, entry)
    return empty_paper.page(PATH).text


def test_only_a_site_that_wants_it_has_it(empty_paper):
    """Readers of a real paper never meet it."""
    assert empty_paper.page(PATH) is None


def parts_shown():
    """Return the templates that the page draws, and those which these draw."""
    found, new = set(), {file for part in PARTS for file in part.files.split()}
    while new:
        found |= new
        texts = [(TEMPLATES / name).read_text(encoding="utf-8") for name in new]
        new = {name for text in texts for name in INCLUDED.findall(text)} - found
    return found


def test_every_component_is_shown():
    """Whatever template is no whole page is drawn here, or stands around it."""
    parts = {
        file.name
        for file in TEMPLATES.glob("*.html")
        if not WHOLE_PAGES.search(file.read_text(encoding="utf-8"))
    }

    assert parts - parts_shown() - STANDS_AROUND == set()


def test_each_state_looks_as_it_should(text):
    """The strip and its weather, the search, notices, errors, nothing yet."""
    shown = samples(text)
    lacking = [
        (part, state, words)
        for part, states in STATES.items()
        for state, words in states.items()
        if words not in shown[part][state]
    ]

    assert lacking == []
    for state in ("no temperature at all", "too old to be shown"):
        assert "°" not in shown["Strip"][state]


def samples(text):
    """Return what each part says in each of its states."""
    found = {}
    for part in html.fromstring(text).findall(".//section[@class='style-part']"):
        states = part.findall("p[@class='style-state']")
        said = [each.getnext().text_content() for each in states]
        names = [each.text for each in states]
        found[part.findtext("h2")] = dict(zip(names, said, strict=True))
    return found


def test_no_two_samples_are_taken_for_one_another(text):
    """Each id is there once, and whatever names one names one that is there."""
    page = html.fromstring(text)
    ids = Counter(page.xpath("//@id"))
    named = page.xpath("//@aria-labelledby | //@for")
    within = page.xpath("//@href[starts-with(., '#')]")

    assert {name for name, count in ids.items() if count > 1} == set()
    assert {word for names in named for word in names.split()} <= set(ids)
    assert {href[1:] for href in within} <= set(ids)
    assert len(page.xpath("//form[@role='search']/@aria-label")) == 9


def test_every_kind_of_block_and_chart_is_shown(text):
    """By name, with those of pictures among the pictures."""
    states = set(samples(text)["Block"])
    drawn = {"gallery", "picture"}

    assert {kind.value for kind in BlockKind} - drawn - states == {"chart"}
    assert {f"chart {form}" for form in ChartForm} <= states


def test_it_is_nobodys_to_find(text):
    """No search engine is led here."""
    assert '<meta name="robots" content="noindex">' in text
    assert "/text/" not in text


@pytest.mark.parametrize("name", COLOURS)
def test_every_colour_is_there(text, name):
    """Each custom property has its swatch."""
    assert f'class="swatch-{name}"' in text

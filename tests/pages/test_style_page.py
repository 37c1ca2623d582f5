"""The page of styles: every component, in a site that wants it and no other."""

import re

import pytest

from dateline.catalog.apply import apply
from dateline.news.block import BlockKind, ChartForm
from dateline.pages.style_page import COLOURS, PATH
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

FROM_THE_SERVER = {
    "archive_way.html",
    "grievance_form.html",
    "grievance_told.html",
    "search_results.html",
    "stories.html",
}
"""Forms with their answers, a way and a sheet: each is a page’s whole content."""


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
    found, new = set(), {"style_page.html"}
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
        and not file.name.startswith("slot_")
    }

    assert parts - parts_shown() - STANDS_AROUND - FROM_THE_SERVER == set()


def test_every_kind_of_block_and_chart_is_shown(text):
    """By name, with those of pictures among the pictures."""
    states = set(re.findall(r'class="style-state">([^<]*)<', text))
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

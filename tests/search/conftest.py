"""A small paper that can be searched."""

import pytest

from support.copy import a_story, later, paragraph
from support.press_house import published
from support.search_house import SearchHouse

FLOOD, QUAKE, BARH, MATCH = "fldfl2", "qkqkq2", "brbrb2", "mtmtm2"


@pytest.fixture
def house(tmp_path):
    """Return a paper without stories."""
    made = SearchHouse(tmp_path)
    yield made
    made.close()


@pytest.fixture
def paper(house):
    """Return a paper with four stories, one of them in Hindi."""
    for story in the_stories():
        house.do(published(story))
    return house


def the_stories():
    """Return the four stories."""
    return (
        a_story(
            FLOOD,
            headline="Floods in Patna drive thousands from their homes",
            standfirst="The Ganga rose three metres in a night.",
            section="india",
            cities=("patna",),
            located=("Patna",),
            body=(
                paragraph("Boats carried families from <em>roof</em> to roof."),
                paragraph("The Bank of India opened a relief counter &amp; a kitchen."),
            ),
        ),
        a_story(
            QUAKE,
            headline="Earthquake shakes Kathmandu café at breakfast",
            standfirst="",
            section="world",
            cities=(),
            located=("Kathmandu",),
            body=(paragraph("Tremors reached Patna, where floods had just gone."),),
            first_published=later(days=2),
        ),
        a_story(
            BARH,
            headline="बिहार में बाढ़ से हज़ारों लोग बेघर",
            standfirst="गंगा का पानी शहरों में घुस गया।",
            language="hi",
            section="india",
            cities=("patna",),
            located=("पटना",),
            body=(paragraph("सरकार ने राहत शिविर खोले।"),),
            first_published=later(days=1),
        ),
        a_story(
            MATCH,
            headline="Ranchi wins the cup on the last ball",
            standfirst="A match that nobody leaves early.",
            section="sport",
            cities=("ranchi",),
            located=("Ranchi",),
            body=(paragraph("The captain needed six and hit it into the river."),),
            first_published=later(days=400),
        ),
    )

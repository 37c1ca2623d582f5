"""How long a story takes to read."""

import pytest

from dateline.news.block import Block, BlockKind
from dateline.pages.reading_time import reading_minutes
from support.copy import a_story, paragraph


@pytest.mark.parametrize(("words", "minutes"), [(299, 0), (300, 2), (700, 4), (0, 0)])
def test_two_hundred_words_a_minute(words, minutes):
    """A short piece says nothing of its length."""
    body = (paragraph(" ".join(["word"] * words)),)
    assert reading_minutes(a_story(body=body)) == minutes


def test_items_count_too():
    """A list is read like copy."""
    items = (" ".join(["word"] * 200),) * 2
    body = (Block(kind=BlockKind.LIST, items=items),)

    assert reading_minutes(a_story(body=body)) == 2


def test_moments_of_a_timeline_count_too():
    """They are told in words; figures of a chart are looked at."""
    rows = (("Noon", "", " ".join(["word"] * 399)),)
    chart = Block(kind=BlockKind.CHART, rows=(("Year",) * 300, ("1",) * 300))
    timeline = Block(kind=BlockKind.TIMELINE, title="The day", rows=rows)

    assert reading_minutes(a_story(body=(timeline,))) == 2
    assert reading_minutes(a_story(body=(chart,))) == 0

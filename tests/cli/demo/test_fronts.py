"""The demo's fronts: they name stories it has, and show each way to lead."""

import pytest

from dateline.cli.demo.copy import WITHDRAWN, stories
from dateline.cli.demo.fronts import FRONTS, LINE
from dateline.news.front import (
    HEADLINE_LIMIT,
    HOME,
    LABEL_LIMIT,
    RELATED_LIMIT,
    Shape,
)

SLUGS = {story.slug for story in stories()}
PLACES = [place for places in FRONTS.values() for place in places]


@pytest.mark.parametrize("front", FRONTS)
def test_every_story_of_a_front_is_in_the_demo_and_once(front):
    """Also those of packages, and none that the desk takes back."""
    named = [s for place in FRONTS[front] for s in (place.slug, *place.related)]

    assert set(named) <= SLUGS - {WITHDRAWN}
    assert len(set(named)) == len(named)


def test_what_is_said_fits_its_place():
    """The desk's limits hold for the demo's desk too."""
    assert len(LINE) <= HEADLINE_LIMIT
    for place in PLACES:
        assert len(place.label) <= LABEL_LIMIT
        assert len(place.headline) <= HEADLINE_LIMIT
        assert len(place.related) <= RELATED_LIMIT


def test_each_way_to_lead_can_be_seen():
    """A package on home, a front led by its picture, one led by its words."""
    assert FRONTS[HOME][0].related
    assert {Shape.PICTURE, Shape.TEXT} <= {place.shape for place in PLACES}
    assert any(place.headline for place in PLACES)

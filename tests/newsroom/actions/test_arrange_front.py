"""Filling the places of a front."""

import pytest

from dateline.news.front import Label, Shape, Treatment
from dateline.newsroom.actions.arrange_front import (
    ArrangeFront,
    Placing,
    TooManyPlacesError,
    TooMuchToShowError,
)
from dateline.newsroom.actions.errors import NotAllowedError, WrongStateError
from dateline.newsroom.models import Front
from dateline.newsroom.roles import PICTURE_EDITOR
from support.copy import NOON
from support.newsroom_copy import a_draft, a_person, published


def arrange(*stories, front="home", by=None):
    """Put stories, or placings, on a front."""
    row = Front.objects.get(pk=front)
    places = [s if isinstance(s, Placing) else Placing(story=s) for s in stories]
    action = ArrangeFront(front=row, places=places, acting_user=by, now=NOON)
    return action.execute()


def test_places_go_out_in_order(either):
    """Best first, as the desk placed them."""
    one, two = published(headline="One"), published(headline="Two")

    arrange(two, one, front="section/world")

    kind, front = either.said()[-1]
    assert kind == "front.arranged"
    assert front.id == "section/world"
    assert front.places == (two.public_id, one.public_id)


def test_the_same_order_again_says_nothing(house):
    """A button pressed twice is no news."""
    story = published()
    arrange(story)

    assert arrange(story) == ()


def test_only_published_stories_have_places(house):
    """A front shows what readers can read."""
    with pytest.raises(WrongStateError, match="not published"):
        arrange(a_draft())


def test_a_story_stands_once_on_a_front(house):
    """Twice is a mistake."""
    story = published()

    with pytest.raises(WrongStateError, match="twice"):
        arrange(story, story)


def test_a_place_says_how_its_story_is_shown(either):
    """Shape, label, headline and package; nothing is said of what is automatic."""
    lead, other, third = (published(headline=name) for name in ("One", "Two", "Three"))

    arrange(
        Placing(
            story=lead,
            shape=Shape.TEXT,
            label=Label.LIVE,
            headline="First of all",
            related=[third],
        ),
        other,
    )

    front = either.said()[-1][1]
    assert front.places == (lead.public_id, other.public_id)
    assert front.treatments == (
        Treatment(
            story=lead.public_id,
            shape=Shape.TEXT,
            label="live",
            headline="First of all",
            related=(third.public_id,),
        ),
    )


def test_related_stories_stand_once_and_are_public(house):
    """A package is part of the front."""
    story = published()

    with pytest.raises(WrongStateError, match="twice"):
        arrange(Placing(story=story, related=[story]))
    with pytest.raises(WrongStateError, match="not published"):
        arrange(Placing(story=story, related=[a_draft()]))


@pytest.mark.parametrize(
    "too_much",
    [{"label": "L" * 25}, {"headline": "H" * 141}, {"related": range(6)}],
)
def test_a_place_has_its_limits(house, too_much):
    """What would not fit a phone is refused with the limits."""
    if "related" in too_much:
        too_much = {"related": [published() for _ in too_much["related"]]}

    with pytest.raises(TooMuchToShowError) as refused:
        arrange(Placing(story=published(), **too_much))
    assert "at most 24 characters" in refused.value.hint


def test_a_front_has_so_many_places(house):
    """The rest fills itself."""
    story = published()

    with pytest.raises(TooManyPlacesError):
        arrange(*[story] * 31)


def test_fronts_are_the_editors(house):
    """A picture editor arranges none."""
    with pytest.raises(NotAllowedError):
        arrange(published(), by=a_person(PICTURE_EDITOR))

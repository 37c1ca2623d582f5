"""The rule's news judgement: fresh before old, urgent before routine."""

import itertools

import pytest

from dateline.pages.judgement import Worth, judged
from support.copy import later


def worth(name, *, hours=0, urgency=5, picture=True):
    """Return a story as it is judged; ``hours`` is its age."""
    moment = later(hours=-hours)
    return Worth(id=name, first_published=moment, urgency=urgency, picture=picture)


def order(*stories, lead=False):
    """Return the ids in the order of the rule."""
    return [each.id for each in judged(stories, lambda story: story, lead=lead)]


def test_the_newest_comes_first_among_equals():
    """Routine copy stands in order of time."""
    assert order(worth("old", hours=5), worth("new")) == ["new", "old"]


@pytest.mark.parametrize(
    ("hours", "expected"), [(11, ["flash", "new"]), (13, ["new", "flash"])]
)
def test_a_flash_holds_its_place_for_half_a_day(hours, expected):
    """A step of urgency is worth three hours: four steps are twelve."""
    flash = worth("flash", hours=hours, urgency=1)

    assert order(worth("new"), flash) == expected


def test_copy_of_least_urgency_makes_way():
    """It stands below what is hours older."""
    assert order(worth("least", urgency=8), worth("older", hours=8)) == [
        "older",
        "least",
    ]


def test_a_lead_is_shown_by_its_picture():
    """Of the best three the first that has one; the others keep their order."""
    best = [
        worth("one", picture=False),
        worth("two", hours=1, picture=False),
        worth("three", hours=2),
        worth("four", hours=3),
    ]

    assert order(*best, lead=True) == ["three", "one", "two", "four"]
    assert order(*best[:2], best[3], lead=True) == ["four", "one", "two"]
    assert order(*best[:2], lead=True) == ["one", "two"]


def test_an_urgent_lead_waits_for_no_picture():
    """A flash leads as it is."""
    flash = worth("flash", urgency=2, picture=False)

    assert order(worth("photo"), flash, lead=True) == ["flash", "photo"]


def test_the_order_does_not_depend_on_the_order_of_reading():
    """Also of stories of one moment: the same page on every machine."""
    stories = [worth(name) for name in ("b", "c", "a")] + [worth("d", urgency=4)]

    orders = {tuple(order(*mixed)) for mixed in itertools.permutations(stories)}

    assert orders == {("d", "c", "b", "a")}


def test_nothing_to_judge():
    """An empty front is no error."""
    assert order(lead=True) == []

"""Breaking lines: up at once, down by hand, at their moment, or with their story."""

import pytest

from dateline.news.front import BreakingLine
from dateline.newsroom.actions.breaking_line import (
    BadLineError,
    PutUpLine,
    TakeDownLine,
)
from dateline.newsroom.actions.errors import (
    BadMomentError,
    NotAllowedError,
    WrongStateError,
)
from dateline.newsroom.actions.withdraw import Withdraw
from dateline.newsroom.due import next_due, run_due
from dateline.newsroom.models import Front
from dateline.newsroom.roles import REPORTER
from support.copy import NOON, later
from support.newsroom_copy import a_draft, a_person, published


def put_up(text="Bridge closed", *, now=NOON, **fields):
    """Put a line up over home."""
    home = Front.objects.get(pk="home")
    return PutUpLine(front=home, text=text, now=now, **fields).execute()


def line(house):
    """Return the line that readers have."""
    fronts = [content for kind, content in house.said() if kind == "front.arranged"]
    return fronts[-1].line


def test_a_line_goes_up_and_comes_down(either):
    """Both are entries of the journal, and say nothing twice."""
    story = published()

    put_up(story=story)
    assert line(either) == BreakingLine(text="Bridge closed", story=story.public_id)

    home = Front.objects.get(pk="home")
    assert len(TakeDownLine(front=home, now=later(hours=1)).execute()) == 1
    assert line(either) is None
    assert TakeDownLine(front=home, now=later(hours=2)).execute() == ()


def test_it_comes_down_at_its_moment(either):
    """The due queue takes it down, not a second before."""
    put_up(until=later(minutes=30))
    assert next_due(later(minutes=20)) == later(minutes=30)

    run_due(later(minutes=29, seconds=59))
    assert line(either) is not None

    assert [ran.action for ran in run_due(later(minutes=30))] == ["end-line"]
    assert line(either) is None


def test_the_end_of_one_line_does_not_end_the_next(house):
    """A line that was replaced takes its end with it."""
    put_up(until=later(minutes=30))
    put_up("Bridge open again", now=later(minutes=10))

    assert run_due(later(minutes=31)) == []
    assert line(house).text == "Bridge open again"


def test_it_goes_with_its_story(house):
    """A story that is withdrawn leaves no line that leads to it."""
    story = published()
    put_up(story=story, until=later(hours=3))

    Withdraw(story=story, now=later(minutes=5)).execute()

    assert line(house) is None
    assert Front.objects.get(pk="home").line_text == ""


def test_a_line_is_one_line_about_something_public(house):
    """What cannot stand is refused, with why."""
    with pytest.raises(BadLineError):
        put_up("   ")
    with pytest.raises(BadLineError):
        put_up("long " * 40)
    with pytest.raises(BadMomentError):
        put_up(until=NOON)
    with pytest.raises(WrongStateError, match="not published"):
        put_up(story=a_draft())


def test_lines_are_the_editors(house):
    """A reporter puts none up and takes none down."""
    reporter = a_person(REPORTER)

    with pytest.raises(NotAllowedError):
        put_up(acting_user=reporter)
    down = TakeDownLine(
        front=Front.objects.get(pk="home"), acting_user=reporter, now=NOON
    )
    with pytest.raises(NotAllowedError):
        down.execute()

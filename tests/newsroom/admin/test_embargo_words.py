"""An embargo that ends with nobody's leave: the copy stays, the desk is told."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from dateline.newsroom.admin.desk_zone import Clock
from dateline.newsroom.admin.embargo_words import ended_embargoes
from dateline.newsroom.admin.wire_marks import marks_of
from dateline.newsroom.due import run_due
from dateline.newsroom.models import WireItem
from dateline.newsroom.wire_versions import Version
from support.copy import later
from support.newsroom_wire import DESK, TRUSTED, arrive, copy

END = later(hours=1)


def words_of(row, *, now):
    """Return what the marks of an item say at a moment."""
    clock = Clock(zone=ZoneInfo("Asia/Kolkata"), now=now)
    marks = marks_of(row, Version(version="1", came=now), clock=clock)
    return " ".join(mark.word for mark in marks)


@pytest.fixture
def row(house):
    """Copy under an embargo, on a wire that publishes nothing by itself."""
    arrive(copy(embargoed=END.isoformat()), source=DESK)
    return WireItem.objects.get()


def test_copy_nobody_approved_stays_in_when_its_embargo_ends(house, row):
    """Nothing happens by itself, and its mark says that the moment has passed."""
    assert run_due(END + timedelta(seconds=1)) == []

    assert not any("story" in kind for kind in house.kinds())
    assert "Embargo until" in words_of(row, now=END - timedelta(seconds=1))
    assert "may go out" in words_of(row, now=END)


def test_the_desk_is_called_for_a_day(row):
    """From the moment it ends; not before, and not for ever."""
    before, after = END - timedelta(seconds=1), END + timedelta(hours=25)
    assert ended_embargoes(now=before, most=9) == []
    assert ended_embargoes(now=END, most=9) == [row]
    assert ended_embargoes(now=after, most=9) == []


def test_what_went_out_by_itself_calls_nobody(house):
    """A trusted wire's copy appears at its moment; that is no call."""
    arrive(copy(embargoed=END.isoformat()), source=TRUSTED)
    run_due(END)
    WireItem.objects.update(state="published")

    assert ended_embargoes(now=END, most=9) == []


def test_the_first_screen_says_so(house, editor):
    """It leads to the item."""
    raw = copy(embargoed=(timezone.now() + timedelta(hours=1)).isoformat())
    arrive(raw, source=DESK, now=timezone.now())
    ended = timezone.now() - timedelta(minutes=1)
    WireItem.objects.update(embargoed_until=ended)
    row = WireItem.objects.get()

    page = editor.get("/admin/").content.decode()

    assert "its embargo has ended" in page
    assert f"/admin/wire/{row.pk}/" in page
    assert "may go out" in editor.get(f"/admin/wire/{row.pk}/").content.decode()

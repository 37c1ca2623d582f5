"""Grievances whose next step is due, for the first screen of who keeps the register."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from dateline.news.grievance import Standing
from dateline.newsroom.admin.home_lines import Line, Panel
from dateline.newsroom.admin.shown import shown_short
from dateline.newsroom.models.grievance import Grievance

LINES = 8
AHEAD = timedelta(days=3)
"""How long before it is due a decision is shown; an acknowledgement always is."""

_STEPS = {
    Standing.ACKNOWLEDGE: "to be acknowledged",
    Standing.DECIDE: "to be decided",
}


class GrievancesPanel(Panel):
    """What waits, the most urgent first; overdue in words and colour."""

    name = "grievances"
    heading = "Grievances that are due"
    empty = "No grievance is due."
    order = 115

    @classmethod
    def is_for(cls, user: Any) -> bool:
        """Return whether somebody may see who complained of what."""
        return bool(user.has_perm("newsroom.view_grievance"))

    def lines(self) -> Iterable[Line]:
        """Return a line for each: what is to be done until when."""
        now = timezone.now()
        waiting = Grievance.objects.filter(decided_at=None)
        due = waiting.filter(deadline__lte=now + AHEAD).order_by("deadline")
        return [_line(each, now) for each in due[:LINES]]


def _line(grievance: Grievance, now: Any) -> Line:
    by = shown_short(grievance.next_deadline)
    late = grievance.overdue(now)
    return Line(
        moment=by,
        text=f"{grievance}: {_STEPS[grievance.standing]}",
        url=reverse("wagtailsnippets_newsroom_grievance:edit", args=[grievance.pk]),
        fault=f"overdue since {by}" if late else "",
    )

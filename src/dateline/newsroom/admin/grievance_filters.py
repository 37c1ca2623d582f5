"""What the register of grievances may be filtered by."""

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet

from dateline.newsroom.models.grievance import Grievance, Outcome

OVERDUE, OPEN, DECIDED = "overdue", "open", "decided"

_STANDINGS = ((OVERDUE, "overdue"), (OPEN, "open"), (DECIDED, "decided"))


class GrievanceFilters(WagtailFilterSet):
    """Standing, outcome, when it was received."""

    standing = django_filters.ChoiceFilter(
        label="Standing", choices=_STANDINGS, method="filter_standing"
    )
    outcome = django_filters.ChoiceFilter(label="Outcome", choices=Outcome.choices)
    received_at = django_filters.DateFromToRangeFilter(label="Received")

    class Meta:
        """Named above; nothing else."""

        model = Grievance
        fields: list[str] = []

    def filter_standing(
        self, rows: "QuerySet[Grievance]", _name: str, value: str
    ) -> "QuerySet[Grievance]":
        """Return those that are late, that wait, or that are decided."""
        if value == DECIDED:
            return rows.filter(decided_at__isnull=False)
        waiting = rows.filter(decided_at__isnull=True)
        if value == OVERDUE:
            return waiting.filter(deadline__lt=timezone.now())
        return waiting

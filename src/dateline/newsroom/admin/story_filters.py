"""What the desk may filter the list of stories by."""

import django_filters
from django.db.models import QuerySet
from wagtail.admin.filters import WagtailFilterSet

from dateline.newsroom.admin.story_standing import (
    SCHEDULED,
    STATES,
    open_publications,
)
from dateline.newsroom.models.city import City
from dateline.newsroom.models.section import Section
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.models.topic import Topic
from dateline.newsroom.site_settings import site_settings

_LOOKED_AT = 500


def agencies() -> list[tuple[str, str]]:
    """Return the agencies of the settings and of the newest stories, by name."""
    newest = Story.objects.order_by("-id").values_list("agency", flat=True)
    named = {wire.agency for wire in site_settings().wires}
    return [(name, name) for name in sorted({*newest[:_LOOKED_AT], *named} - {""})]


class StoryFilters(WagtailFilterSet):
    """Section, state, city, agency, topic."""

    state = django_filters.ChoiceFilter(
        label="State", choices=STATES, method="filter_state"
    )
    section = django_filters.ModelChoiceFilter(
        label="Section", queryset=Section.objects.all()
    )
    city = django_filters.ModelChoiceFilter(
        label="City", field_name="cities", queryset=City.objects.all()
    )
    agency = django_filters.ChoiceFilter(label="Agency", choices=agencies)
    topic = django_filters.ModelChoiceFilter(
        label="Topic", field_name="topics", queryset=Topic.objects.all()
    )

    class Meta:
        """Named above; nothing else."""

        model = Story
        fields: list[str] = []

    def filter_state(
        self, stories: "QuerySet[Story]", _name: str, value: str
    ) -> "QuerySet[Story]":
        """Return the stories in a state; "scheduled" is one that others hide."""
        waiting = open_publications().values("story")
        if value == SCHEDULED:
            return stories.filter(pk__in=waiting)
        found = stories.filter(state=value)
        return found.exclude(pk__in=waiting) if value == StoryState.DRAFT else found

"""Every story that was made of a wire item, in whichever of its versions.

An order of the agency reaches all of them: the story its rows lead to, one that
was taken again after a kill, and any other whose copy says it came from there.
"""

from collections.abc import Iterable

from django.db.models import Q

from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.models.wire_item import WireItem


def family_of(row: WireItem) -> list[WireItem]:
    """Return the rows of all versions of what a row is one version of."""
    if row.pk is None or not row.family:
        return [row]
    rows = WireItem.objects.filter(provider=row.provider, family=row.family)
    others = rows.exclude(pk=row.pk).select_related("story").order_by("pk")
    return [row, *others]


def stories_of(rows: Iterable[WireItem]) -> list[Story]:
    """Return the stories made of these rows that were not killed."""
    known = list(rows)
    keys = [row.story_id for row in known if row.story_id is not None]
    uris = [row.uri for row in known]
    provider = known[0].provider
    made = Q(pk__in=keys) | Q(wire_provider=provider, wire_uri__in=uris)
    found = Story.objects.filter(made).exclude(state=StoryState.KILLED)
    return list(found.order_by("pk"))

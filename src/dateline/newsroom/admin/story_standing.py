"""Where a story stands, in one word and one colour.

The desk must never have to guess whether readers can see something. A badge
is a word, a shape and a colour, so that it needs none of the three alone.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from dateline.newsroom.models.due import Due, DueAction
from dateline.newsroom.models.story import Story, StoryState

SCHEDULED = "scheduled"

STATES = (
    (StoryState.DRAFT.value, "Draft"),
    (SCHEDULED, "Scheduled"),
    (StoryState.PUBLISHED.value, "Published"),
    (StoryState.WITHDRAWN.value, "Withdrawn"),
    (StoryState.KILLED.value, "Killed"),
)
"""What the desk may filter by, in the order of a story's life."""

_WORDS = dict(STATES)


@dataclass(frozen=True, kw_only=True, slots=True)
class Badge:
    """A story's state as a badge: ``name`` for the style sheet, ``word`` to read.

    ``also`` says what waits behind it: "changes not published", "scheduled".
    """

    name: str
    word: str
    also: str = ""


def with_due(stories: "QuerySet[Story]") -> "QuerySet[Story]":
    """Return the stories with ``due_at``: when the next publication is due."""
    due = open_publications().filter(story=OuterRef("pk")).order_by("moment")
    return stories.annotate(due_at=Subquery(due.values("moment")[:1]))


def open_publications() -> "QuerySet[Due]":
    """Return the publications that wait for their moment."""
    return Due.objects.filter(done_at__isnull=True, action=DueAction.PUBLISH)


def due_moment(story: Any) -> datetime | None:
    """Return when a story's next publication is due, or None."""
    if hasattr(story, "due_at"):
        moment: datetime | None = story.due_at
        return moment
    first = open_publications().filter(story=story.pk).order_by("moment").first()
    return None if first is None else first.moment


def badge_of(story: Any) -> Badge:
    """Return the badge of a story."""
    due = due_moment(story) if story.state != StoryState.KILLED else None
    if due is not None and story.state in {StoryState.DRAFT, StoryState.WITHDRAWN}:
        return Badge(name=SCHEDULED, word=_WORDS[SCHEDULED])
    return Badge(
        name=story.state,
        word=_WORDS[story.state],
        also=_also(story, due),
    )


def _also(story: Any, due: datetime | None) -> str:
    if story.state != StoryState.PUBLISHED:
        return ""
    if due is not None:
        return "next version scheduled"
    return "changes not published" if story.has_unpublished_changes else ""

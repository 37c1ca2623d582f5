"""The rows of a front's editor: what the desk placed, and what the rule adds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from dateline.news.front import HOME, Shape, Treatment, edition_of
from dateline.newsroom.admin.front_form import Places
from dateline.newsroom.admin.picture_columns import thumbnail_of
from dateline.newsroom.admin.shown import shown
from dateline.newsroom.models.front import Front
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.site_settings import site_settings
from dateline.pages.front_page import LIMIT
from dateline.pages.home import LATEST, TOP
from dateline.pages.judgement import Worth, judged
from dateline.pages.teaser import label_text

_FOUND = 12
_REFUSED = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A story in a place, or one that could be.

    ``shape``, ``label``, ``own`` (a headline for this front alone) and
    ``related`` are those of its place. ``refused`` says why a story cannot be
    placed; it is empty for one that can.
    """

    id: str
    headline: str
    section: str
    published: str
    urgency: int
    thumbnail: str
    agency: str
    shape: str = Shape.AUTOMATIC.value
    label: str = ""
    own: str = ""
    related: "tuple[Row, ...]" = ()
    refused: str = ""

    @property
    def is_treated(self) -> bool:
        """Whether the desk said how it is shown."""
        automatic = self.shape == Shape.AUTOMATIC.value
        return bool(self.label or self.own or self.related) or not automatic


def places_shown(front: Front) -> int:
    """Return how many stories readers see of a front."""
    return TOP if front.pk == HOME else LIMIT


def rows_of(stories: Iterable[Story]) -> list[Row]:
    """Return stories as rows."""
    return [_row(story) for story in stories]


def placed_rows(places: Places, stories: Mapping[str, Story]) -> list[Row]:
    """Return the rows of a draft, each with its treatment."""
    return [_row(stories[place.story], place, stories) for place in places]


def public_stories(ids: Iterable[str]) -> dict[str, Story]:
    """Return those of the stories that readers have, by public id."""
    return {s.public_id: s for s in _readable().filter(public_id__in=list(ids))}


def topped_up(front: Front, ids: Sequence[str], *, placed: int) -> list[Story]:
    """Return what the rule puts into the places that the desk left free.

    ``ids`` are all stories that the draft names, ``placed`` how many have a
    place of their own. The press weighs the same stories by the same rule.
    """
    free = max(0, places_shown(front) - placed)
    weighed = free + (LATEST if front.pk == HOME else 0)
    newest = _of_front(front).exclude(public_id__in=ids)
    found = list(newest.order_by("-first_published_at", "-id")[:weighed])
    return judged(found, _worth, lead=not placed)[:free]


def _worth(story: Story) -> Worth:
    picture = story.lead_picture
    return Worth(
        id=story.public_id,
        first_published=story.first_published_at,
        urgency=story.urgency,
        picture=picture is not None and picture.is_free,
    )


def found(query: str, *, front: Front, ids: Sequence[str]) -> list[Row]:
    """Return published stories by their words; without a query the newest.

    With a query also those that it finds and that cannot be placed, with why.
    """
    stories = _readable().exclude(public_id__in=ids)
    language, _ = edition_of(front.pk)
    if language:
        stories = _in(stories, language)
    if not query.strip():
        stories = stories & _of_front(front).exclude(public_id__in=ids)
    stories = _with_words(stories, query)
    rows = rows_of(stories.order_by("-first_published_at", "-id")[:_FOUND])
    return [*rows, *_refused(query)] if query.strip() else rows


def _with_words(stories: "QuerySet[Story]", query: str) -> "QuerySet[Story]":
    for word in query.split():
        said = Q(headline__icontains=word) | Q(slugline__icontains=word)
        stories = stories.filter(said | Q(public_id=word.lower()))
    return stories


def _refused(query: str) -> list[Row]:
    others: QuerySet[Story] = Story.objects.exclude(state=StoryState.PUBLISHED)
    others = others.select_related("section", "lead_picture").defer("body", "ed_note")
    return [
        _row(story, refused=why_not(story))
        for story in _with_words(others, query).order_by("-id")[:_REFUSED]
    ]


def why_not(story: Story) -> str:
    """Return why a story cannot be placed; nothing if it can."""
    if story.state == StoryState.PUBLISHED:
        return ""
    if story.state == StoryState.KILLED:
        return "killed"
    if story.state == StoryState.WITHDRAWN:
        return "withdrawn"
    if story.embargoed_until is not None and story.embargoed_until > timezone.now():
        return f"embargoed until {shown(story.embargoed_until)}"
    return "not published yet"


def _readable() -> "QuerySet[Story]":
    stories: QuerySet[Story] = Story.objects.filter(state=StoryState.PUBLISHED)
    return stories.select_related("section", "lead_picture").defer("body", "ed_note")


def _of_front(front: Front) -> "QuerySet[Story]":
    """Return what the rule may put on a front: of its section or city, and language.

    Cities have one front for all languages.
    """
    language, front_id = edition_of(front.pk)
    kind, _, name = front_id.partition("/")
    if kind == "city":
        return _readable().filter(cities=name)
    stories = _readable().filter(section_id=name) if kind == "section" else _readable()
    editions = site_settings().site.editions
    return stories if len(editions) == 1 else _in(stories, language or editions[0])


def _in(stories: "QuerySet[Story]", language: str) -> "QuerySet[Story]":
    region = Q(language__istartswith=f"{language}-")
    return stories.filter(Q(language__iexact=language) | region)


def _row(
    story: Any,
    place: Treatment | None = None,
    stories: Mapping[str, Story] | None = None,
    *,
    refused: str = "",
) -> Row:
    picture = story.lead_picture
    told = place or Treatment(story=story.public_id)
    return Row(
        id=story.public_id,
        headline=str(story),
        section=str(story.section),
        published=shown(story.first_published_at),
        urgency=story.urgency,
        thumbnail=thumbnail_of(picture) if picture is not None else "",
        agency=story.credit or story.agency,
        shape=told.shape.value,
        label=label_text(told.label),
        own=told.headline,
        related=tuple(_row((stories or {})[name]) for name in told.related),
        refused=refused,
    )

"""Arrange: fill the places of a front, and say how each story is shown there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.journal.entry import Entry
from dateline.news.front import (
    HEADLINE_LIMIT,
    LABEL_LIMIT,
    RELATED_LIMIT,
    Shape,
    edition_of,
)
from dateline.news.site import main_language
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import ActionError, WrongStateError
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.journal_writer import write
from dateline.newsroom.models.front import Front, FrontPlace, FrontRelated
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.public_changes import front_change
from dateline.pages.language import language_name

PLACES = 30
"""How many places of a front can be filled by hand."""


class TooManyPlacesError(ActionError):
    """More stories than a front has places."""

    hint = f"Place at most {PLACES}; the newest stories fill the rest by themselves."


class TooMuchToShowError(ActionError):
    """A label, a headline or a package is larger than its place on a front."""

    hint = (
        f"A label has at most {LABEL_LIMIT} characters, a headline {HEADLINE_LIMIT},"
        f" and a package {RELATED_LIMIT} related stories."
    )


@dataclass(frozen=True, kw_only=True)
class Placing:
    """A story in a place: its shape, label and headline there, and its package."""

    story: Story
    shape: Shape = Shape.AUTOMATIC
    label: str = ""
    headline: str = ""
    related: Sequence[Story] = ()

    @property
    def stories(self) -> tuple[Story, ...]:
        """The story and those of its package."""
        return (self.story, *self.related)


@dataclass(frozen=True, kw_only=True)
class ArrangeFront:
    """Put stories into the places of a front, best first."""

    front: Front
    places: Sequence[Placing]
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against the arrangement."""
        must_be_allowed(self.acting_user, "change_front")
        if len(self.places) > PLACES:
            raise TooManyPlacesError(f"{len(self.places)} stories for {self.front}")
        for place in self.places:
            _must_fit(place)
        stories = [story for place in self.places for story in place.stories]
        for story, times in Counter(stories).items():
            if times > 1:
                raise WrongStateError(
                    f"a story is placed twice: {story.headline}",
                    hint="Take one of the two out.",
                )
        _must_be_public(stories)
        _must_be_in_its_language(stories, edition_of(self.front.pk)[0])

    def execute(self) -> tuple[Entry, ...]:
        """Arrange and return the journal's entries; raises what ``check`` raises."""
        with transaction.atomic():
            front = Front.objects.select_for_update().get(pk=self.front.pk)
            self.check()
            self._place(front)
            changes = front_change(front)
            front.arranged_at = self.now
            front.save(update_fields=["arranged_at"])
            Audit(acting_user=self.acting_user, now=self.now).note(
                front,
                "dateline.arrange",
                data={"places": [place.story.public_id for place in self.places]},
            )
            return tuple(write(changes, moment=self.now))

    def _place(self, front: Front) -> None:
        front.places.all().delete()
        rows = FrontPlace.objects.bulk_create(
            FrontPlace(
                front=front,
                story=place.story,
                position=position,
                shape=place.shape.value,
                label=place.label,
                headline=place.headline,
            )
            for position, place in enumerate(self.places, start=1)
        )
        FrontRelated.objects.bulk_create(
            FrontRelated(place=row, story=story, position=position)
            for row, place in zip(rows, self.places, strict=True)
            for position, story in enumerate(place.related, start=1)
        )


def _must_fit(place: Placing) -> None:
    if (
        len(place.label) > LABEL_LIMIT
        or len(place.headline) > HEADLINE_LIMIT
        or len(place.related) > RELATED_LIMIT
    ):
        raise TooMuchToShowError(f"too much to show with {place.story.headline}")


def _must_be_in_its_language(stories: Sequence[Story], language: str) -> None:
    """Refuse a story that readers of an edition could not read."""
    for story in stories:
        if language and main_language(story.language) != language:
            raise WrongStateError(
                f"story {story.public_id} is not in the language of this edition",
                hint=f"Place stories in {language_name(language)} here.",
            )


def _must_be_public(stories: Sequence[Story]) -> None:
    keys = [story.pk for story in stories]
    rows = Story.objects.filter(pk__in=keys, state=StoryState.PUBLISHED)
    public = set(rows.values_list("pk", flat=True))
    for story in stories:
        if story.pk not in public:
            raise WrongStateError(
                f"story {story.public_id} is not published",
                hint="Publish it first; a front shows what readers can read.",
            )

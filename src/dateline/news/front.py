"""A front: an ordered, curated page of stories.

The order is in ``places``; how a story is shown there is news judgement, and
stands in ``treatments`` for those the desk did not leave to the rule.
"""

from dataclasses import dataclass
from enum import StrEnum

HOME = "home"

LABEL_LIMIT = 24
"""Longest label in characters: it stands on one line of a phone."""

HEADLINE_LIMIT = 140
"""Longest headline that a front may give a story, and longest breaking line."""

RELATED_LIMIT = 5
"""How many related stories a package holds."""


class Shape(StrEnum):
    """Whether a story is shown by its picture or by its words."""

    AUTOMATIC = "automatic"
    PICTURE = "picture"
    TEXT = "text"


class Label(StrEnum):
    """Labels that a front knows; any other is shown as it was written."""

    BREAKING = "breaking"
    LIVE = "live"
    DEVELOPING = "developing"
    EXCLUSIVE = "exclusive"
    ANALYSIS = "analysis"
    EXPLAINED = "explained"
    OPINION = "opinion"


@dataclass(frozen=True, kw_only=True, slots=True)
class Treatment:
    """How a front shows one of its stories.

    ``label`` is a ``Label`` or free words. ``headline`` stands on this front in
    place of the story's own. ``related`` are ids: the story is the lead of a
    package with these under it.
    """

    story: str
    shape: Shape = Shape.AUTOMATIC
    label: str = ""
    headline: str = ""
    related: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class BreakingLine:
    """A line above everything else on a front; ``story`` is where it leads."""

    text: str
    story: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Front:
    """Which stories the desk placed on a front, best first, and how.

    ``id`` is "home", "section/ID" or "city/ID". Places left free are topped up
    from the newest stories of the front's list when the page is made.
    """

    id: str
    places: tuple[str, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    line: BreakingLine | None = None

    def treatment(self, story_id: str) -> Treatment:
        """Return how a story is shown here; by the rule if nothing was said."""
        for treatment in self.treatments:
            if treatment.story == story_id:
                return treatment
        return Treatment(story=story_id)

    def named(self, count: int | None = None) -> tuple[str, ...]:
        """Return the ids in all or the first places, those of packages included."""
        first = self.places[:count]
        related = (other for name in first for other in self.treatment(name).related)
        return (*first, *related)

    def has_words_about(self, story_id: str) -> bool:
        """Return whether this front says something of its own about a story."""
        told = self.treatment(story_id)
        of_line = self.line is not None and self.line.story == story_id
        return bool(told.headline or told.label) or of_line


_OWN = frozenset((HOME, "section", "city"))
"""How the id of one of the paper's own fronts begins; no language is so called."""


def section_front(section_id: str) -> str:
    """Return the id of a section's front."""
    return f"section/{section_id}"


def edition_front(language: str, front_id: str) -> str:
    """Return the id of a front of another edition: "hi/home", "hi/section/world"."""
    return f"{language}/{front_id}"


def edition_of(front_id: str) -> tuple[str, str]:
    """Return the language of a front's edition, and its id without it.

    The language is empty for the paper's own fronts.
    """
    first, _, rest = front_id.partition("/")
    return ("", front_id) if first in _OWN else (first, rest)


def city_front(city_id: str) -> str:
    """Return the id of a city's front."""
    return f"city/{city_id}"

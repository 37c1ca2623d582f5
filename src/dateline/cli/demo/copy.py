"""The demo's copy, read: stories, topics, pictures.

stories/SECTION/SLUG.md   TOML between two lines of +++, then the body
topics.toml               [topics.ID] name, names (by language), description, kind
authors.toml              [authors.NAME] and [agencies.NAME] role, description, picture
pictures/pictures.toml    [ID] caption, credit, alt … beside ID.jpg
"""

import tomllib
from collections.abc import Iterator
from datetime import datetime
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import zip_longest
from pathlib import PurePosixPath
from typing import Any

import msgspec

from dateline.cli.demo.body import DemoCopyError, body_of
from dateline.news.author import Author, AuthorKind, author_id
from dateline.news.block import Block, check_body, pictures_of
from dateline.news.site import Topic

NAGATO = "putin-abe-hot-spring-talks"
"""The story that has every element a story page can have."""

WITHDRAWN = "in-praise-of-the-repair-man"
KILLED = "steel-furnace-scrap-ranchi-works"
"""Stories that the desk takes back on the day the demo is made."""

LIVE = "delhi-fog-morning-live"
"""The live blog; its entries stand in ``live/``."""

HINDI = "dilli-ghana-kohra-61-uranein-der-se"
FOG = "delhi-first-dense-fog-delays-flights"
"""A story, and its version in Hindi."""

URDU = "lucknow-kitab-khana-raat-bhar"

ALWAYS = frozenset({NAGATO, WITHDRAWN, KILLED, LIVE, FOG, HINDI, URDU})
"""Stories that a demo of any size has."""

_FENCE = "+++\n"


class Note(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A correction that is made after publication.

    ``was`` says what stood before in place of which words.
    """

    moment: datetime
    note: str
    was: dict[str, str] = {}


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands between the fences of a story."""

    headline: str
    slugline: str
    standfirst: str
    section: str
    first_published: datetime
    places: tuple[str, ...] = ()
    credit: str = ""
    agency: str = ""
    byline: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    urgency: int = 5
    updated: datetime | None = None
    picture: str = ""
    picture_caption: str = ""
    corrections: tuple[Note, ...] = ()
    live: str = ""
    language: str = "en"
    version_of: str = ""


class DemoStory(msgspec.Struct, frozen=True, kw_only=True):
    """One story of the demo."""

    slug: str
    head: Head
    body: tuple[Block, ...]

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of the pictures it shows."""
        lead = (self.head.picture,) if self.head.picture else ()
        return lead + pictures_of(self.body)


def here() -> Traversable:
    """Return the folder of the demo's copy."""
    return resources.files("dateline.cli.demo")


def read_story(text: str, *, slug: str) -> DemoStory:
    """Return a story; raises DemoCopyError with its name."""
    try:
        empty, head, body = text.split(_FENCE, 2)
        story = DemoStory(
            slug=slug,
            head=msgspec.convert(tomllib.loads(head), Head),
            body=body_of(body),
        )
        check_body(story.body)
    except (ValueError, msgspec.ValidationError, DemoCopyError) as error:
        raise DemoCopyError(f"{slug}: {error}") from error
    if empty.strip():
        raise DemoCopyError(f"{slug}: there is text before the first fence")
    return story


def stories() -> list[DemoStory]:
    """Return every story of the demo, the oldest first."""
    found = [
        read_story(file.read_text(encoding="utf-8"), slug=PurePosixPath(file.name).stem)
        for section in sorted(_folders(here() / "stories"), key=lambda f: f.name)
        for file in sorted(section.iterdir(), key=lambda f: f.name)
        if file.name.endswith(".md")
    ]
    return sorted(found, key=lambda story: (story.head.first_published, story.slug))


def _folders(folder: Traversable) -> Iterator[Traversable]:
    for each in folder.iterdir():
        if each.is_dir() and not each.name.startswith("_"):
            yield each


def topics() -> list[Topic]:
    """Return every topic of the demo."""
    table = tomllib.loads((here() / "topics.toml").read_text(encoding="utf-8"))
    return [
        msgspec.convert({"id": name, **words}, Topic)
        for name, words in table["topics"].items()
    ]


def authors() -> list[Author]:
    """Return the record of everybody of the demo who has one.

    ``picture`` is a name of the demo's pictures here.
    """
    table = tomllib.loads((here() / "authors.toml").read_text(encoding="utf-8"))
    kinds = {"authors": AuthorKind.PERSON, "agencies": AuthorKind.AGENCY}
    return [
        Author(id=author_id(name), kind=kind, name=name, **words)
        for part, kind in kinds.items()
        for name, words in table[part].items()
    ]


def some(stories: list[DemoStory], count: int) -> list[DemoStory]:
    """Return ``count`` stories that together show the most: each section, old, new.

    The newest of each section, so that a small demo has all fronts; the oldest story,
    which an archive begins with; those a demo always has; the newest with each kind
    of block, language and correction; then more of each section in turn.
    """
    if count <= 0 or count >= len(stories):
        return stories
    by_section: dict[str, list[DemoStory]] = {}
    for story in reversed(stories):
        by_section.setdefault(story.head.section, []).append(story)
    rows = [by_section[section] for section in sorted(by_section)]
    turns = [story for turn in zip_longest(*rows) for story in turn if story]
    order = [story for story in stories if story.slug in ALWAYS]
    order += [stories[0], *turns[: len(rows)], *_of_each_kind(stories), *turns]
    chosen: set[str] = set()
    for story in order:
        if len(chosen) < count:
            chosen.add(story.slug)
    return [story for story in stories if story.slug in chosen]


def _of_each_kind(stories: list[DemoStory]) -> Iterator[DemoStory]:
    """Yield the newest story that shows something which no newer one does."""
    shown: set[str] = set()
    for story in reversed(stories):
        head = story.head
        kinds = {f"{block.kind} {block.form}" for block in story.body}
        kinds |= {head.language, "corrected" if head.corrections else ""}
        if kinds - shown:
            yield story
        shown |= kinds


def wire_copy(name: str) -> dict[str, Any]:
    """Return the copy of one of the demo's wires."""
    return tomllib.loads((here() / "wire" / f"{name}.toml").read_text(encoding="utf-8"))

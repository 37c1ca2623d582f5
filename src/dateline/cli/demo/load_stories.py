"""The demo's stories into the newsroom, through its own actions.

Everything happens at the moment it says it happened, in order of time: a story
is published, updated, corrected years ago, and the journal tells it so. Last
come what is done today: fronts are arranged, one story is withdrawn, one killed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum
from typing import Any

from dateline.cli.demo.copy import (
    KILLED,
    WITHDRAWN,
    DemoStory,
    Note,
    authors,
    topics,
)
from dateline.cli.demo.earlier import version_at
from dateline.cli.demo.fronts import arrange_fronts
from dateline.cli.demo.ids import demo_id
from dateline.cli.demo.live_blog import (
    DemoEntry,
    correct_entry,
    entries_of,
    start_blog,
    write_entry,
)
from dateline.cli.demo.pictures import names_in, picture_words, save_pictures
from dateline.cli.words import Step


class _Kind(IntEnum):
    """What happens to a story, in the order of one moment."""

    FIRST = 1
    UPDATE = 2
    CORRECT = 3
    ENTRY = 4
    CORRECT_ENTRY = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """One thing that happened to a story."""

    moment: datetime
    kind: _Kind
    story: DemoStory
    note: Note | None = None
    entry: DemoEntry | None = None


def happenings(stories: Sequence[DemoStory]) -> list[Happening]:
    """Return everything that happened to the stories, in order of time."""
    found: list[Happening] = []
    for story in stories:
        head = story.head
        found.append(
            Happening(moment=head.first_published, kind=_Kind.FIRST, story=story)
        )
        if head.updated is not None:
            found.append(Happening(moment=head.updated, kind=_Kind.UPDATE, story=story))
        found += [
            Happening(moment=note.moment, kind=_Kind.CORRECT, story=story, note=note)
            for note in head.corrections
        ]
        found += _entries(story)
    return sorted(found, key=lambda each: (each.moment, each.kind, each.story.slug))


def _entries(story: DemoStory) -> Iterator[Happening]:
    for entry in entries_of(story.slug) if story.head.live else ():
        happens = Happening(
            moment=entry.moment, kind=_Kind.ENTRY, story=story, entry=entry
        )
        yield happens
        if entry.corrected is not None:
            yield replace(happens, moment=entry.corrected, kind=_Kind.CORRECT_ENTRY)


def load_paper(
    stories: Sequence[DemoStory], *, now: datetime, progressed: Step
) -> None:
    """Fill a prepared newsroom, set up in this process, with the demo's paper.

    The files of its pictures are made already, or this takes much longer.
    """
    _save_topics()
    pictures = _save_pictures(stories, now=now, progressed=progressed)
    began = min(story.head.first_published for story in stories)
    _save_authors(pictures, now=began)
    plan = happenings(stories)
    for done, happening in enumerate(plan, start=1):
        _HAPPEN[happening.kind](happening, pictures)
        progressed("stories", done, len(plan))
    _today(stories, now=now)


def _save_topics() -> None:
    from dateline.newsroom.models.topic import Topic

    Topic.objects.bulk_create(
        [
            Topic(
                id=topic.id,
                name=topic.name,
                description=topic.description,
                kind=topic.kind.value,
                names=[f"{language}: {name}" for language, name in topic.names],
            )
            for topic in topics()
        ],
        ignore_conflicts=True,
    )


def _save_authors(pictures: Mapping[str, int], *, now: datetime) -> None:
    from dateline.newsroom.actions.save_author import SaveAuthor
    from dateline.newsroom.models.author import Author

    for said in authors():
        row = Author(
            kind=said.kind.value,
            name=said.name,
            role=said.role,
            description=said.description,
            picture_id=pictures.get(said.picture),
        )
        SaveAuthor(author=row, now=now).execute()


def _save_pictures(
    stories: Sequence[DemoStory], *, now: datetime, progressed: Step
) -> dict[str, int]:
    """Save the pictures the paper shows; return their rows by name."""
    names = names_in(stories)
    rows: dict[str, int] = {}
    for name, picture in save_pictures(names, picture_words(), now=now):
        rows[name] = picture.pk
        progressed("pictures", len(rows), len(names))
    return rows


def _row(story: DemoStory) -> Any:  # noqa: ANN401 - Django is loaded when needed
    from dateline.newsroom.models.story import Story

    return Story.objects.get(public_id=demo_id(story.slug))


def _first(happening: Happening, pictures: Mapping[str, int]) -> None:
    """Save and publish a story as it was before it was updated and corrected."""
    from dateline.newsroom.actions.publish import Publish
    from dateline.newsroom.actions.save import Save
    from dateline.newsroom.editor_body import editor_body
    from dateline.newsroom.models.story import Story

    head, moment = happening.story.head, happening.moment
    version = version_at(happening.story, moment)
    row = Story(
        public_id=demo_id(happening.story.slug),
        headline=version.headline,
        slugline=head.slugline,
        slug=happening.story.slug,
        standfirst=version.standfirst,
        located=list(head.places),
        credit=head.credit,
        agency=head.agency,
        byline=list(head.byline),
        section_id=head.section,
        lead_picture_id=pictures.get(head.picture),
        lead_caption=head.picture_caption,
        urgency=head.urgency,
        language=head.language,
        version_of=demo_id(head.version_of) if head.version_of else "",
        body=editor_body(version.body, pictures=pictures),
    )
    row.cities = list(_cities(head.cities))
    row.topics = list(_topics(head.topics))
    Save(story=row, now=moment).execute()
    Publish(story=row, now=moment).execute()
    if head.live:
        start_blog(happening.story.slug, state=head.live, now=moment)


def _cities(ids: Sequence[str]) -> Any:  # noqa: ANN401 - as above
    from dateline.newsroom.models.city import City

    return City.objects.filter(id__in=ids)


def _topics(ids: Sequence[str]) -> Any:  # noqa: ANN401 - as above
    from dateline.newsroom.models.topic import Topic

    return Topic.objects.filter(id__in=ids)


def _draft(happening: Happening, pictures: Mapping[str, int]) -> Any:  # noqa: ANN401 - as above
    """Save a story as it is from this happening on, and return its row."""
    from dateline.newsroom.actions.save import Save
    from dateline.newsroom.editor_body import editor_body

    row = _row(happening.story)
    version = version_at(happening.story, happening.moment)
    row.headline, row.standfirst = version.headline, version.standfirst
    row.body = editor_body(version.body, pictures=pictures)
    Save(story=row, now=happening.moment).execute()
    return row


def _update(happening: Happening, pictures: Mapping[str, int]) -> None:
    from dateline.newsroom.actions.publish import Publish

    row = _draft(happening, pictures)
    Publish(story=row, now=happening.moment).execute()


def _correct(happening: Happening, pictures: Mapping[str, int]) -> None:
    from dateline.newsroom.actions.correct import Correct

    if happening.note is not None:
        row, note = _draft(happening, pictures), happening.note.note
        Correct(story=row, note=note, now=happening.moment).execute()


def _enter(happening: Happening, pictures: Mapping[str, int]) -> None:
    if happening.entry is not None:
        write_entry(happening.story.slug, happening.entry, pictures)


def _correct_entry(happening: Happening, pictures: Mapping[str, int]) -> None:
    if happening.entry is not None:
        correct_entry(happening.story.slug, happening.entry, pictures)


_HAPPEN = {
    _Kind.FIRST: _first,
    _Kind.UPDATE: _update,
    _Kind.CORRECT: _correct,
    _Kind.ENTRY: _enter,
    _Kind.CORRECT_ENTRY: _correct_entry,
}


def _today(stories: Sequence[DemoStory], *, now: datetime) -> None:
    """Do what the desk does today."""
    from dateline.newsroom.actions.kill import KillStory
    from dateline.newsroom.actions.withdraw import Withdraw

    there = {story.slug: story for story in stories}
    arrange_fronts({slug: _row(story) for slug, story in there.items()}, now=now)
    if WITHDRAWN in there:
        notice = "The writer has asked us to withdraw this column."
        Withdraw(story=_row(there[WITHDRAWN]), notice=notice, now=now).execute()
    if KILLED in there:
        KillStory(
            story=_row(there[KILLED]),
            reason="An order of the court in Ranchi: it named a person who is not part"
            " of the matter.",
            notice="This story was removed on the order of a court.",
            now=now,
        ).execute()

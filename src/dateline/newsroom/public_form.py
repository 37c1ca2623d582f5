"""The newsroom's words into the journal's.

What is not named here cannot become public: the editor's note, the raw wire
copy and who worked on a story have no way out.
"""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dateline.news.author import Author, AuthorKind
from dateline.news.front import BreakingLine, Front, Shape, Treatment
from dateline.news.picture import Picture, Rendition
from dateline.news.site import Topic, TopicKind
from dateline.news.story import Correction, Story
from dateline.newsroom.inline_text import readable
from dateline.newsroom.models.author import Author as AuthorRow
from dateline.newsroom.models.front import Front as FrontRow
from dateline.newsroom.models.front import FrontPlace
from dateline.newsroom.models.picture import Picture as PictureRow
from dateline.newsroom.models.story import Story as StoryRow
from dateline.newsroom.models.topic import Topic as TopicRow
from dateline.newsroom.models.topic import names_in
from dateline.newsroom.public_body import public_body


def public_story(story: StoryRow, *, first_published: datetime) -> Story:
    """Return a story, or a draft of it, as readers may have it.

    ``first_published`` is used where the story was never published; a preview
    says now.
    """
    lead = story.lead_picture
    return Story(
        id=story.public_id,
        revision=story.public_revision,
        language=story.language,
        headline=_line(story.headline),
        slugline=_line(story.slugline),
        slug=story.slug,
        standfirst=_line(story.standfirst),
        section=story.section_id,
        cities=tuple(city.pk for city in story.cities.all()),
        topics=tuple(topic.pk for topic in story.topics.all()),
        located=tuple(map(_line, story.located)),
        credit=_line(story.credit),
        agency=_line(story.agency),
        byline=tuple(map(_line, story.byline)),
        body=public_body(story.body),
        lead_picture=lead.public_id if lead is not None and lead.is_free else "",
        lead_caption=_line(story.lead_caption),
        urgency=story.urgency,
        first_published=_utc(story.first_published or first_published),
        updated=_utc(story.updated) if story.updated else None,
        corrections=tuple(_correction(note) for note in story.corrections),
        related=_related(story),
        live=story.blog,
        version_of=story.version_of,
    )


def as_it_stands(document: Story, story: StoryRow) -> Story:
    """Return a story's public form with what an action changed since it was made.

    Only what belongs to the story and not to a revision: when it was published,
    and what was corrected.
    """
    return replace(
        document,
        revision=story.public_revision,
        first_published=_utc(story.first_published),
        updated=_utc(story.updated) if story.updated else None,
        corrections=tuple(_correction(note) for note in story.corrections),
        related=_related(story),
        live=story.blog,
    )


def public_picture(picture: PictureRow) -> Picture:
    """Return a picture as readers may have it."""
    return Picture(
        id=picture.public_id,
        caption=_line(picture.caption),
        credit=_line(picture.credit),
        alt=_line(picture.alt),
        usage_terms=_line(picture.usage_terms),
        creator=_line(picture.creator),
        focal_x=picture.focal_x,
        focal_y=picture.focal_y,
        width=picture.width,
        height=picture.height,
        original=picture.original,
        renditions=tuple(Rendition(**made) for made in picture.renditions),
    )


def public_topic(topic: TopicRow) -> Topic:
    """Return a topic as readers may have it."""
    return Topic(
        id=topic.id,
        name=_line(topic.name),
        description=_line(topic.description),
        kind=TopicKind(topic.kind),
        names=tuple((tag, _line(name)) for tag, name in names_in(topic.names)),
    )


def public_author(author: AuthorRow) -> Author:
    """Return the record of an author or an agency as readers may have it."""
    portrait = author.picture
    return Author(
        id=author.slug,
        kind=AuthorKind(author.kind),
        name=_line(author.name),
        role=_line(author.role),
        description=_line(author.description),
        ended=author.ended,
        picture=portrait.public_id if portrait is not None and portrait.is_free else "",
    )


def public_front(front: FrontRow) -> Front:
    """Return a front with the stories in its places, best first, and its line."""
    places = list(
        front.places.order_by("position")
        .select_related("story")
        .prefetch_related("related__story")
    )
    treatments = (_treatment(place) for place in places)
    line = BreakingLine(
        text=_line(front.line_text),
        story=front.line_story.public_id if front.line_story else "",
    )
    return Front(
        id=front.id,
        places=tuple(place.story.public_id for place in places),
        treatments=tuple(t for t in treatments if t != Treatment(story=t.story)),
        line=line if line.text else None,
    )


def _treatment(place: FrontPlace) -> Treatment:
    return Treatment(
        story=place.story.public_id,
        shape=Shape(place.shape),
        label=_line(place.label),
        headline=_line(place.headline),
        related=tuple(other.story.public_id for other in place.related.all()),
    )


def _related(story: StoryRow) -> tuple[str, ...]:
    """Return what the desk chose, then what was found alike, each once."""
    found = dict.fromkeys([*story.related, *story.suggested])
    return tuple(public_id for public_id in found if public_id != story.public_id)


def _correction(note: dict[str, Any]) -> Correction:
    moment = _utc(datetime.fromisoformat(note["moment"]))
    return Correction(moment=moment, note=_line(note["note"]))


def _line(text: str) -> str:
    """Return text on one line; these fields are plain and escaped by the page."""
    return " ".join(readable(text).split())


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)

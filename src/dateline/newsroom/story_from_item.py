"""Filling a story with what an agency sent."""

from collections.abc import Collection, Iterator

from django.db import connection

from dateline.news.item import Item
from dateline.news.site import Site
from dateline.newsroom.editor_body import editor_body
from dateline.newsroom.models.city import City
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.story import FLASH, HEADLINE_SPACE, LEAST, ROUTINE, Story
from dateline.newsroom.models.topic import Topic
from dateline.newsroom.place_pictures import is_fit, place_pictures
from dateline.newsroom.site_settings import site_settings
from dateline.newsroom.wire_body import wire_body
from dateline.wire.routing import UNROUTED, Routed
from dateline.wire.source import SourceRules

NAMELESS = "(no headline)"
PROVENANCE = (
    "wire_provider",
    "wire_uri",
    "wire_version",
    "wire_source",
    "raw_ref",
    "agency",
    "language",
)
"""The fields that say where a story's copy came from."""


def fill_story(
    story: Story, item: Item, *, source: SourceRules, routed: Routed = UNROUTED
) -> None:
    """Put an Item into a story that is new, or that nobody at the desk touched.

    Section, cities and topics are set only on a new one: they are the desk's
    from then on, even where it did nothing about them. The desk's rules come
    before the wire's own section, and add to the cities and topics that the
    agency names.
    """
    site = site_settings().site
    story.headline = headline_of(item)
    story.slugline = item.slugline[:200]
    story.standfirst = item.standfirst
    story.located = list(item.dateline.places) if item.dateline else []
    story.credit = (_credit(item) or source.credit)[:100]
    story.agency = source.agency_name[:200]
    story.byline = [
        name for line in item.bylines for name in line.names or (line.text,)
    ]
    story.body = editor_body(wire_body(item.body))
    story.urgency = min(max(item.urgency or ROUTINE, FLASH), LEAST)
    story.embargoed_until = item.embargoed_until
    story.ed_note = notes_of(item)
    story.language = (item.language or site.language)[:20]
    story.wire_provider = item.provider[:100]
    story.wire_uri = item.uri[:500]
    story.wire_version = item.version[:120]
    story.wire_source = source.name[:100]
    story.raw_ref = item.raw_ref
    story.lead_picture = _known_picture(item) or story.lead_picture
    if story.pk is not None:
        place_pictures(story)
    else:
        story.section_id = routed.section or section_of(item, source=source, site=site)
        cities = {*city_ids(item, site=site), *routed.cities}
        story.cities.set(_known_cities(cities))
        story.topics.set(_known_topics(_subjects(item), routed.topics))


def _known_cities(ids: Collection[str]) -> list[City]:
    """Return the cities of some ids, as far as a story's list needs them."""
    return [City(id=key) for key in _keys("newsroom_city", "id", ids)]


def _known_topics(names: Collection[str], ids: Collection[str]) -> list[Topic]:
    """Return the topics of some names and ids; most copy has none."""
    keys = _keys("newsroom_topic", "name", names) + _keys("newsroom_topic", "id", ids)
    return list(Topic.objects.filter(pk__in=keys)) if keys else []


def _keys(table: str, column: str, values: Collection[str]) -> list[str]:
    """Return the keys of the rows that have one of some values in a column.

    Asked of every new item, so in plain SQL: a manager takes longer to write it
    than the database to answer.
    """
    if not values:
        return []
    marks = ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id FROM {table} WHERE {column} IN ({marks}) ORDER BY id",  # noqa: S608 - names of our own
            list(values),
        )
        return [key for (key,) in cursor.fetchall()]


def headline_of(item: Item) -> str:
    """Return a headline, of the first words of the copy if none was sent."""
    text = item.headline or item.subheadline or item.body_text[:120] or item.slugline
    return " ".join(text.split())[:HEADLINE_SPACE] or NAMELESS


def notes_of(item: Item) -> str:
    """Return all notes from their desk to ours, and what the wire was unsure of."""
    notes = [note.text for note in item.ed_notes]
    notes += [item.needs_human, *item.warnings]
    return "\n".join(dict.fromkeys(note for note in notes if note))


def section_of(item: Item, *, source: SourceRules, site: Site) -> str:
    """Return the section a new story starts in.

    The wire's own if it has one; else the first whose name the agency filed
    the copy under; else the paper's first.
    """
    if site.section(source.section) is not None:
        return source.section
    filed = {name.casefold() for name in _subjects(item)}
    for section in site.sections:
        if {section.id.casefold(), section.name.casefold()} & filed:
            return section.id
    return site.sections[0].id


def city_ids(item: Item, *, site: Site) -> list[str]:
    """Return the cities that the dateline or the agency's places name."""
    named = {name.casefold() for name in _places(item)}
    return [
        city.id
        for city in site.cities
        if named & {city.id, city.name.casefold(), *map(str.casefold, city.also)}
    ]


def _places(item: Item) -> Iterator[str]:
    for place in item.dateline.places if item.dateline else ():
        yield place.partition(",")[0].strip()
    for about in item.places:
        yield about.name.partition(",")[0].strip()


def _subjects(item: Item) -> list[str]:
    return [s.name for s in item.subjects if s.name] + list(item.keywords)


def _credit(item: Item) -> str:
    return (item.dateline.credit if item.dateline else "") or item.credit


def _known_picture(item: Item) -> Picture | None:
    """Return the first of the Item's pictures that the newsroom has."""
    uris = [picture.uri for picture in item.pictures if picture.uri]
    if not uris:
        return None
    known = Picture.objects.filter(wire_uri__in=uris, killed=False)
    return next((picture for picture in known if is_fit(picture)), None)

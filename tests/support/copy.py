"""Small documents to publish in tests; every field can be set."""

from datetime import UTC, datetime, timedelta

from dateline.news.block import Block, BlockKind
from dateline.news.live import LiveEntry
from dateline.news.picture import Picture, Rendition
from dateline.news.site import City, CityGroup, Section, Site, Topic
from dateline.news.story import Story

NOON = datetime(2016, 12, 15, 12, 52, tzinfo=UTC)
"""6.22 pm in India, on the day of the hot-spring meeting."""


def a_site(**fields):
    """Return a site with three sections and three cities."""
    return Site(
        **{
            "name": "The Banyan Post",
            "url": "http://banyan.example",
            "language": "en",
            "country": "IN",
            "zone": "Asia/Kolkata",
            "sections": tuple(
                Section(id=i, name=i.title()) for i in ("india", "world", "sport")
            ),
            "cities": (
                a_city("mumbai", CityGroup.METRO, also=("bombay",)),
                a_city("patna", CityGroup.OTHER),
                a_city("ranchi", CityGroup.OTHER),
            ),
            "default_city": "mumbai",
            **fields,
        }
    )


def a_city(city_id, group, **fields):
    """Return a city."""
    return City(
        **{
            "id": city_id,
            "name": city_id.title(),
            "group": group,
            "latitude": 19.0,
            "longitude": 72.8,
            "zone": "Asia/Kolkata",
            **fields,
        }
    )


def a_story(story_id="x7k2mb", **fields):
    """Return a story of the world section."""
    return Story(
        **{
            "id": story_id,
            "revision": 1,
            "headline": f"Leaders meet at a hot spring {story_id}",
            "slug": "leaders-meet",
            "standfirst": "Two days of talks begin in Nagato.",
            "section": "world",
            "cities": ("mumbai",),
            "topics": ("japan",),
            "located": ("Nagato, Japan",),
            "credit": "MNA",
            "agency": "Meridian News Agency",
            "body": (paragraph("The two leaders met."),),
            "first_published": NOON,
            **fields,
        }
    )


def an_entry(number=1, **fields):
    """Return an entry of the live blog x7k2mb, ``number`` minutes after NOON."""
    return LiveEntry(
        **{
            "story": "x7k2mb",
            "number": number,
            "moment": later(minutes=number),
            "headline": f"Entry {number} from the pier",
            "blocks": (paragraph(f"What happened in minute {number}."),),
            "author": "Nandini Rao",
            **fields,
        }
    )


def paragraph(text):
    """Return a paragraph."""
    return Block(kind=BlockKind.PARAGRAPH, text=text)


def a_picture(picture_id="spring", **fields):
    """Return a picture with one rendition of each type."""
    return Picture(
        **{
            "id": picture_id,
            "caption": "Steam rises over the baths at Nagato.",
            "credit": "Coastline Photo",
            "alt": "White vapour over dark water between wooded hills",
            "width": 1800,
            "height": 1200,
            "original": "ab" * 32,
            "renditions": (
                Rendition(
                    path=f"/media/{picture_id}-720.jpg",
                    mime="image/jpeg",
                    width=720,
                    height=480,
                    size=40_000,
                ),
                Rendition(
                    path=f"/media/{picture_id}-720.avif",
                    mime="image/avif",
                    width=720,
                    height=480,
                    size=20_000,
                ),
                Rendition(
                    path=f"/media/{picture_id}-og.jpg",
                    mime="image/jpeg",
                    width=1200,
                    height=630,
                    size=90_000,
                    role="og",
                ),
            ),
            **fields,
        }
    )


def a_topic(topic_id="japan", **fields):
    """Return a topic."""
    return Topic(**{"id": topic_id, "name": topic_id.title(), **fields})


def later(**amount):
    """Return a moment after NOON."""
    return NOON + timedelta(**amount)

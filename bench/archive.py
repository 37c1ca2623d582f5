"""A made-up archive of any size, as a journal in SQLite.

Stories come 28 a day, spread over 7 sections, 16 cities and 60 topics, with a
body of about 3 KB; so an archive of 100,000 stories spans ten years and one of
1,000 five weeks, and a day is as full in both.
"""

import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dateline.journal.append import append
from dateline.journal.entry import Change, Kind
from dateline.journal.schema import Dialect, statements
from dateline.news.address import ID_ALPHABET, slug_of
from dateline.news.block import Block, BlockKind
from dateline.news.picture import Picture, Rendition
from dateline.news.site import City, CityGroup, Section, Site, Topic
from dateline.news.story import Story

SECTIONS = "india world business technology sport culture opinion".split()
CITIES = (
    "new-delhi mumbai chennai kolkata noida gurgaon bengaluru hyderabad bhopal "
    "chandigarh dehradun indore jaipur lucknow patna ranchi"
).split()
TOPICS = [f"topic-{n}" for n in range(60)]
PICTURES = [f"picture-{n}" for n in range(40)]
A_DAY = 28
END = datetime(2026, 11, 20, 18, tzinfo=UTC)
WORDS = (
    "minister council river budget harbour school court market train engineer "
    "farmer report committee season village doctor bridge export library evening "
    "said on Monday that the after before new plan money people would could first "
    "second year month city state water power road rain work will"
).split()


def site() -> Site:
    """Return the settings of the made-up site."""
    return Site(
        name="The Bench",
        url="http://127.0.0.1",
        zone="Asia/Kolkata",
        country="IN",
        sections=tuple(Section(id=s, name=s.title()) for s in SECTIONS),
        cities=tuple(
            City(
                id=c,
                name=c.title(),
                group=CityGroup.METRO if n < 4 else CityGroup.OTHER,
                latitude=20.0,
                longitude=77.0,
                zone="Asia/Kolkata",
            )
            for n, c in enumerate(CITIES)
        ),
        default_city="new-delhi",
    )


def picture(name: str) -> Picture:
    """Return a picture with the renditions of a real one."""
    widths = (360, 720, 1200)
    return Picture(
        id=name,
        caption=f"A view of {name} on a clear evening.",
        credit="Coastline Photo",
        alt="Low light over roofs and trees",
        width=1800,
        height=1200,
        original="ab" * 32,
        renditions=tuple(
            Rendition(
                path=f"/media/{name}-{width}.{kind}",
                mime=mime,
                width=width,
                height=width * 2 // 3,
                size=60_000,
            )
            for kind, mime in (("avif", "image/avif"), ("jpg", "image/jpeg"))
            for width in widths
        ),
    )


def sentence(dice: random.Random, words: int) -> str:
    """Return a sentence of nonsense."""
    return " ".join(dice.choices(WORDS, k=words)).capitalize() + "."


def story(number: int, moment: datetime) -> Story:
    """Return the story of that number; the same one each time."""
    dice = random.Random(number)
    headline = sentence(dice, 9)[:-1]
    body = tuple(
        Block(
            kind=BlockKind.PARAGRAPH,
            text=" ".join(sentence(dice, 14) for _ in range(3)),
        )
        for _ in range(12)
    )
    return Story(
        id=story_id(number),
        revision=1,
        headline=headline,
        slug=slug_of(headline),
        standfirst=sentence(dice, 18),
        section=SECTIONS[number % len(SECTIONS)],
        cities=tuple(dice.sample(CITIES, 2)),
        topics=tuple(dice.sample(TOPICS, 2)),
        located=("Nagato, Japan",),
        credit="MNA",
        agency="Meridian News Agency",
        byline=(),
        body=body,
        lead_picture=PICTURES[number % len(PICTURES)],
        first_published=moment,
    )


def story_id(number: int) -> str:
    """Return the id of the story of that number."""
    letters = []
    for _ in range(6):
        number, rest = divmod(number, len(ID_ALPHABET))
        letters.append(ID_ALPHABET[rest])
    return "".join(reversed(letters))


def moment_of(number: int, total: int) -> datetime:
    """Return when a story of an archive of ``total`` was published."""
    return END - timedelta(days=1) * (total - number) / A_DAY


def beginning() -> list[Change]:
    """Return the first publication: site, topics, pictures."""
    return [
        Change(kind=Kind.SITE_SET, subject="site", content=site()),
        *(
            Change(kind=Kind.TOPIC_SET, subject=t, content=Topic(id=t, name=t.title()))
            for t in TOPICS
        ),
        *(
            Change(kind=Kind.PICTURE_PUBLISHED, subject=p, content=picture(p))
            for p in PICTURES
        ),
    ]


def stories(total: int) -> Iterator[tuple[Change, datetime]]:
    """Yield the publications of an archive, oldest first."""
    for number in range(total):
        moment = moment_of(number, total)
        made = story(number, moment)
        yield (
            Change(kind=Kind.STORY_PUBLISHED, subject=made.id, content=made),
            moment,
        )


def write_journal(path: Path, total: int) -> Path:
    """Write the journal of an archive of ``total`` stories; once per size."""
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    db = sqlite3.connect(part, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = OFF")
    for statement in statements(Dialect.SQLITE):
        db.execute(statement)
    db.execute("BEGIN IMMEDIATE")
    cursor = db.cursor()
    start = moment_of(0, total)
    append(cursor, beginning(), moment=start, dialect=Dialect.SQLITE, mark="?")
    for change, moment in stories(total):
        append(cursor, [change], moment=moment, dialect=Dialect.SQLITE, mark="?")
    db.execute("COMMIT")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    part.rename(path)
    return path

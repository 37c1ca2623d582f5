"""A story page as heavy as the real ones, in a store of its own."""

import json
import random
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dateline.catalog import documents
from dateline.news.site import City, CityGroup, Section, Site
from dateline.news.weather import Reading, board_to_dict
from dateline.serve.join import piece_of
from dateline.serve.server import run
from dateline.serve.settings import ServeSettings
from dateline.store.position import Position, set_position
from dateline.store.record import PageRecord, Piece, encode_record
from dateline.store.store import PAGES, Store

STORY = "/world/2016/12/15/leaders-meet-at-a-hot-spring-x7k2m4/"
ONE_SLOT = "/one-slot/"
"""The same page with one slot alone, for a cache that fills it."""

PAGE_BYTES = 40_000
SLOTS = ("today", "weather", "weather-credit", "ticker")
_WORDS = 3000
_SITE = Site(
    name="The Bench Paper",
    url="https://bench.example",
    zone="Asia/Kolkata",
    sections=(Section(id="world", name="World"),),
    cities=(
        City(
            id="new-delhi",
            name="New Delhi",
            group=CityGroup.METRO,
            latitude=28.6,
            longitude=77.2,
            zone="Asia/Kolkata",
        ),
    ),
    default_city="new-delhi",
)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where the bench paper lies and listens."""

    root: Path
    port: int
    health_port: int

    @property
    def url(self) -> str:
        """The story's address."""
        return f"http://127.0.0.1:{self.port}{STORY}"


def make_paper(root: Path) -> None:
    """Write store and weather file."""
    words = _story_words()
    parts = ["<!doctype html><html><body><p>", *_between(words), "</body></html>"]
    pieces: list[Piece] = []
    for part, slot in zip(parts, (*SLOTS, ""), strict=True):
        pieces.append(piece_of(part.encode()))
        if slot:
            pieces.append(Piece(slot))
    one_slot = tuple(p for p in pieces if p.slot in {"", "ticker"})
    pages = {
        ONE_SLOT: PageRecord(tag="b25lc2xvdDAx", pieces=one_slot),
        STORY: PageRecord(tag="c3RvcnkwMDAx", pieces=tuple(pieces)),
        "/_slot/ticker": PageRecord(
            tag="dGlja2VyMDAx",
            cache="slot",
            pieces=(piece_of(b"<ul><li>One line of news</li></ul>"),),
        ),
    }
    store = Store(root / "store" / "1")
    with store.write() as tx:
        documents.put(tx, documents.SITE, 1, _SITE)
        set_position(tx, Position(seq=1, hash="0" * 64))
        for path, record in pages.items():
            tx.put(PAGES, path.encode(), encode_record(record))
    store.close()
    now = datetime.now(UTC)
    reading = Reading(
        city_id="new-delhi",
        temperature=19.0,
        condition="haze",
        valid_at=now,
        fetched_at=now,
        provider="met-norway",
    )
    board = json.dumps(board_to_dict([reading]))
    (root / "weather.json").write_text(board, encoding="utf-8")


def _story_words() -> list[str]:
    """Return words that compress as news does: about 3.6 : 1 (40 KB to 11)."""
    chance = random.Random(7)
    syllables = "ka to re mi la su ne ri po da ve lo ti mo sha en ar un is th".split()
    known = [
        "".join(chance.choices(syllables, k=chance.randint(1, 4)))
        for _ in range(_WORDS)
    ]
    weights = [1 / (rank + 1) ** 1.3 for rank in range(_WORDS)]
    words: list[str] = []
    length = 0
    while length < PAGE_BYTES - 700:
        word = chance.choices(known, weights)[0]
        words.append(word)
        length += len(word) + 1
    return words


def _between(words: list[str]) -> list[str]:
    """Return the copy after each slot but the last, most of it after the third."""
    return [
        "</p><details><summary>",
        "</summary></details><p>" + " ".join(words),
        "</p><footer>",
    ]


def serve(place: Place) -> None:
    """Serve the bench paper with one worker until stopped."""
    run(
        ServeSettings(
            store=place.root / "store",
            media=place.root / "media",
            weather=place.root / "weather.json",
            bind=f"127.0.0.1:{place.port}",
            health=f"127.0.0.1:{place.health_port}",
            clock=time.time,
        )
    )


if __name__ == "__main__":
    serve(
        Place(
            root=Path(sys.argv[1]), port=int(sys.argv[2]), health_port=int(sys.argv[3])
        )
    )

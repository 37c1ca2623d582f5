"""The receipt of a kill: everything that was looked at, and its state.

A kill is an order of law, and somebody may have to swear that it was obeyed.
So every address and key is looked at after the press has passed the entry:

    journal     the contents that were erased, with every arrangement of a front
                that said words about it, and that the chain is whole
    catalog     story, card and history are absent, the notice is there
    pages       every page of the press's run, and every page that still notes
                one of the story's keys, read for any mention
    addresses   the story's own and its pictures', as the server answers them
    store file  nothing of it in the space its pages used before
    search      not in the index, and no word of it in the index's files
    files       originals and renditions of pictures killed with it

What is not gone is said to be still there, and the exit code is 1.
"""

import html
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TypeGuard
from zoneinfo import ZoneInfo

from dateline.catalog import documents
from dateline.catalog.versions import path_of
from dateline.journal.chain import content_of
from dateline.journal.entry import Content, Entry, Kill, Kind
from dateline.journal.reader import Journal
from dateline.journal.verify import verify
from dateline.news import key
from dateline.news.address import changes_path, gallery_path, live_page_path, short_path
from dateline.news.block import gallery_in, pictures_of
from dateline.news.front import Front
from dateline.news.live import LiveEntry, page_of
from dateline.news.story import Story
from dateline.press.run_log import run_of
from dateline.store.record import PageRecord, page_at
from dateline.store.store import DOCUMENTS, PAGES, Transaction

GONE, STILL_THERE = "gone", "still there"

_RAW = -15
_SHORTEST = 12
"""Characters below which a headline is no proof: common words would match."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One thing that was looked at. ``good`` if it is as the law wants it."""

    what: str
    where: str
    state: str
    good: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Suspect:
    """What was public of a story before its kill, to be looked for afterwards.

    ``words`` are its headlines in all versions, those of a live blog's entries
    too: they are held in memory only
    and must be found nowhere. ``pictures`` are the ids of those it showed.
    """

    id: str
    paths: tuple[str, ...]
    words: tuple[str, ...]
    pictures: tuple[str, ...]


def suspect_of(journal: Journal, story_id: str, *, zone: ZoneInfo) -> Suspect:
    """Return what the journal still says of a story, for the search afterwards."""
    versions = [c for c in map(content_of, journal.about(story_id)) if _is_story(c)]
    entries = _entries_in(journal, story_id)
    names = {name for story in versions for name in story.pictures}
    names |= {name for entry in entries for name in pictures_of(entry.blocks)}
    own = list(dict.fromkeys(path_of(story, zone=zone) for story in versions))
    pages = sorted({page_of(entry.number) for entry in entries})
    pictured = [
        gallery_path(path_of(story, zone=zone))
        for story in versions
        if gallery_in(story.body) is not None
    ]
    words = [*(s.headline for s in versions), *(e.headline for e in entries)]
    return Suspect(
        id=story_id,
        paths=(
            *own,
            *dict.fromkeys(pictured),
            *(live_page_path(path, n) for path in own for n in pages),
        ),
        words=tuple(dict.fromkeys(filter(None, words))),
        pictures=tuple(sorted(names)),
    )


def _entries_in(journal: Journal, story_id: str) -> list[LiveEntry]:
    """Return all that was ever said of a live blog's entries."""
    contents = map(content_of, journal.about(story_id))
    return [content for content in contents if isinstance(content, LiveEntry)]


def _is_story(content: Content | None) -> TypeGuard[Story]:
    return isinstance(content, Story)


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """A kill as it stands in the journal: its entries, and what they erased."""

    entries: tuple[Entry, ...]
    erased: tuple[str, ...]
    pictures: tuple[str, ...]
    addresses: tuple[str, ...]

    @property
    def last(self) -> int:
        """The number of its last entry."""
        return self.entries[-1].seq


def order_of(journal: Journal, story_id: str) -> Order | None:
    """Return the newest kill of a story, with the pictures killed with it."""
    kills = [e for e in journal.about(story_id) if e.kind is Kind.STORY_KILLED]
    if not kills:
        return None
    first = kills[-1].seq - kills[-1].part
    entries = tuple(journal.entries(first, until=first + kills[-1].parts))
    contents = [c for c in map(content_of, entries) if isinstance(c, Kill)]
    return Order(
        entries=entries,
        erased=tuple(name for kill in contents for name in kill.erased),
        pictures=tuple(e.subject for e in entries if e.kind is Kind.PICTURE_KILLED),
        addresses=tuple(path for kill in contents for path in kill.addresses),
    )


def journal_lines(journal: Journal, story_id: str, order: Order) -> Iterator[Line]:
    """Yield the state of every content that was to be erased, and of the chain."""
    for subject in (story_id, *order.pictures):
        for entry in journal.about(subject):
            if entry.kind in _PUBLISHES:
                good = entry.content is None
                yield _line("journal content", f"entry {entry.seq}", good=good)
    arranged: list[Entry] = []
    verdict = verify(_noting(journal.entries(0), arranged))
    for entry in arranged:
        if _of_it(entry, story_id, order):
            good = entry.content is None
            yield _line("words on a front", f"entry {entry.seq}", good=good)
    state = f"{len(verdict.findings)} faults" if verdict.findings else "whole"
    yield Line(
        what="journal chain",
        where=f"{verdict.entries} entries",
        state=state,
        good=not verdict.findings,
    )


def _noting(entries: Iterable[Entry], arranged: list[Entry]) -> Iterator[Entry]:
    """Pass entries on, and keep the arrangements of fronts among them."""
    for entry in entries:
        if entry.kind is Kind.FRONT_ARRANGED:
            arranged.append(entry)
        yield entry


def _of_it(entry: Entry, story_id: str, order: Order) -> bool:
    """Return whether an arrangement said, or says, words of its own about a story."""
    front = content_of(entry)
    if front is None:
        return entry.content_hash in order.erased
    return isinstance(front, Front) and front.has_words_about(story_id)


_PUBLISHES = (Kind.STORY_PUBLISHED, Kind.LIVE_ENTRY, Kind.PICTURE_PUBLISHED)


def store_lines(tx: Transaction, suspect: Suspect, order: Order) -> Iterator[Line]:
    """Yield the state of every document and every page."""
    yield from _document_lines(tx, suspect.id, order)
    record = page_at(tx, short_path(suspect.id))
    status = record.status if record else 404
    yield _answer_line("notice", short_path(suspect.id), status)
    for path in suspect.paths:
        yield _line("story page", path, good=page_at(tx, path) is None)
    changes = changes_path(suspect.id)
    yield _line("story's changes", changes, good=page_at(tx, changes) is None)
    for path in order.addresses:
        record = page_at(tx, path)
        yield _answer_line("picture address", path, record.status if record else 404)
    marks = marks_of(suspect, order)
    for path in pages_to_read(tx, suspect, order):
        record = page_at(tx, path)
        clean = record is None or not mentions(record, marks)
        yield _line(_kind_of(record), path, good=clean)


def _document_lines(tx: Transaction, story_id: str, order: Order) -> Iterator[Line]:
    kinds = ("story", "card", "history", "live")
    names = [f"{kind}/{story_id}" for kind in kinds]
    names += [f"picture/{name}" for name in order.pictures]
    for name in names:
        yield _line("catalog", name, good=documents.find(tx, name) is None)
    start = f"entry/{story_id}/".encode()
    entries = next(tx.scan(DOCUMENTS, start, start[:-1] + b"0"), None)
    yield _line("catalog", f"entry/{story_id}/…", good=entries is None)
    notice = documents.find(tx, f"gone/story/{story_id}")
    state = "there" if notice else "missing"
    yield Line(
        what="catalog", where=f"gone/story/{story_id}", state=state, good=bool(notice)
    )


def pages_to_read(tx: Transaction, suspect: Suspect, order: Order) -> list[str]:
    """Return the pages that may mention the story, sorted.

    Those the kill's run made again, and those that note one of its keys still.
    """
    run = run_of(tx, order.last)
    paths = {made.path for made in run.pages} if run else set()
    names = (key.body, key.card, key.stamp, key.history)
    for name in (*(each(suspect.id) for each in names), key.live(suspect.id)):
        paths.update(path.decode() for path in tx.readers(name.encode()))
    for picture in order.pictures:
        paths.update(p.decode() for p in tx.readers(key.picture(picture).encode()))
    own = {short_path(suspect.id), changes_path(suspect.id), *suspect.paths}
    own.update(order.addresses)
    return sorted(path for path in paths - own if "…" not in path)


def every_page(tx: Transaction, suspect: Suspect, order: Order) -> Iterator[Line]:
    """Yield the pages of the whole site that mention the story: none, if all is well.

    Reads every page there is (some 20,000 a second).
    """
    marks = marks_of(suspect, order)
    count = 0
    for name, _ in tx.all(PAGES):
        record = page_at(tx, name.decode())
        count += 1
        if record is not None and mentions(record, marks):
            yield _line(_kind_of(record), name.decode(), good=False)
    yield Line(what="every page", where=f"{count} pages", state="read", good=True)


def marks_of(suspect: Suspect, order: Order) -> tuple[str, ...]:
    """Return what no page may say: the addresses, and the headlines."""
    words = (word for word in suspect.words if len(word) >= _SHORTEST)
    own = (f"-{suspect.id}/", short_path(suspect.id), *suspect.paths)
    return tuple(dict.fromkeys((*own, *order.addresses, *words)))


def mentions(record: PageRecord, marks: Iterable[str]) -> bool:
    """Return whether a page says any of the marks, in its text or its headers."""
    text = text_of(record) + record.location + record.links
    plain = html.unescape(text)
    return any(mark in text or mark in plain for mark in marks)


def text_of(record: PageRecord) -> str:
    """Return a page's copy without its slots."""
    raw = b"".join(
        zlib.decompressobj(_RAW).decompress(piece.deflate)
        for piece in record.pieces
        if piece.deflate
    )
    return raw.decode(errors="replace")


def _kind_of(record: PageRecord | None) -> str:
    if record is None:
        return "page"
    if "xml" in record.content_type or "json" in record.content_type:
        return "feed or sitemap"
    return "page"


def wiped_line(*, good: bool) -> Line:
    """Return the state of what the store's file holds beside its tables."""
    return _line("store file", "space no longer used", good=good)


def gone_line(what: str, where: str, *, good: bool) -> Line:
    """Return the state of something that must be gone."""
    return _line(what, where, good=good)


def file_lines(media: Path, files: Iterable[Path], order: Order) -> Iterator[Line]:
    """Yield the state of every picture file the kill removed.

    ``files`` are those the kill named; those of the journal's addresses are
    looked for as well, so that a receipt can be had again.
    """
    renditions = (path.removeprefix("/media/") for path in order.addresses)
    known = {*files, *(media / "renditions" / name for name in renditions)}
    for path in sorted(known):
        yield _line("file", path.name, good=not path.exists())


def _line(what: str, where: str, *, good: bool) -> Line:
    return Line(what=what, where=where, state=GONE if good else STILL_THERE, good=good)


def _answer_line(what: str, where: str, status: int) -> Line:
    return Line(
        what=what,
        where=where,
        state=f"answers {status}",
        good=status == HTTPStatus.GONE,
    )

"""What pages show of a live blog: its entries, newest first, and key points."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dateline.catalog.view import View
from dateline.news.address import live_page_path
from dateline.news.block import Block
from dateline.news.live import (
    RUNNING,
    LiveEntry,
    LiveHead,
    first_page_shown,
    page_of,
    point_text,
)
from dateline.news.site import Site
from dateline.news.story import Story
from dateline.pages.assets import assets
from dateline.pages.figure import Figure, figures_in
from dateline.pages.language import page_language
from dateline.pages.linked_data import Thing, plain_text
from dateline.pages.moment import Moment, iso_of, moment_of

POINTS = 8
"""How many key points the page shows, the newest."""

SOURCES = "script-src 'self'"
"""What a running blog's page may do beside: its script asks for new entries."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An entry as a template shows it; ``href`` is where it stands for ever."""

    number: int
    href: str
    moment: Moment
    headline: str
    blocks: tuple[Block, ...]
    author: str
    key: bool
    corrected: Moment | None
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """A key point, and where its entry stands."""

    href: str
    moment: Moment
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Blog:
    """A live blog on its own page.

    ``stream`` is where the server tells of new entries and ``script`` what asks
    it, both empty once the blog has ended. ``mends`` counts what was put right or
    taken out of what this page shows. ``older`` leads to the newest page of
    entries that is not here.
    """

    running: bool
    stream: str
    script: str
    newest: int
    mends: int
    changed: datetime | None
    changed_at: Moment | None
    entries: tuple[Entry, ...]
    points: tuple[Point, ...]
    figures: dict[str, Figure | None]
    older: str
    updates: tuple[Thing, ...]


def blog_of(view: View, story: Story, path: str) -> Blog:
    """Return a live blog as its own page shows it."""
    head = view.live(story.id)
    newest = head.newest if head else 0
    first = first_page_shown(newest) if head else 1
    shown = [
        entry
        for page in range(first, page_of(newest) + 1 if head else 1)
        for entry in view.live_page(story.id, page)
    ]
    stream = stream_of(story.id, story.live)
    language = page_language(view.site(), story.language)
    return Blog(
        running=bool(stream),
        stream=stream,
        script=script_of(stream),
        newest=newest,
        mends=len(head.mends) if head else 0,
        changed=head.changed if head else None,
        changed_at=moment_of(head.changed, view.zone(), language) if head else None,
        entries=entries_shown(view, shown, path, language),
        points=_points(view, head, path, {entry.number for entry in shown}, language),
        figures=figures_in(view, blocks_of(shown), story.language),
        older=live_page_path(path, first - 1) if first > 1 else "",
        updates=updates_of(view, shown, view.site().url + path),
    )


def stream_of(story_id: str, live: str) -> str:
    """Return where the server tells of new entries; empty once a blog has ended."""
    return f"/_live/{story_id}" if live == RUNNING else ""


def script_of(stream: str) -> str:
    """Return the address of what asks a stream; empty where there is none."""
    return assets().live if stream else ""


def entries_shown(
    view: View, entries: Sequence[LiveEntry], path: str, language: str
) -> tuple[Entry, ...]:
    """Return entries as a page shows them, newest first."""
    zone = view.zone()
    return tuple(
        Entry(
            number=entry.number,
            href=_href(path, entry.number),
            moment=moment_of(entry.moment, zone, language),
            headline=entry.headline,
            blocks=entry.blocks,
            author=entry.author,
            key=entry.key,
            corrected=moment_of(entry.corrected, zone, language)
            if entry.corrected
            else None,
            note=entry.note,
        )
        for entry in reversed(entries)
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class EntryPlace:
    """Where an entry stands for ever, and when it came."""

    href: str
    moment: Moment


def entry_place(entry: LiveEntry, view: View, path: str, language: str) -> EntryPlace:
    """Return where an entry of the blog at ``path`` stands."""
    moment = moment_of(entry.moment, view.zone(), language)
    return EntryPlace(href=_href(path, entry.number), moment=moment)


def blocks_of(entries: Iterable[LiveEntry]) -> Iterable[Block]:
    """Yield the blocks of entries."""
    return (block for entry in entries for block in entry.blocks)


def updates_of(view: View, entries: Sequence[LiveEntry], url: str) -> tuple[Thing, ...]:
    """Return entries as JSON-LD has them, newest first; ``url`` is the blog's."""
    return tuple(_update(view, entry, url) for entry in reversed(entries))


def _update(view: View, entry: LiveEntry, url: str) -> Thing:
    site, zone = view.site(), view.zone()
    changed = entry.corrected or entry.moment
    thing: Thing = {
        "@type": "BlogPosting",
        "headline": point_text(entry),
        "articleBody": plain_text(entry.blocks),
        "url": _href(url, entry.number),
        "datePublished": iso_of(entry.moment, zone),
        "dateModified": iso_of(changed, zone),
        "author": _author(entry, site),
    }
    return {name: value for name, value in thing.items() if value}


def _author(entry: LiveEntry, site: Site) -> Thing:
    if entry.author:
        return {"@type": "Person", "name": entry.author}
    return {"@type": "NewsMediaOrganization", "name": site.publisher or site.name}


def _points(
    view: View, head: LiveHead | None, path: str, here: set[int], language: str
) -> tuple[Point, ...]:
    """Return the newest key points; those of entries on this page lead to them."""
    zone = view.zone()
    return tuple(
        Point(
            href=f"#entry-{p.number}" if p.number in here else _href(path, p.number),
            moment=moment_of(p.moment, zone, language),
            text=p.text,
        )
        for p in (head.points if head else ())[:POINTS]
    )


def _href(path: str, number: int) -> str:
    return f"{live_page_path(path, page_of(number))}#entry-{number}"

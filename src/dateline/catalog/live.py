"""The entries of live blogs in the catalog.

    live/STORY           LiveHead: newest number, how many, key points
    entry/STORY/000012   LiveEntry

An entry changes the head, its page of entries and the story's stamp. A page
says whether another follows, so the first entry of that one changes it too.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from dateline.catalog import documents
from dateline.news import key
from dateline.news.live import (
    PAGE,
    KeyPoint,
    LiveEntry,
    LiveHead,
    LiveRemoval,
    Mend,
    page_of,
    point_text,
)
from dateline.store.store import DOCUMENTS, Transaction


def say_entry(tx: Transaction, entry: LiveEntry, *, seq: int) -> set[str]:
    """Write an entry, new or put right; return the keys of the blog that changed."""
    name = entry_name(entry.story, entry.number)
    before: LiveEntry | None = documents.find(tx, name)
    if before == entry:
        return set()
    head = _head(tx, entry.story)
    page = page_of(entry.number)
    changed = {key.live_page(entry.story, page)}
    if page > 1 and not page_entries(tx, entry.story, page):
        changed.add(key.live_page(entry.story, page - 1))
    documents.put(tx, name, seq, entry)
    moment = max(entry.moment, entry.corrected or entry.moment)
    after = LiveHead(
        newest=max(entry.number, head.newest if head else 0),
        count=(head.count if head else 0) + (before is None),
        changed=max(moment, head.changed) if head else moment,
        points=_points(head, entry),
        mends=_mends(head, Mend(number=entry.number) if before else None),
    )
    return changed | _put_head(tx, entry.story, head, after, seq=seq)


def drop_entry(tx: Transaction, removal: LiveRemoval, *, seq: int) -> set[str]:
    """Take one entry out; return the keys of the blog that changed."""
    name = entry_name(removal.story, removal.number)
    head = _head(tx, removal.story)
    if head is None or documents.find(tx, name) is None:
        return set()
    documents.drop(tx, name)
    points = tuple(p for p in head.points if p.number != removal.number)
    after = replace(
        head,
        count=head.count - 1,
        changed=max(head.changed, removal.moment),
        points=points,
        mends=_mends(head, Mend(number=removal.number, taken=True)),
    )
    page = page_of(removal.number)
    changed = {key.live_page(removal.story, page)}
    if page > 1 and not page_entries(tx, removal.story, page):
        changed.add(key.live_page(removal.story, page - 1))
    return changed | _put_head(tx, removal.story, head, after, seq=seq)


def drop_live(tx: Transaction, story_id: str) -> set[str]:
    """Take out a story's entries, all of them; return the keys that changed."""
    head = _head(tx, story_id)
    if head is None:
        return set()
    start, end = _range(story_id, 1, head.newest)
    for name in [name for name, _ in tx.scan(DOCUMENTS, start, end)]:
        tx.delete(DOCUMENTS, name)
    documents.drop(tx, f"live/{story_id}")
    pages = range(1, page_of(head.newest) + 1)
    return {key.live(story_id), *(key.live_page(story_id, page) for page in pages)}


def page_entries(tx: Transaction, story_id: str, page: int) -> tuple[LiveEntry, ...]:
    """Return a page's entries, oldest first."""
    start, end = _range(story_id, (page - 1) * PAGE + 1, page * PAGE)
    rows = tx.scan(DOCUMENTS, start, end)
    return tuple(documents.decode(name.decode(), raw) for name, raw in rows)


def entries_changed(tx: Transaction, story_id: str) -> datetime | None:
    """Return when an entry of a story last came or changed; None without any."""
    head = _head(tx, story_id)
    return None if head is None else head.changed


def documents_of_blog(entries: Sequence[LiveEntry]) -> dict[str, Any]:
    """Return what a shelf holds of a blog with these entries, by key.

    For pages of what is not in the catalog: a preview. ``entries`` are the
    oldest first.
    """
    if not entries:
        return {}
    story_id, newest = entries[0].story, entries[-1].number
    points = [p for entry in entries for p in _point(entry)]
    found: dict[str, Any] = {
        key.live(story_id): LiveHead(
            newest=newest,
            count=len(entries),
            changed=max(entry.corrected or entry.moment for entry in entries),
            points=tuple(reversed(points)),
        )
    }
    for page in range(1, page_of(newest) + 2):
        own = tuple(e for e in entries if page_of(e.number) == page)
        found[key.live_page(story_id, page)] = own
    return found


def entry_name(story_id: str, number: int) -> str:
    """Return the name of an entry's document; names sort as numbers do."""
    return f"entry/{story_id}/{number:06}"


def _range(story_id: str, first: int, last: int) -> tuple[bytes, bytes]:
    return (
        entry_name(story_id, first).encode(),
        entry_name(story_id, last + 1).encode(),
    )


def _head(tx: Transaction, story_id: str) -> LiveHead | None:
    head: LiveHead | None = documents.find(tx, f"live/{story_id}")
    return head


def _points(head: LiveHead | None, entry: LiveEntry) -> tuple[KeyPoint, ...]:
    points = [p for p in (head.points if head else ()) if p.number != entry.number]
    points += _point(entry)
    return tuple(sorted(points, key=lambda p: p.number, reverse=True))


def _mends(head: LiveHead | None, more: Mend | None) -> tuple[Mend, ...]:
    mends = head.mends if head else ()
    return (*mends, more) if more else mends


def _point(entry: LiveEntry) -> list[KeyPoint]:
    if not entry.key:
        return []
    text = point_text(entry)
    return [KeyPoint(number=entry.number, moment=entry.moment, text=text)]


def _put_head(
    tx: Transaction,
    story_id: str,
    before: LiveHead | None,
    after: LiveHead,
    *,
    seq: int,
) -> set[str]:
    if before == after:
        return set()
    documents.put(tx, f"live/{story_id}", seq, after)
    return {key.live(story_id)}

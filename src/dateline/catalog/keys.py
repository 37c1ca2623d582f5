"""Every key that a catalog answers with something."""

from collections.abc import Callable, Iterator
from functools import partial

from dateline.catalog import documents, lists
from dateline.catalog.documents import SITE
from dateline.catalog.view import Shelf, View
from dateline.news import key
from dateline.store.store import DOCUMENTS, Transaction


def keys(tx: Transaction) -> Iterator[str]:
    """Yield each key under which pages exist, in the catalog's order."""
    if documents.find(tx, SITE) is None:
        return
    yield from (
        key.SITE,
        key.HOUSE,
        key.YEARS,
        key.SITEMAPS,
        key.RECENT,
        key.CORRECTIONS,
    )
    yield from _calendar(View(Shelf(tx=tx)))
    for kind, name_key in _NAMED.items():
        start = f"{kind}/".encode()
        for name, _ in tx.scan(DOCUMENTS, start, start[:-1] + b"0"):
            yield name_key(name[len(start) :].decode())


def _calendar(view: View) -> Iterator[str]:
    for year in view.years():
        yield key.months(f"{year:04}")
        for month in view.months(year):
            yield key.days(f"{year:04}-{month:02}")
            yield key.sitemap(f"{year:04}-{month:02}")
            for day in view.days(year, month):
                yield key.day(day.isoformat())


_NAMED: dict[str, Callable[[str], str]] = {
    "topic": key.topic,
    "author": partial(key.author, "author"),
    "agency": partial(key.author, "agency"),
    "picture": key.picture,
    "gone/picture": key.picture,
    "card": key.card,
    "history": key.history,
    "gone/story": key.card,
}
"""Document kinds whose every document owns pages, and the key it is read by."""


_PLAIN = frozenset("site house picture topic author agency front live versions".split())
"""Kinds of key that are their document's own name."""


def documents_of(name: str) -> str | None:
    """Return the name of the document behind a key; None for lists."""
    kind, _, rest = name.partition("/")
    if kind == "story":
        story_id, _, view = rest.partition("/")
        return f"{'story' if view == 'body' else view}/{story_id}"
    if kind == "live" and "/" in rest:
        return None
    if kind == "placed":
        return f"front/{rest}"
    return name if kind in _PLAIN else None


def members(tx: Transaction, name: str) -> tuple[str, ...]:
    """Return the story ids a list key stands for; empty for other keys."""
    kind, _, rest = name.partition("/")
    return lists.newest(tx, rest) if kind == "newest" else ()

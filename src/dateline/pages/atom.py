"""Feeds as Atom (RFC 4287): when published, and apart from it when updated."""

from dataclasses import dataclass

from dateline.catalog.view import View
from dateline.pages.feed import FeedItem, gather_feed, hub_links
from dateline.pages.moment import iso_of
from dateline.pages.page import Page
from dateline.pages.typeset import typeset_xml


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An item with its moments as RFC 3339 writes them."""

    item: FeedItem
    published: str
    updated: str


def make_atom(view: View, kind: str | None = None, name: str = "") -> Page | None:
    """Make a feed as Atom; see ``gather_feed`` for its arguments."""
    feed = gather_feed(view, kind, name)
    if feed is None:
        return None
    zone = view.zone()
    entries = [
        Entry(
            item=item,
            published=iso_of(item.published, zone),
            updated=iso_of(item.changed, zone),
        )
        for item in feed.items
    ]
    updated = iso_of(feed.changed, zone)
    text = typeset_xml("atom.xml", feed=feed, entries=entries, updated=updated)
    return Page(
        content_type="application/atom+xml; charset=utf-8",
        text=text,
        cache="feed",
        links=hub_links(feed, "atom"),
    )

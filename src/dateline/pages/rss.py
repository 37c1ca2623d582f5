"""Feeds as RSS 2.0."""

from dataclasses import dataclass

from dateline.catalog.view import View
from dateline.pages.feed import FeedItem, gather_feed, hub_links
from dateline.pages.moment import mail_date
from dateline.pages.page import Page
from dateline.pages.typeset import typeset_xml


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """An item with its moment as RFC 822 writes it."""

    item: FeedItem
    date: str


def make_rss(view: View, kind: str | None = None, name: str = "") -> Page | None:
    """Make a feed as RSS; see ``gather_feed`` for its arguments."""
    feed = gather_feed(view, kind, name)
    if feed is None:
        return None
    zone = view.zone()
    items = [
        Item(item=item, date=mail_date(item.published, zone)) for item in feed.items
    ]
    changed = mail_date(feed.changed, zone)
    text = typeset_xml("rss.xml", feed=feed, items=items, changed=changed)
    return Page(
        content_type="application/rss+xml; charset=utf-8",
        text=text,
        cache="feed",
        links=hub_links(feed, "rss"),
    )

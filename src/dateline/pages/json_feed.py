"""Feeds as JSON Feed 1.1."""

from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from dateline.catalog.view import View
from dateline.pages.feed import Feed, FeedItem, gather_feed, hub_links
from dateline.pages.moment import iso_of
from dateline.pages.page import Page

_VERSION = "https://jsonfeed.org/version/1.1"
_encode = msgspec.json.Encoder().encode


def make_json_feed(view: View, kind: str | None = None, name: str = "") -> Page | None:
    """Make a feed as JSON Feed; see ``gather_feed`` for its arguments."""
    feed = gather_feed(view, kind, name)
    if feed is None:
        return None
    return Page(
        content_type="application/feed+json",
        text=_encode(_whole(feed, view.zone())).decode(),
        cache="feed",
        links=hub_links(feed, "json"),
    )


def _whole(feed: Feed, zone: ZoneInfo) -> dict[str, Any]:
    said = {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": f"{feed.home}feed.json",
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.publisher}],
        "hubs": [{"type": "WebSub", "url": feed.hub}] if feed.hub else [],
        "items": [_item(item, zone) for item in feed.items],
    }
    return {name: value for name, value in said.items() if value or name == "items"}


def _item(item: FeedItem, zone: ZoneInfo) -> dict[str, Any]:
    said = {
        "id": item.id,
        "url": item.href,
        "title": item.headline,
        "content_text": item.standfirst or item.headline,
        "summary": item.standfirst,
        "image": item.picture.href if item.picture else "",
        "date_published": iso_of(item.published, zone),
        "date_modified": iso_of(item.changed, zone),
        "authors": [{"name": name} for name in item.authors],
        "tags": [item.section],
        "language": item.language,
    }
    return {name: value for name, value in said.items() if value}

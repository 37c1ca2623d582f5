"""JSON Feed 1.0 and 1.1: every item of a feed.

Source: jsonfeed.org/version/1.1. Items have ``content_html`` or
``content_text``; extensions begin with an underscore and are not read.
"""

from typing import Any

from dateline.news.item import ItemPicture, ItemRendition, Link, Subject
from dateline.wire.formats.feed_text import (
    fill_copy,
    fill_uri,
    person,
    plain,
    read_body,
    tell_apart,
)
from dateline.wire.json import decode
from dateline.wire.plain_text import read_copy
from dateline.wire.reading import Reading
from dateline.wire.refused import NoJsonFeedError
from dateline.wire.runs import safe_href
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules

FORMAT = "json-feed"
LARGEST = 10**12


def read(utf8: bytes, source: SourceRules) -> list[Sent]:
    """Read every item of a feed.

    Raises:
        BrokenJsonError: not JSON; says where it breaks.
        NoJsonFeedError: JSON, but no feed.
    """
    document, warning = decode(utf8)
    items = document.get("items") if isinstance(document, dict) else None
    if not isinstance(items, list):
        raise NoJsonFeedError("no JSON Feed: no list of items")
    found = []
    for each in items:
        if not isinstance(each, dict):
            raise NoJsonFeedError("no JSON Feed: an item that is no object")
        sent, link = _read_item(each, document, source)
        if warning:
            sent.warnings.append(warning)
        found.append((sent, link))
    return tell_apart(found)


def _read_item(
    item: dict[str, Any], feed: dict[str, Any], source: SourceRules
) -> tuple[Sent, str]:
    """Read one item, and its link."""
    sent = Sent(FORMAT)
    sent.headline = plain(_text(item, "title"))
    sent.version_created = _text(item, "date_modified") or _text(item, "date_published")
    sent.language = _text(item, "language") or _text(feed, "language")
    sent.by = _authors(item)
    sent.creators = [] if sent.by else _authors(feed)
    for tag in _list(item, "tags"):
        if isinstance(tag, str) and tag.strip():
            sent.subjects.append(Subject(name=tag.strip()))
            sent.keywords.append(tag.strip())
    fill_copy(sent, _body(item), plain(_text(item, "summary")))
    _read_files(sent, item)
    link = _text(item, "url") or _text(item, "external_url")
    given = item.get("id")
    if isinstance(given, int | float):  # 1.0 allows a number, read as text
        given = str(given)
    given = given.strip() if isinstance(given, str) else ""
    fill_uri(sent, given=given, link=link, source=source)
    if link:
        sent.links.append(Link(rel="alternate", href=link))
    return sent, link


def _body(item: dict[str, Any]) -> Reading:
    """Read the copy, markup before text."""
    if _text(item, "content_html"):
        return read_body(_text(item, "content_html"))
    return read_copy(_text(item, "content_text"), markup=False)


def _read_files(sent: Sent, item: dict[str, Any]) -> None:
    """Read pictures and attachments."""
    files = [
        ItemRendition(href=href)
        for name in ("image", "banner_image")
        if (href := safe_href(_text(item, name)))
    ]
    titles = dict.fromkeys((each.href for each in files), "")
    for each in _list(item, "attachments"):
        href = safe_href(_text(each, "url")) if isinstance(each, dict) else ""
        if not href:
            continue
        mime, size = _text(each, "mime_type"), each.get("size_in_bytes")
        if mime.startswith("image/") and href not in titles:
            whole = size if type(size) is int and 0 < size < LARGEST else None
            files.append(ItemRendition(href=href, mime=mime, size=whole))
            titles[href] = _text(each, "title")
        elif href not in titles:
            sent.links.append(
                Link(rel="enclosure", href=href, title=_text(each, "title"))
            )
    known: set[str] = set()
    for each in files:
        if each.href not in known:
            known.add(each.href)
            sent.pictures.append(
                ItemPicture(
                    uri=each.href, headline=titles[each.href], renditions=(each,)
                )
            )


def _authors(thing: dict[str, Any]) -> list[str]:
    """Give the names of authors; 1.0 has one, 1.1 a list."""
    authors = [*_list(thing, "authors"), thing.get("author")]
    names = (person(_text(each, "name")) for each in authors if isinstance(each, dict))
    return list(dict.fromkeys(name for name in names if name))


def _list(thing: dict[str, Any], name: str) -> list[Any]:
    """Give a property that is a list; empty if it is anything else."""
    value = thing.get(name)
    return value if isinstance(value, list) else []


def _text(thing: dict[str, Any], name: str) -> str:
    """Give a property that is a text; empty if it is anything else."""
    value = thing.get(name)
    return value.strip() if isinstance(value, str) else ""

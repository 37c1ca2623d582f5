"""Which items a list names: a feed, a JSON list, a page of files, plain lines.

Agencies publish lists of files in all these ways: RSS and Atom whose entries
link to NewsML, an index a web server makes of a folder, JSON, a text file. The
newest stands first in feeds, so what is found is handed on in reverse there; a
changed stamp (updated, pubDate) makes an entry new.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dateline.wire.encoding import to_utf8
from dateline.wire.errors import RefusedError
from dateline.wire.feeds.json_path import at_path, read_json
from dateline.wire.feeds.web_address import absolute
from dateline.wire.xml import Element, children, name_of, read_html, read_xml, text_of

MOST_LINKS = 5000
LINK_NAMES = ("href", "url", "link", "uri", "file")
STAMP_NAMES = ("updated", "versioncreated", "version", "modified", "date")
FILES = (".xml", ".json", ".txt", ".nitf", ".newsml", ".g2", ".eml", ".jpg", ".jpeg")


@dataclass(frozen=True, kw_only=True, slots=True)
class Linked:
    """An item that a list names; ``stamp`` changes when it does."""

    url: str = field(repr=False)
    stamp: str = ""

    @property
    def key(self) -> str:
        """Tell this version of this item from all others, without its address."""
        text = f"{self.url}\n{self.stamp}".encode("utf-8", "replace")
        return hashlib.sha256(text).hexdigest()[:24]


class NoListError(RefusedError):
    """An answer that should list items does not."""

    hint = "Set lists = false if url answers with the copy itself."


def links_in(body: bytes, *, base: str, path: str = "") -> list[Linked]:
    """Return the items a list names, the oldest first as far as the list tells.

    Args:
        body: the list.
        base: where it came from; relative links start there.
        path: where in JSON the items are; empty to look at the usual places.

    Raises:
        NoListError: this is no list of anything.
    """
    utf8 = to_utf8(body).utf8
    start = utf8.lstrip()[:1]
    if start in {b"{", b"["}:
        found = list(_in_json(read_json(utf8), path))
    elif start == b"<":
        found = _in_markup(utf8)
    else:
        found = list(_in_lines(utf8))
    links: dict[str, Linked] = {}
    for each in found:
        url = absolute(base, each.url)
        if url:
            links[url] = Linked(url=url, stamp=each.stamp)
    if len(links) > MOST_LINKS:
        raise NoListError(f"a list of {len(links)} items")
    return list(links.values())


def _in_json(document: Any, path: str) -> Iterator[Linked]:  # noqa: ANN401 - JSON is anything
    """Yield the links of a JSON list, the last first."""
    entries = list(at_path(document, path)) if path else _usual(document)
    for each in reversed(entries):
        if isinstance(each, str):
            yield Linked(url=each)
        elif isinstance(each, dict):
            lower = {key.lower(): value for key, value in each.items()}
            url = _first(lower, LINK_NAMES)
            if url:
                yield Linked(url=url, stamp=_first(lower, STAMP_NAMES))


def _usual(document: Any) -> list[Any]:  # noqa: ANN401 - JSON is anything
    if isinstance(document, list):
        return document
    for name in ("items", "entries", "files", "data.items", "data"):
        found = list(at_path(document, name))
        if found:
            return found
    raise NoListError("the JSON lists nothing", hint="Say where: items = 'data.items'.")


def _first(thing: dict[str, Any], names: tuple[str, ...]) -> str:
    values = (thing.get(name) for name in names)
    return next((str(v) for v in values if isinstance(v, str | int) and v), "")


def _in_markup(utf8: bytes) -> list[Linked]:
    """Return the links of a feed, or of a page of files."""
    if b"<html" in utf8[:2048].lower():
        page = read_html(utf8.decode("utf-8", "replace"))
        return list(_in_page(page)) if page is not None else []
    root = read_xml(utf8).root
    kind = name_of(root)
    if kind == "feed":
        found = [_atom(entry) for entry in children(root, "entry")]
    elif kind in {"rss", "rdf"}:
        channels = children(root, "channel")
        holders = [*channels, root]
        found = [_rss(item) for each in holders for item in children(each, "item")]
    elif kind in {"urlset", "sitemapindex"}:
        found = [_located(each) for each in root]
    else:
        raise NoListError(f"<{kind}> is no list of items")
    return [each for each in reversed(found) if each.url]


def _atom(entry: Element) -> Linked:
    """Return where an Atom entry leads: to its file rather than to its page."""
    links = {each.get("rel", "alternate"): each for each in children(entry, "link")}
    chosen = links.get("enclosure", links.get("alternate"))
    sources = [each.get("src", "") for each in children(entry, "content")]
    link = chosen.get("href", "") if chosen is not None else ""
    url = next(filter(None, sources), link)
    return Linked(url=url, stamp=_text(entry, "updated"))


def _rss(item: Element) -> Linked:
    """Return where an RSS item leads: to its file rather than to its page."""
    files = [each.get("url", "") for each in children(item, "enclosure")]
    url = next(filter(None, files), "") or _text(item, "link")
    return Linked(url=url, stamp=_text(item, "pubdate") or _text(item, "date"))


def _located(each: Element) -> Linked:
    return Linked(url=_text(each, "loc"), stamp=_text(each, "lastmod"))


def _text(parent: Element, name: str) -> str:
    found = children(parent, name)
    return str(text_of(found[0])).strip() if found else ""


def _in_page(page: Element) -> Iterator[Linked]:
    """Yield the files a page links to; its other links are ways about the site.

    The text after a link in a folder's index holds date and size: a stamp.
    """
    for each in page.iter("a"):
        href = each.get("href", "").strip()
        if href.partition("?")[0].lower().endswith(FILES):
            yield Linked(url=href, stamp=" ".join((each.tail or "").split()))


def _in_lines(utf8: bytes) -> Iterator[Linked]:
    """Yield the addresses of a plain list, a line each (text/uri-list)."""
    for line in utf8.decode("utf-8", "replace").splitlines():
        url = line.strip()
        if url and not url.startswith("#"):
            if any(sign.isspace() for sign in url):
                raise NoListError("neither a feed nor a list of addresses")
            yield Linked(url=url)

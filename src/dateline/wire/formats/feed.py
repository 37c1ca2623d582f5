"""RSS 0.9 to 2.0, RDF (RSS 1.0) and Atom: every entry of a feed.

All three are one reader: the field an element fills is known by its name (see
``feed_tags``), and where it stands (items in the channel, beside it, or nowhere
in particular) is left to the feed. An entry that is no longer in a feed is not
killed: feeds show the newest and forget. Only a tombstone (RFC 6721) takes an
entry back.

Feeds have no slugline; a category is a subject, never a slug: a kill in words
takes down what bears its slug, and would take down a whole section.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import Final
from urllib.parse import urljoin

from dateline.news.item import EdNote, Link, Place, Subject
from dateline.wire.blocks import read_markup
from dateline.wire.formats.feed_pictures import SHOWN, read_pictures
from dateline.wire.formats.feed_tags import sort_by_field
from dateline.wire.formats.feed_text import (
    fill_copy,
    fill_uri,
    person,
    plain,
    read_body,
    tell_apart,
)
from dateline.wire.reading import Reading
from dateline.wire.refused import NoFeedError
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules
from dateline.wire.xml import Element, children, local, name_of, read_xml, text_of

RSS, ATOM = "rss", "atom"
ENTRIES: Final = frozenset({"item", "entry"})
TOMBSTONE: Final = "deleted-entry"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
ABOUT: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
SHORT_LINES: Final = {
    "embargo": "embargoed",
    "expires": "expires",
    "urgency": "urgency",
    "slugline": "slugline",
    "credit": "credit",
}
RARE = ("keywords", "place", "note", "dateline", "terms")

# What was found in an entry: the elements by the fields they fill.
Found = dict[str, list[Element]]


def read(utf8: bytes, source: SourceRules) -> list[Sent]:
    """Read every entry of a feed.

    Raises:
        NoFeedError: the root is not that of a feed.
    """
    tree = read_xml(utf8)
    root = tree.root
    if name_of(root) not in {"rss", "rdf", "feed", "channel"}:
        raise NoFeedError(f"no feed: the root is <{name_of(root)}>")
    form = ATOM if name_of(root) == "feed" else RSS
    channel = next(iter(children(root, "channel")), root)
    about = sort_by_field(each for each in channel if name_of(each) not in ENTRIES)
    defaults = _Defaults(channel, about)
    found = []
    for element in _entries(root, channel):
        sent, link = _read_entry(element, form, defaults, source)
        if tree.warning:
            sent.warnings.append(tree.warning)
        found.append((sent, link))
    gone = [_read_tombstone(each, form) for each in children(root, TOMBSTONE)]
    return tell_apart(found) + gone


class _Defaults:
    """What a feed says once for all of its entries."""

    def __init__(self, channel: Element, about: Found) -> None:
        self.language = channel.get(XML_LANG) or _text(about, "language")
        self.rights = plain(_text(about, "rights"))
        self.base = _link(about, "")
        self.authors = [_person(each) for each in about.get("by", ())]


def _entries(root: Element, channel: Element) -> list[Element]:
    """Give the entries: in the channel, beside it, or at any depth."""
    found = [each for each in channel if local(each.tag) in ENTRIES]
    if root is not channel:
        found += [each for each in root if local(each.tag) in ENTRIES]
    return found or [each for each in root.iter() if local(each.tag) in ENTRIES]


def _read_entry(
    element: Element, form: str, defaults: _Defaults, source: SourceRules
) -> tuple[Sent, str]:
    """Read one entry, and its link."""
    found = sort_by_field(element)
    link = _link(found, defaults.base)
    headline = plain(_text(found, "title") or _text(found, "headline"))
    sent = Sent(form, headline=headline)
    _read_state(sent, found)
    _read_lines(sent, found, defaults)
    _read_body(sent, found)
    if not found.keys().isdisjoint(SHOWN):
        read_pictures(sent, found)
    given = _text(found, "id") or element.get(ABOUT) or ""
    fill_uri(sent, given=given.strip(), link=link, source=source)
    if link:
        sent.links.append(Link(rel="alternate", href=link))
    sent.language = element.get(XML_LANG) or _text(found, "language")
    sent.language = sent.language or defaults.language
    return sent, link


def _read_tombstone(element: Element, form: str) -> Sent:
    """Read an entry the publisher took out of the feed."""
    sent = Sent(form, uri=(element.get("ref") or "").strip())
    sent.version_created = element.get("when") or ""
    sent.pub_status = "withdrawn"
    return sent


def _read_state(sent: Sent, found: Found) -> None:
    """Read the moments: when it was changed wins over when it came out."""
    sent.version_created = _text(found, "updated") or _text(found, "published")
    if not SHORT_LINES.keys().isdisjoint(found):  # few feeds have any
        for field in found.keys() & SHORT_LINES.keys():
            setattr(sent, SHORT_LINES[field], _text(found, field))


def _read_lines(sent: Sent, found: Found, defaults: _Defaults) -> None:
    """Read people, subjects, notes and rights."""
    sent.by = [name for each in found.get("by", ()) if (name := _person(each))]
    if not sent.by:
        sent.creators = [name for name in defaults.authors if name]
    for each in found.get("category", ()):
        name = plain(each.get("label") or text_of(each) or each.get("term") or "")
        if name:
            scheme = each.get("scheme") or each.get("domain") or ""
            term = (each.get("term") or "").strip()
            code = term if term != name else ""
            sent.subjects.append(Subject(name=name, scheme=scheme, code=code))
            sent.keywords.append(name)
    sent.copyright_notice = defaults.rights
    if "rights" in found:
        sent.copyright_notice = plain(_text(found, "rights")) or defaults.rights
    if not found.keys().isdisjoint(RARE):
        _read_rare(sent, found)


def _read_rare(sent: Sent, found: Found) -> None:
    """Read what few feeds have."""
    for each in found.get("keywords", ()):
        sent.keywords += [
            word.strip() for word in text_of(each).split(",") if word.strip()
        ]
    sent.places = [
        Place(name=name) for each in found.get("place", ()) if (name := text_of(each))
    ]
    sent.notes = [
        EdNote(text=text, role="note")
        for each in found.get("note", ())
        if (text := text_of(each))
    ]
    sent.datelines = [text_of(each) for each in found.get("dateline", ())]
    sent.usage_terms = [text_of(each) for each in found.get("terms", ())]


def _read_body(sent: Sent, found: Found) -> None:
    """Read the copy: the content, unless the summary is the longer of the two."""
    if "content" not in found and len(found.get("summary", ())) == 1:
        sent.body = _reading(found["summary"][0], sent)
        return
    body = _longest(found.get("content", ()), sent)
    summary = _longest(found.get("summary", ()), sent)
    if _length(summary) > _length(body):
        body, summary = summary, body
    text = " ".join(block.text for block in summary.blocks if block.text)
    body.hidden += summary.hidden
    fill_copy(sent, body, text)


def _longest(elements: Sequence[Element], sent: Sent) -> Reading:
    """Read contents or summaries, and give the longest; most entries have one."""
    readings = [_reading(each, sent) for each in elements]
    if len(readings) == 1:
        return readings[0]
    return max(readings, key=_length, default=Reading())


def _reading(element: Element, sent: Sent) -> Reading:
    """Read one content or summary: elements, escaped HTML, or text."""
    kind = (element.get("type") or "").lower()
    if element.get("src"):
        sent.links.append(Link(rel="content", href=element.get("src")))
        return Reading()
    if len(element):
        return read_markup(element)
    if kind.startswith(("image/", "audio/", "video/", "application/octet")):
        sent.warnings.append(f"body: {kind[:40]} in the feed is not read")
        return Reading()
    return read_body(element.text or "")


def _length(reading: Reading) -> int:
    """Measure how much copy there is."""
    return sum(len(block.text) for block in reading.blocks)


def _text(found: Found, field: str) -> str:
    """Give the first text of a field that is not empty."""
    if field not in found:
        return ""
    for each in found[field]:
        text = text_of(each)
        if text:
            return text
    return ""


def _person(element: Element) -> str:
    """Give a person's name: in a name element (Atom) or in the text (RSS)."""
    for each in element:
        if local(each.tag) == "name":
            return text_of(each)
    return "" if len(element) else person(plain(text_of(element)))


def _link(found: Found, base: str) -> str:
    """Give the address of the story for readers, whole."""
    href = _text(found, "origlink")
    for each in found.get("link", ()) if not href else ():
        if (each.get("rel") or "alternate") == "alternate":
            href = (each.get("href") or "").strip() or text_of(each)
        if href:
            break
    if href and base and not href.startswith("http"):
        with suppress(ValueError):  # "http://[half an address"
            return urljoin(base, href)
    return href

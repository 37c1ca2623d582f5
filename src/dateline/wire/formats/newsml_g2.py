"""NewsML-G2, 2.4 to 2.35: one item bare, or several in a news message.

Seen in real files and expected here: prefixed, default and missing namespaces;
``<Header>`` for ``<header>``; catalogs that cannot be fetched (they never are);
pictures beside the text in one message, put together by a package or by links;
items inside a package's groups; and a part of an item alone, which is read but
waits for a human.
"""

from collections.abc import Callable
from typing import Final

from lxml import etree

from dateline.news.item import ItemKind, ItemPicture, Link
from dateline.wire.audience import plain_name
from dateline.wire.formats import g2_check, g2_content, g2_meta, newsml1_belga
from dateline.wire.formats.g2_context import Context
from dateline.wire.runs import safe_href
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules
from dateline.wire.xml import (
    Element,
    child,
    children,
    local,
    name_of,
    read_xml,
    text_of,
)

# Asked of every item: a member looked up by its name takes long.
TEXT: Final = ItemKind.TEXT
PACKAGE: Final = ItemKind.PACKAGE

FORMAT: Final = "newsml-g2"

ROOTS: Final = {
    "newsitem": ItemKind.TEXT,
    "packageitem": ItemKind.PACKAGE,
    "conceptitem": ItemKind.CONCEPT,
    "knowledgeitem": ItemKind.CONCEPT,
    "catalogitem": ItemKind.CONCEPT,
    "catalog": ItemKind.CONCEPT,
    "planningitem": ItemKind.PLANNING,
}
# Parts of an item that are sent, or cut out, alone; the item they are a part of.
FRAGMENTS: Final = {
    "contentset": "newsItem",
    "contentmeta": "newsItem",
    "itemmeta": "newsItem",
    "groupset": "packageItem",
}
CLASSES: Final = {
    "text": ItemKind.TEXT,
    "picture": ItemKind.PICTURE,
    "photo": ItemKind.PICTURE,
    "video": ItemKind.VIDEO,
    "audio": ItemKind.AUDIO,
    "graphic": ItemKind.GRAPHIC,
    "animated": ItemKind.GRAPHIC,
    "composite": ItemKind.PACKAGE,
    "concept": ItemKind.CONCEPT,
    "scheme": ItemKind.CONCEPT,
    "catalog": ItemKind.CONCEPT,
    "event": ItemKind.PLANNING,
    "planning": ItemKind.PLANNING,
    "newscoverage": ItemKind.PLANNING,
}
SHOWN: Final = frozenset({ItemKind.PICTURE, ItemKind.GRAPHIC})


def read(utf8: bytes, source: SourceRules) -> list[Sent]:
    """Read every item of a file."""
    tree = read_xml(utf8)
    root, name = tree.root, name_of(tree.root)
    if name in FRAGMENTS:
        found = [_read_fragment(root, name, source)]
    else:
        catalogs = name not in ROOTS and any(
            child(part, "catalogref") is not None for part in children(root, "header")
        )
        found = [_read_item(each, source, catalogs=catalogs) for each in _items(root)]
    if tree.warning:
        for sent in found:
            sent.warnings.append(tree.warning)
    return _join_pictures(found) if len(found) > 1 else found


def _items(root: Element) -> list[Element]:
    """Give the item elements: the root, or those in the item sets of a message."""
    if name_of(root) in ROOTS:
        return [root, *_inside(root)]
    return [
        each
        for item_set in children(root, "itemset")
        for element in item_set
        if name_of(element) in ROOTS
        for each in (element, *_inside(element))
    ]


def _inside(element: Element) -> list[Element]:
    """Give the items that lie inside the groups of a package."""
    if ROOTS[name_of(element)] is not PACKAGE:
        return []
    groups = children(element, "groupset")
    return [each for group in groups for each in group.iter() if name_of(each) in ROOTS]


def _carrier(element: Element) -> str:
    """Give the guid of the package whose groups hold an item; empty if none does."""
    for above in element.iterancestors():
        if ROOTS.get(name_of(above)) is PACKAGE:
            return (above.get("guid") or "").strip()
    return ""


def _read_fragment(part: Element, name: str, source: SourceRules) -> Sent:
    """Read a part of an item that came without its item: never without a human."""
    item = etree.Element(FRAGMENTS[name])
    item.append(part)
    sent = _read_item(item, source, catalogs=True)
    sent.needs_human = f"only a part of an item came: {name}"
    sent.warnings.append(f"a part of a NewsML-G2 item, not a whole item: {name}")
    return sent


def _read_item(element: Element, source: SourceRules, *, catalogs: bool) -> Sent:
    """Read one item."""
    sent = Sent(
        FORMAT,
        uri=(element.get("guid") or "").strip(),
        kind=ROOTS[name_of(element)],
        language=g2_meta.language_of(element),
    )
    sent.version = (element.get("version") or "").strip()
    sent.inside = _carrier(element)
    parts = [(local(part.tag), part) for part in element]
    context = Context(sent=sent, source=source, asserts=_asserts(parts, sent))
    for name, part in parts:
        reader = READERS.get(name)
        if reader is not None:
            reader(context, part)
    g2_meta.finish(context)
    if "belga.be" in sent.uri:
        newsml1_belga.finish(sent)
    for name, part in parts:
        if name == "contentset":
            g2_content.read_content(context, part)
    names = {name for name, _ in parts}
    g2_check.check_item(element, sent, names, catalogs=catalogs)
    return sent


def _read_item_meta(context: Context, item_meta: Element) -> None:
    """Read the metadata of the item, and tell apart what a news item is."""
    _read_class(context.sent, item_meta)
    g2_meta.read_meta(context, item_meta)


def _read_class(sent: Sent, item_meta: Element) -> None:
    """Tell apart what a news item is; other roots say so themselves."""
    item_class = child(item_meta, "itemclass")
    if sent.kind is not TEXT or item_class is None:
        return
    code = item_class.get("qcode") or item_class.get("uri") or ""
    sent.kind = CLASSES.get(plain_name(code), TEXT)


def _read_concept(context: Context, concept: Element) -> None:
    """Read the name of a concept."""
    sent = context.sent
    sent.headline = sent.headline or text_of(child(concept, "name"))


def _read_parts(context: Context, part: Element) -> None:
    """Read what a package puts together, each part under the role of its group."""
    sent = context.sent
    for reference in part.iter():
        if name_of(reference) != "itemref":
            continue
        uri = (reference.get("residref") or "").strip()
        href = safe_href(reference.get("href"))
        if not uri and not href:
            continue
        g2_check.check_reference(reference, sent.warnings)
        sent.parts.append(uri or href)
        group = reference.getparent()
        role = plain_name(group.get("role") or "") if group is not None else ""
        link = Link(
            rel=role or "part",
            uri=uri,
            href=href,
            title=text_of(child(reference, "title")),
            version=reference.get("version") or "",
        )
        if link not in sent.links:
            sent.links.append(link)


def _asserts(parts: list[tuple[str, Element]], sent: Sent) -> dict[str, str]:
    """Give the names of what the item asserts, by code, uri and literal."""
    names: dict[str, str] = {}
    for part, each in parts:
        if part != "assert":
            continue
        g2_check.check_assert(each, sent.warnings)
        name = text_of(child(each, "name"))
        for key in ("qcode", "uri", "literal"):
            if name and each.get(key):
                names[each.get(key)] = name
    return names


def _join_pictures(found: list[Sent]) -> list[Sent]:
    """Give each text the pictures that came in the same message for it.

    A package names its text and its pictures; a link names a picture whose
    renditions are in an item of its own.
    """
    by_uri = {sent.uri: sent for sent in found if sent.uri}
    for package in found:
        parts = [by_uri[uri] for uri in dict.fromkeys(package.parts) if uri in by_uri]
        texts = [part for part in parts if part.kind is TEXT]
        if texts:
            have = {picture.uri for picture in texts[0].pictures}
            texts[0].pictures += [
                part.as_picture()
                for part in parts
                if part.kind in SHOWN and part.uri not in have
            ]
    for sent in found:
        sent.pictures = [_whole(picture, by_uri) for picture in sent.pictures]
    return found


def _whole(picture: ItemPicture, by_uri: dict[str, Sent]) -> ItemPicture:
    """Give a linked picture as its own item says it, if that item is here."""
    own = by_uri.get(picture.uri)
    if own is None or own.kind not in SHOWN:
        return picture
    return own.as_picture()


# What reads a child of an item; the content comes when its metadata is known.
READERS: dict[str, Callable[[Context, Element], None]] = {
    "itemmeta": _read_item_meta,
    "contentmeta": g2_meta.read_meta,
    "rightsinfo": g2_meta.read_rights_info,
    "groupset": _read_parts,
    "itemref": _read_parts,
    "concept": _read_concept,
}

"""An Item as NewsML-G2 2.35, power conformance.

A text with pictures is a news message: the text first, each picture an item of
its own, and a link to it. Nothing that is not for the public leaves: notes graded
nonpublic are not written. Left out is what the standard has no place for: the
agency's prefix of the headline, titles of bylines, versions that are no number,
codes that are no QCode, and the desk's reasons to hold. An Item without a moment
gets the first of 1970, for the schema demands one.
``tests/support/held.py`` says it field by field.
"""

from datetime import UTC, datetime
from typing import Final

from lxml import etree

from dateline.news.item import (
    Audience,
    Item,
    ItemKind,
    ItemPicture,
    ItemRendition,
    Link,
    Signal,
)
from dateline.wire.export_g2_content_meta import write_content_meta, write_shown
from dateline.wire.export_g2_xml import (
    CODE,
    G2,
    LANG,
    LANGUAGE,
    NUMBER,
    add,
    named,
)
from dateline.wire.export_html import body_html
from dateline.wire.xml import Element, clean
from dateline.wire.xml_parsers import parsers_for

XHTML: Final = "http://www.w3.org/1999/xhtml"
CATALOG: Final = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"
UNKNOWN_MOMENT: Final = datetime(1970, 1, 1, tzinfo=UTC)


SIGNALS: Final = {
    Signal.CORRECTION: "sig:correction",
    Signal.UPDATE: "sig:update",
    Signal.KILL_NOTICE: "dlsig:kill",
}
ROOTS: Final = {
    ItemKind.PACKAGE: "packageItem",
    ItemKind.CONCEPT: "conceptItem",
    ItemKind.PLANNING: "planningItem",
}
CLASSES: Final = {
    ItemKind.PACKAGE: "ninat:composite",
    ItemKind.CONCEPT: "cinat:concept",
    ItemKind.PLANNING: "plinat:newscoverage",
}


def newsml_g2(item: Item) -> bytes:
    """Give an Item as a NewsML-G2 document, a message if it brings pictures."""
    whole = _item(item)
    pictures = [each for each in item.pictures if each.uri and each.uri != item.uri]
    if pictures:
        message = etree.Element(f"{{{G2}}}newsMessage", nsmap={None: G2})
        header = add(message, "header")
        add(header, "sent", _moment(item.version_created))
        items = add(message, "itemSet")
        items.append(whole)
        for picture in pictures:
            items.append(_picture_item(item, picture))
        whole = message
    text: bytes = etree.tostring(whole, xml_declaration=True, encoding="utf-8")
    return text


def _moment(moment: datetime | None) -> str:
    """Write a moment with its offset."""
    return (moment or UNKNOWN_MOMENT).isoformat()


def _root(name: str, *, uri: str, version: str, language: str) -> Element:
    """Make the root of an item with its catalog."""
    root = etree.Element(f"{{{G2}}}{name}", nsmap={None: G2})
    root.set("guid", clean(uri))
    if NUMBER.fullmatch(version):
        root.set("version", version)
    root.set("standard", "NewsML-G2")
    root.set("standardversion", "2.35")
    root.set("conformance", "power")
    if LANGUAGE.fullmatch(language):
        root.set(LANG, language)
    add(root, "catalogRef", href=CATALOG)
    return root


def _item(item: Item) -> Element:
    """Write the Item itself."""
    name = ROOTS.get(item.kind, "newsItem")
    root = _root(name, uri=item.uri, version=item.version, language=item.language)
    until = item.rights.until.isoformat() if item.rights.until else ""
    holder, notice = item.copyright_holder, item.copyright_notice
    _rights(root, holder=holder, notice=notice, terms=item.usage_terms, until=until)
    _item_meta(root, item)
    write_content_meta(root, item)
    if item.kind is ItemKind.PACKAGE:
        _groups(root, item.links)
    elif item.kind is ItemKind.CONCEPT:
        concept = add(root, "concept")
        add(concept, "conceptId", uri=item.uri)
        add(concept, "name", item.headline)
    elif item.kind is ItemKind.PLANNING:
        add(add(add(root, "newsCoverageSet"), "newsCoverage"), "planning")
    else:
        _content(root, item)
    return root


def _rights(root: Element, *, holder: str, notice: str, terms: str, until: str) -> None:
    """Write who holds the rights, the terms, and the last day."""
    lines = [line for line in terms.split("\n") if line.strip()]
    if not (holder or notice or lines or until):
        return
    rights = add(root, "rightsInfo", validto=until)
    if holder:
        named(rights, "copyrightHolder", holder)
    if notice:
        add(rights, "copyrightNotice", notice)
    for line in lines:
        add(rights, "usageTerms", line)


def _item_meta(root: Element, item: Item) -> None:
    """Write class, provider, moments, status, notes, signals and links."""
    meta = add(root, "itemMeta")
    add(meta, "itemClass", qcode=CLASSES.get(item.kind, f"ninat:{item.kind.value}"))
    add(meta, "provider", literal=item.provider or "unknown")
    add(meta, "versionCreated", _moment(item.version_created))
    if item.embargoed_until is not None:
        add(meta, "embargoed", item.embargoed_until.isoformat())
    add(meta, "pubStatus", qcode=f"stat:{item.pub_status.value}")
    _notes(meta, item)
    for signal in item.signals:
        add(meta, "signal", qcode=SIGNALS.get(signal, f"dlsig:{signal.value}"))
    if item.expires is not None:
        add(meta, "expires", item.expires.isoformat())
    links = () if item.kind is ItemKind.PACKAGE else item.links
    for link in links:
        _link(meta, link)
    for picture in item.pictures:
        if picture.uri and picture.uri != item.uri:
            element = add(meta, "link", residref=picture.uri)
            add(element, "itemClass", qcode="ninat:picture")


def _notes(meta: Element, item: Item) -> None:
    """Write the notes that other newsrooms may read."""
    said = set()
    for note in item.ed_notes:
        if note.audience is not Audience.NONPUBLIC:
            role = f"dlnote:{note.role}" if CODE.fullmatch(note.role) else ""
            add(meta, "edNote", note.text, role=role)
            said.add(note.text)
    if item.correction_note and item.correction_note not in said:
        add(meta, "edNote", item.correction_note, role="dlnote:correctionnote")


def _link(meta: Element, link: Link) -> None:
    """Write a relation."""
    element = add(
        meta,
        "link",
        rel=f"irel:{link.rel}" if CODE.fullmatch(link.rel) else "",
        residref=link.uri,
        href=link.href,
        version=link.version if NUMBER.fullmatch(link.version) else "",
    )
    if link.title:
        add(element, "title", link.title)


def _groups(root: Element, links: tuple[Link, ...]) -> None:
    """Write what a package puts together, a group for each role."""
    groups = add(root, "groupSet", root="g0")
    top = add(groups, "group", id="g0", role="dlgroup:part")
    roles: dict[str, Element] = {"part": top}
    for link in links:
        role = link.rel if CODE.fullmatch(link.rel) else "part"
        if role not in roles:
            name = f"g{len(roles)}"
            add(top, "groupRef", idref=name)
            group = add(groups, "group", id=name, role=f"dlgroup:{role}")
            roles[role] = group
        version = link.version if NUMBER.fullmatch(link.version) else ""
        reference = add(
            roles[role], "itemRef", residref=link.uri, href=link.href, version=version
        )
        if link.title:
            add(reference, "title", link.title)


def _content(root: Element, item: Item) -> None:
    """Write the body as a page, and files that lie elsewhere."""
    if not item.body and not item.renditions:
        return
    content = add(root, "contentSet")
    if item.body:
        inline = add(content, "inlineXML", contenttype="application/xhtml+xml")
        body = body_html(item.body)
        page = f'<html xmlns="{XHTML}"><body>{body}</body></html>'.encode()
        inline.append(etree.fromstring(page, parsers_for(len(page)).strict))
    for rendition in item.renditions:
        _remote(content, rendition)


def _remote(content: Element, rendition: ItemRendition) -> None:
    """Write a file that lies elsewhere."""
    sizes = {
        key: "" if value is None else str(value)
        for key, value in (
            ("width", rendition.width),
            ("height", rendition.height),
            ("size", rendition.size),
        )
    }
    name = rendition.name
    add(
        content,
        "remoteContent",
        href=rendition.href,
        rendition=f"rnd:{name}" if CODE.fullmatch(name) else "",
        contenttype=rendition.mime,
        **sizes,
    )


def _picture_item(item: Item, picture: ItemPicture) -> Element:
    """Write a picture of a text as an item of its own."""
    root = _root("newsItem", uri=picture.uri, version="", language=item.language)
    until = picture.rights.until.isoformat() if picture.rights.until else ""
    _rights(root, holder="", notice="", terms=picture.usage_terms, until=until)
    meta = add(root, "itemMeta")
    add(meta, "itemClass", qcode="ninat:picture")
    add(meta, "provider", literal=item.provider or "unknown")
    add(meta, "versionCreated", _moment(item.version_created))
    if item.embargoed_until is not None:
        add(meta, "embargoed", item.embargoed_until.isoformat())
    add(meta, "pubStatus", qcode=f"stat:{item.pub_status.value}")
    for line in picture.instructions.split("\n"):
        if line.strip():
            add(meta, "edNote", line)
    meta = add(root, "contentMeta")
    if picture.headline:
        add(meta, "headline", picture.headline, rank="1")
    if picture.credit:
        add(meta, "creditline", picture.credit)
    write_shown(meta, picture)
    content = add(root, "contentSet")
    for rendition in picture.renditions:
        _remote(content, rendition)
    if not picture.renditions:
        root.remove(content)
    return root

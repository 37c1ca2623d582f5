"""Reading XML from strangers, without loading or expanding anything.

* no DTD, no external entity, no network; internal entities are never expanded
  (``&nbsp;`` and its like are known by name), and libxml2's own limits (depth,
  text size, amplification) stay on: ``huge_tree`` is off;
* strictly first; a file that is not well-formed is read again with recovery and
  the Item says so. Real agency files need it: undeclared ``xsi:`` prefixes, a
  bare ``&``;
* names are compared without namespace and case: agencies send prefixed, default
  and missing namespaces, and ``<Header>`` for ``<header>``.
"""

import html
import re
from typing import Any, Final

from lxml import etree

from dateline.wire.found import Tree
from dateline.wire.refused import BrokenXmlError
from dateline.wire.xml_parsers import parsers_for

# lxml has no types of its own; an element is Any here and nowhere further out.
Element = Any

MAX_ENTITY: Final = 2  # characters; no HTML entity stands for more
MAX_TAGS: Final = 4096  # that are remembered; a wire has a few hundred
# What XML 1.0 cannot hold (clause 2.2), and what stands for nothing in HTML.
NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SPACES: Final = re.compile(r"[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]")


# Local names by tag: a plain dict, for every element is asked and lru_cache, which
# keeps the order of use too, takes twice as long.
_LOCAL: Final[dict[object, str]] = {}


def read_xml(utf8: bytes) -> Tree:
    """Parse XML strictly, else with recovery and a warning.

    Raises:
        BrokenXmlError: nothing at all could be recovered; says where it broke.
    """
    parsers = parsers_for(len(utf8))
    try:
        root = etree.fromstring(utf8, parsers.strict)
    except etree.XMLSyntaxError as error:
        said = _where(error)
    else:
        # Asking for the DTD takes far less than looking through the file.
        if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in utf8:
            _name_entities(root)
        return Tree(root=root)
    try:
        root = etree.fromstring(utf8, parsers.recover)
    except etree.XMLSyntaxError as error:
        raise BrokenXmlError(f"not XML: {_where(error)}") from error
    if root is None:
        raise BrokenXmlError(f"not XML: {said}")
    _name_entities(root)
    return Tree(root=root, warning=f"recovered XML: {said}")


def read_html(markup: str) -> Element | None:
    """Parse an HTML fragment or page; None if it holds nothing."""
    utf8 = markup.replace("\x00", "").encode("utf-8", errors="replace")
    try:
        return etree.fromstring(utf8, parsers_for(len(utf8)).html)
    except etree.XMLSyntaxError:  # empty, or nothing but a comment
        return None


def local(tag: object) -> str:
    """Give a tag without namespace, undeclared prefix and case.

    Empty for what is not an element: lxml gives those a function for a tag.
    """
    name = _LOCAL.get(tag)
    return _new_local(tag) if name is None else name


def _new_local(tag: object) -> str:
    """Give a tag's local name and remember it."""
    name = ""
    if isinstance(tag, str):
        name = tag.rpartition("}")[2].rpartition(":")[2].lower()
    if len(_LOCAL) >= MAX_TAGS:
        _LOCAL.clear()
    _LOCAL[tag] = name
    return name


def name_of(element: Element) -> str:
    """Give an element's local name; empty for what is not an element."""
    return local(element.tag)


def inside(element: Element) -> list[Element]:
    """Give all child elements: a whole list is made faster than one after another."""
    found: list[Element] = element[:]
    return found


def children(element: Element, name: str) -> list[Element]:
    """Give the child elements of that local name (lower case)."""
    return [each for each in inside(element) if local(each.tag) == name]


def child(element: Element, name: str) -> Element | None:
    """Give the first child element of that local name; None if there is none."""
    for each in element:
        if local(each.tag) == name:
            return each
    return None


def first(elements: list[Element], name: str) -> Element | None:
    """Give the first of some elements that has that local name; None if none has."""
    for each in elements:
        if local(each.tag) == name:
            return each
    return None


def collapse(text: str) -> str:
    """Collapse white space as HTML does; other spaces (no-break, thin) stay."""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
        return SPACES.sub(" ", text)
    return text


def text_of(element: Element | None) -> str:
    """Give all text inside an element with white space collapsed."""
    if element is None:
        return ""
    if len(element) == 0:
        text = element.text
        return collapse(text).strip() if text else ""
    return collapse("".join(element.itertext())).strip()


def words_of(element: Element) -> str:
    """Give all text inside an element, a space wherever markup parts it.

    For what is kept aside: "Note" and "Names" in two headings must not join.
    """
    if len(element) == 0:
        return " ".join((element.text or "").split())
    return " ".join(" ".join(element.itertext()).split())


def clean(text: str) -> str:
    """Give a text without the characters XML cannot hold: lxml takes no other.

    A recovered file may hold them, so what was read must not go back as it is.
    """
    return NO_XML.sub("", text)


def remove(parent: Element, element: Element) -> None:
    """Remove an element and leave the text after it."""
    before, after = element.getprevious(), element.tail or ""
    if before is None:
        parent.text = clean((parent.text or "") + after)
    else:
        before.tail = clean((before.tail or "") + after)
    element.tail = None
    parent.remove(element)


def _name_entities(root: Element) -> None:
    """Put the characters of well-known entities in; drop all the others.

    ``&nbsp;`` without a DTD is common in agency XML. What an internal subset
    defines is never looked at.
    """
    for entity in list(root.iter(etree.Entity)):
        text = html.unescape(f"&{entity.name};")
        text = "" if len(text) > MAX_ENTITY else text
        parent = entity.getparent()
        if parent is not None:
            entity.tail = clean(text + (entity.tail or ""))
            remove(parent, entity)


def _where(error: etree.XMLSyntaxError) -> str:
    """Say what is wrong and where, in one line."""
    return collapse(str(error.msg or "empty document"))[:200]

"""XMP: the properties of a photograph as XML.

Packets come from strangers: no way out to files, entities or the network, and
whatever is broken says nothing.

Source: XMP specification part 1 (ISO 16684-1), 7; IPTC Photo Metadata 2023.2.
"""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from dateline.wire.xml import Element
from dateline.wire.xml_parsers import parsers_for

SPACES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "core": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "ext": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
}
RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


class Xmp:
    """The properties of one packet; none if it cannot be read."""

    def __init__(self, packet: object) -> None:
        self._root = _parsed(packet)

    def __bool__(self) -> bool:
        """Say whether there is anything."""
        return self._root is not None

    def text(self, name: str) -> str:
        """Give a property: an attribute, a text, or the best of its languages.

        A list of names is joined with commas.
        """
        for value in self._values(name):
            text = value if isinstance(value, str) else _content(value)
            if text.strip():
                return text.strip()
        return ""

    def texts(self, name: str) -> list[str]:
        """Give every entry of a bag or a sequence, or the one text."""
        found: list[str] = []
        for value in self._values(name):
            if isinstance(value, str):
                found.append(value)
            else:
                items = [item.text or "" for item in value.iter(f"{RDF}li")]
                found += items or [value.text or ""]
        return [text.strip() for text in found if text.strip()]

    def _values(self, name: str) -> Iterator[Element]:
        """Give what is said of a property: texts of attributes, and elements."""
        if self._root is None:
            return
        prefix, _, local = name.partition(":")
        qualified = f"{{{SPACES[prefix]}}}{local}"
        for description in self._root.iter(f"{RDF}Description"):
            if description.get(qualified):
                yield description.get(qualified)
            yield from description.iterfind(qualified)


def _parsed(packet: object) -> Element | None:
    """Parse a packet; None for what holds a DTD or is no XML."""
    if not isinstance(packet, bytes) or b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return None
    start, end = packet.find(b"<"), packet.rfind(b">")
    parser = parsers_for(len(packet)).packet
    try:
        return etree.fromstring(packet[start : end + 1], parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _content(element: Element) -> str:
    """Give the text of a property: of its default language, or joined."""
    items = list(element.iter(f"{RDF}li"))
    if not items:
        return element.text or ""
    default = [item for item in items if item.get(XML_LANG) == "x-default"]
    if default or items[0].get(XML_LANG) is not None:
        return (default or items)[0].text or ""
    texts = (" ".join((item.text or "").split()) for item in items)
    return ", ".join(filter(None, texts))

"""Elements of NewsML-G2 as the export writes them, and what fits into them."""

import re
from typing import Final

from lxml import etree

from dateline.wire.xml import Element, clean

G2: Final = "http://iptc.org/std/nar/2006-10-01/"
LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

LANGUAGE: Final = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
NUMBER: Final = re.compile(r"0*[1-9][0-9]{0,17}")
CODE: Final = re.compile(r"[\w.-]+")
ALIAS: Final = re.compile(r"[A-Za-z][\w.-]*")
NO_SPACE: Final = re.compile(r"\S+")


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add an element; attributes without a value are left out."""
    element = etree.SubElement(parent, f"{{{G2}}}{name}")
    if text:
        element.text = clean(text)
    for key, value in attributes.items():
        if value:
            element.set(key, clean(value))
    return element


def named(parent: Element, name: str, text: str, **attributes: str) -> Element:
    """Add a concept with its name."""
    element = add(parent, name, **attributes)
    if text:
        add(element, "name", text)
    return element

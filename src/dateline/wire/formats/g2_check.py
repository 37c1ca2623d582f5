"""What is wrong with the structure of a NewsML-G2 item that can be read all the same.

No schema is asked: these are the few mistakes that cost nothing to see while an
item is read. Each is a warning; an item is refused only if it is no XML at all.
"""

import re
from typing import Final

from dateline.news.item import ItemKind
from dateline.wire.formats.g2_names import NAMES
from dateline.wire.sent import Sent
from dateline.wire.xml import Element, child, name_of

G2: Final = "{http://iptc.org/std/nar/2006-10-01/}"
CATALOG_OPTIONAL = (2, 30)  # since then an item that uses no QCodes needs none
SCHEME_RETIRED = (2, 29)
MAX_RELATED: Final = 3  # levels of related inside related
VERSION: Final = re.compile(r"(\d{1,3})\.(\d{1,3})")
BAD_IRI: Final = re.compile(r"%(?![0-9A-Fa-f]{2})|[<>\"{}|\\^`\s]")
NEWER = ("schemecreated", "schememodified", "schemeretired")


def check_item(item: Element, sent: Sent, parts: set[str], *, catalogs: bool) -> None:
    """Add warnings about an item to ``sent``.

    Args:
        item: the element.
        sent: what was read of it.
        parts: the names of its children.
        catalogs: the message around it names catalogs for all its items.
    """
    warnings = sent.warnings
    if not sent.version:
        warnings.append("version: none sent")
    if "itemmeta" not in parts:
        warnings.append("itemMeta: none sent")
    if sent.kind is ItemKind.TEXT and "contentset" not in parts:
        warnings.append("contentSet: none in a text")
    declared = _declared(item)
    if declared and declared < CATALOG_OPTIONAL:
        has_catalog = catalogs or parts & {"catalogref", "catalog"}
        _check_age(item, declared, warnings, has_catalog=bool(has_catalog))
    if "catalogcontainer" in parts:
        meta = child(item, "contentmeta")
        if meta is not None and child(meta, "digitalsourcetype") is not None:
            warnings.append("digitalSourceType: has no place in a catalogItem")


def check_assert(element: Element, warnings: list[str]) -> None:
    """Add warnings about what an item asserts of a concept."""
    for each in element.iter():
        name = name_of(each)
        if name not in NAMES and str(each.tag).startswith(G2):
            warnings.append(f"{name[:40]}: not an element of NewsML-G2")
        elif name == "related" and _levels(each) > MAX_RELATED:
            warnings.append(f"related: more than {MAX_RELATED} levels deep")


def check_reference(reference: Element, warnings: list[str]) -> None:
    """Add warnings about the addresses of a reference to an item."""
    for key, value in reference.attrib.items():
        if key.endswith("uri") and BAD_IRI.search(value):
            warnings.append(f"{key}: not an address: {value[:40]!r}")


def _check_age(
    item: Element,
    declared: tuple[int, int],
    warnings: list[str],
    *,
    has_catalog: bool,
) -> None:
    """Add warnings about what an older version demands or did not know yet."""
    if not has_catalog:
        warnings.append(f"catalog: none, which {_text(declared)} demands")
    scheme = child(item, "schememeta")
    if scheme is None or declared >= SCHEME_RETIRED:
        return
    newer = [key for key in NEWER if scheme.get(key)]
    if newer:
        warnings.append(f"{newer[0]}: newer than the {_text(declared)} it declares")


def _levels(related: Element) -> int:
    """Count the levels of related that an element is inside of, itself included."""
    return 1 + sum(name_of(each) == "related" for each in related.iterancestors())


def _declared(item: Element) -> tuple[int, int] | None:
    """Give the version of the standard that an item declares."""
    found = VERSION.fullmatch((item.get("standardversion") or "").strip())
    return (int(found[1]), int(found[2])) if found else None


def _text(version: tuple[int, int]) -> str:
    """Write a version of the standard."""
    return f"{version[0]}.{version[1]}"

"""The demo's wire copy in the agencies' own formats, written by us.

Meridian sends NewsML-G2 2.35, Coastline ninjs 3.1. Each item has a uri that
does not change from version to version; a kill is the same uri with the status
"canceled" and no body.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from lxml import etree

from dateline.cli.demo.pictures import picture_words

_NAR = "http://iptc.org/std/nar/2006-10-01/"
_XHTML = "http://www.w3.org/1999/xhtml"
_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, kw_only=True, slots=True)
class WireCopy:
    """One version of one item.

    ``section`` and ``topics`` are names. ``status`` is "usable" or "canceled".
    ``note`` is for the desk alone. ``picture`` is the name of one of the demo's.
    """

    uri: str
    version: int
    moment: datetime
    headline: str = ""
    slugline: str = ""
    standfirst: str = ""
    place: str = ""
    byline: str = ""
    section: str = ""
    cities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    urgency: int = 5
    paragraphs: tuple[str, ...] = ()
    status: str = "usable"
    embargoed: datetime | None = None
    note: str = ""
    picture: str = ""
    agency: str
    credit: str


def copy_of(
    table: dict[str, Any],
    *,
    uri: str,
    version: int,
    moment: datetime,
    agency: str,
    credit: str,
) -> WireCopy:
    """Return one item of a wire's TOML as a version to be sent."""
    return WireCopy(
        uri=uri,
        version=version,
        moment=moment,
        headline=table["headline"],
        slugline=table.get("slugline", ""),
        standfirst=table.get("standfirst", ""),
        place=table.get("place", ""),
        byline=table.get("byline", ""),
        section=table.get("section", ""),
        cities=tuple(table.get("cities", ())),
        topics=tuple(table.get("topics", ())),
        urgency=table.get("urgency", 5),
        paragraphs=tuple(table["paragraphs"]),
        picture=table.get("picture", ""),
        agency=agency,
        credit=credit,
    )


def dateline_text(copy: WireCopy) -> str:
    """Return the dateline as an agency writes it: "GENEVA, Switzerland (MNA)"."""
    city, comma, rest = copy.place.partition(",")
    return f"{city.upper()}{comma}{rest} ({copy.credit})" if city else ""


def filed_under(copy: WireCopy) -> tuple[str, ...]:
    """Return the names an item is filed under: its desk, then its topics."""
    return tuple(name for name in (copy.section, *copy.topics) if name)


def newsml_g2(copy: WireCopy) -> bytes:
    """Return an item as a NewsML-G2 document."""
    root = etree.Element(
        f"{{{_NAR}}}newsItem",
        nsmap={None: _NAR},
        attrib={
            "guid": copy.uri,
            "version": str(copy.version),
            "standard": "NewsML-G2",
            "standardversion": "2.35",
            "conformance": "power",
            f"{{{_XML}}}lang": "en",
        },
    )
    _item_meta(root, copy)
    _content_meta(root, copy)
    if copy.paragraphs:
        _content(root, copy)
    document: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return document


def _sub(parent: Any, name: str, text: str = "", **attributes: str) -> Any:  # noqa: ANN401 - lxml is untyped
    element = etree.SubElement(parent, f"{{{_NAR}}}{name}", attrib=attributes)
    element.text = text or None
    return element


def _item_meta(root: Any, copy: WireCopy) -> None:  # noqa: ANN401 - as above
    rights = _sub(root, "rightsInfo")
    _sub(_sub(rights, "copyrightHolder"), "name", copy.agency)
    meta = _sub(root, "itemMeta")
    _sub(meta, "itemClass", qcode="ninat:text")
    _sub(_sub(meta, "provider"), "name", copy.agency)
    _sub(meta, "versionCreated", copy.moment.isoformat(timespec="milliseconds"))
    if copy.embargoed is not None:
        _sub(meta, "embargoed", copy.embargoed.isoformat(timespec="seconds"))
    _sub(meta, "pubStatus", qcode=f"stat:{copy.status}")
    if copy.note:
        _sub(meta, "edNote", copy.note)


def _content_meta(root: Any, copy: WireCopy) -> None:  # noqa: ANN401 - as above
    meta = _sub(root, "contentMeta")
    _sub(meta, "urgency", str(copy.urgency))
    if copy.byline:
        _sub(meta, "by", f"By {copy.byline}")
    if copy.place:
        _sub(meta, "dateline", dateline_text(copy))
    _sub(meta, "creditline", copy.credit)
    for city in copy.cities:
        place = _sub(meta, "subject", type="cpnat:geoArea", qcode=f"place:{city}")
        _sub(place, "name", city.replace("-", " ").title())
    for name in filed_under(copy):
        subject = _sub(meta, "subject", type="cpnat:abstract", qcode=f"desk:{name}")
        _sub(subject, "name", name)
    _sub(meta, "slugline", copy.slugline)
    _sub(meta, "headline", copy.headline)
    _sub(meta, "description", copy.standfirst, role="drol:summary")


def _content(root: Any, copy: WireCopy) -> None:  # noqa: ANN401 - as above
    inline = _sub(
        _sub(root, "contentSet"), "inlineXML", contenttype="application/xhtml+xml"
    )
    html = etree.SubElement(inline, f"{{{_XHTML}}}html", nsmap={None: _XHTML})
    head = etree.SubElement(html, f"{{{_XHTML}}}head")
    etree.SubElement(head, f"{{{_XHTML}}}title").text = copy.headline
    body = etree.SubElement(html, f"{{{_XHTML}}}body")
    for paragraph in copy.paragraphs:
        etree.SubElement(body, f"{{{_XHTML}}}p").text = paragraph


def ninjs(copy: WireCopy) -> bytes:
    """Return an item as a ninjs 3.1 document."""
    document: dict[str, Any] = {
        "standard": {"name": "ninjs", "version": "3.1"},
        "uri": copy.uri,
        "type": "text",
        "version": str(copy.version),
        "versionCreated": copy.moment.isoformat(timespec="milliseconds"),
        "pubStatus": copy.status,
        "language": "en",
        "urgency": copy.urgency,
        "slugline": copy.slugline,
        "copyrightHolder": copy.agency,
        "headlines": [{"role": "main", "value": copy.headline}],
        "descriptions": [
            {"role": "summary", "value": copy.standfirst},
            {"role": "creditline", "value": copy.credit},
        ],
        "subjects": [
            {"name": name, "uri": f"desk:{name}"} for name in filed_under(copy)
        ],
        "places": [
            {"name": c.replace("-", " ").title(), "uri": f"place:{c}"}
            for c in copy.cities
        ],
    }
    if copy.byline:
        document["by"] = f"By {copy.byline}"
    if copy.picture:
        document["associations"] = [_association(copy)]
    if copy.note:
        document["edNote"] = copy.note
    if copy.embargoed is not None:
        document["embargoedUntil"] = copy.embargoed.isoformat(timespec="seconds")
    if copy.paragraphs:
        document["bodies"] = [
            {
                "role": "main",
                "contentType": "text/plain",
                "value": _plain_body(copy),
            }
        ]
    return msgspec.json.format(msgspec.json.encode(document), indent=2)


def _association(copy: WireCopy) -> dict[str, Any]:
    """Return the picture of an item; its file lies beside the item."""
    words = picture_words()[copy.picture]
    return {
        "name": "lead",
        "uri": f"{copy.uri}:picture",
        "type": "picture",
        "versionCreated": copy.moment.isoformat(timespec="milliseconds"),
        "descriptions": [
            {"role": "caption", "value": words.caption},
            {"role": "creditline", "value": copy.agency},
            {"role": "alt", "value": words.alt},
        ],
        "renditions": [
            {
                "name": "main",
                "href": photo_name(copy),
                "contentType": "image/jpeg",
            }
        ],
    }


def photo_name(copy: WireCopy) -> str:
    """Return what the file of an item's picture is called; empty without one."""
    return f"{copy.picture}.jpg" if copy.picture else ""


def _plain_body(copy: WireCopy) -> str:
    """Return the body as plain text, its dateline in front as agencies do."""
    first, *rest = copy.paragraphs
    dateline = dateline_text(copy)
    return "\n\n".join([f"{dateline} - {first}" if dateline else first, *rest])

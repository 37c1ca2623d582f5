"""Which field of an entry an element of a feed is, whatever its namespace.

Feeds declare wrong namespaces or none, and put their own elements beside the
standard ones. So an element is known by its local name, and only Media RSS and
iTunes, whose names mean other things, are told from the rest. What is not in
the table is not read: an unknown element can never become copy.

Source: RSS 2.0, RSS 1.0 and its modules, RFC 4287, RFC 6721, Media RSS 1.5.1,
PRISM 3.0, Dublin Core.
"""

from collections.abc import Iterable
from typing import Final

from dateline.wire.xml import Element, local

FIELDS: Final = {
    **dict.fromkeys(("guid", "id", "identifier"), "id"),
    "link": "link",
    "origlink": "origlink",  # the story behind a counting link
    "title": "title",
    **dict.fromkeys(("headline", "hedline"), "headline"),
    **dict.fromkeys(("description", "summary", "abstract", "teaser"), "summary"),
    **dict.fromkeys(("encoded", "content", "body", "bodytext"), "content"),
    **dict.fromkeys(("fulltext", "full-text", "story"), "content"),
    **dict.fromkeys(("pubdate", "published", "issued", "created"), "published"),
    **dict.fromkeys(("date", "publicationdate"), "published"),
    **dict.fromkeys(("updated", "modified", "lastmodified"), "updated"),
    **dict.fromkeys(("creator", "author", "byline", "contributor"), "by"),
    **dict.fromkeys(("category", "subject"), "category"),
    **dict.fromkeys(("keywords", "keyword", "tags"), "keywords"),
    **dict.fromkeys(("rights", "copyright"), "rights"),
    "usageterms": "terms",
    "language": "language",
    "enclosure": "enclosure",
    "image": "image",
    "thumbnail": "image",
    "source": "source",
    **dict.fromkeys(("embargo", "embargodate", "embargountil"), "embargo"),
    **dict.fromkeys(("expires", "expirationdate"), "expires"),
    "urgency": "urgency",
    **dict.fromkeys(("slugline", "slug"), "slugline"),
    "dateline": "dateline",
    **dict.fromkeys(("ednote", "editorialnote", "instructions"), "note"),
    **dict.fromkeys(("credit", "creditline"), "credit"),
    "coverage": "place",
}
MEDIA_FIELDS: Final = {
    name: f"media:{name}"
    for name in ("content", "group", "thumbnail", "credit", "description", "title")
} | {"copyright": "media:copyright", "keywords": "keywords"}
ITUNES_FIELDS: Final = {"author": "by", "image": "image", "keywords": "keywords"}
IGNORED: Final = ""

_KNOWN: dict[str, str] = {}
_MOST: Final = (
    4096  # strangers choose tags; the table of known ones must not grow for ever
)


def sort_by_field(elements: Iterable[Element]) -> dict[str, list[Element]]:
    """Sort elements by the fields they fill; those that fill none are left out."""
    found: dict[str, list[Element]] = {}
    for each in elements:
        field = _KNOWN.get(each.tag)
        if field is None:
            field = field_of(each)
        if field:
            found.setdefault(field, []).append(each)
    return found


def field_of(element: Element) -> str:
    """Name the field an element fills; empty if none."""
    tag = element.tag
    field = _KNOWN.get(tag)
    if field is None:
        field = _find(element, tag)
        if len(_KNOWN) < _MOST:
            _KNOWN[tag] = field
    return field


def _find(element: Element, tag: object) -> str:
    """Find the field by namespace, or by the prefix that should have one."""
    if not isinstance(tag, str):
        return IGNORED
    name = local(tag)
    space = tag[1:].partition("}")[0] if tag[0] == "{" else tag.partition(":")[0]
    if "mrss" in space or space == "media" or element.prefix == "media":
        return MEDIA_FIELDS.get(name, IGNORED)
    if "itunes" in space or element.prefix == "itunes":
        return ITUNES_FIELDS.get(name, IGNORED)
    return FIELDS.get(name, IGNORED)

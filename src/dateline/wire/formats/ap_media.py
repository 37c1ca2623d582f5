"""AP Media API: items in the envelope of a feed, one item alone, or bare.

    {"data": {"items": [{"meta": {…}, "item": {…}}]}}      /content/feed, /search
    {"data": {"item": {…}}}                                /content/ID

Looks like ninjs 1.x and is not: ``version`` is a number, ``uri`` carries a
query that changes with every request, terms are lists, and the story itself is
a file to fetch (``renditions.nitf``). The identity is ``altids.itemid``.

Source: AP Media API documentation, "Item" and "Feed"; AP filing practices.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from dateline.news.item import EdNote, ItemKind, Link, Signal
from dateline.wire.formats import ninjs_parts as parts
from dateline.wire.formats.ninjs_parts import Fields, text_in
from dateline.wire.json import decode
from dateline.wire.refused import NotApError
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules
from dateline.wire.wording import BY_CODE

FORMAT: Final = "ap-media"
CONTENT: Final = "https://api.ap.org/media/v/content/"
KINDS: Final = {
    "text": ItemKind.TEXT,
    "picture": ItemKind.PICTURE,
    "photo": ItemKind.PICTURE,
    "graphic": ItemKind.GRAPHIC,
    "video": ItemKind.VIDEO,
    "audio": ItemKind.AUDIO,
    "composite": ItemKind.PACKAGE,
}
# Flash, bulletin, urgent, regular, deferred, advance.
PRIORITIES: Final = {"f": "1", "b": "2", "u": "3", "r": "4", "d": "5", "a": "6"}
EDITORIAL_TYPES: Final = {
    "apnewsalert": Signal.ALERT,
    "newsalert": Signal.ALERT,
    "clarification": Signal.CORRECTION,
    "corrective": Signal.CORRECTION,
    "writethru": Signal.WRITETHRU,
    "hold for release": Signal.ADVANCE,
    "hfr": Signal.ADVANCE,
    "daybook": Signal.ADVISORY,
    "digest": Signal.ADVISORY,
    "budget": Signal.ADVISORY,
    "elimination": Signal.KILL_NOTICE,
    "withhold": Signal.WITHDRAWN,
}
WRITETHRU: Final = re.compile(r"\b\d{1,2}(?:st|nd|rd|th) Ld\b", re.IGNORECASE)
BODY_FILES = ("nitf", "xhtml", "html", "text", "anpa")
EXPLICIT: Final = "explicitcontent"


def read(utf8: bytes, source: SourceRules) -> list[Sent]:
    """Read every item of an answer.

    Raises:
        BrokenJsonError: not JSON; says where it breaks.
        NotApError: an error from the API, or an item without an identity.
    """
    document, warning = decode(utf8)
    found = [_read_item(each, source) for each in _items(document)]
    for sent in found:
        if warning:
            sent.warnings.append(warning)
    return found


def _items(document: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 # JSON is anything
    """Give the items, whatever stands around them."""
    if not isinstance(document, dict):
        raise NotApError("not an answer of the AP Media API: no object")
    error = document.get("error")
    if isinstance(error, dict):
        raise NotApError(f"the API answered: {str(error.get('message'))[:200]}")
    data = document.get("data")
    holder = data if isinstance(data, dict) else document
    entries = holder.get("items")
    if not isinstance(entries, list):
        entries = [holder]
    for entry in entries:
        if not isinstance(entry, dict):
            raise NotApError("an entry that is no object")
        item = entry.get("item", entry)
        if not isinstance(item, dict):
            raise NotApError("an item that is no object")
        yield item


def _read_item(item: dict[str, Any], source: SourceRules) -> Sent:
    """Read one item."""
    fields = parts.lowered(item)
    sent = Sent(FORMAT, uri=_uri(fields))
    if not sent.uri:
        raise NotApError("an item without altids.itemid and without a uri")
    _read_state(fields, sent)
    _read_lines(fields, sent)
    parts.read_subjects(fields, sent)
    parts.read_bodies(fields, sent, source)
    sent.renditions = parts.read_renditions(fields.get("renditions"))
    _read_body_files(sent)
    _read_associations(fields, sent)
    return sent


def _uri(fields: Fields) -> str:
    """Name an item: by its id, else by its uri without the query."""
    altids = fields.get("altids")
    item_id = text_in(altids, "itemid").strip() if isinstance(altids, dict) else ""
    if item_id:
        return CONTENT + item_id
    return fields.text("uri").partition("?")[0].strip()


def _read_state(fields: Fields, sent: Sent) -> None:
    """Read version, status, embargo, urgency and signals."""
    version = fields.get("version")
    sent.version = str(version) if isinstance(version, int | str) else ""
    sent.version_created = fields.text("versioncreated") or fields.text("firstcreated")
    sent.pub_status = fields.text("pubstatus").strip().lower()
    if isinstance(fields.get("embargoed"), str):
        sent.embargoed = fields.text("embargoed")
    sent.expires = fields.text("expires")
    kind = fields.text("type").lower()
    sent.kind = KINDS.get(kind, ItemKind.TEXT)
    if kind not in KINDS:
        sent.warnings.append(f"type: unknown {kind[:40]!r}, read as text")
    urgency = fields.get("urgency")
    priority = fields.text("editorialpriority").strip().lower()
    sent.urgency = (
        str(urgency) if isinstance(urgency, int) else PRIORITIES.get(priority, "")
    )
    for word in (*_texts(fields.get("editorialtypes")), *_texts(fields.get("signals"))):
        signal = EDITORIAL_TYPES.get(word.lower()) or BY_CODE.get(word.lower())
        if signal is not None:
            sent.signals.append(signal)
        if word.lower() == EXPLICIT:
            sent.notes.append(EdNote(text="explicit content", role="signal"))
    if WRITETHRU.search(fields.text("slugline")):
        sent.signals.append(Signal.WRITETHRU)


def _read_lines(fields: Fields, sent: Sent) -> None:
    """Read headlines, bylines, place, notes and rights."""
    sent.headline = (fields.text("headline") or fields.text("title")).strip()
    extended = fields.text("headline_extended").strip()
    sent.subheadline = "" if extended == sent.headline else extended
    parts.read_descriptions(fields, sent)
    sent.slugline = fields.text("slugline") or fields.text("title")
    for _, each in parts.named(fields.get("bylines")):
        sent.by.append(text_in(each, "by"))
        sent.by_title = sent.by_title or text_in(each, "title")
    photographer = fields.get("photographer")
    if isinstance(photographer, dict):
        sent.creators = [text_in(photographer, "name")]
    sent.located = _located(fields)
    sent.language = fields.text("language")
    if fields.text("ednote").strip():
        sent.notes.append(EdNote(text=fields.text("ednote").strip(), role="ednote"))
    sent.credit = (
        fields.text("creditline")
        or sent.credit
        or fields.text("description_creditline")
    )
    sent.copyright_holder = fields.text("copyrightholder")
    sent.copyright_notice = fields.text("copyrightnotice")
    sent.usage_terms = list(_texts(fields.get("usageterms")))
    sent.genres = parts.names(fields.get("genre"))


def _located(fields: Fields) -> list[str]:
    """Give the place of the dateline: as AP writes it, else city and region."""
    if fields.text("located"):
        return [fields.text("located")]
    place = fields.get("datelinelocation")
    if not isinstance(place, dict) or not text_in(place, "city"):
        return []
    region = text_in(place, "countryareaname", "countryname")
    return [", ".join(filter(None, (text_in(place, "city"), region)))]


def _texts(value: object) -> Iterator[str]:
    """Give the texts of a list, or the one text."""
    for each in value if isinstance(value, list) else (value,):
        if isinstance(each, str) and each.strip():
            yield each.strip()


def _read_body_files(sent: Sent) -> None:
    """Name the files that hold the story, if it did not come with the item."""
    if sent.kind is not ItemKind.TEXT or sent.body.blocks:
        return
    for rendition in sent.renditions:
        if rendition.name.lower().startswith(BODY_FILES):
            sent.links.append(
                Link(rel="body", href=rendition.href, title=rendition.name)
            )


def _read_associations(fields: Fields, sent: Sent) -> None:
    """Read pictures that belong to a story; other associations are links."""
    for _, each in parts.named(fields.get("associations")):
        own = parts.lowered(each)
        inner = Sent(FORMAT, uri=_uri(own))
        inner.renditions = parts.read_renditions(own.get("renditions"))
        _read_lines(own, inner)
        if parts.is_picture(own.text("type").lower(), inner.renditions):
            if parts.may_show(own, inner):
                sent.pictures.append(parts.as_picture(inner))
        elif inner.uri:
            sent.links.append(
                Link(rel="association", uri=inner.uri, title=inner.headline)
            )

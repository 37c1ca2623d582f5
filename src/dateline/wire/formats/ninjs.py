"""IPTC ninjs 1.x, 2.x and 3.x: one object, or an array of them.

2.x turned associations, renditions, headlines and bodies into arrays, 3.x
renamed everything to camelCase. Names are therefore compared in lower case and
both shapes are read, whichever version the file says it is: files lie about
that too. A property of the wrong type is left out with a warning.
"""

from typing import Any

from dateline.news.item import EdNote, ItemKind, Link
from dateline.wire.formats import ninjs_checks as checks
from dateline.wire.formats import ninjs_parts as parts
from dateline.wire.formats.ninjs_parts import Fields
from dateline.wire.json import decode
from dateline.wire.refused import NotNinjsError
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules
from dateline.wire.wording import BY_CODE

FORMAT = "ninjs"
MAX_ITEMS = 10_000
MAX_NESTING = 4
EMBARGOES: tuple[str, ...] = ("embargoed", "embargoeduntil")
GENRES: tuple[str, ...] = ("genre", "genres")

KINDS = {
    "": ItemKind.TEXT,
    "text": ItemKind.TEXT,
    "picture": ItemKind.PICTURE,
    "graphic": ItemKind.GRAPHIC,
    "video": ItemKind.VIDEO,
    "audio": ItemKind.AUDIO,
    "composite": ItemKind.PACKAGE,
    "component": ItemKind.TEXT,
    "event": ItemKind.PLANNING,
    "planning": ItemKind.PLANNING,
}

TEXT, LIST, BOTH, NUMBER = (str,), (list,), (dict, list), (int,)
# Every property of 1.0 to 3.1 in lower case, and the JSON types it may have.
PROPERTIES: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("uri", "type", "mimetype", "representationtype", "profile"), TEXT),
    **dict.fromkeys(
        ("version", "firstcreated", "versioncreated", "contentcreated"), TEXT
    ),
    **dict.fromkeys(
        ("embargoed", "embargoeduntil", "pubstatus", "expires", "title"), TEXT
    ),
    **dict.fromkeys(
        ("copyrightholder", "copyrightnotice", "usageterms", "ednote"), TEXT
    ),
    **dict.fromkeys(
        ("language", "byline", "by", "slugline", "located", "headline"), TEXT
    ),
    **dict.fromkeys(("name", "rel", "charcount", "wordcount"), (str, int)),
    **dict.fromkeys(("descriptions", "bodies", "headlines", "plannedcoverage"), LIST),
    **dict.fromkeys(
        ("person", "organisation", "place", "subject", "event", "object"), LIST
    ),
    **dict.fromkeys(("people", "organisations", "places", "subjects", "events"), BOTH),
    **dict.fromkeys(("objects", "infosource", "infosources", "genre", "genres"), LIST),
    **dict.fromkeys(("trustindicator", "trustindicators"), LIST),
    **dict.fromkeys(("renditions", "associations", "altids", "eventdetails"), BOTH),
    **dict.fromkeys(("rightsinfo", "standard", "digitalsourcetype"), (dict,)),
    "ancestry": BOTH,
    "urgency": NUMBER,
    "$standard": (dict,),
    "$schema": TEXT,
    "guid": TEXT,  # what some producers call the uri
}


def read(utf8: bytes, source: SourceRules) -> list[Sent]:
    """Read every item of a file.

    Raises:
        BrokenJsonError: not JSON; says where it breaks.
        NotNinjsError: JSON without a uri.
    """
    document, warning = decode(utf8)
    objects = document if isinstance(document, list) else [document]
    if len(objects) > MAX_ITEMS:
        raise NotNinjsError(f"an array of {len(objects)} objects")
    found = [_read_object(each, source) for each in objects]
    if warning:
        for sent in found:
            sent.warnings.append(warning)
    return found


def _read_object(document: object, source: SourceRules) -> Sent:
    """Read one item."""
    if not isinstance(document, dict):
        raise NotNinjsError("not ninjs: no object")
    sent = Sent(FORMAT)
    fields = _fields(document, sent.warnings)
    sent.uri = (fields.text("uri") or fields.text("guid")).strip()
    if not sent.uri:
        raise NotNinjsError("not ninjs: an object without a uri")
    checks.check(fields, sent.warnings)
    _read_state(fields, sent)
    _read_lines(fields, sent)
    parts.read_others(fields, sent)
    parts.read_subjects(fields, sent)
    parts.read_bodies(fields, sent, source)
    sent.renditions = parts.read_renditions(fields.get("renditions"))
    parts.read_body_files(sent)
    _read_associations(fields, sent, nesting=0)
    if sent.kind is ItemKind.PACKAGE and sent.body.blocks:
        sent.kind = ItemKind.TEXT  # 1.x: a text with its picture is "composite"
    parts.read_summary(sent)
    return sent


def _fields(document: dict[str, Any], warnings: list[str]) -> Fields:
    """Take the properties that are known and of their type, names in lower case."""
    known: dict[str, Any] = {}
    variants: dict[str, str] = {}
    properties = PROPERTIES
    for key, value in document.items():
        name, types = key, properties.get(key)
        if types is None:  # 3.x, or a variant, or unknown
            name = key.lower()
            types = properties.get(name)
        if types is not None and type(value) in types:  # a boolean is no number
            known[name] = value
        elif types is None and not checks.check_name(key):
            warnings.append(f"{key[:40]}: not a property of ninjs")
        elif types is None and type(value) is str:
            variants[name] = value
        elif value is not None:
            warnings.append(f"{key[:40]}: not of the type ninjs says")
    return Fields(known, variants)


def _read_state(fields: Fields, sent: Sent) -> None:
    """Read version, status and embargo."""
    sent.version = fields.text("version")
    sent.version_created = fields.text("versioncreated")
    sent.pub_status = fields.text("pubstatus").strip().lower()
    for name in EMBARGOES:
        if name in fields.known:
            sent.embargoed = fields.text(name) or sent.embargoed or ""
    sent.expires = fields.text("expires")
    kind = fields.text("type")
    sent.kind = KINDS.get(kind, ItemKind.TEXT)
    if kind not in KINDS:
        sent.warnings.append(f"type: unknown {kind[:40]!r}, read as text")
    urgency = fields.get("urgency")
    sent.urgency = "" if urgency is None else str(urgency)


def _read_lines(fields: Fields, sent: Sent) -> None:
    """Read headline, byline, dateline, notes and rights."""
    parts.read_headlines(fields, sent)
    parts.read_descriptions(fields, sent)
    sent.slugline = fields.text("slugline")
    sent.by = [text for text in (fields.text("byline"), fields.text("by")) if text]
    located = fields.text("located")
    if located:
        sent.located = [located]
    sent.language = fields.text("language")
    note = fields.text("ednote").strip()
    if note:
        sent.notes.append(EdNote(text=note, role="ednote"))
    sent.copyright_holder = fields.text("copyrightholder")
    sent.copyright_notice = fields.text("copyrightnotice")
    terms = fields.text("usageterms")
    if terms.strip():
        sent.usage_terms.append(terms)
    for key in GENRES:
        if key in fields.known:
            sent.genres += parts.names(fields.known[key])
    for text in (*sent.genres, fields.text("profile")):
        signal = BY_CODE.get(text.lower())
        if signal is not None:
            sent.signals.append(signal)


def _read_associations(fields: Fields, sent: Sent, *, nesting: int) -> None:
    """Read associated pictures as pictures, everything else as links."""
    for name, each in parts.named(fields.get("associations")):
        inner = Sent(FORMAT)
        own = _fields(each, inner.warnings)
        inner.uri = own.text("uri").strip()
        inner.renditions = parts.read_renditions(own.get("renditions"))
        kind = own.text("type")
        checks.check_association(name, own, inner.warnings, sent.warnings)
        if parts.is_picture(kind, inner.renditions):
            _read_lines(own, inner)
            if parts.may_show(own, inner):
                sent.pictures.append(parts.as_picture(inner))
        elif inner.uri:
            rel = own.text("rel") or name
            parts.read_headlines(own, inner)
            href = inner.renditions[0].href if inner.renditions else ""
            title = own.text("title") or inner.headline
            sent.links.append(Link(rel=rel, uri=inner.uri, href=href, title=title))
            if nesting < MAX_NESTING and kind == "composite":
                _read_associations(own, sent, nesting=nesting + 1)

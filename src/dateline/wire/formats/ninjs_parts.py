"""The parts of a ninjs object that changed shape between versions.

1.x names its bodies, headlines, renditions and associations by property
(``body_html``, ``renditions.main``), 2.x and 3.x by a ``role`` or ``name`` in an
array. Both come out of here as the same thing.
"""

from typing import Any

from dateline.news.item import (
    Audience,
    EdNote,
    ItemKind,
    ItemPicture,
    ItemRendition,
    Link,
    Place,
    Subject,
)
from dateline.wire.audience import grade_note, is_body, is_hidden, plain_name
from dateline.wire.plain_text import read_copy
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules

# Which line of an item a description fills, by its role.
DESCRIPTIONS = {
    **dict.fromkeys(("summary", "teaser", "standfirst", "abstract"), "standfirst"),
    **dict.fromkeys(("lead", "preamble"), "standfirst"),
    **dict.fromkeys(("alt", "alttext", "accessibility"), "alt"),
    **dict.fromkeys(("caption", "text", "main", ""), "caption"),
    "creditline": "credit",
}
IPTC_LISTS = frozenset({"medtop", "subj"})
BODY_TYPES = ("text/", "application/xml", "application/xhtml", "application/nitf")
SUB = frozenset({"sub", "subheadline", "secondary", "deck"})
SUBJECT_KINDS = {
    "subject": "",
    "subjects": "",
    "person": "person",
    "people": "person",
    "organisation": "organisation",
    "organisations": "organisation",
    "event": "event",
    "events": "event",
    "object": "object",
    "objects": "object",
}
SUBJECTS = tuple(SUBJECT_KINDS)
PLACES: tuple[str, ...] = ("place", "places")
INFO_SOURCES: tuple[str, ...] = ("infosource", "infosources")
TRUST_INDICATORS: tuple[str, ...] = ("trustindicator", "trustindicators")


class Fields:
    """Properties of one object, names in lower case, types checked.

    ``variants`` are the texts of properties that 1.x names as it likes, by their
    whole names: ``body_html``.
    """

    __slots__ = ("known", "variants")

    def __init__(self, known: dict[str, Any], variants: dict[str, str]) -> None:
        """Hold what is known, and the variants of it."""
        self.known = known
        self.variants = variants

    def get(self, name: str) -> Any:  # noqa: ANN401 # JSON is anything
        """Give a property; None if it is absent."""
        return self.known.get(name)

    def text(self, name: str) -> str:
        """Give a text property; empty if it is absent or no text."""
        value = self.known.get(name)
        return value if type(value) is str else ""

    def family(self, name: str) -> list[tuple[str, str]]:
        """Give the variants of a 1.x property: ``html`` and the text of body_html."""
        if not self.variants:
            return []
        prefix = name + "_"
        return [
            (key[len(prefix) :], value)
            for key, value in self.variants.items()
            if key.startswith(prefix)
        ]


def lowered(thing: dict[str, Any]) -> Fields:
    """Take every property of an object, whatever its name."""
    known = {key.lower(): value for key, value in thing.items()}
    variants = {
        key: value
        for key, value in known.items()
        if "_" in key and isinstance(value, str)
    }
    return Fields(known, variants)


def text_in(thing: dict[str, Any], *keys: str) -> str:
    """Give the first of several properties that is a text."""
    for key in keys:
        value = thing.get(key)
        if value and type(value) is str:
            return value
    return ""


def named(value: Any) -> list[tuple[str, dict[str, Any]]]:  # noqa: ANN401 # JSON is anything
    """Give the objects of a 1.x map or a later array with their names."""
    if not value:
        return []
    if isinstance(value, dict):
        pairs = [(str(key), each) for key, each in value.items()]
    elif isinstance(value, list):
        pairs = [("", each) for each in value]
    else:
        return []
    return [
        (name or text_in(each, "name"), each)
        for name, each in pairs
        if isinstance(each, dict)
    ]


def names(value: Any) -> list[str]:  # noqa: ANN401 # JSON is anything
    """Give the names of an array of concepts."""
    found = (text_in(each, "name", "literal", "code") for each in objects(value))
    return [name for name in found if name]


def read_headlines(fields: Fields, sent: Sent) -> None:
    """Read the main and the second headline."""
    only = fields.text("headline")
    variants = fields.family("headline")
    if not variants and "headlines" not in fields.known:
        sent.headline = (only or fields.text("title")).strip()
        return
    lines = [("", only)] if only else []
    lines += [(role, text) for role, text in variants if text and not is_hidden(role)]
    for _, each in named(fields.get("headlines")):
        role, text = text_in(each, "role"), text_in(each, "value")
        if text and not is_hidden(role):
            lines.append((plain_name(role), text))
    main = [text for role, text in lines if role in {"", "main"}] or [
        text for _, text in lines[:1]
    ]
    sent.headline = (main[0] if main else fields.text("title")).strip()
    sub = [text for role, text in lines if role in SUB]
    sent.subheadline = sub[0].strip() if sub else ""


def read_descriptions(fields: Fields, sent: Sent) -> None:
    """Read descriptions by role: caption, credit, alternative text, standfirst."""
    found = fields.family("description")
    for _, each in named(fields.get("descriptions")):
        found.append((plain_name(text_in(each, "role")), text_in(each, "value")))
    for role, value in found:
        text, line = value.strip(), DESCRIPTIONS.get(role)
        if is_hidden(role):
            sent.notes.append(EdNote(text=text, audience=Audience.NONPUBLIC, role=role))
        elif text and line and not getattr(sent, line):
            setattr(sent, line, text)


def read_summary(sent: Sent) -> None:
    """Take the description of a story for its standfirst, unless the body says it."""
    if not sent.caption:
        return
    first = [block.text for block in sent.body.blocks[:1]]
    if sent.kind is ItemKind.TEXT and sent.caption not in first:
        sent.standfirst = sent.standfirst or sent.caption


def read_subjects(fields: Fields, sent: Sent) -> None:
    """Read subjects, people, organisations and places."""
    known = fields.known
    for key in SUBJECTS:
        if key in known:
            kind = SUBJECT_KINDS[key]
            sent.subjects += [_subject(each, kind) for each in objects(known[key])]
    for key in PLACES:
        if key in known:
            for each in objects(known[key]):
                name, scheme, code = _coded(each)
                if name:
                    sent.places.append(Place(name=name, scheme=scheme, code=code))


def objects(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401 # JSON is anything
    """Give the objects of a map or an array, whatever they are called."""
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        return []
    return [each for each in value if isinstance(each, dict)]


def _subject(thing: dict[str, Any], kind: str) -> Subject:
    """Read one concept."""
    name, scheme, code = _coded(thing)
    return Subject(name=name, scheme=scheme, code=code, kind=kind)


def _coded(thing: dict[str, Any]) -> tuple[str, str, str]:
    """Read name, scheme and code, as 1.x says them or in one uri, as 2.x and 3.x do."""
    name, code = text_in(thing, "name"), text_in(thing, "code")
    uri = "" if code else text_in(thing, "uri")
    if not uri:
        scheme, code = text_in(thing, "scheme"), code or text_in(thing, "literal")
        prefix, _, rest = code.partition(":")
        if not scheme and prefix in IPTC_LISTS:  # 1.x: "medtop:20000497"
            scheme, code = prefix, rest
        return name, scheme, code
    if "/" not in uri and not uri.startswith(("urn:", "tag:")):
        scheme, colon, code = uri.rpartition(":")  # an agency's own: acme:17
        return (name, scheme, code) if colon else (name, "", uri)
    scheme, slash, code = uri.rpartition("/")
    return name, scheme + slash, code


def read_bodies(fields: Fields, sent: Sent, source: SourceRules) -> None:
    """Choose the body: allowed by its role, markup before text, never the last."""
    found = [(role, "", text) for role, text in fields.family("body")]
    for _, each in named(fields.get("bodies")):
        kind = text_in(each, "contentType", "contenttype", "mimetype")
        found.append((text_in(each, "role"), kind, text_in(each, "value")))
    marked: list[tuple[bool, str]] = []
    plain: list[tuple[bool, str]] = []
    for role, kind, text in found:
        if not text.strip():
            continue
        if is_body(role, also=source.body_renditions):
            markup = "html" in kind or plain_name(role) in {"html", "xhtml", "html5"}
            (marked if markup else plain).append((markup, text))
            continue
        sent.notes.append(EdNote(text=text, audience=Audience.NONPUBLIC, role=role))
        if not is_hidden(role):
            sent.warnings.append(
                f"body: role {role[:40]!r} is not known to be the body"
            )
    for markup, text in (*marked, *plain):
        reading = read_copy(text, markup=markup)
        if reading.blocks:
            sent.body = reading
            return
        sent.body.hidden += reading.hidden


def read_body_files(sent: Sent) -> None:
    """Name the files that hold the story, if it did not come with the item."""
    if sent.kind is not ItemKind.TEXT or sent.body.blocks:
        return
    for each in sent.renditions:
        if each.mime.startswith(BODY_TYPES) and is_body(each.name, also=frozenset()):
            sent.links.append(Link(rel="body", href=each.href, title=each.name))


def read_others(fields: Fields, sent: Sent) -> None:
    """Read what has no line of its own: other ids, sources, rights, trust."""
    known = fields.known
    if "altids" in known:
        _read_altids(known["altids"], sent)
    for key in INFO_SOURCES:
        if key in known:
            sent.links += [
                Link(rel="infosource", title=name) for name in names(known[key])
            ]
    for key in TRUST_INDICATORS:
        if key in known:
            sent.links += [_trust_indicator(each) for _, each in named(known[key])]
    if "rightsinfo" in known:
        _read_rights(fields, sent)
    kind = fields.get("digitalsourcetype")
    if isinstance(kind, dict):
        name = text_in(kind, "name", "literal") or plain_name(text_in(kind, "uri"))
        sent.notes.append(EdNote(text=name, role="digitalsourcetype"))


def _trust_indicator(thing: dict[str, Any]) -> Link:
    """Read one sign of trust: its name and where it is explained."""
    title, href = text_in(thing, "title"), text_in(thing, "href")
    return Link(rel="trustindicator", href=href, title=title)


def _read_altids(altids: Any, sent: Sent) -> None:  # noqa: ANN401 # JSON is anything
    """Read other ids: a 1.x map of role and id, or a list of objects."""
    pairs = list(altids.items()) if isinstance(altids, dict) else []
    if isinstance(altids, list):
        pairs = [
            (text_in(each, "role"), text_in(each, "value")) for each in objects(altids)
        ]
    for role, value in pairs:
        if isinstance(value, str | int) and str(value):
            sent.links.append(Link(rel="altid", uri=str(value), title=str(role)))


def _read_rights(fields: Fields, sent: Sent) -> None:
    """Read rights that are written in a language for machines, or linked."""
    for key, value in (fields.get("rightsinfo") or {}).items():
        name = str(key).lower()
        if not isinstance(value, str) or not value:
            continue
        if name == "linkedrights":
            sent.links.append(Link(rel="rights", href=value))
        elif name == "encodedrights":
            sent.notes.append(EdNote(text=value, role="encodedrights"))
        elif name == "usageterms":
            sent.usage_terms.append(value)


def read_renditions(value: Any) -> list[ItemRendition]:  # noqa: ANN401 # JSON is anything
    """Read the files of an object."""
    renditions = []
    for name, each in named(value):
        href = text_in(each, "href").strip()
        if href and not is_hidden(name):
            renditions.append(
                ItemRendition(
                    href=href,
                    name=name,
                    mime=text_in(each, "contentType", "contenttype", "mimetype"),
                    width=_number(each.get("width")),
                    height=_number(each.get("height")),
                    size=_number(each.get("sizeInBytes", each.get("sizeinbytes"))),
                )
            )
    return renditions


def _number(value: object) -> int | None:
    """Give a number of pixels or bytes that makes sense."""
    return value if type(value) is int and 0 < value < 10**12 else None


def is_picture(kind: str, renditions: list[ItemRendition]) -> bool:
    """Say whether an association is a picture, by type or by its files."""
    if kind:
        return kind in {"picture", "graphic"}
    return any(each.mime.startswith("image/") for each in renditions)


def may_show(fields: Fields, sent: Sent) -> bool:
    """Say whether an associated picture may be shown with its story.

    One with a status or an embargo of its own is left to its own item.
    """
    usable = fields.text("pubstatus").lower() in {"", "usable"}
    embargoed = fields.text("embargoed") or fields.text("embargoeduntil")
    graded = grade_note(role=fields.text("rel"), constraint="")
    return bool(
        usable and not embargoed and graded is not Audience.NONPUBLIC and sent.uri
    )


def as_picture(sent: Sent) -> ItemPicture:
    """Give an associated picture; its byline is its credit if it has no other."""
    sent.credit = sent.credit or (sent.by[0] if sent.by else sent.copyright_holder)
    return sent.as_picture()

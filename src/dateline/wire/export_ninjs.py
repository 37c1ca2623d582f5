"""An Item as IPTC ninjs 3.1.

Nothing that is not for the public leaves: notes graded nonpublic are not written.
What ninjs has no property for is left out: keywords, signals, the agency's prefix
of the headline, the desk's reasons to hold, versions of links. A dateline is its
places (``located``), notes are one text (``edNote``), bylines are one line
(``by``); people, organisations and events stand apart from other subjects.
``tests/support/held.py`` says it field by field.
"""

import json
from collections.abc import Iterable

from dateline.news.item import (
    Audience,
    Item,
    ItemKind,
    ItemPicture,
    ItemRendition,
    Subject,
)
from dateline.wire.export_html import body_html

VERSION = "3.1"
SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"
TYPES = {
    ItemKind.PACKAGE: "composite",
    ItemKind.CONCEPT: "composite",  # no text, whoever reads it
    ItemKind.PLANNING: "planning",
}
# Schemes whose codes are known under an address.
SCHEMES = {
    "medtop": "http://cv.iptc.org/newscodes/mediatopic/",
    "subj": "http://cv.iptc.org/newscodes/subjectcode/",
}
APART = {"person": "people", "organisation": "organisations", "event": "events"}
URGENT, SLOW = 1, 9

Json = dict[str, object]


def ninjs_object(item: Item) -> Json:
    """Give an Item as a ninjs object; empty properties are left out."""
    wanted = {
        "standard": {"name": "ninjs", "version": VERSION, "schema": SCHEMA},
        "uri": item.uri,
        "type": TYPES.get(item.kind, item.kind.value),
        "version": item.version,
        "versionCreated": item.version_created and item.version_created.isoformat(),
        "pubStatus": item.pub_status.value,
        "embargoedUntil": item.embargoed_until and item.embargoed_until.isoformat(),
        "expires": item.expires and item.expires.isoformat(),
        "urgency": item.urgency,
        "language": item.language,
        "headlines": [
            *_value("main", item.headline),
            *_value("subheadline", item.subheadline),
        ],
        "slugline": item.slugline,
        "by": item.byline,
        "located": "/".join(item.dateline.places) if item.dateline else "",
        "descriptions": _descriptions(item),
        "bodies": _bodies(item),
        "genres": [{"name": genre} for genre in item.genres],
        **_subjects(item.subjects),
        "places": [
            _concept(Subject(name=place.name, scheme=place.scheme, code=place.code))
            for place in item.places
        ],
        "copyrightHolder": item.copyright_holder,
        "copyrightNotice": item.copyright_notice,
        "usageTerms": item.usage_terms,
        "edNote": _notes(item),
        "renditions": _renditions(item.renditions),
        "associations": _associations(item),
    }
    return _filled(wanted)


def ninjs_line(item: Item) -> str:
    """Give an Item as one line of ninjs, without the line end."""
    text = json.dumps(ninjs_object(item), ensure_ascii=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _filled(wanted: Json) -> Json:
    """Leave empty properties out."""
    return {key: value for key, value in wanted.items() if value not in ("", None, [])}


def _value(role: str, text: str, kind: str = "") -> list[Json]:
    """Give a text under its role; nothing if it is empty."""
    return [_filled({"role": role, "contentType": kind, "value": text})] if text else []


def _descriptions(item: Item) -> list[Json]:
    """Give standfirst and credit, and what a picture of its own shows."""
    own = next((p for p in item.pictures if p.uri == item.uri), None)
    found = _value("summary", item.standfirst) + _value("creditline", item.credit)
    if own is not None:
        found += _value("caption", own.caption) + _value("alt", own.alt)
    return found


def _bodies(item: Item) -> list[Json]:
    """Give the body as HTML."""
    return _value("main", body_html(item.body), "text/html")


def _subjects(subjects: Iterable[Subject]) -> dict[str, object]:
    """Give subjects by kind, each under the property that ninjs has for it."""
    found: dict[str, list[Json]] = {}
    for each in subjects:
        found.setdefault(APART.get(each.kind, "subjects"), []).append(_concept(each))
    return dict(found)


def _concept(subject: Subject) -> Json:
    """Give a concept by its address, else by the agency's own code."""
    scheme = SCHEMES.get(subject.scheme, subject.scheme)
    if scheme and not scheme.endswith("/"):
        scheme = f"{scheme}:"
    known = bool(subject.code and scheme)
    return _filled(
        {
            "name": subject.name,
            "uri": f"{scheme}{subject.code}" if known else "",
            "literal": "" if known else subject.code,
        }
    )


def _notes(item: Item) -> str:
    """Give what other newsrooms may read of the notes, as one text."""
    notes = [n.text for n in item.ed_notes if n.audience is not Audience.NONPUBLIC]
    if item.correction_note and item.correction_note not in notes:
        notes.append(item.correction_note)
    return "\n\n".join(notes)


def _renditions(renditions: Iterable[ItemRendition]) -> list[Json]:
    """Give files; a name is demanded."""
    return [
        _filled(
            {
                "name": each.name or "original",
                "href": each.href,
                "contentType": each.mime,
                "width": each.width,
                "height": each.height,
                "sizeInBytes": each.size,
            }
        )
        for each in renditions
    ]


def _associations(item: Item) -> list[Json]:
    """Give pictures, then links to other items."""
    pictures = [each for each in item.pictures if each.uri != item.uri]
    found = [_picture(each, number) for number, each in enumerate(pictures, start=1)]
    links = [link for link in item.links if link.uri or link.href]
    found += [
        _filled(
            {
                "name": link.rel or f"link-{number}",
                "rel": link.rel,
                "uri": link.uri or link.href,
                "title": link.title,
            }
        )
        for number, link in enumerate(links, start=1)
    ]
    return found


def _picture(picture: ItemPicture, number: int) -> Json:
    """Give a picture as an association."""
    return _filled(
        {
            "name": f"picture-{number}",
            "uri": picture.uri,
            "type": "picture",
            "headlines": _value("main", picture.headline),
            "descriptions": _value("caption", picture.caption)
            + _value("creditline", picture.credit)
            + _value("alt", picture.alt),
            "usageTerms": picture.usage_terms,
            "edNote": picture.instructions,
            "renditions": _renditions(picture.renditions),
        }
    )

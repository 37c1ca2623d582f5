"""What of an Item the exports can hold: the precise meaning of parse(export) = item.

Each function gives the held fields of an Item in a comparable form. Not held by
either: raw_ref, source, format, stripped, warnings, needs_human, victims, service,
sequence, headline_prefix (its signal is), titles of bylines, nonpublic notes, the
phrases rights were read from, the origin of a dateline.
"""

from dateline.news.item import Audience, ItemKind, PubStatus, Signal
from dateline.wire.dateline_text import is_joint_credit
from dateline.wire.export_g2_xml import ALIAS, CODE, LANGUAGE, NUMBER
from dateline.wire.xml import clean, collapse


def one(text):
    """Give a line as XML holds it."""
    return collapse(clean(text)).strip()


def _both(item):
    return {
        "uri": item.uri,
        "version_created": item.version_created,
        "pub_status": item.pub_status,
        "embargoed_until": item.embargoed_until,
        "expires": item.expires,
        "headline": one(item.headline),
        "subheadline": one(item.subheadline) if item.headline else "",
        "slugline": one(item.slugline),
        "credit": one(item.credit),
        "standfirst": "" if item.standfirst == item.headline else one(item.standfirst),
        "urgency": item.urgency,
        "language": item.language,
        "genres": tuple(map(one, item.genres)),
        "body": () if item.pub_status is PubStatus.CANCELED else item.body,
        "renditions": tuple(map(_rendition, item.renditions)),
        "copyright_holder": one(item.copyright_holder),
        "copyright_notice": one(item.copyright_notice),
        "flags": item.rights.flags,
        "out": set(item.rights.out),
    }


def held_by_g2(item):
    """Give what NewsML-G2 holds.

    Versions that are positive numbers; codes that fit a QCode, an address or a
    literal; places among the subjects; notes one by one with their audience; the
    last day of rights; a correction note as a public note. Concepts and planning
    have no copy, no credit and no urgency there.
    """
    line = item.dateline
    notes = [
        (one(n.text), n.audience)
        for n in item.ed_notes
        if n.audience is not Audience.NONPUBLIC
    ]
    correction = one(item.correction_note)
    if correction and correction not in [text for text, _ in notes]:
        notes.append((correction, Audience.PUBLIC))
    bare = item.kind in {ItemKind.CONCEPT, ItemKind.PLANNING}
    nothing = {"urgency": None, "genres": (), "bylines": [], "dateline": None}
    nothing |= {"credit": "", "body": (), "renditions": ()}
    held = _both(item) | {
        "version": item.version if NUMBER.fullmatch(item.version) else "",
        "language": item.language if LANGUAGE.fullmatch(item.language) else "",
        "kind": item.kind,
        "signals": set(item.signals) - {Signal.PACKAGE},
        "keywords": tuple(map(one, item.keywords)),
        "bylines": [one(byline.text) for byline in _signed(item)],
        "dateline": line and _dateline(line),
        "correction_note": correction,
        "subjects": {_subject(each) for each in item.subjects}
        | {(one(p.name), *_code(p), "geoarea") for p in item.places},
        "places": {(one(p.name), *_code(p)) for p in item.places},
        "notes": notes,
        "usage_terms": [one(each) for each in item.usage_terms.split("\n")],
        "until": item.rights.until,
        "pictures": [_picture(each) for each in item.pictures],
        "links": [_link(item, each) for each in _addressed(item)],
    }
    return held | nothing if bare else held


def held_by_ninjs(item):
    """Give what ninjs 3.1 holds.

    One byline; the places of a dateline as one text; notes as one text; subjects
    under subjects, people, organisations and events; no keywords, no signals;
    names for every file; a concept is composite, as a package is.
    """
    line, text = item.dateline, item.kind is ItemKind.TEXT
    notes = [n.text for n in item.ed_notes if n.audience is not Audience.NONPUBLIC]
    if item.correction_note and item.correction_note not in notes:
        notes.append(item.correction_note)
    kind = ItemKind.PACKAGE if item.kind is ItemKind.CONCEPT else item.kind
    return _both(item) | {
        "version": item.version,
        "kind": kind,
        "byline": ", ".join(byline.text for byline in _signed(item)),
        "places_of_dateline": "/".join(line.places) if line and text else "",
        "subjects": {_topic(each) for each in item.subjects},
        "places": {(p.name, *_address(p.scheme, p.code)) for p in item.places},
        "notes": "\n\n".join(notes),
        "usage_terms": item.usage_terms,
        "pictures": [_picture(each) for each in item.pictures],
        "links": [
            (link.rel or f"link-{number}", link.uri or link.href, link.title)
            for number, link in enumerate(_addressed(item), start=1)
        ],
    }


def _signed(item):
    """Give the bylines but for an agency's name, which is no byline in a field."""
    return [byline for byline in item.bylines if not is_joint_credit(byline.text)]


def _dateline(line):
    credit = line.credit if line.credit in line.text else ""
    return one(line.text), line.places, credit, line.date


def _addressed(item):
    return [link for link in item.links if link.uri or link.href]


def _rendition(file):
    name = file.name.lower() if CODE.fullmatch(file.name) else ""
    name = "" if name == "original" else name
    return file.href, name, file.mime, file.width, file.height, file.size


def _picture(picture):
    return (
        picture.uri,
        one(picture.caption),
        one(picture.credit),
        one(picture.alt),
        one(picture.headline),
        one(picture.usage_terms),
        one(picture.instructions),
        picture.rights.flags,
        tuple(map(_rendition, picture.renditions)),
    )


def _subject(subject):
    kind = subject.kind if CODE.fullmatch(subject.kind) else ""
    return (one(subject.name), *_code(subject), kind)


def _code(thing):
    fits = thing.code and (ALIAS.fullmatch(thing.scheme) or thing.scheme.endswith("/"))
    return (thing.scheme if fits else "", thing.code)


def _topic(subject):
    kind = subject.kind if subject.kind in {"person", "organisation", "event"} else ""
    return (subject.name, *_address(subject.scheme, subject.code), kind)


def _address(scheme, code):
    known = {
        "medtop": "http://cv.iptc.org/newscodes/mediatopic/",
        "subj": "http://cv.iptc.org/newscodes/subjectcode/",
    }
    return (known.get(scheme, scheme) if code else "", code)


def _link(item, link):
    rel = link.rel if CODE.fullmatch(link.rel) else ""
    if item.kind is ItemKind.PACKAGE:
        rel = rel or "part"
    version = link.version if NUMBER.fullmatch(link.version) else ""
    return rel.lower(), link.uri, link.href, one(link.title), version

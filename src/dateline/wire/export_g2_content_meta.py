"""The contentMeta of an exported NewsML-G2 item: lines and classification."""

from typing import Final

from dateline.news.item import Item, ItemDateline, ItemKind, ItemPicture, Place, Subject
from dateline.wire.export_g2_xml import ALIAS, CODE, LANGUAGE, NO_SPACE, add, named
from dateline.wire.xml import Element

KINDS: Final = {"geoarea": "geoArea"}


def write_content_meta(root: Element, item: Item) -> None:
    """Write lines and classification."""
    meta = add(root, "contentMeta")
    whole = item.kind not in {ItemKind.CONCEPT, ItemKind.PLANNING}
    if item.urgency is not None and whole:
        add(meta, "urgency", str(item.urgency))
    _located(meta, item.dateline)
    if LANGUAGE.fullmatch(item.language):
        add(meta, "language", tag=item.language)
    _filed(meta, item)
    _headed(meta, item)
    if whole:
        _signed(meta, item)
        for genre in item.genres:
            named(meta, "genre", genre, literal=genre)
    own = next((p for p in item.pictures if p.uri == item.uri), None)
    if own is not None:
        write_shown(meta, own)


def _filed(meta: Element, item: Item) -> None:
    """Write keywords, subjects and places."""
    for keyword in item.keywords:
        add(meta, "keyword", keyword)
    for subject in item.subjects:
        _subject(meta, subject)
    _places(meta, item)


def _headed(meta: Element, item: Item) -> None:
    """Write slugline, headlines and standfirst."""
    if item.slugline:
        add(meta, "slugline", item.slugline)
    if item.headline:
        add(meta, "headline", item.headline, rank="1")
        if item.subheadline:
            add(meta, "headline", item.subheadline, rank="2")
    if item.standfirst:
        add(meta, "description", item.standfirst, role="drol:summary")


def _signed(meta: Element, item: Item) -> None:
    """Write dateline, bylines and credit."""
    line = item.dateline
    if line is not None and not _is_located(line):
        add(meta, "dateline", line.text)
    for byline in item.bylines:
        add(meta, "by", byline.text)
    if item.credit:
        add(meta, "creditline", item.credit)


def _is_located(line: ItemDateline) -> bool:
    """Say whether a dateline is places and nothing else."""
    return not line.credit and not line.date and line.text == "/".join(line.places)


def _located(meta: Element, line: ItemDateline | None) -> None:
    """Write the places a text comes from."""
    if line is not None and _is_located(line):
        for place in line.places:
            named(meta, "located", place)


def _subject(meta: Element, subject: Subject) -> None:
    """Write a subject by QCode, address or literal, with its Media Topic."""
    kind = KINDS.get(subject.kind, subject.kind)
    element = named(
        meta,
        "subject",
        subject.name,
        type=f"cpnat:{kind}" if CODE.fullmatch(kind) else "",
        **_code(subject.scheme, subject.code),
    )
    if subject.media_topic and subject.scheme != "medtop":
        add(element, "sameAs", qcode=f"medtop:{subject.media_topic}")


def _code(scheme: str, code: str) -> dict[str, str]:
    """Give the attribute that holds a code."""
    if not NO_SPACE.fullmatch(code):
        return {"literal": code}
    if scheme.endswith("/") and "/" not in code:
        return {"uri": f"{scheme}{code}"}
    if ALIAS.fullmatch(scheme):
        return {"qcode": f"{scheme}:{code}"}
    return {"literal": code}


def _places(meta: Element, item: Item) -> None:
    """Write places that are not among the subjects."""
    known = {
        (each.name, each.scheme, each.code)
        for each in item.subjects
        if each.kind == "geoarea"
    }
    for place in item.places:
        if (place.name, place.scheme, place.code) not in known:
            _subject(meta, _as_subject(place))


def _as_subject(place: Place) -> Subject:
    """Give a place as a subject."""
    return Subject(
        name=place.name, scheme=place.scheme, code=place.code, kind="geoarea"
    )


def write_shown(meta: Element, picture: ItemPicture) -> None:
    """Write caption and alternative text, which are two things."""
    if picture.caption:
        add(meta, "description", picture.caption, role="drol:caption")
    if picture.alt:
        add(meta, "description", picture.alt, role="dldrol:altText")

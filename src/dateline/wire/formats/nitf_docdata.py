"""The head of an NITF document: what it is, not what it says.

One table says which element of ``head`` and ``docdata`` fills which field.
"""

from collections.abc import Callable
from typing import Final

from dateline.news.item import EdNote, Link, Place, Signal, Subject
from dateline.wire.audience import grade_note, is_hidden
from dateline.wire.formats.nitf_found import Head
from dateline.wire.sent import Sent
from dateline.wire.wording import BY_CODE
from dateline.wire.xml import Element, children, name_of, text_of, words_of

CODE_DIGITS: Final = 8
# The narrowest word for a subject or a place comes first.
SUBJECT_NAMES = ("detail", "matter", "type")
PLACE_NAMES = ("city", "county-dist", "state-prov", "region")
ROUTINE_TYPES: Final = frozenset(
    {"", "current", "news"}
)  # defaults, said of everything
META_SLUG: Final = frozenset({"ntbstikkord", "slug", "slugline", "ap-slug", "keyword"})
META_SERVICE: Final = frozenset({"service", "ntbtjeneste", "ap-service", "ap-wire"})
META_SEQUENCE: Final = frozenset(
    {"sequence", "ntbiptcsequence", "ap-transref", "transref"}
)
META_MOMENT: Final = frozenset({"timestamp", "versioncreated", "date.issue"})


def read_head(head: Head, element: Element) -> None:
    """Read the children of ``head``, ``docdata`` and ``tobject``."""
    for each in element:
        handler = HANDLERS.get(name_of(each))
        if handler is not None:
            handler(head, each)


def _title(head: Head, element: Element) -> None:
    """Read the title, a headline if there is no other."""
    head.title = head.title or text_of(element)


def _meta(head: Head, element: Element) -> None:
    """Read a field that the agency made up for itself."""
    name = (element.get("name") or "").strip().casefold()
    content = (element.get("content") or "").strip()
    if not content:
        return
    if name in META_SLUG:
        head.sent.slugline = head.sent.slugline or content
    elif name in META_SERVICE:
        head.identity.service = head.identity.service or content
    elif name in META_SEQUENCE:
        head.identity.sequence = head.identity.sequence or content
    elif name in META_MOMENT:
        # Only as a last resort: NTB writes "2021.05.16 09:00:04".
        head.noted = head.noted or content.replace(".", "-", 2)


def _tobject(head: Head, element: Element) -> None:
    """Read what kind of news it is, and its subjects."""
    name = (element.get("tobject.type") or "").strip()
    if name.casefold() not in ROUTINE_TYPES:
        subject = Subject(name=name, scheme="tobject.type", code=name)
        head.sent.subjects.append(subject)
    read_head(head, element)


def _property(head: Head, element: Element) -> None:
    """Read a property of the news: a genre, sometimes a signal."""
    name = (element.get("tobject.property.type") or "").strip()
    if name.casefold() not in ROUTINE_TYPES:
        head.sent.genres.append(name)
        signal = BY_CODE.get(name.casefold())
        if signal is not None:
            head.sent.signals.append(signal)


def _subject(head: Head, element: Element) -> None:
    """Read a subject: its code, and the narrowest of its names."""
    add_subject(
        head.sent,
        code=element.get("tobject.subject.refnum") or "",
        name=_first(element, [f"tobject.subject.{each}" for each in SUBJECT_NAMES])
        or element.get("tobject.subject.code")
        or "",
    )


def add_subject(sent: Sent, *, code: str, name: str) -> None:
    """Add a subject by its IPTC code; one sent as a number lost its first zero."""
    code, name = code.strip(), name.strip()
    if code.isdigit() and len(code) == CODE_DIGITS - 1:
        code = f"0{code}"
    if not code and not name:
        return
    iptc = code.isdigit() and len(code) == CODE_DIGITS
    scheme = ("medtop" if code.startswith("2") else "subj") if iptc else ""
    subject = Subject(name=name, code=code, scheme=scheme)
    if subject not in sent.subjects:
        sent.subjects.append(subject)


def _doc_id(head: Head, element: Element) -> None:
    """Read the document's id and who gave it."""
    head.identity.doc_id = (element.get("id-string") or "").strip()
    head.identity.registrar = (element.get("regsrc") or "").strip()


def _du_key(head: Head, element: Element) -> None:
    """Read the key of the story, its generation and its version."""
    head.identity.key = (element.get("key") or "").strip()
    head.identity.key_version = (element.get("version") or "").strip()
    head.identity.generation = (element.get("generation") or "").strip()


def _docdata(head: Head, element: Element) -> None:
    """Read the status, which may be that of another document, and the rest."""
    head.identity.status = (element.get("management-status") or "").strip().casefold()
    head.identity.idref = (element.get("management-doc-idref") or "").strip()
    read_head(head, element)


def _issue(head: Head, element: Element) -> None:
    """Read when the document was made."""
    head.identity.issued = (element.get("norm") or "").strip()


def _release(head: Head, element: Element) -> None:
    """Read from when on the document may be used."""
    head.release = (element.get("norm") or "").strip()


def _expire(head: Head, element: Element) -> None:
    """Read until when the document is of use."""
    head.sent.expires = (element.get("norm") or "").strip()


def _published(head: Head, element: Element) -> None:
    """Read when it was put out, for a file without a date of issue."""
    head.published = (element.get("date.publication") or "").strip()


def _urgency(head: Head, element: Element) -> None:
    """Read the editorial urgency."""
    head.sent.urgency = (element.get("ed-urg") or "").strip()


def _ed_msg(head: Head, element: Element) -> None:
    """Read a message to editors."""
    role = (element.get("msg-type") or "").strip()
    text = (element.get("info") or "").strip() or text_of(element)
    if text:
        audience = grade_note(role=role, constraint="")
        head.sent.notes.append(EdNote(text=text, audience=audience, role="ed-msg"))
    signal = BY_CODE.get(role.casefold())
    if signal is not None:
        head.sent.signals.append(signal)


def _correction(head: Head, element: Element) -> None:
    """Read that this document corrects one, perhaps another."""
    sent = head.sent
    sent.signals.append(Signal.CORRECTION)
    text = (element.get("info") or "").strip()
    if text:
        sent.notes.append(EdNote(text=text, role="correction"))
    uri = (element.get("id-string") or "").strip()
    if uri:
        sent.links.append(Link(rel="correctionOf", uri=uri))


def _fixture(head: Head, element: Element) -> None:
    """Read the name under which a regular piece comes again."""
    name = (element.get("fix-id") or "").strip()
    if name:
        head.sent.keywords.append(name)


def _series(head: Head, element: Element) -> None:
    """Read which part of which series it is."""
    add_series(head.sent, element)


def add_series(sent: Sent, element: Element) -> None:
    """Note which part of which series a document is, for the desk."""
    name = (element.get("series.name") or "").strip() or text_of(element)
    part = (element.get("series.part") or "").strip()
    total = (element.get("series.totalpart") or "").strip()
    if name:
        of = f" of {total}" if total.strip("0") else ""
        numbered = f"{name}, part {part}{of}" if part.strip("0") else name
        sent.notes.append(EdNote(text=f"Series: {numbered}", role="series"))


def _key_list(head: Head, element: Element) -> None:
    """Read keywords."""
    for each in children(element, "keyword"):
        key = (each.get("key") or "").strip() or text_of(each)
        if key:
            head.sent.keywords.append(key)


def _event_place(head: Head, element: Element) -> None:
    """Read where it happened; a city is where the copy may come from."""
    name = _first(element, PLACE_NAMES) or text_of(element)
    code = (element.get("iso-cc") or "").strip()
    if name or code:
        head.sent.places.append(
            Place(name=name or code, scheme="iso-cc" if code else "", code=code)
        )
    city = (element.get("city") or "").strip()
    if city:
        head.sent.located.append(city)


def _copyright(head: Head, element: Element) -> None:
    """Read who holds the copyright, and since which year."""
    holder = (element.get("holder") or "").strip()
    year = (element.get("year") or "").strip()[:4]
    if holder:
        sent = head.sent
        sent.copyright_holder = sent.copyright_holder or holder
        notice = f"© {year} {holder}" if year else f"© {holder}"
        sent.copyright_notice = sent.copyright_notice or notice


def _rights(head: Head, element: Element) -> None:
    """Read what the rights are limited to, in words that are read for orders."""
    sent = head.sent
    owner = (element.get("owner") or "").strip()
    sent.copyright_holder = sent.copyright_holder or owner
    terms = [(element.get("limitations") or "").strip(), words_of(element)]
    where = (element.get("geography") or "").strip()
    kind = (element.get("type") or "").strip()
    terms += [f"Territory: {where}" if where else "", kind]
    end = (element.get("enddate") or "").strip()
    terms.append(f"End of rights: {_day(end)}" if end else "")
    sent.usage_terms += [each for each in terms if each]


def _day(norm: str) -> str:
    """Give the day of a moment as 2026-01-31, if it begins with one."""
    digits = norm[:10].replace("-", "")[:CODE_DIGITS]
    if digits.isdigit() and len(digits) == CODE_DIGITS:
        return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    return norm


def _identified(head: Head, element: Element) -> None:
    """Read whom and what the copy names."""
    for each in element:
        kind = name_of(each)
        name = text_of(each) or (each.get("value") or "").strip()
        if not name or is_hidden(each.get("type") or ""):
            continue
        if kind in NAMED:
            head.sent.subjects.append(Subject(name=name, kind=NAMED[kind]))
        if kind == "location":
            head.sent.places.append(Place(name=name))


NAMED: Final = {
    "person": "person",
    "org": "organisation",
    "location": "geoArea",
    "event": "event",
    "classifier": "",
    "object.title": "",
}

HANDLERS: dict[str, Callable[[Head, Element], None]] = {
    "correction": _correction,
    "date.expire": _expire,
    "date.issue": _issue,
    "date.release": _release,
    "doc-id": _doc_id,
    "doc.copyright": _copyright,
    "doc.rights": _rights,
    "docdata": _docdata,
    "du-key": _du_key,
    "ed-msg": _ed_msg,
    "evloc": _event_place,
    "fixture": _fixture,
    "identified-content": _identified,
    "key-list": _key_list,
    "meta": _meta,
    "pubdata": _published,
    "series": _series,
    "title": _title,
    "tobject": _tobject,
    "tobject.property": _property,
    "tobject.subject": _subject,
    "urgency": _urgency,
}


def _first(element: Element, names: list[str] | tuple[str, ...]) -> str:
    """Give the first attribute that says something."""
    for name in names:
        value = (element.get(name) or "").strip()
        if value:
            return str(value)
    return ""

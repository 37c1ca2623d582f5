"""Ritzau's RBNews: one news item in an XML of its own, its body escaped HTML.

No specification and no open sample exists: the form is pieced together from
what is known of it. So a field is found by any of the names it may have,
wherever it stands, and three things are relied on: flags for cancelled, new
version and correction; IPTC subject codes as whole numbers, which lost their
leading zero; HTML in the body, escaped as text.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from dateline.news.item import Audience, EdNote, Link, Signal
from dateline.wire.audience import is_hidden
from dateline.wire.blocks import read_markup
from dateline.wire.formats.nitf_docdata import add_subject
from dateline.wire.plain_text import read_copy
from dateline.wire.reading import Reading
from dateline.wire.refused import NotRbNewsError
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules
from dateline.wire.xml import Element, local, name_of, read_xml, words_of

FORMAT: Final = "rbnews"
ROOT: Final = "rbnews"
MAX_DEPTH: Final = 60
YES: Final = frozenset({"1", "true", "ja", "yes", "sand", "j", "y", "x", "-1"})
NO: Final = frozenset({"", "0", "false", "nej", "no", "falsk", "n"})

# Field by field, the names it may have; the first that says something is taken.
URI = ("guid", "doc_id", "docid", "newsid", "newsitemid", "telegramid", "id")
VERSION = ("version", "versionsnummer", "versionnumber", "revision")
CREATED = (
    "publishdate", "publiceringstidspunkt", "published", "tidspunkt", "timestamp",
    "datetime", "created", "oprettet", "dato", "date",
)  # fmt: skip
EMBARGO = ("embargo", "embargodate", "klausul", "releasedate")
EXPIRES = ("expires", "expirydate", "udløber", "udloeber")
HEADLINE = ("headline", "overskrift", "rubrik", "titel", "title")
SUBHEADLINE = ("subheadline", "underrubrik", "underoverskrift", "subtitle")
STANDFIRST = ("manchet", "summary", "resume", "teaser", "lead")
BODY = ("body", "bodytext", "brodtekst", "brødtekst", "tekst", "text", "content")
SLUG = ("slugline", "stikord", "slug", "strapline")
BYLINE = ("byline", "forfatter", "author", "journalist")
CREDIT = ("origin", "kilde", "source", "bureau", "credit")
DATELINE = ("dateline", "datelinie", "sted", "location", "place")
URGENCY = ("urgency", "prioritet", "priority", "prio")
LANGUAGE = ("language", "sprog", "lang")
KEYWORDS = ("keyword", "keywords", "nøgleord")
EARLIER = ("erstatter", "replaces", "previousid", "forrigeid")
CODES: Final = frozenset(
    {"subjectcode", "subjectrefnum", "iptc", "iptccode", "emnekode"}
)
SUBJECTS: Final = frozenset({"subject", "emne", "category", "kategori"})
CODE_KEYS = ("code", "refnum", "id", "value", "kode")
NOTES: Final = frozenset(
    {"note", "notes", "rednote", "ednote", "comment", "bemærkning"}
)
CANCELLED: Final = frozenset({"annuleret", "annulleret", "cancelled", "canceled"})
FLAGS: Final = {
    "nyversion": Signal.UPDATE,
    "newversion": Signal.UPDATE,
    "korrektion": Signal.CORRECTION,
    "rettelse": Signal.CORRECTION,
    "correction": Signal.CORRECTION,
}

Fields = dict[str, list[str]]


def read(utf8: bytes, source: SourceRules) -> list[Sent]:
    """Read the item.

    Raises:
        NotRbNewsError: the root is not ``RBNews``.
    """
    tree = read_xml(utf8)
    if name_of(tree.root) != ROOT:
        raise NotRbNewsError(f"the root is <{name_of(tree.root)[:40]}>")
    sent = Sent(FORMAT)
    fields: Fields = {}
    body: list[Element] = []
    for element in _walk(tree.root, sent):
        _gather(fields, element)
        _read_subject(sent, element)
        if name_of(element) in BODY:
            body.append(element)
    _fill(sent, fields, source)
    _read_flags(sent, fields)
    sent.body = _read_body(body)
    if tree.warning:
        sent.warnings.append(tree.warning)
    return [sent]


def _walk(element: Element, sent: Sent, depth: int = 0) -> Iterator[Element]:
    """Give an element and all inside it, but not what is a note or no copy."""
    names = [local(element.tag), *(element.get(k) or "" for k in ("class", "role"))]
    hidden = any(map(is_hidden, filter(None, names)))
    if hidden or names[0] in NOTES:
        text = words_of(element)
        audience = Audience.NONPUBLIC if hidden else Audience.INTERNAL
        if text:
            sent.notes.append(EdNote(text=text, audience=audience, role=names[0]))
        return
    yield element
    if depth < MAX_DEPTH and names[0] not in BODY:
        for each in element:
            yield from _walk(each, sent, depth + 1)


def _gather(fields: Fields, element: Element) -> None:
    """Gather the texts of an element and of its attributes by their names."""
    pairs = [(local(key), value) for key, value in element.attrib.items()]
    if len(element) == 0:
        pairs.append((name_of(element), element.text or ""))
    for name, text in pairs:
        fields.setdefault(name, []).append(text.strip())


def _first(fields: Fields, names: Iterable[str]) -> str:
    """Give the first text under any of these names; the order of names counts."""
    texts = chain.from_iterable(fields.get(name, ()) for name in names)
    return next(filter(None, texts), "")


def _fill(sent: Sent, fields: Fields, source: SourceRules) -> None:
    """Fill what stands in fields."""
    number = _first(fields, URI)
    sent.uri = f"urn:dateline:{source.scope}:rbnews:{number}" if number else ""
    if ":" in number:
        sent.uri = number  # it is a uri already
    sent.version = _first(fields, VERSION)
    sent.version_created = _first(fields, CREATED)
    sent.embargoed = _first(fields, EMBARGO) or None
    sent.expires = _first(fields, EXPIRES)
    sent.headline = _first(fields, HEADLINE)
    sent.subheadline = _first(fields, SUBHEADLINE)
    sent.standfirst = _first(fields, STANDFIRST)
    sent.slugline = _first(fields, SLUG)
    sent.by = list(filter(None, [_first(fields, BYLINE)]))
    sent.credit = _first(fields, CREDIT)
    sent.datelines = list(filter(None, [_first(fields, DATELINE)]))
    sent.urgency = _first(fields, URGENCY)
    sent.language = _first(fields, LANGUAGE) or "da"
    sent.keywords = [text for name in KEYWORDS for text in fields.get(name, ()) if text]
    earlier = _first(fields, EARLIER)
    if earlier:
        uri = earlier
        if ":" not in earlier:
            uri = f"urn:dateline:{source.scope}:rbnews:{earlier}"
        sent.links.append(Link(rel="replaces", uri=uri))


def _read_flags(sent: Sent, fields: Fields) -> None:
    """Read the flags: a yes under their name, or their name in a list of flags.

    A flag that says neither yes nor no is a human's to judge.
    """
    listed = {
        word.casefold()
        for name in ("flag", "flags", "status", "type")
        for text in fields.get(name, ())
        for word in text.replace(",", " ").replace(";", " ").split()
    }
    for name in {*CANCELLED, *FLAGS}:
        said = {text.casefold() for text in fields.get(name, ())}
        if said & YES or name in listed:
            _raise_flag(sent, name)
        elif said - NO and name in CANCELLED:
            sent.needs_human = f"the flag {name} says {min(said - NO)[:40]!r}"
    sent.signals.sort()  # the order of names in a set is no order


def _raise_flag(sent: Sent, name: str) -> None:
    """Note what a flag means."""
    if name in CANCELLED:
        sent.pub_status = "canceled"
    elif FLAGS[name] not in sent.signals:
        sent.signals.append(FLAGS[name])


def _read_subject(sent: Sent, element: Element) -> None:
    """Read a subject: its code is a number, its name is not."""
    name = name_of(element)
    if name not in CODES and name not in SUBJECTS:
        return
    text = (element.text or "").strip() if len(element) == 0 else ""
    code = next(filter(None, map(element.get, CODE_KEYS)), "").strip()
    if not code and text.isdigit():
        code, text = text, ""
    add_subject(
        sent, code=code, name=(element.get("name") or element.get("navn") or text)
    )


def _read_body(elements: list[Element]) -> Reading:
    """Read the first body that holds copy, escaped HTML or markup as it is."""
    for element in elements:
        if len(element):
            reading = read_markup(element)
        else:
            reading = read_copy(element.text or "", markup=False)
        if reading.blocks or reading.hidden:
            return reading
    return Reading()

"""The metadata of NewsML 1: administrative, rights, descriptive, and free.

One table says which element fills which field. Values stand in ``FormalName``,
in a ``Property`` with a ``Value``, in the text, or in a topic of the file.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from dateline.news.item import Place, Subject
from dateline.wire.formats.newsml1_context import Context
from dateline.wire.formats.newsml1_lines import line_text, note
from dateline.wire.formats.newsml1_topics import FORMAL_NAME, formal_name, topic_of
from dateline.wire.wording import BY_CODE
from dateline.wire.xml import Element, child, collapse, first, inside, local, text_of

CODE_LENGTH: Final = 8
COUNTRY_CODE: Final = 3
PLACE_LEVELS = ("city", "place", "sublocation", "town")
COUNTRIES = ("countryname", "country")
RIGHTS: Final = frozenset(
    {"specialinstructions", "instructions", "usageterms", "restrictions", "restriction"}
    | {"rightsusageterms", "usagerights", "limitations"}
)
PLACE_TOPICS: Final = frozenset({"location", "place", "city", "country", "geography"})

COMPACT, DASHED = re.compile(r"^(\d{4})(\d\d)(\d\d)"), r"\1-\2-\3"

Handler = Callable[[Context, Element], None]


def read_metadata(context: Context, element: Element) -> None:
    """Read one of the four metadata elements of a component."""
    city: dict[str, str] = {}
    for each in inside(element):
        name = local(each.tag)
        if name == "property":
            _property(context, each, city)
        else:
            handler = HANDLERS.get(name)
            if handler is not None:
                handler(context, each)
    if city:
        _note_place(context, city, origin=True)


def party_in(element: Element, context: Context) -> str:
    """Give the name of the first party inside an element, else its text."""
    party = first(inside(element), "party")
    if party is None:
        return text_of(element)
    topic = topic_of(party, context.topics)
    if topic is not None and topic.names:
        return topic.name(context.language)
    return formal_name(party) or text_of(party)


def value_of(element: Element) -> str:
    """Give the value of a property."""
    return collapse(element.get("Value") or element.text or "").strip()


def _property(context: Context, element: Element, city: dict[str, str]) -> None:
    """Read a property: a keyword, a place, terms of use, a note."""
    use, name = _use_of(element.get(FORMAL_NAME, ""))
    if not use:
        return
    value = value_of(element)
    if not value:
        return
    if use == "keyword":
        if "person" in element.get("Role", "").lower():
            context.sent.subjects.append(Subject(name=value, kind="person"))
        else:
            context.sent.keywords.append(value)
    elif use == "place":
        city[name] = value
    elif use == "family":
        context.sent.subjects.append(Subject(name=value, kind=name))
    elif use == "terms":
        _terms(context, value)
    else:
        note(context, value, "editorialnote")


@lru_cache(maxsize=1024)
def _use_of(name: str) -> tuple[str, str]:
    """Say what a property is good for, and its plain name; empty if for nothing."""
    name = "".join(name.split()).lower()
    if name.startswith("keyword"):
        return "keyword", name
    if name.endswith("keywords"):  # BWIndustryKeywords
        return "family", name.removesuffix("keywords").removeprefix("bw")
    if name in PLACE_LEVELS or name in COUNTRIES:
        return "place", name
    if name in RIGHTS:
        return "terms", name
    if name in {"ednote", "editorialnote", "editorsnote"}:
        return "note", name
    return "", name


def _terms(context: Context, text: str) -> None:
    """Keep terms of use, once."""
    if text and text not in context.sent.usage_terms:
        context.sent.usage_terms.append(text)


def _creator(context: Context, element: Element) -> None:
    """Read who made it: a byline only if there is none."""
    name = party_in(element, context)
    if name:
        context.sent.creators.append(name)


def _provider(context: Context, element: Element) -> None:
    """Read who sends it: the credit if there is no credit line."""
    name = party_in(element, context)
    if name and "." not in name:
        context.provider = context.provider or name


def _source(context: Context, element: Element) -> None:
    """Read whose information it is: an organisation, not a writer."""
    name = party_in(element, context)
    if name and name != context.provider:
        context.sent.subjects.append(Subject(name=name, kind="source"))


def _copyright(context: Context, element: Element) -> None:
    """Read who holds the copyright."""
    holder = child(element, "copyrightholder")
    if holder is not None:
        name = party_in(holder, context)
        context.sent.copyright_holder = context.sent.copyright_holder or name


def _usage_rights(context: Context, element: Element) -> None:
    """Read what may be done with it, where and until when, as one line."""
    words = []
    for each in element:
        text, name = line_text(each) or formal_name(each), local(each.tag)
        if text and name == "enddate":
            words.append(f"until {COMPACT.sub(DASHED, text)}")
        elif text and name == "startdate":
            words.append(f"from {COMPACT.sub(DASHED, text)}")
        elif text and name != "rightsholder":
            words.append(text)
    _terms(context, "; ".join(words))


def _genre(context: Context, element: Element) -> None:
    """Read a genre; some of them are signals."""
    topic = topic_of(element, context.topics)
    name = topic.name(context.language) if topic else ""
    name = name or formal_name(element)
    if name and name not in context.sent.genres:
        context.sent.genres.append(name)
        signal = BY_CODE.get(name.lower())
        if signal is not None:
            context.sent.signals.append(signal)


def _subject_code(context: Context, element: Element) -> None:
    """Read the codes of one subject: from the broad to the fine."""
    for each in inside(element):
        code = formal_name(each)
        if not code:
            continue
        subject = _coded(code, local(each.tag))
        topic = topic_of(each, context.topics) if context.topics else None
        if topic is not None:
            name = topic.name(context.language)
            scheme = subject.scheme or topic.scheme
            subject = replace(subject, name=name, scheme=scheme)
        context.sent.subjects.append(subject)


@lru_cache(maxsize=4096)  # a few hundred codes are in use
def _coded(code: str, kind: str) -> Subject:
    """Give a subject of the IPTC's old codes, also if sent as a number."""
    if code.isdigit() and len(code) == CODE_LENGTH - 1:
        code = f"0{code}"
    iptc = code.isdigit() and len(code) == CODE_LENGTH
    return Subject(code=code, scheme="subj" if iptc else "", kind=kind)


def _topic_occurrence(context: Context, element: Element) -> None:
    """Read a topic by reference: a person, a company, a place, a theme."""
    topic = topic_of(element, context.topics)
    code = formal_name(element) or (topic.code if topic else "")
    name = topic.name(context.language) if topic else ""
    if not code and not name:
        return
    kind = topic.kind if topic else ""
    scheme = topic.scheme if topic else ""
    context.sent.subjects.append(
        Subject(name=name, code=code, scheme=scheme, kind=kind)
    )
    if kind in PLACE_TOPICS and name:
        context.sent.places.append(Place(name=name, code=code, scheme=scheme))


def _location(context: Context, element: Element) -> None:
    """Read a place: of origin, or one the story is about."""
    how = (element.get("HowPresent") or "").lower()
    place: dict[str, str] = {}
    for each in inside(element):
        if local(each.tag) == "property":
            place[formal_name(each).lower()] = value_of(each)
    topic = topic_of(element, context.topics)
    if topic is not None and topic.names:
        place.setdefault("place", topic.name(context.language))
    _note_place(context, place, origin=how in {"", "origin", "origine"})


def _note_place(context: Context, place: dict[str, str], *, origin: bool) -> None:
    """Keep a place by the finest name it has; a country's code is no name."""
    names = (place.get(level, "") for level in (*PLACE_LEVELS, *COUNTRIES))
    name = next((each for each in names if each), "")
    if not name or (name.isupper() and len(name) <= COUNTRY_CODE):
        return
    if origin:
        if not context.dialect.located_is_desk and not context.sent.located:
            context.sent.located.append(name)
    elif name not in {each.name for each in context.sent.places}:
        context.sent.places.append(Place(name=name, code=place.get("country", "")))


HANDLERS: Final[dict[str, Handler]] = {
    "provider": _provider,
    "creator": _creator,
    "source": _source,
    "copyright": _copyright,
    "usagerights": _usage_rights,
    "genre": _genre,
    "subjectcode": _subject_code,
    "topicoccurrence": _topic_occurrence,
    "location": _location,
}

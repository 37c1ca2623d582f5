"""The metadata of a NewsML-G2 item: rightsInfo, itemMeta and contentMeta.

One table says which element fills which field. An element with a
``pubconstraint`` is not for the public: its text becomes a note that says so,
and nothing else reads it.
"""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Final

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
from dateline.news.rights import Rights, strictest
from dateline.wire.audience import grade_note, is_hidden, plain_name
from dateline.wire.formats.g2_context import Context
from dateline.wire.moment import read_moment
from dateline.wire.runs import safe_href
from dateline.wire.sent import Sent
from dateline.wire.wording import BY_CODE
from dateline.wire.xml import Element, child, local, text_of, words_of

# Asked of every item: a member looked up by its name takes long.
PUBLIC: Final = Audience.PUBLIC

XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
NO_RANK: Final = 1000
CAPTIONS: Final = frozenset({"", "caption", "dopesheet", "synthe"})  # of a video too
WRITERS: Final = frozenset({"descrwriter", "captionwriter", "editor"})


def read_meta(context: Context, meta: Element) -> None:
    """Read the children of a metadata element."""
    for element in meta:
        name = local(element.tag)
        handler = HANDLERS.get(name)
        if handler is None:
            continue
        constraint = element.get("pubconstraint")
        if constraint and name != "ednote":
            note = EdNote(text=text_of(element), audience=Audience.NONPUBLIC, role=name)
            context.sent.notes.append(note)
        else:
            handler(context, element)


def read_rights_info(context: Context, rights_info: Element) -> None:
    """Read rights: holder, notice, terms, and the day they end.

    The strictest end counts, whatever part of the content it is said of.
    """
    read_meta(context, rights_info)
    for element in (rights_info, *rights_info):
        text = element.get("validto")
        if text:
            _rights_end(context.sent, text)
        if local(element.tag) in {"rightsexpressionxml", "rightsexpressiondata"}:
            context.sent.warnings.append("rights: a rights expression is not read")


def _rights_end(sent: Sent, text: str) -> None:
    """Read the end of rights; at midnight, the day before was the last."""
    read = read_moment(text, zone=None, what="validto")
    if read.moment is None:
        sent.warnings.append(read.warning)
        return
    until = read.moment.date()
    if "T" in text and read.moment.time() == time.min:
        until -= timedelta(days=1)
    end = Rights(until=until, phrases=(f"valid to {text.strip()}",))
    sent.rights = strictest(sent.rights, end)


def finish(context: Context) -> None:
    """Choose headline and credit when all that they may come from is known."""
    sent = context.sent
    if sent.kind in {ItemKind.PICTURE, ItemKind.GRAPHIC} and not sent.credit:
        signed = [*sent.by, *sent.creators, sent.copyright_holder]
        sent.credit = next((each for each in signed if each), "")
    if sent.kind in {ItemKind.VIDEO, ItemKind.AUDIO}:
        sent.standfirst = sent.standfirst or sent.caption
    ordered = sorted(context.headlines, key=lambda each: each[0])  # stable: as sent
    if ordered:
        main = next((at for at, each in enumerate(ordered) if each[1] == "main"), 0)
        sent.headline = ordered.pop(main)[2]
        sent.subheadline = ordered[0][2] if ordered else ""
    sent.headline = sent.headline or context.title


def language_of(element: Element) -> str:
    """Give the language an element declares."""
    return (element.get(XML_LANG) or "").strip()


def name_in(element: Element, context: Context) -> str:
    """Give the name of a concept: its own in the item's language, or asserted."""
    if len(element):
        names = [each for each in element if local(each.tag) == "name"]
        if len(names) == 1:
            return text_of(names[0])
        if names:
            language = context.sent.language
            same = [each for each in names if language_of(each) == language]
            return text_of((same or names)[0])
    if not context.asserts:
        return ""
    for key in ("qcode", "uri", "literal"):
        asserted = context.asserts.get(element.get(key) or "")
        if asserted:
            return asserted
    return ""


def integer(text: str | None) -> int | None:
    """Read a number of pixels or bytes; None if it is anything else."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 12 else None  # noqa: PLR2004 # a terabyte


def _code(element: Element) -> str:
    """Give a code without its scheme, in lower case."""
    code = element.get("qcode") or element.get("uri") or element.get("literal") or ""
    return plain_name(code)


def _status(context: Context, element: Element) -> None:
    """Read the publication status; canceled is a kill."""
    context.sent.pub_status = _code(element)


def _version_created(context: Context, element: Element) -> None:
    """Read when this version was made."""
    context.sent.version_created = text_of(element)


def _embargoed(context: Context, element: Element) -> None:
    """Read the embargo; the schema allows it to be empty."""
    context.sent.embargoed = text_of(element)


def _expires(context: Context, element: Element) -> None:
    """Read when the item stops being of interest."""
    context.sent.expires = text_of(element)


def _ed_note(context: Context, element: Element) -> None:
    """Read a note between newsrooms and grade it."""
    text = words_of(element)
    if not text:
        return
    role = element.get("role") or ""
    audience = grade_note(
        role=role,
        constraint=element.get("pubconstraint") or "",
        audience=element.get("audience") or "",
    )
    context.sent.notes.append(
        EdNote(text=text, audience=audience, role=plain_name(role))
    )
    if audience is PUBLIC:
        context.sent.correction_note = context.sent.correction_note or text


def _signal(context: Context, element: Element) -> None:
    """Read a signal or an item role we know; others say nothing to us."""
    signal = BY_CODE.get(_code(element))
    if signal is not None:
        context.sent.signals.append(signal)


def _link(context: Context, element: Element) -> None:
    """Read a link; one to a picture item brings that picture."""
    uri = (element.get("residref") or "").strip()
    href = safe_href(element.get("href"))
    title = text_of(child(element, "title"))
    item_class = child(element, "itemclass")
    if item_class is not None and _code(item_class) == "picture":
        renditions = (ItemRendition(href=href),) if href else ()
        context.sent.pictures.append(
            ItemPicture(uri=uri or href, caption=title, renditions=renditions)
        )
        return
    relation = (element.get("rel") or element.get("reluri") or "").strip()
    rel = relation.rpartition(":")[2].rpartition("/")[2]
    version = element.get("version") or ""
    context.sent.links.append(
        Link(rel=rel, uri=uri, href=href, title=title, version=version)
    )


def _headline(context: Context, element: Element) -> None:
    """Remember a headline with its rank and role, unless in another language."""
    text, language = text_of(element), language_of(element)
    if not text or (context.headlines and language not in {"", context.sent.language}):
        return
    rank = integer(element.get("rank"))
    role = plain_name(element.get("role") or "")
    context.headlines.append((NO_RANK if rank is None else rank, role, text))


def _title(context: Context, element: Element) -> None:
    """Remember the title, a headline only if there is no other."""
    context.title = context.title or text_of(element)


def _by(context: Context, element: Element) -> None:
    """Read a byline."""
    context.sent.by.append(text_of(element))


def _creator(context: Context, element: Element) -> None:
    """Read a creator, who signs only if there is no byline."""
    if plain_name(element.get("role") or "") not in WRITERS:
        name = name_in(element, context)
        if name:
            context.sent.creators.append(name)


def _dateline(context: Context, element: Element) -> None:
    """Read a dateline."""
    context.sent.datelines.append(text_of(element))


def _located(context: Context, element: Element) -> None:
    """Read where the copy comes from, by name or by reference.

    In Reuters' files this is the desk that produced the copy, whatever the
    settings say: never a dateline.
    """
    name = name_in(element, context)
    if name and not context.sent.uri.startswith("tag:reuters.com"):
        context.sent.located.append(name)


def _subject(context: Context, element: Element) -> None:
    """Read a subject; a geographical one is a place too."""
    scheme, code = _scheme_and_code(element)
    kind = plain_name(element.get("type") or "")
    name = name_in(element, context)
    subject = Subject(name=name, scheme=scheme, code=code, kind=kind)
    context.sent.subjects.append(subject)
    if kind == "geoarea" and name:
        context.sent.places.append(Place(name=name, scheme=scheme, code=code))


def _scheme_and_code(element: Element) -> tuple[str, str]:
    """Part a concept's code from its scheme, in qcode, uri or literal."""
    qcode = element.get("qcode")
    if qcode:
        scheme, colon, code = qcode.partition(":")
        return (scheme, code) if colon else ("", qcode)
    uri = element.get("uri")
    if uri:
        scheme, slash, code = uri.rpartition("/")
        return scheme + slash, code
    return "", element.get("literal") or ""


def _description(context: Context, element: Element) -> None:
    """Read a description by its role: a teaser, a caption, an alternative text."""
    role, text, sent = (
        plain_name(element.get("role") or ""),
        text_of(element),
        context.sent,
    )
    if is_hidden(role):
        sent.notes.append(EdNote(text=text, audience=Audience.NONPUBLIC, role=role))
    elif role in {"teaser", "summary", "standfirst", "abstract"}:
        sent.standfirst = sent.standfirst or text
    elif role in CAPTIONS:
        sent.caption = sent.caption or text
    elif "alt" in role or "accessib" in role:
        sent.alt = sent.alt or text
    elif text:  # a shot list, a script: for whoever works with it
        sent.notes.append(EdNote(text=text, role=role))


def _language(context: Context, element: Element) -> None:
    """Read the language of the content; the first wins over that of the metadata."""
    tag = (element.get("tag") or "").strip()
    if tag and not context.headlines:
        context.sent.language = tag


def _party(context: Context, element: Element) -> str:
    """Give a rights holder: a name, a literal or plain text."""
    return name_in(element, context) or element.get("literal") or text_of(element)


def _copyright_holder(context: Context, element: Element) -> None:
    """Read who holds the rights."""
    context.sent.copyright_holder = context.sent.copyright_holder or _party(
        context, element
    )


def _copyright_notice(context: Context, element: Element) -> None:
    """Read the copyright notice."""
    context.sent.copyright_notice = context.sent.copyright_notice or text_of(element)


def _usage_terms(context: Context, element: Element) -> None:
    """Read terms of use; all of them hold."""
    text = text_of(element)
    if text and text != "None":  # dpa's converter writes its empty value in words
        context.sent.usage_terms.append(text)


def _genre(context: Context, element: Element) -> None:
    """Read a genre by name or code."""
    name = name_in(element, context) or _code(element)
    if name:
        context.sent.genres.append(name)


def _keyword(context: Context, element: Element) -> None:
    """Read a keyword."""
    if text_of(element):
        context.sent.keywords.append(text_of(element))


def _slugline(context: Context, element: Element) -> None:
    """Read the slugline."""
    context.sent.slugline = context.sent.slugline or text_of(element)


def _credit(context: Context, element: Element) -> None:
    """Read the credit line."""
    context.sent.credit = context.sent.credit or text_of(element)


def _urgency(context: Context, element: Element) -> None:
    """Read the urgency."""
    context.sent.urgency = text_of(element)


HANDLERS: dict[str, Callable[[Context, Element], None]] = {
    "by": _by,
    "copyrightholder": _copyright_holder,
    "copyrightnotice": _copyright_notice,
    "creator": _creator,
    "creditline": _credit,
    "dateline": _dateline,
    "description": _description,
    "ednote": _ed_note,
    "embargoed": _embargoed,
    "expires": _expires,
    "genre": _genre,
    "headline": _headline,
    "keyword": _keyword,
    "language": _language,
    "link": _link,
    "located": _located,
    "pubstatus": _status,
    "role": _signal,
    "signal": _signal,
    "slugline": _slugline,
    "subject": _subject,
    "title": _title,
    "urgency": _urgency,
    "usageterms": _usage_terms,
    "versioncreated": _version_created,
}

"""The body of an NITF document, alone or as it comes inside other formats.

In its own namespace, in none or in that of its surroundings: names are compared
without. ``body.head`` gives the lines that stand before the copy. A note is the
desk's wherever it stands: its ``type`` says who may read it, and what it does
not say is not public.
"""

from collections.abc import Callable
from typing import Final

from dateline.news.item import Audience, EdNote, ItemPicture, ItemRendition, Stripped
from dateline.wire.audience import grade_note, is_hidden
from dateline.wire.blocks import read_container, take_out_hidden
from dateline.wire.byline_text import split_title
from dateline.wire.formats.g2_meta import integer
from dateline.wire.formats.nitf_docdata import add_series
from dateline.wire.reading import Reading
from dateline.wire.runs import safe_href
from dateline.wire.sent import Sent
from dateline.wire.xml import (
    Element,
    child,
    children,
    clean,
    local,
    name_of,
    remove,
    text_of,
    words_of,
)

NON_PUBLISHABLE: Final = "npa"  # NITF note/@type: a non-publishable advisory
INSERTS = ("media", "frac")


def read_nitf(nitf: Element, sent: Sent) -> Reading:
    """Read an NITF document; its head fills what ``sent`` still lacks."""
    body = nitf if name_of(nitf) == "body" else child(nitf, "body")
    reading = Reading()
    if body is None:
        return reading
    held = take_out_hidden(reading, body)
    names = {local(each.tag) for each in held}
    if "note" in names:
        _take_out_notes(body, sent)
    inserts = not names.isdisjoint(INSERTS)
    for part in body:
        _read_part(part, sent, reading, inserts=inserts)
    held.clear()
    return reading


def _read_part(part: Element, sent: Sent, reading: Reading, *, inserts: bool) -> None:
    """Read one part of a body; ``inserts``: there may be media or fractions in it."""
    name = name_of(part)
    if name == "body.head":
        _read_head(part, sent, reading)
    elif name == "body.content":
        if inserts:
            _read_inserts(part, sent)
        read_container(reading, part)
    elif name == "body.end":
        end = words_of(part)
        if end:
            reading.stripped.append(Stripped(text=end, reason="end of the body"))


def _take_out_notes(body: Element, sent: Sent) -> None:
    """Take every note out of the document, before anything reads its text.

    Some places give all the text inside them (``pre``, a caption): a note in
    one of these would be read as copy.
    """
    for element in [e for e in body.iter() if local(e.tag) == "note"]:
        parent = element.getparent()
        if parent is not None and element is not body:
            _read_note(element, sent)
            remove(parent, element)


def _read_inserts(content: Element, sent: Sent) -> None:
    """Read the pictures in the copy apart too, and make its fractions legible."""
    for element in content.iter("{*}media", "{*}frac"):
        if name_of(element) == "frac":
            _part_fraction(element)
        else:
            _read_media(element, sent)


def _read_head(head: Element, sent: Sent, reading: Reading) -> None:
    """Read headline, byline, dateline, abstract and notes."""
    for part in head:
        handler = HEAD.get(name_of(part))
        if handler is not None:
            handler(part, sent, reading)


def _read_headlines(hedline: Element, sent: Sent, _: Reading) -> None:
    """Read the headline and the first below it; hl1 may be missing."""
    main = text_of(child(hedline, "hl1"))
    rest = [text_of(each) for each in children(hedline, "hl2")]
    rest = [each for each in rest if each]
    if not main and rest:
        main = rest.pop(0)
    sent.headline = sent.headline or main
    sent.subheadline = sent.subheadline or (rest[0] if rest else "")


def _read_byline(byline: Element, sent: Sent, reading: Reading) -> None:
    """Read a byline: names and title apart, wherever the agency put them."""
    title = text_of(child(byline, "byttl"))
    text = text_of(byline)
    if title and text == title:  # the whole byline stands in the title (PA)
        text, title = split_title(title)
    elif title and text.endswith(title):
        text = text[: -len(title)].rstrip(" ,;-")
    sent.by_title = sent.by_title or title
    if text and reading.byline:
        text = f"{reading.byline}, {text}"
    reading.byline = text or reading.byline


def _read_dateline(dateline: Element, sent: Sent, _: Reading) -> None:
    """Read a dateline: its places, or all its text if it names none."""
    places = [text_of(each) for each in children(dateline, "location")]
    text = "/".join(place for place in places if place) or text_of(dateline)
    if text:
        sent.datelines.append(text)


def _read_abstract(abstract: Element, _: Sent, reading: Reading) -> None:
    """Read the standfirst."""
    reading.standfirst = reading.standfirst or words_of(abstract)


def _read_distributor(distributor: Element, sent: Sent, _: Reading) -> None:
    """Read who sends it: the credit, if nothing says it better."""
    sent.credit = sent.credit or text_of(distributor)


def _read_rights(rights: Element, sent: Sent, _: Reading) -> None:
    """Read terms of use that stand with the headline."""
    terms = words_of(rights)
    sent.usage_terms += [terms] if terms else []


def _read_series(series: Element, sent: Sent, _: Reading) -> None:
    """Read which part of which series it is."""
    add_series(sent, series)


HEAD: dict[str, Callable[[Element, Sent, Reading], None]] = {
    "abstract": _read_abstract,
    "byline": _read_byline,
    "dateline": _read_dateline,
    "distributor": _read_distributor,
    "hedline": _read_headlines,
    "rights": _read_rights,
    "series": _read_series,
}


def _read_note(note: Element, sent: Sent) -> None:
    """Read a note and grade it by what it says of itself."""
    text = words_of(note)
    if not text:
        return
    kind = (note.get("type") or "").strip().casefold()
    role = (note.get("noteclass") or note.get("class") or "").strip()
    names = (role, kind, note.get("id") or "", note.get("audience") or "")
    hidden = kind == NON_PUBLISHABLE or any(map(is_hidden, names))
    audience = (
        Audience.NONPUBLIC if hidden else grade_note(role=role or kind, constraint="")
    )
    sent.notes.append(EdNote(text=text, audience=audience, role=role or "note"))


def _read_media(media: Element, sent: Sent) -> None:
    """Read a picture with all its renditions, caption and credit."""
    if (media.get("media-type") or "image").strip() not in {"image", "photo", ""}:
        return
    references = children(media, "media-reference")
    renditions = [_rendition(each) for each in references]
    uri = next((e.href for e in renditions if e.href), "")
    if not uri:
        return
    names = (each.get("id") or each.get("name") or "" for each in references)
    alt = (each.get("alternate-text") or "" for each in references)
    credit = (each.get("source-credit") or "" for each in references)
    metadata = {
        (each.get("name") or "").casefold(): each.get("value") or ""
        for each in children(media, "media-metadata")
    }
    picture = ItemPicture(
        uri=uri,
        headline=metadata.get("headline", "") or next(filter(None, names), ""),
        caption=" ".join(filter(None, map(text_of, children(media, "media-caption")))),
        credit=text_of(child(media, "media-producer"))
        or next(filter(None, credit), "")
        or metadata.get("credit", ""),
        alt=next(filter(None, alt), ""),
        usage_terms=metadata.get("usage-terms", "") or metadata.get("copyright", ""),
        instructions=metadata.get("instructions", "")
        or metadata.get("special-instructions", ""),
        renditions=tuple(each for each in renditions if each.href),
    )
    sent.pictures.append(picture)


def _rendition(reference: Element) -> ItemRendition:
    """Read one file of a picture."""
    source = (reference.get("source") or reference.get("data-location") or "").strip()
    return ItemRendition(
        href=safe_href(source) or source,
        name=(reference.get("name") or "").strip(),
        mime=(reference.get("mime-type") or "").strip(),
        width=integer(reference.get("width")),
        height=integer(reference.get("height")),
        size=integer(reference.get("size")),
    )


def _part_fraction(fraction: Element) -> None:
    """Part a fraction in words too: without its line, 1/2 would read as 12."""
    above = child(fraction, "numer")
    if above is not None and "/" not in "".join(fraction.itertext()):
        above.tail = clean(f"/{(above.tail or '').strip()}")

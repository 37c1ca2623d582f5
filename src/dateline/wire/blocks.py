"""Markup of a body, HTML or NITF, to blocks.

What becomes a block is written in :data:`HANDLERS`; whatever is not there is
inline and gives its text. So an unknown element loses its meaning but never its
words, and an element of :data:`DROPPED` never gives anything. Classes decide
too: a teaser, a byline or a slug list inside the markup is not body copy, and
what a class or role marks as not for the public goes to ``hidden``.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from dateline.news.block import BlockKind
from dateline.news.item import ItemBlock, Line
from dateline.wire import runs
from dateline.wire.audience import is_hidden
from dateline.wire.body_pictures import (
    read_bild,
    read_embed,
    read_media,
    read_picture,
)
from dateline.wire.byline_text import is_byline
from dateline.wire.reading import Reading
from dateline.wire.tables import read_table
from dateline.wire.xml import (
    Element,
    collapse,
    inside,
    local,
    name_of,
    remove,
    text_of,
    words_of,
)

MAX_DEPTH: Final = 60
PARAGRAPH: Final = BlockKind.PARAGRAPH  # looked up by name it costs a fifth of a block
SENTENCE_END: Final = frozenset(("", *".?!…\"”»’')]:-"))
SHORT: Final = 80  # characters; a longer line in capitals is no crosshead
FOUR_SPACES: Final = "\n    "

DROPPED: Final = frozenset(
    {"script", "style", "template", "noscript", "head", "form", "nav", "button"}
    | {"input", "select", "textarea", "footer", "note", "body.head", "colgroup"}
)
NAMING = ("class", "role", "audience", "id")
HIDDEN: Final = "not for the public"
# A word of a class attribute, and why what it marks is not body copy.
NOT_COPY: Final = {
    "teaser": "standfirst",
    "byline": "byline",
    "slugline": "slugline",
    "publicationdate": "date line of the format",
    "embargoed": "embargo note",
    "closingline": "desk mark",
    "dat": "desk mark",
    "vignette": "desk mark",
}


HIDING: Final = frozenset({"class", "role", "audience", "id", "pubconstraint"})

Handler = Callable[[Reading, Element], None]


def read_markup(element: Element) -> Reading:
    """Read everything inside an element as a body."""
    reading = Reading()
    held = take_out_hidden(reading, element)
    read_container(reading, element)
    held.clear()
    return reading


def take_out_hidden(reading: Reading, element: Element) -> list[Element]:
    """Take out of a tree, before anything reads it, what names say is not public.

    A phrase, an entry, a row or a cell can be hidden as well as a paragraph, and
    some places give all the text inside them.

    Given are all elements there were: as long as they are held, lxml need not make
    them again for each who looks at them.
    """
    everything: list[Element] = list(element.iter())
    reading.named = False
    for each in everything:
        keys = each.keys()  # most have none
        if not keys or HIDING.isdisjoint(keys):
            continue
        reading.named = True
        if _reason_against(tuple(each.items())) == HIDDEN:
            parent = each.getparent()
            if parent is None or each is element:
                continue
            reading.hidden.append(words_of(each))
            remove(parent, each)
    return everything


def read_container(reading: Reading, element: Element) -> None:
    """Read an element that holds blocks, loose text between them included."""
    if reading.depth > MAX_DEPTH:
        reading.add(PARAGRAPH, runs.plain_line(text_of(element)))
        return
    reading.depth += 1
    named = reading.named
    loose: list[runs.Piece] = []
    _loose(loose, element.text)
    for each in inside(element):
        name = local(each.tag)
        handler = HANDLERS.get(name) or _handler_of_unknown(each, name)
        if handler is None:
            _inline(reading, loose, each, name)
        else:
            if loose:
                _flush(reading, loose)
            if not (named and _refused(reading, each)):
                handler(reading, each)
        tail = each.tail
        if tail and (loose or not tail.isspace()):
            _loose(loose, tail)
    _flush(reading, loose)
    reading.depth -= 1


def _handler_of_unknown(element: Element, name: str) -> Handler | None:
    """Choose by shape how to read an element we have no name for; None: inline."""
    if _holds_blocks(element):
        return read_container
    if "-" in name and element.get("src"):
        return read_embed  # agencies' own embeds are custom elements
    return None


def _inline(
    reading: Reading, loose: list[runs.Piece], element: Element, name: str
) -> None:
    """Add an inline element that stands between blocks."""
    if name == "br":
        loose.append(("\n", False, False, ""))
    elif name not in runs.SILENT and not (reading.named and _refused(reading, element)):
        marks = runs.marks_of(element, name, (False, False, ""))
        runs.gather(element, loose, marks)


def _loose(loose: list[runs.Piece], text: str | None) -> None:
    """Add text that stands between blocks; a blank line in it parts paragraphs."""
    if not text or text.isspace():
        if text and loose:
            loose.append((" ", False, False, ""))
        return
    for number, part in enumerate(runs.BLANK_LINE.split(text)):
        if number and loose:
            loose.append(("\n\n", False, False, ""))
        loose.append((collapse(part), False, False, ""))


def _flush(reading: Reading, loose: list[runs.Piece]) -> None:
    """Make paragraphs of the loose text before a block."""
    if loose:
        for line in runs.paragraphs(loose):
            reading.add(PARAGRAPH, line)
        loose.clear()


def _refused(reading: Reading, element: Element) -> bool:
    """Keep an element out of the body if its names say it is no copy."""
    attributes = element.items()
    if not attributes:
        return False
    reason = _reason_against(tuple(attributes))
    if reason == HIDDEN:
        reading.hidden.append(words_of(element))
    elif reason:
        reading.set_aside(words_of(element), reason)
    return bool(reason)


@lru_cache(maxsize=4096)  # the same class stands on every paragraph
def _reason_against(attributes: tuple[tuple[str, str], ...]) -> str:
    """Say why an element with these attributes is no copy; empty if it may be."""
    found = dict(attributes)
    names = " ".join(filter(None, map(found.get, NAMING)))
    if found.get("pubconstraint") or (names and is_hidden(names)):
        return HIDDEN
    reasons = (NOT_COPY.get(word) for word in names.lower().split())
    return next(filter(None, reasons), "")


def _paragraph(reading: Reading, element: Element) -> None:
    """Read a paragraph, parted if the agency put several into one."""
    if len(element) == 0:
        text = element.text or ""
        # Most paragraphs of all: the short way. One sign is found at once.
        if "\n" not in text or FOUR_SPACES not in text:
            text = collapse(text).strip()
            if text:
                block = ItemBlock(kind=PARAGRAPH, text=text, boxed=reading.boxed)
                reading.blocks.append(block)
            return
        for part in indented(text):
            reading.add(PARAGRAPH, runs.plain_line(part))
        return
    if _holds_blocks(element):
        read_container(reading, element)
        return
    _note_dateline(reading, element)
    pieces: list[runs.Piece] = []
    runs.gather(element, pieces)
    for line in runs.paragraphs(pieces):
        reading.add(PARAGRAPH, line)


def _holds_blocks(element: Element) -> bool:
    """Say whether an element has a block of its own right inside it."""
    for each in inside(element):  # noqa: SIM110 # twice as fast as any()
        if local(each.tag) in HANDLERS:
            return True
    return False


def indented(text: str) -> list[str]:
    """Part text whose paragraphs are indented by four spaces (Reuters).

    Pretty-printed markup indents wrapped lines too: so only if every line
    before such a break ends a sentence, or is a byline or a crosshead.
    """
    if FOUR_SPACES not in text:
        return [text]
    parts = text.strip().split(FOUR_SPACES)
    whole = all(_is_whole(part.strip()) for part in parts[:-1])
    return (
        parts if whole and not any(part.startswith(" ") for part in parts) else [text]
    )


def _is_whole(line: str) -> bool:
    """Say whether a line is not the beginning of a longer one."""
    if line[-1:] in SENTENCE_END or is_byline(line):
        return True
    return len(line) <= SHORT and line.isupper()


def _note_dateline(reading: Reading, element: Element) -> None:
    """Remember a dateline that the markup names (dpa: span.dateline)."""
    first = element[0]
    if (
        not (element.text or "").strip()
        and "dateline" in (first.get("class") or "").split()
    ):
        reading.dateline = reading.dateline or text_of(first)


def _heading(reading: Reading, element: Element) -> None:
    """Read a heading: the first h1 is the headline again, the rest crossheads."""
    line = runs.line_of(element)
    if name_of(element) in {"h1", "hl1", "rubrik"} and not reading.heading:
        reading.heading = line.text
        reading.set_aside(line.text, "headline repeated in the body")
    else:
        reading.add(BlockKind.CROSSHEAD, line)


def _header(reading: Reading, element: Element) -> None:
    """Read the head of an HTML page: headline, byline and slugs, no copy."""
    for each in element.iter():
        if name_of(each) in {"p", "div"} and not len(each):
            _refused(reading, each)
    reading.set_aside(words_of(element), "page head")


def _quote(reading: Reading, element: Element) -> None:
    """Read a block quote, one block a paragraph."""
    inner = Reading()
    inner.boxed, inner.depth = reading.boxed, reading.depth
    inner.named = reading.named
    read_container(inner, element)
    reading.hidden += inner.hidden
    reading.stripped += inner.stripped
    for block in inner.blocks:
        kind = BlockKind.QUOTE if block.kind is PARAGRAPH else block.kind
        if kind is BlockKind.QUOTE:
            reading.add(kind, Line(text=block.text, runs=block.runs))
        else:
            reading.blocks.append(block)


def _list(reading: Reading, element: Element) -> None:
    """Read a list; an entry of several paragraphs keeps them as lines."""
    items = [
        runs.line_of(each) for each in element if name_of(each) in {"li", "dt", "dd"}
    ]
    items = [item for item in items if item.text]
    if items:
        reading.blocks.append(
            ItemBlock(
                kind=BlockKind.LIST,
                text="\n".join(item.text for item in items),
                items=tuple(items),
                ordered=name_of(element) == "ol",
                boxed=reading.boxed,
            )
        )


def _pre(reading: Reading, element: Element) -> None:
    """Read preformatted text (agate, line-ups) with its line breaks."""
    text = "".join(element.itertext()).expandtabs().strip("\r\n")
    if text.strip():
        block = ItemBlock(kind=BlockKind.PRE, text=text, boxed=reading.boxed)
        reading.blocks.append(block)


def _figure(reading: Reading, element: Element) -> None:
    """Read a figure: a picture with caption and credit, a table or an embed."""
    images = [each for each in element.iter() if name_of(each) == "img"]
    if not images:
        read_container(reading, element)
        return
    caption = next((e for e in element.iter() if name_of(e) == "figcaption"), None)
    credit = next((e for e in element.iter() if e.get("class") == "byline"), None)
    before = len(reading.blocks)
    read_picture(reading, images[0])
    for block in reading.blocks[before:]:
        reading.blocks[before] = ItemBlock(
            kind=block.kind,
            text=text_of(caption) or block.text,
            uri=block.uri,
            href=block.href,
            credit=text_of(credit) or block.credit,
            alt=block.alt,
            boxed=block.boxed,
        )


def _box(reading: Reading, element: Element) -> None:
    """Read a division; a fact box marks the blocks inside it."""
    outer = reading.boxed
    reading.boxed = outer or "infobox" in (element.get("class") or "").lower().split()
    read_container(reading, element)
    reading.boxed = outer


def _dropped(reading: Reading, element: Element) -> None:
    """Leave out what never is copy."""
    reading.set_aside(words_of(element), f"{name_of(element)} is not copy")


def _byline(reading: Reading, element: Element) -> None:
    """Keep a byline that has an element of its own."""
    reading.set_aside(words_of(element), "byline")


def _slug(reading: Reading, element: Element) -> None:
    """Keep a slug aside."""
    reading.set_aside(words_of(element), "slugline")


HANDLERS: Final[dict[str, Handler]] = dict(
    dict.fromkeys(
        ("html", "body", "section", "article", "main", "center", "blocktext"),
        read_container,
    )
    | dict.fromkeys(("div", "aside", "block", "body.content", "details"), _box)
    | dict.fromkeys(("p", "summary", "figcaption", "dateline"), _paragraph)
    | dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"), _heading)
    | dict.fromkeys(("blockquote", "bq"), _quote)
    | dict.fromkeys(("ul", "ol", "dl"), _list)
    | dict.fromkeys(("table", "nitf-table"), read_table)
    | dict.fromkeys(("pre", "fn"), _pre)
    | dict.fromkeys(("img", "dnl-image"), read_picture)
    | dict.fromkeys(
        ("iframe", "video", "audio", "embed", "object", "oembed"), read_embed
    )
    | dict.fromkeys(DROPPED, _dropped)
    # TT's own tags in NITF: headline, lead, body, quote, crosshead, picture
    | {
        "slugg": _slug,
        "byline": _byline,
        "rubrik": _heading,
        "mellis": _heading,
        "citat": _quote,
        "ingress": _paragraph,
    }
    | {
        "brodtext": read_container,
        "brödtext": read_container,
        "bild": read_bild,
        "dat": _dropped,
    }
    | {"figure": _figure, "media": read_media, "header": _header}
)

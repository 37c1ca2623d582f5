"""The text of a NewsML 1 story: which ContentItem it is, and how it is marked up.

NITF whole or in part, XHTML, bare ``<p>``, HTML in CDATA in any case, HTML
escaped once or twice, plain text. Several ContentItems of one component are one
text in several forms: the richest that holds anything is taken.
"""

from dateline.news.item import Audience, EdNote, Stripped
from dateline.wire.blocks import read_markup
from dateline.wire.formats.newsml1_context import Context
from dateline.wire.formats.newsml1_lines import ENTITY
from dateline.wire.formats.newsml1_part import Content, Part
from dateline.wire.formats.newsml1_parts import STYLES, TEXT, is_silent
from dateline.wire.formats.nitf_body import read_nitf
from dateline.wire.hostile import unescape
from dateline.wire.plain_text import read_copy
from dateline.wire.reading import Reading
from dateline.wire.xml import Element, child, name_of, words_of

MARKUP = ("html", "xml", "nitf")


def read_texts(context: Context, texts: list[Part]) -> None:
    """Read the parts that tell the story, in order, as one body."""
    for part in texts:
        for inner in _tellers(part):
            reading = _read_best(context, inner)
            if not _is_said(context.sent.body, reading):
                _join(context.sent.body, reading)


def keep_aside(context: Context, part: Part) -> None:
    """Keep a text that is nobody's body: unseen, but not lost."""
    for content in part.contents:
        if content.data is None or content.media not in {TEXT, "style"}:
            continue
        words = words_of(content.data)
        if part.role in STYLES or content.media == "style":
            context.sent.body.stripped.append(
                Stripped(text=words, reason="style sheet")
            )
        elif words:
            if not is_silent(part.role):
                context.sent.warnings.append(
                    f"body: role {part.role[:40]!r} is not known to be the body"
                )
            context.sent.notes.append(
                EdNote(text=words, audience=Audience.NONPUBLIC, role=part.role)
            )


def hide(context: Context, part: Part) -> None:
    """Keep all the words of a component that is not for the public."""
    words = words_of(part.element)
    if words:
        context.sent.notes.append(
            EdNote(text=words, audience=Audience.NONPUBLIC, role=part.role)
        )


def read_text(content: Content, context: Context) -> Reading:
    """Read one ContentItem."""
    data = content.data
    if data is None:
        return Reading()
    if name_of(data) == "encoding":
        context.sent.warnings.append("body: encoded content is not read")
        return Reading()
    if len(data):
        return _read_xml(data, context)
    text = data.text or ""
    said = content.mime + content.form
    if "&" in text and ENTITY.search(text) and "<" not in text:
        text = unescape(text)
    return read_copy(text, markup=any(each in said for each in MARKUP))


def _tellers(part: Part) -> list[Part]:
    """Give the parts inside one that hold copy, itself first."""
    own = [part] if part.copy else []
    return own + [
        teller for each in part.parts if each.tells for teller in _tellers(each)
    ]


def _read_best(context: Context, part: Part) -> Reading:
    """Read the richest form that holds anything."""
    forms = [content for content in part.contents if content.media == TEXT]
    if len(forms) > 1:
        forms.sort(key=_plainness)
    reading = Reading()
    for content in forms:
        reading = read_text(content, context)
        if reading.blocks:
            break
    return reading


def _plainness(content: Content) -> int:
    """Order forms of a text: structured, marked up, plain."""
    if content.data is None:
        return 3
    if len(content.data):
        return 0
    said = content.mime + content.form
    return 1 if any(each in said for each in MARKUP) else 2


def _read_xml(data: Element, context: Context) -> Reading:
    """Read structured content by its own root."""
    first = data[0]
    root = name_of(first)
    if root == "nitf" or (root == "body" and _is_nitf(first)):
        return read_nitf(first, context.sent)
    if root == "html":
        body = child(first, "body")
        return read_markup(first if body is None else body)
    return read_markup(data)


def _is_nitf(body: Element) -> bool:
    """Say whether a body is NITF's and not a page's."""
    return any(name_of(each).startswith("body.") for each in body)


def _is_said(body: Reading, reading: Reading) -> bool:
    """Say whether a text is only another form of what was read before."""
    if not body.blocks or not reading.blocks:
        return False
    before = " ".join(block.text for block in body.blocks)
    return " ".join(block.text for block in reading.blocks) in before


def _join(body: Reading, reading: Reading) -> None:
    """Add what was read to the body; a lead that the body repeats goes."""
    repeated = (
        body.blocks
        and reading.blocks
        and (len(body.blocks) == 1 and body.blocks[0].text == reading.blocks[0].text)
    )
    body.blocks += reading.blocks[1:] if repeated else reading.blocks
    body.stripped += reading.stripped
    body.hidden += reading.hidden
    body.standfirst = body.standfirst or reading.standfirst
    body.byline = body.byline or reading.byline
    body.heading = body.heading or reading.heading
    body.dateline = body.dateline or reading.dateline

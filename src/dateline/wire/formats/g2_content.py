"""The content of a NewsML-G2 news item: which rendition is the body.

The renditions of a contentSet are one content in several forms, and sometimes
one of them is the desk's notebook. The body is the first that the rules of
``audience`` allow, markup before text; what they do not allow is a note that
nobody but the desk sees.
"""

from base64 import b64decode
from typing import Final

from dateline.news.item import Audience, EdNote, ItemKind, ItemPicture, ItemRendition
from dateline.wire.audience import is_body, is_hidden, plain_name
from dateline.wire.blocks import HANDLERS, read_markup
from dateline.wire.encoding import to_utf8
from dateline.wire.formats.g2_context import Context
from dateline.wire.formats.g2_meta import integer, language_of
from dateline.wire.formats.nitf_body import read_nitf
from dateline.wire.plain_text import read_copy
from dateline.wire.reading import Reading
from dateline.wire.xml import Element, child, name_of, words_of

NAMES = ("rendition", "renditionuri", "role", "audience", "contenttypevariant")
INLINE: Final = frozenset({"a", "b", "br", "em", "i", "span", "strong", "ruby", "q"})
MARKUP_TYPES = ("html", "xml")


def read_content(context: Context, content_set: Element) -> None:
    """Read body and renditions."""
    inline = []
    for element in content_set:
        name = name_of(element)
        if name == "remotecontent":
            _read_remote(context, element)
        elif name in {"inlinexml", "inlinedata"} and _is_allowed(context, element):
            inline.append((_preference(context, element, name), element, name))
    for _, element, name in sorted(inline, key=lambda each: each[0]):
        reading = _read_inline(context, element, name)
        if reading.blocks:
            context.sent.body = reading
            return
        context.sent.body.hidden += reading.hidden


def _preference(context: Context, element: Element, name: str) -> tuple[bool, int]:
    """Order renditions: the item's language first, then the richest form."""
    language = language_of(element)
    foreign = language not in {"", context.sent.language}
    if name == "inlinexml":
        return foreign, 0
    return foreign, 1 if "html" in (element.get("contenttype") or "") else 2


def _is_allowed(context: Context, element: Element) -> bool:
    """Say whether a rendition may be the body; keep it as a note if not."""
    if element.get("hascontent") == "false":
        return False
    sent = context.sent
    names = [element.get(key) for key in NAMES if element.get(key)]
    rendition = element.get("rendition") or element.get("role") or ""
    if element.get("pubconstraint") or any(is_hidden(name) for name in names):
        role = plain_name(rendition)
        note = EdNote(text=words_of(element), audience=Audience.NONPUBLIC, role=role)
        sent.notes.append(note)
        return False
    if is_body(rendition, also=context.source.body_renditions):
        return True
    sent.warnings.append(
        f"body: rendition {rendition[:40]!r} is not known to be the body"
    )
    note = EdNote(text=words_of(element), audience=Audience.NONPUBLIC, role=rendition)
    sent.notes.append(note)
    return False


def _read_inline(context: Context, element: Element, name: str) -> Reading:
    """Read one rendition."""
    if name == "inlinexml":
        return _read_xml(context, element)
    kind = (element.get("contenttype") or "").lower()
    text = "".join(element.itertext())
    if element.get("encoding") or element.get("encodinguri"):
        text = _decoded(context, text, kind)
    markup = any(each in kind for each in MARKUP_TYPES)
    return read_copy(text, markup=markup)


def _decoded(context: Context, text: str, kind: str) -> str:
    """Decode text that was sent as base64; nothing of other types."""
    if kind and not kind.startswith(("text/", "application/xhtml")):
        context.sent.warnings.append(f"body: encoded {kind[:40]} is not read")
        return ""
    try:
        raw = b64decode("".join(text.split()), validate=True)
    except ValueError:
        context.sent.warnings.append("body: encoded inlineData cannot be decoded")
        return ""
    return to_utf8(raw).utf8.decode("utf-8", errors="replace")


def _read_xml(context: Context, element: Element) -> Reading:
    """Read inline XML by its own root: NITF, a page, or pieces of a page."""
    first = element[0] if len(element) else None
    root = "" if first is None else name_of(first)
    if root == "nitf":
        return read_nitf(first, context.sent)
    if root == "ttnitf":
        return read_markup(first)
    if root == "html":
        body = child(first, "body")
        return read_markup(first if body is None else body)
    if first is not None and root not in HANDLERS and root not in INLINE:
        context.sent.warnings.append(f"body: {root} is not copy we read")
        return Reading()
    return read_markup(element)


def _read_remote(context: Context, element: Element) -> None:
    """Read a file that lies elsewhere: a rendition, or a picture beside a text."""
    sent = context.sent
    href = (element.get("href") or "").strip()
    if not href or element.get("pubconstraint"):
        return
    rendition = ItemRendition(
        href=href,
        name=plain_name(element.get("rendition") or ""),
        mime=(element.get("contenttype") or "").strip(),
        width=integer(element.get("width")),
        height=integer(element.get("height")),
        size=integer(element.get("size")),
    )
    if sent.kind is ItemKind.TEXT and rendition.mime.startswith("image/"):
        uri = element.get("residref") or href
        sent.pictures.append(ItemPicture(uri=uri, renditions=(rendition,)))
    else:
        sent.renditions.append(rendition)

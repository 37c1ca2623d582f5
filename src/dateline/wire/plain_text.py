"""Bodies sent as text, or as HTML that calls itself text.

Agencies escape markup twice or declare HTML as ``text/plain``; and plain text
comes with a blank line between paragraphs, with one line a paragraph, or with
hard breaks at about 70 columns.
"""

import html
import re

from dateline.news.block import BlockKind
from dateline.news.item import ItemBlock
from dateline.wire import runs
from dateline.wire.blocks import indented, read_markup
from dateline.wire.encoding import with_newlines
from dateline.wire.reading import Reading
from dateline.wire.xml import collapse, read_html

TAG = re.compile(
    r"</?(?:p|div|br|html|body|section|article|table|ul|ol|h[1-6])\b[^<>]*>",
    re.IGNORECASE,
)
ESCAPED_TAG = re.compile(r"&lt;/?(?:p|div|br|html|body|table|h[1-6])\b", re.IGNORECASE)
# Entities that HTML 4 and 5 read alike.
ENTITY = (
    r"&(?:amp|lt|gt|quot|nbsp|[lr][sd]quo|[mn]dash|hellip|euro|copy|#8\d{3}|#39"
    r"|[aeiouAEIOU](?:acute|grave|circ|uml));"
)
ENTITIES = re.compile(ENTITY)
# What a parser of HTML drops or reads as white space; other controls it leaves. Looked
# for one after the other: each takes less than a set would for every letter.
ODD: tuple[str, ...] = ("\0", "\v", "\f", "\r", "\ufffe", "\uffff")
PARAGRAPH = BlockKind.PARAGRAPH  # a member looked up by name costs a fifth of a block
CROSSHEADS = frozenset({"<h2", "<h3", "<h4", "<h5", "<h6"})
ENDS = {
    "</p>": PARAGRAPH,
    **dict.fromkeys([f"</{each[1:]}>" for each in CROSSHEADS], BlockKind.CROSSHEAD),
}
HARD_BREAK = 85  # a longer line than this was not broken by hand
WRAPPED = 50  # most lines broken by hand are longer than this
# It begins with the line's end itself: that is what makes looking for it quick.
BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
INDENTED = re.compile(r"\n(?=[ \t]{2,}\S)")


def read_copy(text: str, *, markup: bool) -> Reading:
    """Read a body from a string.

    Args:
        text: the body as sent.
        markup: the agency says it is HTML; text with tags is read so anyway.
    """
    tagged = _is_tagged(text)
    if not tagged and "&" in text and ESCAPED_TAG.search(text):
        text = html.unescape(text)
        tagged = _is_tagged(text)
    if tagged:
        blocks = _plain_blocks(text)
        if blocks is not None:
            return Reading(blocks)
    if markup or tagged:
        root = read_html(text)
        return Reading() if root is None else read_markup(root)
    reading = Reading()
    for part in split_paragraphs(text):
        reading.add(BlockKind.PARAGRAPH, runs.plain_line(part))
    return reading


def _is_tagged(text: str) -> bool:
    """Say whether there is a tag of a block in a text."""
    # A pattern that takes any case looks at every letter; one sign is found at once.
    return "<" in text and ("<p>" in text or TAG.search(text) is not None)


def _plain_blocks(text: str) -> list[ItemBlock] | None:
    """Read a body as ``blocks`` would, without making a tree.

    None if there is anything but paragraphs and crossheads, without an attribute,
    a mark or an odd character inside: most of JSON and feeds has nothing else.
    """
    parts = _parted(text.strip())
    if parts is None or _is_odd(text):
        return None
    rough = "&" in text or "  " in text or "\n" in text or "\t" in text
    blocks: list[ItemBlock] = []
    for kind, copy in parts:
        if rough:
            _add_rough(blocks, kind, copy)
        else:
            _add(blocks, kind, copy)
    return blocks


def _parted(text: str) -> list[tuple[BlockKind, str]] | None:
    """Part markup into paragraphs and crossheads; None at the first other thing."""
    parts: list[tuple[BlockKind, str]] = []
    place, size, ends = 0, len(text), ENDS
    while place < size:
        closing = _closing(text, place)
        if not closing:
            return None
        begin = place + len(closing) - 1
        end = text.find("<", begin)
        copy, place = text[begin:end], end + len(closing)
        if ">" in copy or text[end:place] != closing:
            return None
        parts.append((ends[closing], copy))
        while place < size and text[place].isspace():
            place += 1
    return parts


def _closing(text: str, place: int) -> str:
    """Give the end of the block that begins in a place; empty if none does."""
    opening = text[place : place + 3]
    if opening == "<p>":
        return "</p>"
    if opening in CROSSHEADS and text[place + 3 : place + 4] == ">":
        return f"</{opening[1:]}>"
    return ""


def _add_rough(blocks: list[ItemBlock], kind: BlockKind, text: str) -> None:
    """Add a text that may have entities, and white space that parts paragraphs."""
    text = html.unescape(text)
    for part in indented(text) if kind is PARAGRAPH else [text]:
        _add(blocks, kind, collapse(part))


def _add(blocks: list[ItemBlock], kind: BlockKind, text: str) -> None:
    """Add a block, unless it is empty."""
    text = text.strip()
    if text:
        blocks.append(ItemBlock(kind=kind, text=text))


def _is_odd(text: str) -> bool:
    """Say whether a parser would not leave every character of a text as it is."""
    if "&" in text and len(ENTITIES.findall(text)) != text.count("&"):
        return True
    for sign in ODD:  # noqa: SIM110 # twice as fast as any()
        if sign in text:
            return True
    return False


def split_paragraphs(text: str) -> list[str]:
    """Part plain text into paragraphs."""
    text = with_newlines(text).strip("\n")
    if "\n" not in text:
        return [text]
    parts = BLANK_LINE.split(text)
    if len(parts) > 1:
        return parts
    lines = text.split("\n")
    longest = max(map(len, lines), default=0)
    full = [line for line in lines[:-1] if len(line) > WRAPPED]
    if longest <= HARD_BREAK and 2 * len(full) > len(lines) - 1:
        return INDENTED.split(text)
    return lines

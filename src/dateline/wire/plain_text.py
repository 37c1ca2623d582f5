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
from dateline.wire.blocks import FOUR_SPACES, indented, read_markup
from dateline.wire.reading import Reading
from dateline.wire.xml import collapse, read_html

TAG = re.compile(
    r"</?(?:p|div|br|html|body|section|article|table|ul|ol|h[1-6])\b[^<>]*>",
    re.IGNORECASE,
)
ESCAPED_TAG = re.compile(r"&lt;/?(?:p|div|br|html|body|table|h[1-6])\b", re.IGNORECASE)
# Nothing but paragraphs, without an attribute, a mark or an odd character: most
# of JSON and feeds. Entities are those that HTML 4 and 5 read alike.
ENTITY = (
    r"&(?:amp|lt|gt|quot|nbsp|[lr][sd]quo|[mn]dash|hellip|euro|copy|#8\d{3}|#39"
    r"|[aeiouAEIOU](?:acute|grave|circ|uml));"
)
ENTITIES = re.compile(ENTITY)
# Each repetition keeps what it took: at the first mark of a long body nothing shorter
# is tried. Its one excluded sign is skipped to at once; a set of all the odd ones
# would be asked of every letter, so those are counted in bytes instead.
PARAGRAPHS = re.compile(r"\s*+(?:<p>[^<]*+</p>\s*+)++")
PARAGRAPH = re.compile(r"<p>([^<]*)</p>")
CONTROLS = bytes({*range(0x20)} - {*b"\t\n"})
TAGS = 2  # of a paragraph, each with its ">"
KIND = BlockKind.PARAGRAPH  # a member looked up by name costs a fifth of a block
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
    # A pattern that takes any case looks at every letter; one sign is found at once.
    tagged = "<" in text and TAG.search(text) is not None
    if not tagged and "&" in text and ESCAPED_TAG.search(text):
        text = html.unescape(text)
        tagged = TAG.search(text) is not None
    if tagged and PARAGRAPHS.fullmatch(text):
        inner = PARAGRAPH.findall(text)
        if _is_plain(text, TAGS * len(inner)):
            return _only_paragraphs(inner)
    if markup or tagged:
        root = read_html(text)
        return Reading() if root is None else read_markup(root)
    reading = Reading()
    for part in split_paragraphs(text):
        reading.add(BlockKind.PARAGRAPH, runs.plain_line(part))
    return reading


def _is_plain(text: str, tags: int) -> bool:
    """Say whether nothing but ``tags`` is in a text that a parser would change."""
    if "&" in text and len(ENTITIES.findall(text)) != text.count("&"):
        return False
    utf8 = text.encode("utf-8", "surrogatepass")
    if len(utf8) - len(utf8.translate(None, CONTROLS + b">")) != tags:
        return False
    return "\ufffe" not in text and "\uffff" not in text


def _only_paragraphs(paragraphs: list[str]) -> Reading:
    """Read a body of paragraphs as ``blocks`` would, without making a tree."""
    reading = Reading()
    for inner in paragraphs:
        plain = html.unescape(inner) if "&" in inner else inner
        for part in indented(plain) if FOUR_SPACES in plain else (plain,):
            line = collapse(part).strip()
            if line:
                reading.blocks.append(ItemBlock(kind=KIND, text=line))
    return reading


def split_paragraphs(text: str) -> list[str]:
    """Part plain text into paragraphs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
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

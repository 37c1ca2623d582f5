"""Text in feeds: what claims to be plain and is HTML, escaped once or twice.

RSS never said whether a title or a description is HTML. Both are read as what
they turn out to be: tags and entities that survived the XML parser are markup.
"""

import hashlib
import re
from typing import Final

from dateline.wire.hostile import unescape
from dateline.wire.plain_text import read_copy
from dateline.wire.reading import Reading
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules
from dateline.wire.xml import collapse

ENTITY: Final = re.compile(
    r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,10});", re.IGNORECASE
)
INLINE_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|br|em|font|i|p|small|span|strong|sub|sup|u)\b[^<>]{0,300}>",
    re.IGNORECASE,
)
# An entity escaped once too often inside markup; never lt and gt: those make tags.
TWICE: Final = re.compile(
    r"&amp;(?=(?:#\d{2,7}|#x[\da-f]{2,6}|(?!lt;|gt;)[a-z]{2,8});)", re.IGNORECASE
)
FOOTER: Final = re.compile(
    r"(?:The post .{1,300} (?:appeared first on|first appeared on) .{1,120}"
    r"|(?:Continue reading|Read more|Read the full (?:story|article)|Weiterlesen"
    r"|Lire la suite|Leer más|Leggi tutto)\b.{0,160})",
    re.IGNORECASE | re.DOTALL,
)
MAIL: Final = re.compile(r"(?<![^\s@()<>])[^\s@()<>]++@[^\s@()<>]+")
SAME: Final = 60  # characters at the head in which a summary is told from the body


def plain(text: str) -> str:
    """Give a line of text without tags and entities, white space collapsed."""
    for _ in range(2):
        if "&" not in text or not ENTITY.search(text):
            break
        text = unescape(text)
    if "<" in text:
        text = INLINE_TAG.sub("", text)
    return collapse(text).strip()


def read_body(text: str) -> Reading:
    """Read a description or a content, whichever way it is escaped."""
    markup = "<" in text
    if not markup and "&" in text and ENTITY.search(text):
        text = unescape(text)
        markup = "<" in text or ENTITY.search(text) is not None
    if markup and "&amp;" in text:
        text = TWICE.sub("&", text)
    reading = read_copy(text, markup=markup)
    if reading.blocks and FOOTER.fullmatch(reading.blocks[-1].text):
        reading.set_aside(reading.blocks.pop().text, "footer of the feed")
    return reading


def fill_copy(sent: Sent, body: Reading, summary: str) -> None:
    """Put body and summary in; one that only begins the body is no standfirst."""
    sent.body = body
    if not summary:
        return
    first = body.blocks[0].text if body.blocks else ""
    if not first.startswith(summary[:SAME].rstrip(" .…[]")):
        sent.standfirst = summary


def fill_uri(sent: Sent, *, given: str, link: str, source: SourceRules) -> None:
    """Name the entry: its id, else its link, else a hash that stays the same."""
    sent.uri = given or link
    if given:
        return
    if link:
        sent.warnings.append("uri: no id sent, the link is used")
        return
    text = f"{source.scope}\n{sent.headline}\n{sent.version_created}"
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    sent.uri = f"urn:dateline:{source.scope}:entry:{digest[:40]}"
    sent.warnings.append("uri: no id and no link sent, made from title and date")


def person(text: str) -> str:
    """Give the name in an author field: "ada@example.org (Ada Sample)".

    An address alone is no name and goes to nobody.
    """
    if "@" not in text:
        return text.strip()
    return MAIL.sub("", text).strip(" ()<>,;:\"'")


def tell_apart(found: list[tuple[Sent, str]]) -> list[Sent]:
    """Name entries by their links where a feed gives several the same id."""
    links: dict[str, set[str]] = {}
    for sent, link in found:
        links.setdefault(sent.uri, set()).add(link)
    for sent, link in found:
        if len(links[sent.uri]) > 1 and link:
            sent.uri = link
            sent.warnings.append("uri: the id is on several entries, the link is used")
    return [sent for sent, _ in found]

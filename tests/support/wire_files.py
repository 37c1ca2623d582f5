"""Agency copy of our own making: NewsML-G2 and ninjs with our own sentences."""

import json
from zoneinfo import ZoneInfo

from dateline.news.item import Item
from dateline.wire.parse import parse
from dateline.wire.source import SourceRules

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
RULES = SourceRules(name="acme", zone=ZoneInfo("Europe/Helsinki"))


def g2(
    *,
    body: str = "<p>The ferry left the harbour at noon.</p>",
    content: str | None = None,
    item_meta: str = "",
    content_meta: str = "<headline>Ferry leaves harbour</headline>",
    status: str = '<pubStatus qcode="stat:usable"/>',
    created: str = "2016-12-15T09:00:00+09:00",
    attributes: str = 'guid="urn:example:ferry" version="3"',
    item_class: str = "ninat:text",
    after: str = "",
) -> str:
    """Write one newsItem."""
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
    inline = f'<inlineXML contenttype="application/xhtml+xml">{page}</inlineXML>'
    return (
        f'<newsItem xmlns="{NAMESPACE}" {attributes} xml:lang="en"><itemMeta>'
        f'<itemClass qcode="{item_class}"/><versionCreated>{created}</versionCreated>'
        f"{status}{item_meta}</itemMeta><contentMeta>{content_meta}</contentMeta>"
        f"<contentSet>{inline if content is None else content}</contentSet>{after}"
        "</newsItem>"
    )


def ninjs(**properties: object) -> bytes:
    """Write one ninjs object."""
    document = {
        "uri": "urn:example:ferry",
        "type": "text",
        "versioncreated": "2016-12-15T09:00:00+09:00",
        **properties,
    }
    return json.dumps(document).encode()


def read(raw: bytes | str, source: SourceRules = RULES) -> Item:
    """Parse bytes or text that hold exactly one Item."""
    items = parse(raw.encode() if isinstance(raw, str) else raw, source=source)
    assert len(items) == 1
    return items[0]

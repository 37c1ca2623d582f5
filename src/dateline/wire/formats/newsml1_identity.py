"""What names a NewsML 1 item, and which version it is.

By the standard (NewsML 1.2, 5.4) it is ProviderId + DateId + NewsItemId, and the
PublicIdentifier says the same with the revision behind it. Real files:

* AFP: as the standard says, so the revision must go;
* Belga: the PublicIdentifier is one constant for all stories, and the NewsItemId
  may be 0: then a Duid names the item, else its own content;
* a PublicIdentifier in which the NewsItemId does not occur names something else.
"""

import hashlib
import re
from typing import Final

from lxml import etree

from dateline.wire.formats.newsml1_found import Identity
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules
from dateline.wire.xml import Element, inside, local, text_of

NOTHING: Final = frozenset({"", "0", "00", "000", "null", "none"})
REVISION: Final = re.compile(r":(\d+)[NUA]?$")
NAMED_DUID: Final = re.compile(r"(?=.*\d{4})[\w.:-]{5,120}")
WHOLE_URN: Final = 5  # colons in urn:newsml:provider:date:id:revision


def read_identifier(element: Element | None) -> Identity:
    """Read a NewsIdentifier."""
    if element is None:
        return Identity()
    texts: dict[str, str] = {}
    previous = update = ""
    for each in inside(element):
        name = local(each.tag)
        texts.setdefault(name, text_of(each))
        if name == "revisionid":
            previous = (each.get("PreviousRevision") or "").strip()
            update = (each.get("Update") or "").strip().upper()
    return Identity(
        provider=texts.get("providerid", ""),
        date=texts.get("dateid", ""),
        id=texts.get("newsitemid", ""),
        public=texts.get("publicidentifier", ""),
        revision=texts.get("revisionid", ""),
        previous=previous,
        update=update,
    )


def name_item(
    sent: Sent, identity: Identity, news_item: Element, source: SourceRules
) -> None:
    """Give an item its uri and version."""
    sent.version = identity.revision
    sent.uri = uri_of(identity)
    if not sent.uri:
        sent.uri = _from_duid(identity, news_item) or _from_content(news_item, source)
        sent.warnings.append(f"uri: the agency names none, made {sent.uri[:80]}")


def uri_of(identity: Identity) -> str:
    """Give the uri of an identification; empty if it names nothing."""
    if identity.id and identity.id.lower() in NOTHING:
        return ""
    public, urn = identity.public, _urn(identity) if identity.id else ""
    if not public or identity.id not in public:
        return urn
    if urn and (public == urn or public.startswith(f"{urn}:")):
        return urn
    return without_revision(public, identity.revision)


def without_revision(public: str, revision: str) -> str:
    """Give a PublicIdentifier without the revision at its end."""
    found = REVISION.search(public)
    if found is None:
        return public
    if found[1] == revision or public.count(":") >= WHOLE_URN:
        return public[: found.start()]
    return public


def _urn(identity: Identity) -> str:
    """Write the urn of the standard, without its revision."""
    parts = (identity.provider.lower(), identity.date, identity.id)
    return "urn:newsml:" + ":".join(part for part in parts if part)


def _from_duid(identity: Identity, news_item: Element) -> str:
    """Name an item by the Duid of it or of its first component, if it is one.

    "root" and "c1" are in every file: a Duid that names has four digits.
    """
    for element in (news_item, *news_item):
        duid = (element.get("Duid") or element.get("Euid") or "").strip()
        if NAMED_DUID.fullmatch(duid):
            return f"urn:newsml:{identity.provider.lower() or 'unknown'}:{duid}"
    return ""


def _from_content(news_item: Element, source: SourceRules) -> str:
    """Name an item by what it holds: read again, it is the same item."""
    content = etree.tostring(news_item, with_tail=False)
    return f"urn:dateline:{source.scope}:{hashlib.sha256(content).hexdigest()}"

"""NITF 3.1 to 3.6: one document, its head and its body.

Seen in real files and expected here: none of the ids the standard offers (AP);
a status that is another document's; an embargo told by status and release date
(PA); half of the paragraphs empty (AAP); a title and no headline.
"""

from typing import Final

from dateline.news.item import EdNote, Link, Signal
from dateline.wire.formats import nitf_body
from dateline.wire.formats.nitf_dialects import (
    Dialect,
    dialect_of,
    is_subtitle,
    true_moment,
)
from dateline.wire.formats.nitf_docdata import read_head
from dateline.wire.formats.nitf_found import Head
from dateline.wire.formats.nitf_identity import (
    WRITETHRU,
    is_later_version,
    other_document,
    uri_of,
    version_of,
)
from dateline.wire.moment import read_moment
from dateline.wire.refused import NoDocumentError
from dateline.wire.sent import Sent
from dateline.wire.source import SourceRules
from dateline.wire.xml import Element, child, name_of, read_xml

FORMAT: Final = "nitf"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
TAKEN_BACK: Final = frozenset(
    {"canceled", "cancelled", "killed", "withheld", "withdrawn"}
)


def read(utf8: bytes, source: SourceRules) -> list[Sent]:
    """Read the document, and before it what it orders for another.

    Raises:
        NoDocumentError: the root is not ``nitf``.
    """
    tree = read_xml(utf8)
    root = tree.root
    if name_of(root) != "nitf":
        raise NoDocumentError(f"the root is <{name_of(root)[:40]}>")
    sent = Sent(FORMAT, language=_language(root))
    head = Head(sent=sent)
    part = child(root, "head")
    if part is not None:
        read_head(head, part)
    sent.body = nitf_body.read_nitf(root, sent)
    if tree.warning:
        sent.warnings.append(tree.warning)
    return _finish(head, source)


def _language(root: Element) -> str:
    """Give the language of the whole document."""
    return (root.get(XML_LANG) or root.get("baselang") or "").strip()


def _finish(head: Head, source: SourceRules) -> list[Sent]:
    """Draw the conclusions for which all must be known."""
    sent, identity = head.sent, head.identity
    dialect = dialect_of(identity.registrar, sent.credit, *sorted(source.credits))
    sent.headline = sent.headline or head.title
    sent.slugline = sent.slugline or (sent.keywords[0] if sent.keywords else "")
    identity.issued = identity.issued or head.published or head.noted
    identity.slug = sent.slugline or sent.headline
    sent.service, sent.sequence = identity.service, identity.sequence
    sent.uri = uri_of(identity, dialect=dialect, source=source)
    sent.version = version_of(identity)
    sent.version_created, warning = true_moment(identity.issued, dialect)
    if warning:
        sent.warnings.append(warning)
    _move_byline(sent, dialect)
    _note_signals(sent, later=is_later_version(identity))
    other = other_document(identity, uri=sent.uri, dialect=dialect)
    if other:
        return _orders(head, other)
    sent.pub_status = identity.status
    sent.embargoed = _embargo(head, source)
    return [sent]


def _note_signals(sent: Sent, *, later: bool) -> None:
    """Note that this is a later version, by number or by the words for it."""
    if later:
        sent.signals.append(Signal.UPDATE)
    notes = (note.text for note in sent.notes if note.role == "ed-msg")
    if any(WRITETHRU.search(text) for text in (sent.slugline, *notes)):
        sent.signals.append(Signal.WRITETHRU)


def _move_byline(sent: Sent, dialect: Dialect) -> None:
    """Take the byline for the field it is here, or for the headline it holds."""
    text, sent.body.byline = sent.body.byline, ""
    if text and dialect.subtitle_in_byline and is_subtitle(text):
        sent.subheadline = sent.subheadline or text
    elif text:
        sent.by.append(text)


def _embargo(head: Head, source: SourceRules) -> str | None:
    """Give the release date where it is an embargo.

    Some agencies send one with everything, the moment of issue again: without
    the status, only a later one is an embargo, or one that cannot be read.
    """
    if not head.release:
        return None
    if head.identity.status == "embargoed":
        return head.release
    release = read_moment(head.release, zone=source.zone, what="").moment
    issued = read_moment(head.sent.version_created, zone=source.zone, what="").moment
    if release is not None and issued is not None and release <= issued:
        return None
    return head.release


def _orders(head: Head, other: str) -> list[Sent]:
    """Give the other document as its new status leaves it, then this notice.

    The notice itself may be copy that replaces the other: only a human can
    tell, so it waits; one without a body is for the desk alone. An embargo over
    another document withholds it: what came before carries the copy, and a
    plan for it is the desk's to make.
    """
    notice, status = head.sent, head.identity.status
    notice.links.append(Link(rel="statusOf", uri=other, title=status))
    taken_back = status in TAKEN_BACK
    if notice.body.blocks or not taken_back:
        until = f" until {head.release}" if head.release else ""
        notice.needs_human = f"it orders {status or 'usable'}{until} for {other}"
    else:
        notice.signals.append(Signal.ADVISORY)
    if not taken_back and status != "embargoed":
        return [notice]
    victim = Sent(FORMAT, uri=other, language=notice.language)
    victim.version_created = notice.version_created
    victim.pub_status = status if taken_back else "withheld"
    order = EdNote(text=f"Ordered by {notice.uri or 'a notice'}", role="order")
    victim.notes.append(order)
    return [victim, notice]

"""NewsManagement: status, embargo, urgency, relations, and what kind of news it is.

An embargo is a status that will change: ``StatusWillChange`` to usable at a
moment. A change to anything else is the end of its use. Status names are sent
in every spelling; which of them publish is decided for all formats alike.
"""

from collections.abc import Callable
from typing import Final

from dateline.news.item import Link
from dateline.wire.formats.newsml1_context import Context
from dateline.wire.formats.newsml1_dialect import Dialect
from dateline.wire.formats.newsml1_identity import without_revision
from dateline.wire.formats.newsml1_lines import line_text, note
from dateline.wire.formats.newsml1_topics import formal_name
from dateline.wire.sent import Sent
from dateline.wire.wording import BY_CODE
from dateline.wire.xml import Element, child, inside, local, text_of

OPEN: Final = frozenset({"usable", "open", "publishable", "released"})
WAITING: Final = frozenset({"embargoed", "embargo", "withheld"})

Handler = Callable[[Context, Element], None]


def read_management(context: Context, management: Element | None) -> None:
    """Read a NewsManagement element."""
    if management is None:
        context.sent.warnings.append("NewsManagement: none sent")
        return
    for element in inside(management):
        handler = HANDLERS.get(local(element.tag))
        if handler is not None:
            handler(context, element)
    sent = context.sent
    if sent.embargoed is not None and sent.pub_status in WAITING:
        sent.pub_status = "embargoed"


def is_relative(uri: str, dialect: Dialect) -> bool:
    """Say whether a related item says anything."""
    return bool(uri) and uri not in dialect.no_relatives


def _status(context: Context, element: Element) -> None:
    """Read the status in any spelling."""
    context.sent.pub_status = (formal_name(element) or text_of(element)).lower()


def _will_change(context: Context, element: Element) -> None:
    """Read until when it waits, or from when it may no longer be used."""
    sent = context.sent
    future = formal_name(child(element, "futurestatus")).lower()
    moment = text_of(child(element, "dateandtime"))
    if future in OPEN or not future:
        sent.embargoed = moment
    elif future not in WAITING and moment:
        sent.expires = moment
    elif moment:
        text = f"{future} from {moment}"
        note(context, text, "statuswillchange")


def _revised(context: Context, element: Element) -> None:
    """Read when this version was made."""
    context.sent.version_created = text_of(element)


def _first(context: Context, element: Element) -> None:
    """Read when the first version was made: better than nothing."""
    context.sent.version_created = context.sent.version_created or text_of(element)


def _kind(context: Context, element: Element) -> None:
    """Read what kind of news it is: an alert, an advisory."""
    signal = BY_CODE.get(formal_name(element).lower())
    if signal is not None:
        context.sent.signals.append(signal)


def _urgency(context: Context, element: Element) -> None:
    """Read the urgency."""
    context.sent.urgency = formal_name(element) or text_of(element)


def _relation(rel: str) -> Handler:
    """Make the reader of a relation to another item."""

    def read(context: Context, element: Element) -> None:
        uri = (element.get("NewsItem") or "").strip()
        if is_relative(uri, context.dialect):
            title = line_text(child(element, "comment"))
            bare = without_revision(uri, "")
            version = uri[len(bare) :].strip(":")
            context.sent.links.append(
                Link(rel=rel, uri=bare, title=title, version=version)
            )

    return read


def _instruction(context: Context, element: Element) -> None:
    """Read what the agency asks to do with earlier revisions."""
    name = formal_name(element)
    statuses = [
        formal_name(child(each, "status"))
        for each in element
        if local(each.tag) == "revisionstatus"
    ]
    note(context, " ".join(filter(None, [name, *statuses])), "instruction")


def _property(context: Context, element: Element) -> None:
    """Read a property of the management: notes only."""
    name = formal_name(element).replace(" ", "").lower()
    value = (element.get("Value") or "").strip()
    if "note" in name or "instruction" in name:
        note(context, value, name)


HANDLERS: Final[dict[str, Handler]] = {
    "associatedwith": _relation("associatedWith"),
    "derivedfrom": _relation("derivedFrom"),
    "firstcreated": _first,
    "instruction": _instruction,
    "newsitemtype": _kind,
    "property": _property,
    "status": _status,
    "statuswillchange": _will_change,
    "thisrevisioncreated": _revised,
    "urgency": _urgency,
}


def fill_from_envelope(sent: Sent, envelope: dict[str, str]) -> None:
    """Take from the envelope what the item itself does not say."""
    sent.urgency = sent.urgency or envelope.get("priority", "")
    sent.service = envelope.get("newsservice", "")
    if not sent.version_created and envelope.get("dateandtime"):
        sent.version_created = envelope["dateandtime"]

"""An Item: one version of one piece of agency copy, in our own words.

Whatever the agency's format, the wire turns it into this document and nothing
else. Field names follow IPTC ninjs 3.1 in snake case wherever it has one. Three
rules hold for every Item, whichever reader made it:

* what a reader of the site may see is only in ``headline``, ``standfirst``,
  ``bylines``, ``dateline``, ``body``, ``pictures`` and the like; notes between
  newsrooms are only in ``ed_notes`` and ``stripped``, each with its audience or
  its reason;
* inline marks are data (:class:`Run`), never markup, so an Item cannot carry a
  script;
* nothing is thrown away: what was taken out of the copy is in ``stripped``, and
  ``raw_ref`` names the bytes it all came from.
"""

import hashlib
import html
import json
from datetime import date, datetime
from enum import StrEnum
from functools import cache

import msgspec

from dateline.news.block import BlockKind
from dateline.news.rights import NO_RIGHTS, Rights


class PubStatus(StrEnum):
    """What the agency allows (IPTC ``pubStatus``)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class ItemKind(StrEnum):
    """What an Item is."""

    TEXT = "text"
    PICTURE = "picture"
    VIDEO = "video"
    AUDIO = "audio"
    GRAPHIC = "graphic"
    PACKAGE = "package"
    CONCEPT = "concept"
    PLANNING = "planning"


class Audience(StrEnum):
    """Who may read a note; anything not known to be public is at least internal."""

    PUBLIC = "public"
    INTERNAL = "internal"
    NONPUBLIC = "nonpublic"


class Signal(StrEnum):
    """What the agency says about a version, by code or by wording."""

    CORRECTION = "correction"
    UPDATE = "update"
    WRITETHRU = "writethru"
    REPEAT = "repeat"
    ALERT = "alert"
    ADVANCE = "advance"
    ADVISORY = "advisory"  # a service message: for the desk, never for readers
    PACKAGE = "package"
    WITHDRAWN = "withdrawn"
    KILL_NOTICE = "kill-notice"  # a kill in words: names its victim in free text


class Origin(StrEnum):
    """Where a dateline was found."""

    METADATA = "metadata"
    BODY = "body"


class Run(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A stretch of text with the same inline marks."""

    text: str
    strong: bool = False
    em: bool = False
    href: str = ""


class Line(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A line of copy; ``runs`` is empty when nothing in it is marked."""

    text: str
    runs: tuple[Run, ...] = ()

    @property
    def html(self) -> str:
        """Give the line as safe inline HTML: em, strong and a[href] only."""
        return inline_html(self.text, self.runs)


class Cell(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One cell of a table."""

    text: str
    runs: tuple[Run, ...] = ()
    header: bool = False
    colspan: int = 1
    rowspan: int = 1


class ItemBlock(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One part of an Item's body.

    ``text`` is always the whole copy of the block, also of a list (a line per
    entry) and of a table (a line per row, cells parted by tabs). Pictures and
    embeds name what they show in ``uri`` and ``href``; they are inert.
    """

    kind: BlockKind
    text: str = ""
    runs: tuple[Run, ...] = ()
    items: tuple[Line, ...] = ()
    ordered: bool = False
    rows: tuple[tuple[Cell, ...], ...] = ()
    uri: str = ""
    href: str = ""
    credit: str = ""
    alt: str = ""
    boxed: bool = False  # inside the agency's fact box

    @property
    def html(self) -> str:
        """Give the text as safe inline HTML: em, strong and a[href] only."""
        return inline_html(self.text, self.runs)


class Byline(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A byline as sent, and the names read from it."""

    text: str
    names: tuple[str, ...] = ()
    title: str = ""


class ItemDateline(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Place(s), credit and date at the head of agency copy.

    A place keeps its qualifier ("NAGATO, Japan"). ``date`` is as written: an
    agency's "Dec. 9" has no year.
    """

    text: str
    places: tuple[str, ...] = ()
    credit: str = ""
    date: str = ""
    origin: Origin = Origin.METADATA


class EdNote(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A note from the agency's desk to ours."""

    text: str
    audience: Audience = Audience.INTERNAL
    role: str = ""


class Subject(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A topic, person, organisation or place the agency filed the Item under.

    ``media_topic`` is the IPTC Media Topic that scheme and code stand for.
    """

    name: str = ""
    scheme: str = ""
    code: str = ""
    kind: str = ""
    media_topic: str = ""


class Place(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A place the Item is about, not where it was written."""

    name: str
    scheme: str = ""
    code: str = ""


class ItemRendition(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One file of a picture, video or sound, with its size in pixels and bytes."""

    href: str
    name: str = ""
    mime: str = ""
    width: int | None = None
    height: int | None = None
    size: int | None = None


class ItemPicture(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A picture sent with, or named by, an Item.

    ``instructions`` are orders from the agency's desk to ours, never shown to
    readers; ``rights`` is what they, the terms and the caption forbid.
    """

    uri: str
    caption: str = ""
    credit: str = ""
    alt: str = ""
    headline: str = ""
    usage_terms: str = ""
    instructions: str = ""
    rights: Rights = NO_RIGHTS
    renditions: tuple[ItemRendition, ...] = ()


class Link(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A relation to another Item or to the web (``rel`` without its scheme)."""

    rel: str
    uri: str = ""
    href: str = ""
    title: str = ""
    version: str = ""


class Victim(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a kill in words names of the story it means; one of the fields.

    A ``sequence`` is as written, zeros in front or not ("157" means "0157").
    """

    uri: str = ""
    sequence: str = ""
    slugline: str = ""
    headline: str = ""


class Stripped(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something taken out of the copy, and why."""

    text: str
    reason: str


class Item(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One version of one piece of agency copy.

    Identity is ``(provider, uri)``: the uri is as sent, without the version. All
    moments know their zone. ``version_created`` is None only when the agency
    sent none; order then cannot be known. ``needs_human`` says in words why no
    rule may publish this Item; empty if one may. ``service`` and ``sequence`` are
    the wire's own name and number of a message; a kill in words names its victim
    by them. ``victims`` is what such a kill names. ``inside`` is the uri of the
    package whose own bytes carry this Item; empty if it stands on its own.
    """

    uri: str
    provider: str
    source: str = ""
    format: str = ""
    raw_ref: str = ""
    version: str = ""
    version_created: datetime | None = None
    pub_status: PubStatus = PubStatus.USABLE
    embargoed_until: datetime | None = None
    expires: datetime | None = None
    kind: ItemKind = ItemKind.TEXT
    signals: tuple[Signal, ...] = ()
    service: str = ""
    sequence: str = ""
    victims: tuple[Victim, ...] = ()
    needs_human: str = ""
    headline: str = ""
    headline_prefix: str = ""
    subheadline: str = ""
    slugline: str = ""
    keywords: tuple[str, ...] = ()
    bylines: tuple[Byline, ...] = ()
    dateline: ItemDateline | None = None
    credit: str = ""
    standfirst: str = ""
    correction_note: str = ""
    language: str = ""
    urgency: int | None = None
    genres: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    places: tuple[Place, ...] = ()
    body: tuple[ItemBlock, ...] = ()
    pictures: tuple[ItemPicture, ...] = ()
    renditions: tuple[ItemRendition, ...] = ()
    copyright_holder: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    rights: Rights = NO_RIGHTS
    links: tuple[Link, ...] = ()
    ed_notes: tuple[EdNote, ...] = ()
    stripped: tuple[Stripped, ...] = ()
    warnings: tuple[str, ...] = ()
    inside: str = ""

    @property
    def byline(self) -> str:
        """Give all bylines in one line, as sent; empty if there is none."""
        return ", ".join(each.text for each in self.bylines)

    @property
    def title(self) -> str:
        """Give what a desk calls it: a photograph often has only a caption."""
        captions = (each.headline or each.caption for each in self.pictures)
        return self.headline or self.slugline or next(filter(None, captions), "")

    @property
    def body_text(self) -> str:
        """Give the whole body as plain text, a blank line between blocks."""
        return "\n\n".join(block.text for block in self.body if block.text)

    @property
    def evolved_from(self) -> tuple[str, ...]:
        """Name the earlier Items this one continues under a uri of its own."""
        return tuple(
            link.uri for link in self.links if link.rel in EARLIER and link.uri
        )


EARLIER = frozenset({"evolvedFrom", "previousVersion", "replaces", "updateOf"})

# How and from where an Item came, and our own remarks, are not its content; nor is
# a Media Topic that our table gave.
NOT_CONTENT = frozenset(
    {"source", "format", "raw_ref", "stripped", "warnings", "media_topic", "inside"}
)


def content_hash(item: Item) -> str:
    """Hash what the agency said: the same Item in another envelope hashes the same.

    Fields at their defaults are left out, so a field added to Item later does
    not change the hashes of Items that lack it.
    """
    content = _plain(item)
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def inline_html(text: str, runs: tuple[Run, ...]) -> str:
    """Write text and its marks as HTML that holds em, strong and a[href] only."""
    if not runs:
        return html.escape(text, quote=False)
    return "".join(_run_html(run) for run in runs)


def _run_html(run: Run) -> str:
    """Write one run."""
    out = html.escape(run.text, quote=False)
    if run.em:
        out = f"<em>{out}</em>"
    if run.strong:
        out = f"<strong>{out}</strong>"
    if run.href:
        out = f'<a href="{html.escape(run.href)}">{out}</a>'
    return out


def _plain(thing: msgspec.Struct) -> dict[str, object]:
    """Turn one of these classes into a dict of its fields that are not empty."""
    out: dict[str, object] = {}
    for name, default in _content_of(type(thing)):
        value = getattr(thing, name)
        if value != default:
            out[name] = _plain_value(value)
    return out


@cache
def _content_of(kind: type[msgspec.Struct]) -> tuple[tuple[str, object], ...]:
    """Give the fields of a class that are content, each with its default."""
    return tuple(
        (field.name, field.default)
        for field in msgspec.structs.fields(kind)
        if field.name not in NOT_CONTENT
    )


def _plain_value(value: object) -> object:
    """Turn a field's value into what JSON knows."""
    if isinstance(value, tuple):
        return [_plain_value(each) for each in value]
    if isinstance(value, msgspec.Struct):
        return _plain(value)
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    return value  # text, a number, or nothing

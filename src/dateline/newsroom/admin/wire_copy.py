"""The text of a wire item, read again from the bytes that came.

The newsroom keeps no second copy of what an agency sent. Markup of strangers
never reaches the screen: blocks are shown as plain text. Nothing is fetched
for it either: of a picture its caption and its rights are shown, and the small
rendition that is kept here if its file came.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.errors import DatelineError
from dateline.news.item import Audience, Item, ItemBlock, ItemPicture, Stripped
from dateline.news.rights import strictest
from dateline.newsroom.admin.wire_thumbnails import mark_of, thumbnails_of
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.raw_item import NotInFileError, raw_item, rules_by_name
from dateline.wire.worded_orders import NOTICE

_GRADES = {
    Audience.PUBLIC: "for readers",
    Audience.INTERNAL: "for the desk",
    Audience.NONPUBLIC: "not for publication",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A note of the agency's desk; ``grade`` says for whom, ``name`` in one word."""

    text: str
    name: str
    grade: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SentPicture:
    """A picture sent along; ``thumbnail`` is an address, empty if there is none."""

    thumbnail: str
    caption: str
    credit: str
    rights: tuple[str, ...]
    instructions: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WireCopy:
    """What can be read of an item; ``fault`` says why nothing can.

    ``orders`` is what stood at the head of the copy and was for editors alone.
    """

    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    paragraphs: tuple[str, ...] = ()
    pictures: tuple[SentPicture, ...] = ()
    notes: tuple[Note, ...] = ()
    stripped: tuple[Stripped, ...] = ()
    warnings: tuple[str, ...] = ()
    needs_human: str = ""
    correction_note: str = ""
    usage_terms: str = ""
    rights: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    words: int = 0
    fault: str = ""


_KILLED = WireCopy(fault="It was killed; its text is shown nowhere.")
_GONE = WireCopy(fault="The agency's bytes hold no item of this name any more.")


def copy_of(row: WireItem) -> WireCopy:
    """Return the text of a wire item's newest version."""
    if row.state == WireState.KILLED:
        return _KILLED
    if not row.raw_ref:
        return WireCopy(fault="Nothing was kept of it.")
    source = rules_by_name(row.source, provider=row.provider)
    digest = row.content_hash
    try:
        item = raw_item(row.raw_ref, row.uri, source=source, digest=digest)
    except NotInFileError:
        return _GONE
    except DatelineError as error:
        return WireCopy(fault=f"{error}. {error.hint}")
    return _readable(item, thumbnails_of(row.provider, item.pictures))


def _readable(item: Item, thumbnails: Mapping[str, str | None]) -> WireCopy:
    return WireCopy(
        headline=item.headline,
        standfirst=item.standfirst,
        byline=", ".join(byline.text for byline in item.bylines),
        dateline=item.dateline.text if item.dateline else "",
        paragraphs=tuple(text for block in item.body if (text := _text(block))),
        pictures=tuple(
            _picture(picture, address)
            for picture in item.pictures
            if (address := thumbnails.get(mark_of(picture), "")) is not None
        ),
        notes=tuple(
            Note(text=note.text, name=str(note.audience), grade=_GRADES[note.audience])
            for note in item.ed_notes
        ),
        orders=tuple(s.text for s in item.stripped if s.reason == NOTICE),
        stripped=item.stripped,
        warnings=item.warnings,
        needs_human=item.needs_human,
        correction_note=item.correction_note,
        usage_terms=item.usage_terms,
        rights=strictest(item.rights, *(p.rights for p in item.pictures)).words,
        words=len(item.body_text.split()),
    )


def _picture(picture: ItemPicture, thumbnail: str) -> SentPicture:
    return SentPicture(
        thumbnail=thumbnail,
        caption=picture.caption or picture.headline or picture.uri,
        credit=picture.credit,
        rights=picture.rights.words,
        instructions=picture.instructions,
    )


def _text(block: ItemBlock) -> str:
    if block.items:
        return "\n".join(f"• {line.text}" for line in block.items)
    if block.rows:
        return "\n".join(" | ".join(cell.text for cell in row) for row in block.rows)
    return block.text

"""What an agency says of a picture, into the newsroom's picture.

Field by field: what the desk changed stays the desk's; the rest follows the
agency's newest word. What the photograph's file says of itself fills what the
item about it left open, and is overruled by it.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from dateline.news.agency_alt import is_fit_alt
from dateline.news.item import ItemPicture
from dateline.news.rights import Rights, strictest
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.wire_picture import WirePicture
from dateline.newsroom.picture_rights import Terms, terms_of

_FILLED = ("caption", "credit", "alt", "headline", "usage_terms", "instructions")
TITLE_SPACE = CREDIT_SPACE = CREATOR_SPACE = 200


def fill_picture(row: WirePicture, picture: Picture, *, zone: ZoneInfo) -> bool:
    """Put what was said of a picture into it; return whether that changed it.

    ``row.given`` is set to what was put in.
    """
    said = _said(row)
    rights = _rights_of(row, picture, said.rights)
    credit = said.credit or rights.credit
    terms = terms_of(
        rights,
        credit=credit or picture.credit,
        expires=row.expires,
        arrived=row.first_seen,
        zone=zone,
    )
    words = dict(_words(row, said, credit, terms))
    changed = [
        _put(row, picture, name, words[name])
        for name in words
        if words[name] != row.given.get(name, "")
    ]
    changed.append(_put_alt(row, picture, said.alt))
    changed.append(_put_moments(row, picture, terms))
    kept = msgspec.to_builtins(rights)
    changed.append(kept != picture.rights and bool(rights))
    picture.rights = kept if rights else {}
    row.given = {**words, "alt": said.alt}
    return any(changed)


def _said(row: WirePicture) -> ItemPicture:
    """Return what was said of a picture; what was left open, as its file says."""
    told, file = _told(row, row.said), _told(row, row.file)
    filled = {name: getattr(told, name) or getattr(file, name) for name in _FILLED}
    return replace(told, **filled, rights=strictest(told.rights, file.rights))


def _told(row: WirePicture, kept: dict[str, Any]) -> ItemPicture:
    known = {**kept, "uri": row.uri}
    return msgspec.convert(known, ItemPicture)  # what is not its field is left out


def _words(
    row: WirePicture, said: ItemPicture, credit: str, terms: Terms
) -> Iterator[tuple[str, str]]:
    """Give each field's text; instructions are for the desk, and terms with them."""
    yield "title", said.headline[:TITLE_SPACE]
    yield "caption", said.caption
    yield "credit", credit[:CREDIT_SPACE]
    creator = row.said.get("creator") or row.file.get("creator") or ""
    yield "creator", str(creator)[:CREATOR_SPACE]
    orders = dict.fromkeys(filter(None, (said.instructions, said.usage_terms)))
    yield "instructions", "\n".join(orders)
    yield "held", row.held or terms.held


def _put(row: WirePicture, picture: Picture, name: str, text: str) -> bool:
    """Set one field, unless the desk or a better source filled it."""
    current = getattr(picture, name)
    ours = {"", row.given.get(name, "")}
    if not row.photo:
        ours |= {other.given.get(name, "") for other in _photos_of(row, picture)}
    if current == text or current not in ours:
        return False
    if not text and not row.given.get(name):
        return False
    setattr(picture, name, text)
    return True


def _photos_of(row: WirePicture, picture: Picture) -> Iterator[WirePicture]:
    if picture.pk is not None:
        yield from picture.wire_pictures.filter(photo=True).exclude(pk=row.pk)


def _put_alt(row: WirePicture, picture: Picture, alt: str) -> bool:
    """Set the alternative text, and only one that may stand beside the caption.

    One of the agency's that repeats what the caption says by now is taken out.
    """
    before = picture.alt
    fit = is_fit_alt(alt, caption=picture.caption, credit=picture.credit)
    is_ours = before in {"", row.given.get("alt", "")}
    if is_ours:
        picture.alt = alt if fit else ""
    return before != picture.alt


def _put_moments(row: WirePicture, picture: Picture, terms: Terms) -> bool:
    """Set when it may be shown; of two ends the earlier holds.

    An embargo that comes after readers had the picture holds nothing back.
    """
    before = (picture.embargoed_until, picture.ends_at, picture.offered_until)
    if not picture.public_hash:
        picture.embargoed_until = row.embargoed_until
    others = picture.pk is not None and _has_others(row, picture)
    ends = [terms.ends_at, picture.ends_at if others else None]
    offered = [terms.offered_until, picture.offered_until if others else None]
    picture.ends_at = _earliest(ends)
    picture.offered_until = _earliest(offered)
    return before != (picture.embargoed_until, picture.ends_at, picture.offered_until)


def _rights_of(row: WirePicture, picture: Picture, said: Rights) -> Rights:
    """Return what is forbidden; with another source's word, both hold."""
    if picture.rights and picture.pk is not None and _has_others(row, picture):
        return strictest(msgspec.convert(picture.rights, Rights), said)
    return said


def _has_others(row: WirePicture, picture: Picture) -> bool:
    return bool(picture.wire_pictures.exclude(pk=row.pk).exists())


def _earliest(moments: list[datetime | None]) -> datetime | None:
    return min((each for each in moments if each is not None), default=None)


def rights_of(picture: Any) -> Rights:
    """Return the rights in a picture as they are kept."""
    return msgspec.convert(picture.rights or {}, Rights)

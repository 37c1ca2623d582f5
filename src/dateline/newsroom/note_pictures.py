"""What an arriving Item says of pictures, written down to be fetched and joined.

Nothing is fetched here: text never waits for a picture. A picture is told of
by an item of its own, or by the copy that shows it; an item of its own knows
better and is not overruled by copy.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec
from django.db.models import Q
from msgspec.structs import replace

from dateline.news.agency_alt import agency_alt
from dateline.news.block import BlockKind
from dateline.news.item import Item, ItemKind, ItemPicture
from dateline.newsroom.models.story import Story
from dateline.newsroom.models.wire_file import WireFile
from dateline.newsroom.models.wire_picture import (
    WirePicture,
    WirePictureState,
    WirePictureUse,
)
from dateline.newsroom.wire_body import wire_body
from dateline.wire.picture_files import best_first, file_name, names_of, stem_of

PICTURE_KINDS = frozenset({ItemKind.PICTURE, ItemKind.GRAPHIC})
PHOTO_FORMAT = "jpeg"
MOST_PICTURES = 40
"""How many pictures of one story are looked at."""


def note_own(
    item: Item, *, held: str, source: str, now: datetime
) -> WirePicture | None:
    """Write down a picture that came as an item of its own; None if it is killed.

    ``held`` says why only a person may let readers have it.
    """
    (said, *_) = item.pictures or (ItemPicture(uri=item.uri),)
    row = _row_of(item, replace(said, uri=item.uri), source=source, now=now)
    if row.state == WirePictureState.KILLED:
        return None
    row.own, row.photo = True, item.format == PHOTO_FORMAT
    row.held = held
    row.embargoed_until, row.expires = item.embargoed_until, item.expires
    _say(row, said, creator=item.byline, alt=agency_alt(said))
    row.names = _lines(*names_of(said), *_reference(item))
    _wake(row, source=source, now=now)
    row.save()
    wake_waiting(_reference(item), source=source, now=now)
    return row


def note_uses(item: Item, story: Story, *, source: str, now: datetime) -> None:
    """Write down which pictures a story's copy names, in its order."""
    places = dict(_body_places(item))
    kept: list[int] = []
    for place, picture in enumerate(_named(item)):
        row = _row_of(item, picture, source=source, now=now)
        if not row.own and row.state != WirePictureState.KILLED:
            alt = agency_alt(picture, headline=item.headline)
            row.embargoed_until = item.embargoed_until
            _say(row, picture, alt=alt)
            row.names = _lines(*names_of(picture))
        _wake(row, source=source, now=now)
        row.save()
        after = next((places[n] for n in _marks(picture) if n in places), None)
        WirePictureUse.objects.update_or_create(
            story=story, wire_picture=row, defaults={"place": place, "after": after}
        )
        kept.append(row.pk)
    WirePictureUse.objects.filter(story=story).exclude(wire_picture__in=kept).delete()


def note_file(name: str, raw_ref: str, *, source: str, now: datetime) -> None:
    """Write down that a picture's file came, and wake what waits for its name."""
    short = file_name(name)
    if not short:
        return
    WireFile.objects.update_or_create(
        source=source, name=short, defaults={"raw_ref": raw_ref, "seen_at": now}
    )
    wake_waiting({short, stem_of(short)}, source=source, now=now)


def wake_waiting(names: Iterable[str], *, source: str, now: datetime) -> None:
    """Have pictures that wait for a file of one of these names looked for now."""
    said = Q()
    for name in filter(None, names):
        said |= Q(names__contains=f"\n{name}\n")
    if said:
        waiting = WirePicture.objects.filter(source=source, state=WirePictureState.AWAY)
        waiting.filter(said).update(next_try=now)


def names_pictures(item: Item) -> bool:
    """Say whether a text shows or numbers any picture."""
    return next(_named(item), None) is not None


def _named(item: Item) -> Iterator[ItemPicture]:
    """Give the pictures of a text: those it holds, and those it only numbers."""
    known: set[str] = set()
    numbered = (ItemPicture(uri=link.uri) for link in item.links if link.rel == "photo")
    for picture in (*item.pictures, *numbered):
        uri = picture.uri or next(iter(best_first(picture.renditions)), "")
        if uri and uri not in known and len(known) < MOST_PICTURES:
            known.add(uri)
            yield replace(picture, uri=uri)


def _row_of(
    item: Item, picture: ItemPicture, *, source: str, now: datetime
) -> WirePicture:
    """Return the row of a picture, held until the commit."""
    row, _ = WirePicture.objects.get_or_create(
        provider=item.provider,
        uri=picture.uri[:500],
        defaults={"source": source, "first_seen": now},
    )
    held: WirePicture = WirePicture.objects.select_for_update().get(pk=row.pk)
    return held


def _say(row: WirePicture, said: ItemPicture, *, alt: str, creator: str = "") -> None:
    """Take down what is said of a picture now."""
    told = replace(said, alt=alt, renditions=())
    row.said = {**msgspec.to_builtins(told), "creator": creator}
    hrefs = list(best_first(said.renditions))
    if hrefs and row.state == WirePictureState.HERE and (row.own or hrefs != row.hrefs):
        row.state, row.attempts = WirePictureState.AWAY, 0  # its file may be another
    row.hrefs = hrefs or row.hrefs


def _wake(row: WirePicture, *, source: str, now: datetime) -> None:
    """Have it worked on: what cannot be had is tried again when it is sent again."""
    if row.state == WirePictureState.KILLED:
        return
    if row.state == WirePictureState.FAILED:
        row.state, row.attempts, row.reason = WirePictureState.AWAY, 0, ""
    row.source, row.next_try = source, now


def _reference(item: Item) -> tuple[str, ...]:
    """Return the transmission reference of a photograph: a part of its uri."""
    parts = item.uri.split(":")
    numbered = item.uri.startswith("urn:dateline:") and len(parts) > 4  # noqa: PLR2004 # urn, dateline, scope, reference, day
    return (parts[-2].lower(),) if numbered else ()


def _lines(*names: str) -> str:
    """Write names so that each can be found between line ends, and their stems."""
    every = dict.fromkeys(n for name in names for n in (name, stem_of(name)) if n)
    return "\n" + "".join(f"{name}\n" for name in every)


def _body_places(item: Item) -> Iterator[tuple[str, int]]:
    """Give where the copy shows pictures: how many blocks of ours stand before."""
    for number, block in enumerate(item.body):
        if block.kind is BlockKind.PICTURE:
            after = len(wire_body(item.body[:number]))
            yield from ((mark, after) for mark in (block.uri, block.href) if mark)


def _marks(picture: ItemPicture) -> Iterator[str]:
    """Give what a block may name a picture by."""
    yield picture.uri
    for rendition in picture.renditions:
        yield rendition.href

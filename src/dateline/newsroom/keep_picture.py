"""Bytes of an agency's picture into the newsroom: a picture, or a newer one."""

import hashlib
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from django.db import transaction
from msgspec.structs import replace

from dateline.news.agency_alt import agency_alt
from dateline.news.item import ItemPicture
from dateline.newsroom.actions.kill_picture import KillPicture
from dateline.newsroom.actions.save_picture import SavePicture
from dateline.newsroom.media_files import keep_original
from dateline.newsroom.models.due import Due, DueAction
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.wire_picture import WirePicture, WirePictureState
from dateline.newsroom.picture_words import fill_picture
from dateline.newsroom.renditions import measure
from dateline.newsroom.site_settings import site_settings
from dateline.wire.photo_metadata import read_metadata
from dateline.wire.rights import read_rights


def keep_picture(row: WirePicture, content: bytes, *, now: datetime) -> None:
    """Make a picture of bytes, or give the row's picture these bytes.

    Raises NotAPictureError. A file that came before under another name of this
    agency is the same picture.
    """
    digest = hashlib.sha256(content).hexdigest()
    row.file = _read_file(content)
    picture = row.picture or _twin(row, digest)
    if picture is None:
        picture = _new(row, content)
    elif picture.original != digest:
        _give_bytes(picture, content)
    if not row.photo:  # the desk knows it by the name its copy gives it
        picture.wire_uri = row.uri
    row.raw_ref = digest
    _save(row, picture, now=now, changed=picture.pk is None or row.picture is None)


def say_again(row: WirePicture, *, now: datetime) -> None:
    """Have the row's picture follow what its agency says of it now."""
    if row.picture is not None:
        _save(row, row.picture, now=now)


def _save(
    row: WirePicture, picture: Picture, *, now: datetime, changed: bool = False
) -> None:
    zone = ZoneInfo(site_settings().site.zone)
    before = _stored_original(picture)
    if fill_picture(row, picture, zone=zone) or changed or before != picture.original:
        SavePicture(picture=picture, now=now).execute()
    with transaction.atomic():
        held = WirePicture.objects.select_for_update().get(pk=row.pk)
        if held.state == WirePictureState.KILLED:  # while we were at it
            KillPicture(picture=picture, reason="killed on its way", now=now).execute()
            return
        row.picture = picture
        row.save(update_fields=["picture", "file", "given", "raw_ref"])
        _plan(picture, DueAction.END_PICTURE, picture.ends_at, now=now)
        _plan(picture, DueAction.RELEASE_PICTURE, picture.embargoed_until, now=now)


def _stored_original(picture: Picture) -> str:
    if picture.pk is None:
        return ""
    stored = Picture.objects.values_list("original", flat=True)
    return str(stored.get(pk=picture.pk))


def _new(row: WirePicture, content: bytes) -> Picture:
    """Return an unsaved picture of bytes."""
    picture = Picture(wire_uri=row.uri, usage_terms=str(row.file.get("notice", "")))
    _give_bytes(picture, content)
    return picture


def _read_file(content: bytes) -> dict[str, Any]:
    """Return what a file says of itself, as ``WirePicture.file`` keeps it."""
    said = read_metadata(content)
    orders = (said.instructions, said.usage_terms, said.copyright)
    told = ItemPicture(
        uri="",
        caption=said.caption,
        credit=said.credit or said.source,
        alt=said.alt,
        headline=said.headline,
        usage_terms=said.usage_terms,
        instructions=said.instructions,
        rights=read_rights(orders, caption=said.caption),
    )
    alt = agency_alt(told)
    return {
        **msgspec.to_builtins(replace(told, alt=alt)),
        "creator": said.creator,
        "notice": said.copyright,
    }


def _give_bytes(picture: Picture, content: bytes) -> None:
    """Give a picture a file; its renditions get addresses of their own."""
    measured = measure(content)
    picture.original = keep_original(site_settings().media_path, content)
    picture.mime = measured.mime
    picture.width, picture.height = measured.width, measured.height


def _twin(row: WirePicture, digest: str) -> Picture | None:
    """Return the picture that was made of the same bytes of the same agency."""
    made = Picture.objects.filter(original=digest, killed=False)
    same = made.filter(wire_pictures__provider=row.provider) | made.filter(
        wire_uri=row.uri
    )
    return same.order_by("pk").first()


def _plan(
    picture: Picture, action: DueAction, moment: datetime | None, *, now: datetime
) -> None:
    """Plan one moment of a picture anew; what was planned before is overtaken."""
    plans = Due.objects.filter(picture=picture, action=action, done_at=None)
    if moment is not None and plans.filter(moment=moment).exists():
        return
    plans.update(done_at=now, outcome="overtaken")
    if moment is not None:
        Due.objects.create(
            moment=moment,
            next_try=moment,
            made_at=now,
            action=action,
            picture=picture,
        )

"""Add a picture, and change one: readers get the change where it is public."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.journal.entry import Change, Entry
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import WrongStateError
from dateline.newsroom.actions.hold_picture import show_again, withdrawal_of
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.journal_writer import write
from dateline.newsroom.media_files import keep_original, read_original
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.wire_picture import WirePictureState
from dateline.newsroom.public_changes import picture_change
from dateline.newsroom.renditions import make_renditions, measure
from dateline.newsroom.site_settings import site_settings
from dateline.wire.photo_metadata import read_metadata


def new_picture(content: bytes) -> Picture:
    """Return an unsaved picture of uploaded bytes, filled with what they say.

    Raises NotAPictureError. The original is kept already: files come first, so
    that no row ever names one that is not there.
    """
    measured = measure(content)
    said = read_metadata(content)
    return Picture(
        title=said.title[:200],
        caption=said.caption,
        alt=said.alt[:250],
        credit=(said.credit or said.copyright)[:200],
        creator=said.creator[:200],
        usage_terms=said.usage_terms or said.copyright,
        original=keep_original(site_settings().media_path, content),
        mime=measured.mime,
        width=measured.width,
        height=measured.height,
    )


@dataclass(frozen=True, kw_only=True)
class SavePicture:
    """Save a new picture (from ``new_picture``) or the changes made to one."""

    picture: Picture
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against saving."""
        is_new = self.picture.pk is None
        right = "add_picture" if is_new else "change_picture"
        must_be_allowed(self.acting_user, right)
        if self.picture.killed:
            raise WrongStateError(
                f"picture {self.picture.public_id} was killed",
                hint="What was killed cannot come back.",
            )

    def execute(self) -> tuple[Entry, ...]:
        """Save; return the journal's entries, none unless the picture is public."""
        self.check()
        picture = self.picture
        media = site_settings().media_path
        made = make_renditions(
            read_original(media, picture.original),
            public_id=picture.public_id,
            original=picture.original,
            media=media,
            focal=(picture.focal_x, picture.focal_y),
        )
        picture.renditions = [asdict(rendition) for rendition in made]
        with transaction.atomic():
            is_new, was_held = picture.pk is None, False
            if not is_new:
                held = Picture.objects.select_for_update().get(pk=picture.pk)
                picture.public_hash, picture.killed = held.public_hash, held.killed
                picture.embargoed_until = held.embargoed_until
                self.check()
                was_held = bool(held.held)
            changes = self._changes(picture)
            picture.save()
            Audit(acting_user=self.acting_user, now=self.now).note(
                picture, "wagtail.create" if is_new else "dateline.picture"
            )
            entries = tuple(write(changes, moment=self.now))
            if was_held and picture.is_free:
                entries += show_again(picture, now=self.now)
            if self.acting_user is not None:
                look_again(picture, now=self.now)
            return entries

    def _changes(self, picture: Picture) -> list[Change]:
        """Return what readers get: the change, or that it is held from now on."""
        if picture.held:
            return withdrawal_of(picture)
        return picture_change(picture) if picture.public_hash else []


def look_again(picture: Picture, *, now: datetime) -> None:
    """Have an agency's picture put into its stories, if it is fit for them now.

    The desk wrote the alternative text it lacked, say.
    """
    picture.wire_pictures.filter(state=WirePictureState.HERE).update(next_try=now)

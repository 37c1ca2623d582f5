"""Erasing the pictures that one story alone shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from dateline.journal.entry import Change, Kill, Kind
from dateline.newsroom.journal_writer import (
    erase_contents,
    published_addresses,
    published_contents,
)
from dateline.newsroom.media_files import ORIGINALS, file_of
from dateline.newsroom.models.due import Due, DueAction
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.picture_use import PictureUse
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.models.story_pictures import shown_picture_keys
from dateline.newsroom.models.wire_file import WireFile
from dateline.newsroom.models.wire_picture import WirePicture, WirePictureState

_WORDS = (
    "title",
    "caption",
    "alt",
    "credit",
    "creator",
    "usage_terms",
    "instructions",
    "held",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ErasedPicture:
    """What went with a picture; ``files`` are names below the media folder."""

    id: str
    erased: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def change(self) -> Change:
        """The journal's entry."""
        kill = Kill(id=self.id, erased=self.erased, addresses=self.addresses)
        return Change(kind=Kind.PICTURE_KILLED, subject=self.id, content=kill)


def pictures_of_it_alone(story: Story) -> list[Picture]:
    """Return, held, the pictures that no other story shows."""
    keys = PictureUse.objects.filter(story=story).values("picture")
    rows = Picture.objects.select_for_update().filter(pk__in=keys, killed=False)
    return [row for row in rows.order_by("pk") if not _shown_elsewhere(row, story)]


def _shown_elsewhere(picture: Picture, story: Story) -> bool:
    if picture.portrait_of.exists():
        return True
    others = Story.objects.filter(picture_uses__picture=picture).exclude(pk=story.pk)
    return any(
        picture.pk in {*shown_picture_keys(other), *_in_draft(other)}
        for other in others.exclude(state=StoryState.KILLED)
    )


def _in_draft(story: Story) -> Sequence[int]:
    return shown_picture_keys(story.get_latest_revision_as_object())


def erase_picture(picture: Picture) -> ErasedPicture:
    """Remove a picture's words from the newsroom and its contents from the journal.

    Files are named, not removed: that happens once the transaction stands.
    """
    hashes = published_contents([picture.public_id])
    addresses = {
        *published_addresses(picture.public_id),
        *(made["path"] for made in picture.renditions),
    }
    files = [file_of(address) for address in sorted(addresses)]
    if not _same_original(picture):
        files.append(f"{ORIGINALS}/{picture.original}")
    erase_contents(hashes)
    _empty(picture)
    return ErasedPicture(
        id=picture.public_id,
        erased=tuple(hashes),
        addresses=tuple(sorted(addresses)),
        files=tuple(files),
    )


def _same_original(picture: Picture) -> bool:
    """Return whether another picture was made from the very same bytes."""
    same = Picture.objects.filter(original=picture.original, killed=False)
    return same.exclude(pk=picture.pk).exists()


def _empty(picture: Picture) -> None:
    for name in _WORDS:
        setattr(picture, name, "")
    picture.rights = {}
    picture.original = ""
    picture.renditions = []
    picture.public_hash = ""
    picture.killed = True
    picture.save()
    PictureUse.objects.filter(picture=picture).delete()
    picture.portrait_of.update(picture=None)
    kill_wire_pictures(picture.wire_pictures.all())


def remember_files(
    files: Sequence[str],
    *,
    story: Story | None = None,
    picture: Picture | None = None,
    now: datetime,
) -> Due | None:
    """Have the due queue remove files, should this process die before it does.

    ``files`` are names below the media folder; None if there are none.
    """
    if not files:
        return None
    due: Due = Due.objects.create(
        moment=now,
        next_try=now,
        made_at=now,
        action=DueAction.ERASE_FILES,
        story=story,
        picture=picture,
        details={"files": list(files)},
    )
    return due


def kill_wire_pictures(rows: "QuerySet[WirePicture]") -> None:
    """Empty what agencies said of pictures; what is killed is never fetched again."""
    WireFile.objects.filter(
        raw_ref__in=[row.raw_ref for row in rows if row.raw_ref]
    ).delete()
    rows.update(
        state=WirePictureState.KILLED,
        said={},
        file={},
        given={},
        hrefs=[],
        names="",
        held="",
        reason="",
        next_try=None,
    )

"""Kill a picture: gone from every story, front, feed and file, at every moment.

An agency orders it, or the rights in it have ended: the licence then allows no
copy either, so both are the same deed. Stories that showed it stay up without
it. Never refused.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from dateline.journal.entry import Entry
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.empty_story import forget_log
from dateline.newsroom.actions.erase_pictures import (
    ErasedPicture,
    erase_picture,
    remember_files,
)
from dateline.newsroom.actions.kill import finish_kill
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.journal_writer import write
from dateline.newsroom.models.due import Due
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.site_settings import site_settings


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureReceipt:
    """What the kill of a picture removed; as ``KillReceipt`` has it for a story."""

    picture: str
    moment: datetime
    reason: str
    erased: tuple[str, ...]
    addresses: tuple[str, ...]
    files: tuple[Path, ...]
    raw_refs: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class KillPicture:
    """Remove a picture from everywhere; ``reason`` is for the audit log."""

    picture: Picture
    reason: str
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise only if this person may not kill."""
        must_be_allowed(self.acting_user, "kill_story")

    def execute(self) -> PictureReceipt:
        """Kill, and return what a receipt needs."""
        self.check()
        with transaction.atomic():
            row = Picture.objects.select_for_update().get(pk=self.picture.pk)
            raws = row.wire_pictures.exclude(raw_ref="").values_list("raw_ref")
            raw_refs = tuple(sorted({ref for (ref,) in raws}))
            was_killed = row.killed
            gone = ErasedPicture(id=row.public_id) if was_killed else erase_picture(row)
            forget_log(row)
            Due.objects.filter(picture=row, done_at=None).update(
                done_at=self.now, outcome="killed", error=""
            )
            due = remember_files(gone.files, picture=row, now=self.now)
            self._note(row, gone.erased)
            entries = write([] if was_killed else [gone.change], moment=self.now)
            transaction.on_commit(lambda: finish_kill(due))
        media = site_settings().media_path
        return PictureReceipt(
            picture=row.public_id,
            moment=self.now,
            reason=self.reason,
            erased=gone.erased,
            addresses=gone.addresses,
            files=tuple(media / name for name in gone.files),
            raw_refs=raw_refs,
            entries=tuple(entries),
        )

    def _note(self, row: Picture, erased: tuple[str, ...]) -> None:
        audit = Audit(acting_user=self.acting_user, now=self.now)
        data = {"reason": self.reason, "erased": list(erased)}
        audit.note(row, "dateline.kill", data=data)

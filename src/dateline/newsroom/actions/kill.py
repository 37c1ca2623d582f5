"""Kill: a legal order to remove a story from everywhere, at every moment.

Never refused: no state, no lock and no missing field stands against it. In one
transaction its contents leave the journal, its text leaves the newsroom's
tables, and the journal says that it was killed; the files of pictures that it
alone showed are removed as soon as that stands, by the due queue if this
process dies in between.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import OperationalError, connection, transaction

from dateline.journal.entry import Change, Entry, Kill, Kind
from dateline.journal.schema import Dialect
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.empty_story import empty_story, forget_log
from dateline.newsroom.actions.erase_pictures import (
    ErasedPicture,
    erase_picture,
    pictures_of_it_alone,
    remember_files,
)
from dateline.newsroom.actions.off_fronts import take_off_fronts, words_on_fronts
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.actions.story_row import hold_story
from dateline.newsroom.django_settings import BUSY_SECONDS
from dateline.newsroom.journal_writer import (
    erase_contents,
    published_contents,
    write,
)
from dateline.newsroom.media_files import erase_files
from dateline.newsroom.models.due import Due
from dateline.newsroom.models.grievance import Grievance
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.models.wire_item import WireItem
from dateline.newsroom.site_settings import site_settings

TRIES = 5
CHECKPOINT_MILLISECONDS = 2000

_log = logging.getLogger("dateline.kill")


@dataclass(frozen=True, kw_only=True, slots=True)
class KillReceipt:
    """What a kill removed.

    ``erased`` are content hashes, ``addresses`` public media paths, ``files``
    where the files were; ``raw_refs`` name the agency's own bytes, which are
    kept closed in the raw archive. ``grievances`` are the numbers of entries in
    the register that are about the story: evidence, kept for editors only.
    """

    story: str
    moment: datetime
    reason: str
    erased: tuple[str, ...]
    pictures: tuple[str, ...]
    addresses: tuple[str, ...]
    files: tuple[Path, ...]
    revisions: int
    wire_uris: tuple[str, ...]
    raw_refs: tuple[str, ...]
    grievances: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class KillStory:
    """Remove a story from everywhere.

    ``reason`` is for the audit log, ``notice`` for readers who come to its
    address.
    """

    story: Story
    reason: str
    notice: str = ""
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise only if this person may not kill."""
        must_be_allowed(self.acting_user, "kill_story")

    def execute(self) -> KillReceipt:
        """Kill, and return what a receipt needs."""
        self.check()
        for _ in range(TRIES - 1):
            try:
                return self._execute()
            except OperationalError:  # a deadlock, or a database too busy
                if connection.in_atomic_block:
                    raise
                _log.exception("kill of %s: trying again", self.story.public_id)
        return self._execute()

    def _execute(self) -> KillReceipt:
        with transaction.atomic():
            # The wire holds its row before the story's: so do we.
            rows = WireItem.objects.select_for_update().filter(story=self.story.pk)
            wires = list(rows.order_by("pk"))
            receipt, due = self._kill(hold_story(self.story.pk), wires)
            transaction.on_commit(lambda: finish_kill(due))
        return receipt

    def _kill(
        self, story: Story, wires: Sequence[WireItem]
    ) -> tuple[KillReceipt, Due | None]:
        was_killed = story.state == StoryState.KILLED
        hashes = (
            *published_contents([story.public_id]),
            *words_on_fronts(story),
        )
        changes = take_off_fronts(story)
        pictures = _erase_pictures(story)
        erase_contents(hashes)
        revisions = empty_story(story, now=self.now)
        due = remember_files(_files_of(pictures), story=story, now=self.now)
        self._note(story, hashes, pictures)
        changes += [picture.change for picture in pictures if picture.erased]
        if not was_killed:
            gone = Kill(
                id=story.public_id,
                erased=hashes,
                notice=self.notice.strip(),
                language=story.language,
            )
            changes.append(
                Change(kind=Kind.STORY_KILLED, subject=story.public_id, content=gone)
            )
        entries = write(changes, moment=self.now)
        media = site_settings().media_path
        receipt = KillReceipt(
            story=story.public_id,
            moment=self.now,
            reason=self.reason,
            erased=(*hashes, *(h for picture in pictures for h in picture.erased)),
            pictures=tuple(picture.id for picture in pictures),
            addresses=tuple(a for picture in pictures for a in picture.addresses),
            files=tuple(media / name for name in _files_of(pictures)),
            revisions=revisions,
            wire_uris=tuple(item.uri for item in wires),
            raw_refs=_raw_refs(story, wires),
            grievances=_grievances(story),
            entries=tuple(entries),
        )
        return receipt, due

    def _note(
        self, story: Story, hashes: Sequence[str], pictures: Sequence[ErasedPicture]
    ) -> None:
        data = {
            "reason": self.reason,
            "erased": list(hashes),
            "pictures": [picture.id for picture in pictures],
        }
        audit = Audit(acting_user=self.acting_user, now=self.now)
        audit.note(story, "dateline.kill", data=data)


def _erase_pictures(story: Story) -> list[ErasedPicture]:
    rows = pictures_of_it_alone(story)
    erased = [erase_picture(row) for row in rows]
    for row in rows:
        forget_log(row)
    return erased


def _files_of(pictures: Sequence[ErasedPicture]) -> list[str]:
    return [name for picture in pictures for name in picture.files]


def _raw_refs(story: Story, wires: Sequence[WireItem]) -> tuple[str, ...]:
    refs = (story.raw_ref, *(item.raw_ref for item in wires))
    return tuple(dict.fromkeys(ref for ref in refs if ref))


def _grievances(story: Story) -> tuple[str, ...]:
    numbers = Grievance.objects.filter(story=story).order_by("pk")
    return tuple(map(str, numbers.values_list("pk", flat=True)))


def finish_kill(due: Due | None) -> None:
    """Remove the files, and what the database keeps of old pages.

    The kill stands already: what fails here is logged, and the due queue tries
    the files again.
    """
    if due is not None:
        try:
            erase_files(site_settings().media_path, due.details["files"])
        except OSError:
            _log.exception("files of a killed story are still there")
        else:
            Due.objects.filter(pk=due.pk).update(done_at=due.moment, outcome="done")
    if connection.vendor == Dialect.SQLITE:
        _empty_write_ahead_log()


def _empty_write_ahead_log() -> None:
    """Have SQLite overwrite what it still holds of the text.

    If a reader is in the way for too long, the next checkpoint does it.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {CHECKPOINT_MILLISECONDS}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")

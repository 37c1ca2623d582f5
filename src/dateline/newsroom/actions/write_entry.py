"""Write entry: something new in a live blog, or a change to a draft of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.news.live import RUNNING, check_entry
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import WrongStateError
from dateline.newsroom.actions.live_row import (
    EntryWords,
    hold_blog,
    hold_entry,
    picture_must_be_free,
    release,
    said_of,
    save_and_say,
    set_words,
)
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.models.live_entry import EntryState, LiveEntry
from dateline.newsroom.models.story import Story
from dateline.newsroom.public_live import public_entry


@dataclass(frozen=True, kw_only=True)
class WriteEntry:
    """Write an entry of ``story``, or change the draft ``entry``.

    With ``release`` it goes out: at once, or with the story where that is not
    public yet. Without, it stays a draft that an editor may release.
    """

    story: Story
    words: EntryWords
    release: bool = True
    entry: LiveEntry | None = None
    acting_user: Any = None
    now: datetime

    def execute(self) -> LiveEntry:
        """Write and return the entry.

        Raises NotAllowedError, WrongStateError, EmbargoedError for its picture,
        LiveEntryError for an empty one.
        """
        must_be_allowed(
            self.acting_user, "publish_story" if self.release else "change_story"
        )
        with transaction.atomic():
            entry = self._held()
            if entry.story.blog != RUNNING:
                raise WrongStateError(
                    f"the live blog {entry.story.public_id} has ended",
                    hint="Start it again, or correct an entry.",
                )
            set_words(entry, self.words)
            entry.moment = entry.moment or self.now
            check_entry(public_entry(entry))
            if self.release:
                picture_must_be_free(entry, now=self.now)
                release(entry, now=self.now)
            save_and_say(entry, now=self.now)
            Audit(acting_user=self.acting_user, now=self.now).note(
                entry.story,
                "dateline.live-entry" if self.release else "dateline.live-draft",
                data=said_of(entry),
            )
            return entry

    def _held(self) -> LiveEntry:
        if self.entry is None:
            return LiveEntry(story=hold_blog(self.story.pk), made_at=self.now)
        entry = hold_entry(self.entry.pk)
        if entry.state != EntryState.DRAFT:
            raise WrongStateError(
                f"entry {entry.number} is released",
                hint="Correct it instead, with a note where readers must know.",
            )
        return entry

"""Correct entry: put right what stands in a live blog, with a note if it matters."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.news.live import check_entry
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.correct import NoNoteError
from dateline.newsroom.actions.errors import WrongStateError
from dateline.newsroom.actions.live_row import (
    EntryWords,
    hold_entry,
    picture_must_be_free,
    said_of,
    save_and_say,
    set_words,
)
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.models.live_entry import EntryState, LiveEntry
from dateline.newsroom.public_live import public_entry


@dataclass(frozen=True, kw_only=True)
class CorrectEntry:
    """Put a released entry right.

    A material correction carries a ``note`` that readers see in the entry; a
    ``minor`` one (a slip of the pen, a mark as key point) leaves no trace.
    """

    entry: LiveEntry
    words: EntryWords
    note: str = ""
    minor: bool = False
    acting_user: Any = None
    now: datetime

    def execute(self) -> LiveEntry:
        """Correct and return the entry; raises what ``WriteEntry`` raises."""
        must_be_allowed(self.acting_user, "publish_story")
        if not self.minor and not self.note.strip():
            raise NoNoteError("a material correction needs a note for readers")
        with transaction.atomic():
            entry = hold_entry(self.entry.pk)
            if entry.state != EntryState.RELEASED:
                raise WrongStateError(
                    "the entry is a draft", hint="Change the draft and release it."
                )
            set_words(entry, self.words)
            if not self.minor:
                entry.corrected, entry.note = self.now, self.note.strip()
            check_entry(public_entry(entry))
            picture_must_be_free(entry, now=self.now)
            save_and_say(entry, now=self.now)
            Audit(acting_user=self.acting_user, now=self.now).note(
                entry.story,
                "dateline.live-correct",
                data=said_of(
                    entry, **({"minor": True} if self.minor else {"note": entry.note})
                ),
            )
            return entry

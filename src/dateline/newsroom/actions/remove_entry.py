"""Remove entry: take something out of a live blog; a draft is thrown away."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from dateline.journal.entry import Change, Kind
from dateline.news.live import LiveRemoval
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.live_row import hold_entry, said_of, say
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.models.live_entry import EntryState, LiveEntry


@dataclass(frozen=True, kw_only=True)
class RemoveEntry:
    """Take an entry out. Its words stay in the journal as an earlier state does."""

    entry: LiveEntry
    acting_user: Any = None
    now: datetime

    def execute(self) -> None:
        """Remove it; raises NotAllowedError or WrongStateError."""
        with transaction.atomic():
            entry = hold_entry(self.entry.pk)
            is_draft = entry.state == EntryState.DRAFT
            must_be_allowed(
                self.acting_user, "change_story" if is_draft else "publish_story"
            )
            told = said_of(entry)
            if is_draft:
                entry.delete()
            else:
                self._take_out(entry)
            Audit(acting_user=self.acting_user, now=self.now).note(
                entry.story, "dateline.live-remove", data=told
            )

    def _take_out(self, entry: LiveEntry) -> None:
        entry.state = EntryState.REMOVED
        entry.save()
        removal = LiveRemoval(
            story=entry.story.public_id,
            number=entry.number,
            moment=self.now.astimezone(UTC),
        )
        subject = entry.story.public_id
        change = Change(kind=Kind.LIVE_REMOVED, subject=subject, content=removal)
        say(entry.story, [change], now=self.now)

"""Say whether a kill in words meant a suspect: kill it, or put it back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.journal.entry import Entry
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import WrongStateError
from dateline.newsroom.actions.item_pictures import free_pictures
from dateline.newsroom.actions.kill_item import KillItem
from dateline.newsroom.actions.restore import Restore
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.models.suspect import Suspect, Suspicion
from dateline.newsroom.models.wire_item import WireItem, WireState


@dataclass(frozen=True, kw_only=True)
class SettleSuspect:
    """Kill a suspect, or put back what was taken down because of it.

    What waited for a moment is not put back on the schedule: the person who
    decides does that. The last suspect of a notice closes the notice.
    """

    suspect: Suspect
    kill: bool
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        right = "kill_story" if self.kill else "publish_story"
        must_be_allowed(self.acting_user, right)
        if self.suspect.outcome != Suspicion.OPEN:
            raise WrongStateError(
                "somebody has decided about this one already",
                hint="A story that was put back can still be killed on its own form.",
            )

    def execute(self) -> tuple[Entry, ...]:
        """Settle it and return the journal's entries; raises what ``check`` raises."""
        with transaction.atomic():
            held = Suspect.objects.select_for_update().get(pk=self.suspect.pk)
            row = WireItem.objects.select_for_update().get(pk=held.wire_item_id)
            settle = SettleSuspect(
                suspect=held, kill=self.kill, acting_user=self.acting_user, now=self.now
            )
            settle.check()
            entries = settle.killed(row) if self.kill else settle.put_back(row)
            if not self.kill:
                held.outcome, held.settled_at = Suspicion.CLEARED, self.now
                held.save()
                _close_if_done(held)
        return entries

    def killed(self, row: WireItem) -> tuple[Entry, ...]:
        """Kill the item, everywhere."""
        reason = f"meant by the kill {self.suspect.notice.uri}"
        entries = KillItem(
            wire_item=row, reason=reason, acting_user=self.acting_user, now=self.now
        ).execute()
        row.reason, row.call_desk = reason, False
        row.save()
        return entries

    def put_back(self, row: WireItem) -> tuple[Entry, ...]:
        """Publish again what was taken down; another notice may still hold it."""
        others = Suspect.objects.filter(wire_item=row, outcome=Suspicion.OPEN)
        if others.exclude(pk=self.suspect.pk).exists():
            return ()
        entries = [*free_pictures(row, acting_user=self.acting_user, now=self.now)]
        for public_id in self.suspect.published:
            story = Story.objects.filter(public_id=public_id).first()
            if story is not None and story.state == StoryState.WITHDRAWN:
                restore = Restore(
                    story=story, acting_user=self.acting_user, now=self.now
                )
                entries += restore.execute().entries
        if row.state == WireState.WITHDRAWN:
            row.state = _state_after(self.suspect)
        row.reason, row.call_desk = "put back: a kill did not mean it", False
        row.save()
        Audit(acting_user=self.acting_user, now=self.now).note(
            row, "dateline.clear", data={"uri": row.uri}
        )
        return tuple(entries)


def _state_after(suspect: Suspect) -> str:
    """Return the row's state once it is cleared; no plan comes back by itself."""
    before = suspect.state_before
    return WireState.DRAFT if before == WireState.SCHEDULED else before


def _close_if_done(suspect: Suspect) -> None:
    open_ones = Suspect.objects.filter(notice=suspect.notice_id, outcome=Suspicion.OPEN)
    if not open_ones.exists():
        WireItem.objects.filter(pk=suspect.notice_id).update(
            open_notice=False, call_desk=False
        )


@dataclass(frozen=True, kw_only=True)
class CloseNotice:
    """Say that a kill in words means nothing more: later copy is not held for it."""

    notice: WireItem
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        must_be_allowed(self.acting_user, "kill_story")
        waiting = Suspect.objects.filter(notice=self.notice, outcome=Suspicion.OPEN)
        if waiting.exists():
            raise WrongStateError(
                "suspects of this notice still wait",
                hint="Kill each of them, or put it back.",
            )

    def execute(self) -> None:
        """Close it; raises what ``check`` raises."""
        with transaction.atomic():
            row = WireItem.objects.select_for_update().get(pk=self.notice.pk)
            self.check()
            row.open_notice = row.call_desk = False
            row.save(update_fields=["open_notice", "call_desk"])
            Audit(acting_user=self.acting_user, now=self.now).note(
                row, "dateline.clear", data={"uri": row.uri}
            )

"""Kill what an agency sent: all versions, all stories made of it, all it carried."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.journal.entry import Entry
from dateline.newsroom.actions.empty_wire_rows import empty_row, save_emptied
from dateline.newsroom.actions.item_pictures import kill_pictures
from dateline.newsroom.actions.kill import KillStory
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.models.suspect import Suspect, Suspicion
from dateline.newsroom.models.wire_item import WireItem
from dateline.newsroom.package_parts import rows_inside
from dateline.newsroom.stories_of_item import family_of, stories_of

NOTICE = "This story was withdrawn by the agency that supplied it."


@dataclass(frozen=True, kw_only=True)
class KillItem:
    """Kill all stories made of a wire item; of its rows only the names stay.

    ``wire_item`` may be a row that is not saved yet.
    """

    wire_item: WireItem
    reason: str
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise only if this person may not kill."""
        must_be_allowed(self.acting_user, "kill_story")

    def execute(self) -> tuple[Entry, ...]:
        """Kill, and return the journal's entries."""
        self.check()
        entries: list[Entry] = []
        with transaction.atomic():
            family = family_of(self.wire_item)
            rows = [*family, *rows_inside(family)]
            for story in stories_of(rows):
                receipt = KillStory(
                    story=story,
                    reason=self.reason,
                    notice=NOTICE,
                    acting_user=self.acting_user,
                    now=self.now,
                ).execute()
                entries += receipt.entries
            entries += kill_pictures(
                rows, reason=self.reason, acting_user=self.acting_user, now=self.now
            )
            for row in rows:
                empty_row(row)
            known = [row for row in rows if row.pk is not None]
            save_emptied(known)
            settle_notices(known, now=self.now)
        return tuple(entries)


def settle_notices(rows: Sequence[WireItem], *, now: datetime) -> None:
    """Note that suspects were killed: what named them goes with them.

    A notice is closed with its last suspect, and names nobody any more.
    """
    meant = Suspect.objects.filter(wire_item__in=rows)
    notices = set(meant.values_list("notice_id", flat=True))
    meant.update(named_by="", published=[])
    meant.filter(outcome=Suspicion.OPEN).update(
        outcome=Suspicion.KILLED, settled_at=now
    )
    waiting = Suspect.objects.filter(notice__in=notices, outcome=Suspicion.OPEN)
    done = notices - set(waiting.values_list("notice_id", flat=True))
    WireItem.objects.filter(pk__in=done).update(
        open_notice=False, call_desk=False, victims=[]
    )

"""Leave: a wire item the desk has looked at and does not want."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.models.wire_item import WireItem, WireState
from dateline.newsroom.person_name import name_of

LEAVABLE = frozenset(
    {WireState.DRAFT, WireState.HELD, WireState.KEPT, WireState.REFUSED}
)
"""States in which nothing has happened that leaving an item would hide."""


@dataclass(frozen=True, kw_only=True)
class Leave:
    """Mark a wire item as not wanted; for readers nothing changes.

    It stays in the list and no longer calls the desk. One that is public, or
    that took something down, keeps its state.
    """

    wire_item: WireItem
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise NotAllowedError for whoever may not change the wire list."""
        must_be_allowed(self.acting_user, "change_wireitem")

    def execute(self) -> WireItem:
        """Leave it and return its row; raises what ``check`` raises."""
        self.check()
        with transaction.atomic():
            row = WireItem.objects.select_for_update().get(pk=self.wire_item.pk)
            row.call_desk = False
            if row.state in LEAVABLE:
                row.state = WireState.KEPT
                row.reason = f"left by {name_of(self.acting_user) or 'the system'}"
            row.save(update_fields=["call_desk", "state", "reason"])
            Audit(acting_user=self.acting_user, now=self.now).note(
                row, "dateline.leave", data={"uri": row.uri, "version": row.version}
            )
        return row

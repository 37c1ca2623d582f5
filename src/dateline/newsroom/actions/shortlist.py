"""Shortlist: put a wire item on one's taster, or take it off."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateline.newsroom.actions.errors import WrongStateError
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.models.taster import Taster
from dateline.newsroom.models.wire_item import WireItem, WireState


@dataclass(frozen=True, kw_only=True)
class Shortlist:
    """Put an item on a person's taster, or take it off if it is there.

    For readers, and for what becomes of the item, nothing changes.
    """

    wire_item: WireItem
    acting_user: Any
    now: datetime

    def check(self) -> None:
        """Raise what stands against it; what was killed can only be taken off."""
        must_be_allowed(self.acting_user, "view_wireitem")
        if self.wire_item.state == WireState.KILLED and not self._entry().exists():
            raise WrongStateError(
                "the agency killed this", hint="Choose something else for the taster."
            )

    def execute(self) -> bool:
        """Do it and return whether the item is on the taster now."""
        self.check()
        gone, _ = self._entry().delete()
        if gone:
            return False
        Taster.objects.get_or_create(
            user=self.acting_user,
            wire_item=self.wire_item,
            defaults={"put_at": self.now},
        )
        return True

    def _entry(self) -> Any:
        return Taster.objects.filter(user=self.acting_user, wire_item=self.wire_item)

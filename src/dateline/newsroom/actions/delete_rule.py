"""Delete a routing rule; what it routed stays where it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.models.routing_rule import RoutingRule


@dataclass(frozen=True, kw_only=True)
class DeleteRule:
    """Delete ``rule``; ``said`` is the rule in words, for the audit log."""

    rule: RoutingRule
    said: str = ""
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        must_be_allowed(self.acting_user, "delete_routingrule")

    def execute(self) -> None:
        """Delete it; raises what ``check`` raises."""
        self.check()
        with transaction.atomic():
            Audit(acting_user=self.acting_user, now=self.now).note(
                self.rule, "dateline.rule-delete", data={"note": self.said}
            )
            self.rule.delete()

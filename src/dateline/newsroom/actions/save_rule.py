"""Save a routing rule: a new one, or another version of an old one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.models.routing_rule import RoutingRule


@dataclass(frozen=True, kw_only=True)
class SaveRule:
    """Save ``rule``; a new one is asked after all others.

    It holds for what comes from now on; what came stays where it is. ``said`` is
    the rule in words, for the audit log.
    """

    rule: RoutingRule
    said: str = ""
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        right = "add" if self.rule.pk is None else "change"
        must_be_allowed(self.acting_user, f"{right}_routingrule")

    def execute(self) -> RoutingRule:
        """Save and return the rule; raises what ``check`` raises."""
        self.check()
        rule = self.rule
        with transaction.atomic():
            if rule.pk is None:
                last = RoutingRule.objects.order_by("-position").first()
                rule.position = last.position + 1 if last is not None else 1
            rule.changed_at, rule.changed_by = self.now, self.acting_user
            rule.save()
            Audit(acting_user=self.acting_user, now=self.now).note(
                rule, "dateline.rule", data={"note": self.said}
            )
        return rule

"""Move a routing rule: up or down in the order in which rules are asked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.models.routing_rule import RoutingRule


@dataclass(frozen=True, kw_only=True)
class MoveRule:
    """Move ``rule`` by so many places; up is negative, the ends are the ends."""

    rule: RoutingRule
    by: int
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        must_be_allowed(self.acting_user, "change_routingrule")

    def execute(self) -> int:
        """Move it and return its place, from 1; raises what ``check`` raises."""
        self.check()
        with transaction.atomic():
            rules = list(RoutingRule.objects.select_for_update())
            before = [rule.pk for rule in rules].index(self.rule.pk)
            after = min(max(before + self.by, 0), len(rules) - 1)
            rules.insert(after, rules.pop(before))
            for position, rule in enumerate(rules, start=1):
                if rule.position != position:
                    rule.position = position
                    rule.save(update_fields=["position"])
            if after != before:
                Audit(acting_user=self.acting_user, now=self.now).note(
                    rules[after],
                    "dateline.rule-move",
                    data={"note": f"from place {before + 1} to {after + 1}"},
                )
        return after + 1

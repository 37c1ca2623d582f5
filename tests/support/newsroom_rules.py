"""Routing rules of a desk for the newsroom's tests. Needs Django set up."""

from dateline.newsroom.models import RoutingRule


def a_rule(name="a rule", **fields):
    """Keep a rule after those that are there, and return it."""
    position = RoutingRule.objects.count() + 1
    return RoutingRule.objects.create(name=name, **{"position": position, **fields})

"""The desk's rules, from their rows."""

from dateline.news.site import Site
from dateline.newsroom.models.routing_rule import Publishing, RoutingRule
from dateline.newsroom.site_settings import site_settings
from dateline.wire.phrase import phrase_of
from dateline.wire.routing import Rule

_SAYS = {Publishing.AT_ONCE: True, Publishing.HOLD: False}


def stored_rules() -> tuple[Rule, ...]:
    """Return the rules that are on, in their order; one query."""
    site = site_settings().site
    rows = RoutingRule.objects.filter(enabled=True)
    return tuple(rule_of(row, site=site) for row in rows)


def rule_of(row: RoutingRule, *, site: Site) -> Rule:
    """Return a row as a rule, without what the site has no longer."""
    return Rule(
        key=row.pk or 0,
        name=row.name,
        sources=frozenset(row.sources),
        subjects=tuple(row.subjects),
        places=_places(row.places, site),
        sluglines=tuple(row.sluglines),
        words=tuple(row.words),
        most_urgent=row.most_urgent,
        least_urgent=row.least_urgent,
        section=row.section if site.section(row.section) is not None else "",
        desk=row.desk,
        cities=tuple(city for city in row.cities if site.city(city) is not None),
        topics=tuple(row.topics),
        publish=_SAYS.get(Publishing(row.publish)),
        last=row.last,
    )


def desks() -> list[str]:
    """Return the desks that rules name, in order."""
    named = RoutingRule.objects.exclude(desk="").order_by("desk")
    return list(named.values_list("desk", flat=True).distinct())


def _places(lines: list[str], site: Site) -> tuple[str, ...]:
    """Add to a city of ours all its other names: Bangalore is Bengaluru."""
    found = list(lines)
    for city in site.cities:
        names = (city.name, *city.also)
        known = {phrase_of(name) for name in (city.id, *names)}
        if any(phrase_of(line) in known for line in lines):
            found += names
    return tuple(dict.fromkeys(found))

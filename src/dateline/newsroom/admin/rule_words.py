"""A routing rule in words: when it holds, what it gives, how its lines are read."""

from collections.abc import Iterator, Sequence

from dateline.news.site import Site
from dateline.newsroom.models.routing_rule import Publishing, RoutingRule
from dateline.newsroom.models.topic import Topic
from dateline.newsroom.site_settings import site_settings
from dateline.wire.media_topic_table import table
from dateline.wire.media_topics import lineage, topic_name
from dateline.wire.phrase import phrase_of
from dateline.wire.routing import topic_for

GONE = "(not in the site any more)"


def when_words(rule: RoutingRule) -> list[str]:
    """Return a line for each condition."""
    return list(_when(rule)) or ["every item"]


def then_words(rule: RoutingRule) -> list[str]:
    """Return a line for each thing the rule gives."""
    return list(_then(rule, site_settings().site))


def rule_words(rule: RoutingRule) -> str:
    """Return the whole rule as one line, for the audit log."""
    off = "" if rule.enabled else " [off]"
    when, then = "; ".join(when_words(rule)), "; ".join(then_words(rule))
    return f"{rule.name}{off}: when {when} → {then}"


def subject_words(lines: Sequence[str]) -> list[str]:
    """Say of each line of subjects how it is read."""
    return [_subject_words(line) for line in lines]


def wordless(lines: Sequence[str]) -> list[str]:
    """Return the lines that can never be found, for they hold no word."""
    return [line for line in lines if not phrase_of(line)]


def _subject_words(line: str) -> str:
    topic = topic_for(line)
    if not topic:
        return f"{line}: no Media Topic; the agency's own word, as it sends it"
    below = sum(topic in lineage(other) for other in table().names) - 1
    narrower = f", with {below} narrower topics" if below else ""
    return f"{line}: Media Topic {topic} “{topic_name(topic)}”{narrower}"


def _when(rule: RoutingRule) -> Iterator[str]:
    for name, values in (
        ("wire", rule.sources),
        ("subject", rule.subjects),
        ("place", rule.places),
        ("slugline", rule.sluglines),
        ("words", rule.words),
    ):
        if values:
            yield f"{name} {' or '.join(values)}"
    if rule.most_urgent is not None and rule.least_urgent is not None:
        yield f"urgency {rule.most_urgent} to {rule.least_urgent}"
    elif rule.most_urgent is not None:
        yield f"urgency {rule.most_urgent} or less urgent"
    elif rule.least_urgent is not None:
        yield f"urgency {rule.least_urgent} or more urgent"


def _then(rule: RoutingRule, site: Site) -> Iterator[str]:
    if rule.section:
        section = site.section(rule.section)
        yield f"section {section.name if section else f'{rule.section} {GONE}'}"
    for key in rule.cities:
        city = site.city(key)
        yield f"city {city.name if city else f'{key} {GONE}'}"
    names = dict(Topic.objects.filter(pk__in=rule.topics).values_list("pk", "name"))
    for key in rule.topics:
        yield f"topic {names.get(key, f'{key} {GONE}')}"
    if rule.desk:
        yield f"desk {rule.desk}"
    if rule.publish:
        yield str(Publishing(rule.publish).label)
    if rule.last:
        yield "ask no further rule"

"""Routing: where an Item goes, by rules that the desk writes.

A rule has conditions and gives. All conditions that it has must hold; of the lines
of one condition any may. Rules are asked in their order, and **every rule that
holds gives**: the first to say a section, a desk, or whether the Item is published
at once decides that; cities and topics add up. A rule that is the ``last`` ends
the asking, which is how exceptions are written.

So "all about Patna → city Patna" and "urgency 1 → the night desk" need not know
of each other. Why not first-match-wins: ``docs/decisions``.

Pure: what an Item may do is judge's to say (``wire.judge``). A rule decides between
a draft and a publication of copy that may go out; it lets nothing out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.wire.media_topics import topic_name, topic_named, topic_of
from dateline.wire.phrase import any_of, first_found, folded
from dateline.wire.traits import Traits


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One rule. A condition that is empty asks nothing.

    Args:
        key: what the newsroom keeps it under; 0 for one that is not saved.
        name: what the desk calls it.
        sources: names of wires.
        subjects: Media Topics by name or code, whose narrower topics count too,
            old subject codes, or the agency's own words.
        places: phrases in the names of places of the dateline or the metadata.
        sluglines: phrases in the slugline.
        words: phrases in headline, standfirst, keywords or first words.
        most_urgent, least_urgent: both ends count; 1 is a flash. An Item without
            an urgency meets neither.
        section, desk: where it goes; empty says nothing.
        cities, topics: ids that are added.
        publish: at once (True) or held for the desk (False); None says nothing.
        last: no rule after this one is asked.
    """

    key: int = 0
    name: str = ""
    sources: frozenset[str] = frozenset()
    subjects: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sluglines: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    most_urgent: int | None = None
    least_urgent: int | None = None
    section: str = ""
    desk: str = ""
    cities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    publish: bool | None = None
    last: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """A rule that held: why, and what of what it gives counted."""

    key: int
    name: str
    why: tuple[str, ...]
    gave: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Routed:
    """What the rules say of an Item; empty and None say nothing.

    ``publisher`` names the rule that said whether it goes out at once.
    """

    section: str = ""
    desk: str = ""
    cities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    publish: bool | None = None
    publisher: str = ""
    matches: tuple[Match, ...] = ()


UNROUTED = Routed()


def route(traits: Traits, rules: Iterable[Rule]) -> Routed:
    """Return what ``rules``, in their order, say of an Item."""
    routed = UNROUTED
    for rule in rules:
        if not holds(rule, traits):
            continue
        routed = _given(rule, traits, routed)
        if rule.last:
            break
    return routed


def holds(rule: Rule, traits: Traits) -> bool:
    """Say whether all conditions of a rule hold. The cheap ones are asked first.

    A rule without any condition holds for every Item.
    """
    return (
        (not rule.sources or traits.source in rule.sources)
        and _is_urgent(rule, traits.urgency)
        and (not rule.subjects or bool(_subject(rule, traits)))
        and (not rule.sluglines or _has(rule.sluglines, folded(traits.slugline)))
        and (not rule.places or _has(rule.places, folded(*traits.places)))
        and (not rule.words or _has(rule.words, traits.words))
    )


def why(rule: Rule, traits: Traits) -> tuple[str, ...]:
    """Say in words why a rule holds, a line a condition."""
    return tuple(_reasons(rule, traits)) or ("every item",)


@lru_cache(maxsize=1024)
def topic_for(line: str) -> str:
    """Return the Media Topic that a line of ``subjects`` means; empty if none.

    A name in any language of the table, a code, or an old subject code, with or
    without its scheme ("medtop:15000000", "subj:15054000").
    """
    scheme, _, code = line.strip().rpartition(":")
    return topic_of(scheme, code) or topic_named(line)


def _is_urgent(rule: Rule, urgency: int | None) -> bool:
    """Say whether an urgency lies between the ends."""
    if rule.most_urgent is None and rule.least_urgent is None:
        return True
    if urgency is None:
        return False
    most = rule.most_urgent if rule.most_urgent is not None else urgency
    least = rule.least_urgent if rule.least_urgent is not None else urgency
    return most <= urgency <= least


def _subject(rule: Rule, traits: Traits) -> str:
    """Return the first line of ``subjects`` that an Item is filed under."""
    topics, names = _looked_for(rule.subjects)
    for topic, line in topics:
        if topic in traits.topics:
            return line
    for sent in traits.subjects:
        line = names.get(_name(sent), "")
        if line:
            return line
    return ""


@lru_cache(maxsize=1024)
def _looked_for(
    lines: tuple[str, ...],
) -> tuple[tuple[tuple[str, str], ...], dict[str, str]]:
    """Return the topics of some lines, and the lines as names, each with its line."""
    topics = tuple((topic, line) for line in lines if (topic := topic_for(line)))
    return topics, {name: line for line in lines if (name := _name(line))}


@lru_cache(maxsize=8192)
def _name(text: str) -> str:
    return " ".join(text.casefold().split())


def _has(phrases: tuple[str, ...], text: str) -> bool:
    return any_of(phrases).search(text) is not None


def _reasons(rule: Rule, traits: Traits) -> Iterator[str]:
    if rule.sources:
        yield f"wire {traits.source}"
    if rule.subjects:
        line = _subject(rule, traits)
        topic = topic_for(line)
        yield f"subject {topic_name(topic)} ({topic})" if topic else f"subject {line}"
    if rule.places:
        yield f"place {first_found(rule.places, folded(*traits.places))}"
    if rule.sluglines:
        yield f"slugline {first_found(rule.sluglines, folded(traits.slugline))}"
    if rule.words:
        yield f"words {first_found(rule.words, traits.words)}"
    if rule.most_urgent is not None or rule.least_urgent is not None:
        yield f"urgency {traits.urgency}"


def _new(given: tuple[str, ...], had: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is given and was not had, each once."""
    return tuple(each for each in dict.fromkeys(given) if each not in had)


def _given(rule: Rule, traits: Traits, so_far: Routed) -> Routed:
    """Add what a rule gives to what the rules before it gave."""
    cities = _new(rule.cities, so_far.cities)
    topics = _new(rule.topics, so_far.topics)
    section = "" if so_far.section else rule.section
    desk = "" if so_far.desk else rule.desk
    publish = rule.publish if so_far.publish is None else None
    gave = [f"section {section}"] if section else []
    gave += [f"city {city}" for city in cities]
    gave += [f"topic {topic}" for topic in topics]
    gave += [f"desk {desk}"] if desk else []
    gave += [] if publish is None else [PUBLISH if publish else HOLD]
    match = Match(key=rule.key, name=rule.name, why=why(rule, traits), gave=tuple(gave))
    return Routed(
        section=so_far.section or section,
        desk=so_far.desk or desk,
        cities=so_far.cities + cities,
        topics=so_far.topics + topics,
        publish=so_far.publish if publish is None else publish,
        publisher=so_far.publisher if publish is None else rule.name,
        matches=(*so_far.matches, match),
    )


PUBLISH, HOLD = "published at once", "held for the desk"
"""What a rule says of publishing, in words."""

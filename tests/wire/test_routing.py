"""Routing: all conditions of a rule hold, and every rule that holds gives."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.phrase import folded
from dateline.wire.routing import (
    HOLD,
    PUBLISH,
    UNROUTED,
    Rule,
    holds,
    route,
    topic_for,
    why,
)
from dateline.wire.traits import Traits

FERRY = Traits(
    source="acme",
    topics=frozenset({"20001065", "20000822", "15000000"}),
    subjects=("Water sports",),
    places=("NAGATO, Japan", "Patna"),
    slugline="FERRY-STRIKE/LEAD",
    words=folded("Ferry crews strike", "The ferry left at noon."),
    urgency=2,
)

CONDITIONS = {
    "sources": (frozenset({"acme"}), frozenset({"other"})),
    "subjects": (("Sport",), ("weather",)),
    "places": (("japan",), ("oslo",)),
    "sluglines": (("ferry strike",), ("train",)),
    "words": (("crew*", "train"), ("train",)),
    "least_urgent": (2, 1),
    "most_urgent": (2, 3),
}
"""Each condition, as it holds for FERRY and as it does not."""

rules = st.builds(
    Rule,
    key=st.integers(1, 9),
    name=st.sampled_from(["a", "b", "c"]),
    sources=st.sampled_from([frozenset(), *CONDITIONS["sources"]]),
    words=st.sampled_from([(), *CONDITIONS["words"]]),
    subjects=st.sampled_from([(), *CONDITIONS["subjects"]]),
    least_urgent=st.sampled_from([None, *CONDITIONS["least_urgent"]]),
    section=st.sampled_from(["", "sport", "world"]),
    desk=st.sampled_from(["", "Night", "City"]),
    cities=st.lists(st.sampled_from(["patna", "delhi"])).map(tuple),
    topics=st.lists(st.sampled_from(["ferries", "strikes"])).map(tuple),
    publish=st.sampled_from([None, True, False]),
    last=st.booleans(),
)


@given(st.sets(st.sampled_from(sorted(CONDITIONS))), st.data())
def test_a_rule_holds_if_and_only_if_all_its_conditions_do(asked, data):
    """One that fails is enough; one that is not there asks nothing."""
    is_met = {name: data.draw(st.booleans(), label=name) for name in sorted(asked)}
    rule = Rule(**{n: CONDITIONS[n][0 if ok else 1] for n, ok in is_met.items()})

    assert holds(rule, FERRY) is all(is_met.values())


@given(st.lists(rules, max_size=6))
def test_what_is_decided_is_what_the_first_rule_said(given_rules):
    """Section, desk and publication of the first that says them; the rest adds up."""
    held = [rule for rule in given_rules if holds(rule, FERRY)]
    ends = next((n for n, rule in enumerate(held) if rule.last), len(held))
    asked = held[: ends + 1]
    routed = route(FERRY, given_rules)

    assert routed.section == next((r.section for r in asked if r.section), "")
    assert routed.desk == next((r.desk for r in asked if r.desk), "")
    said = [r for r in asked if r.publish is not None]
    assert routed.publish is (said[0].publish if said else None)
    assert routed.publisher == (said[0].name if said else "")
    assert set(routed.cities) == {c for r in asked for c in r.cities}
    assert len(set(routed.topics)) == len(routed.topics)
    assert [m.key for m in routed.matches] == [r.key for r in asked]


@given(st.lists(rules, max_size=5), st.integers(0, 5))
def test_a_rule_that_does_not_hold_changes_nothing(given_rules, place):
    """It may stand anywhere."""
    idle = Rule(words=("nowhere",), section="world", publish=True, last=True)
    others = list(given_rules)
    others.insert(place, idle)

    assert route(FERRY, others) == route(FERRY, given_rules)


@given(st.lists(rules, max_size=5))
def test_what_each_rule_gave_is_the_whole(given_rules):
    """What is told of each rule, put together, is what came of all."""
    routed = route(FERRY, given_rules)
    told = list(itertools.chain(*(match.gave for match in routed.matches)))

    expected = [f"city {c}" for c in routed.cities]
    expected += [f"topic {t}" for t in routed.topics]
    expected += [f"section {routed.section}"] if routed.section else []
    expected += [f"desk {routed.desk}"] if routed.desk else []
    if routed.publish is not None:
        expected.append(PUBLISH if routed.publish else HOLD)
    assert sorted(told) == sorted(expected)


def test_no_rule_says_nothing():
    """And a rule without conditions holds for all."""
    assert route(FERRY, []) == UNROUTED
    assert why(Rule(), FERRY) == ("every item",)
    assert holds(Rule(), Traits())


def test_an_item_without_an_urgency_meets_no_rule_that_asks_for_one():
    """What is not known is not assumed."""
    assert not holds(Rule(most_urgent=1, least_urgent=8), Traits())


def test_reasons_are_said_a_line_a_condition():
    """As the desk wrote them, with the topic's name and code."""
    rule = Rule(**{name: met for name, (met, _) in CONDITIONS.items()})

    assert why(rule, FERRY) == (
        "wire acme",
        "subject sport (15000000)",
        "place japan",
        "slugline ferry strike",
        "words crew*",
        "urgency 2",
    )
    assert why(Rule(subjects=("water  SPORTS",)), FERRY) == ("subject water  SPORTS",)


def test_the_last_rule_ends_the_asking():
    """An exception stands before what it is an exception from."""
    weather = Rule(name="weather", words=("ferry",), publish=True, last=True)
    everything = Rule(name="all", publish=False, desk="Night")

    routed = route(FERRY, [weather, everything])

    assert (routed.publish, routed.desk) == (True, "")


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("sport", "15000000"),
        ("Politik", "11000000"),
        ("medtop:15000000", "15000000"),
        ("15054000", "20001065"),
        ("subj:15054000", "20001065"),
        ("4008000", "20000346"),
        ("Water sports", ""),
        ("", ""),
        (":", ""),
    ],
)
def test_a_subject_line_is_a_topic_by_name_or_code(line, topic):
    """In the words of today or the codes of 2009; else it is the agency's own word."""
    assert topic_for(line) == topic

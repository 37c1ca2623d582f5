"""Trying a rule: what it would have moved is what it does when it is there."""

import itertools
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.newsroom.models import RoutingRule, Story, WireItem
from dateline.newsroom.routing.kept import from_kept
from dateline.newsroom.routing.trial import SPAN, try_rule
from support.copy import NOON, later
from support.newsroom_rules import a_rule
from support.newsroom_wire import DESK, TRUSTED, arrive, copy

NOW = later(hours=1)
numbers = itertools.count()


def sent(*, source=DESK, now=NOON, **fields):
    """Take in an item under a uri of its own; return its outcome."""
    uri = f"urn:example:{next(numbers)}"
    return arrive(copy(uri=uri, **fields), source=source, now=now)


def draft(**fields):
    """Return a rule that is not saved."""
    return RoutingRule(name="tried", **{"sluglines": ["ferry"], **fields})


def counts(trial):
    """Return the counts by outcome: what, what would be, what was."""
    return {(o.what, o.would, o.then): count for o, count in trial.counts}


def test_items_are_counted_by_what_would_have_been_otherwise(either):
    """Section, desk, city, publication, of those for which the rule holds."""
    sent()
    sent()
    sent(slugline="TRAIN")

    trial = try_rule(
        draft(section="sport", desk="Night", cities=["patna"], publish="publish"),
        now=NOW,
    )

    assert (trial.asked, trial.held, trial.moved) == (3, 2, 2)
    assert counts(trial) == {
        ("section", "sport", "india"): 2,
        ("desk", "Night", ""): 2,
        ("city", "patna", ""): 2,
        ("state", "published", "draft"): 2,
    }
    assert either.said() == []


def test_holding_says_what_would_not_have_gone_out(house):
    """The other way round, on a trusted wire."""
    sent(source=TRUSTED)

    trial = try_rule(draft(publish="hold"), now=NOW)

    assert counts(trial) == {("state", "draft", "published"): 1}


def test_embargoed_copy_would_have_waited(house):
    """A rule that publishes schedules it."""
    sent(embargoed=later(hours=3).isoformat())

    trial = try_rule(draft(publish="publish"), now=NOW)

    assert counts(trial) == {("state", "scheduled", "draft"): 1}


def test_what_judge_held_would_not_have_gone_out(house):
    """It is counted as barred; a killed item is not asked at all."""
    sent(pubstatus="withheld")
    sent(headline="ADVISORY: Ferry coverage plans")
    sent(type="picture")
    sent(pubstatus="canceled")

    trial = try_rule(draft(publish="publish"), now=NOW)

    assert (trial.asked, trial.held, trial.barred, trial.moved) == (3, 3, 3, 0)


def test_an_older_item_is_not_asked(house):
    """Fourteen days, to the second."""
    sent(now=NOW - SPAN - timedelta(seconds=1))
    sent(now=NOW - SPAN)

    assert try_rule(draft(section="sport"), now=NOW).asked == 1


def test_a_saved_rule_is_tried_in_its_place(house):
    """An earlier rule still decides; one that no longer holds frees its items."""
    a_rule("first", sluglines=["ferry"], section="world", desk="Day")
    rule = a_rule("second", sluglines=["ferry"], cities=["patna"])
    sent()
    rule.section, rule.desk = "sport", "Night"
    assert try_rule(rule, now=NOW).moved == 0

    rule.sluglines = ["train"]
    trial = try_rule(rule, now=NOW)

    assert counts(trial) == {("city", "", "patna"): 1}
    assert trial.held == 0


def test_a_rule_that_is_off_is_tried_as_if_it_were_on(house):
    """That is what trying is for."""
    rule = a_rule(sluglines=["ferry"], section="sport", enabled=False)
    sent()

    assert try_rule(rule, now=NOW).moved == 1


def test_items_from_before_there_were_rules_are_read_again(house):
    """Their bytes are kept for ever; one whose bytes are gone is counted as unread."""
    sent()
    WireItem.objects.update(traits=None, routed=None)
    sent()
    WireItem.objects.filter(pk=WireItem.objects.first().pk).update(
        traits=None, routed=None, raw_ref="0" * 64
    )

    trial = try_rule(draft(section="sport"), now=NOW)

    assert (trial.asked, trial.held, trial.unread) == (1, 1, 1)
    assert counts(trial) == {("section", "sport", "india"): 1}


def test_the_screen_is_bounded_and_the_counts_are_not(house, monkeypatch):
    """What moved comes first."""
    monkeypatch.setattr("dateline.newsroom.routing.trial.SHOWN", 2)
    for _ in range(3):
        sent()

    trial = try_rule(draft(section="sport"), now=NOW)

    assert (trial.moved, len(trial.lines)) == (3, 2)


def test_a_trial_costs_no_query_an_item(house):
    """The rules, and the rows; however many there are."""
    for _ in range(5):
        sent()

    with CaptureQueriesContext(connection) as queries:
        assert try_rule(draft(section="sport"), now=NOW).moved == 5

    assert len(queries) == 2


PARTS = {
    "section": ["", "sport", "world"],
    "desk": ["", "Night"],
    "publish": ["", "publish", "hold"],
    "sluglines": [[], ["ferry"], ["train"]],
}


@pytest.mark.slow
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    rule=st.fixed_dictionaries({k: st.sampled_from(v) for k, v in PARTS.items()}),
    trusted=st.booleans(),
    fields=st.sampled_from(
        [{}, {"embargoed": later(hours=3).isoformat()}, {"pubstatus": "withheld"}]
    ),
)
def test_what_a_trial_says_is_what_the_rule_does(house, rule, trusted, fields):
    """An item that comes after the rule was saved goes where the trial said."""
    RoutingRule.objects.all().delete()
    WireItem.objects.all().delete()
    source = TRUSTED if trusted else DESK
    sent(source=source, **fields)
    tried = draft(**rule)
    lines = try_rule(tried, now=NOW).lines
    tried.save()

    after = sent(source=source, now=later(minutes=5), **fields)

    row = WireItem.objects.order_by("-last_seen").first()
    kept = from_kept(row.routed)
    assert bool(lines) is bool(kept.routed.matches)
    for line in lines:
        assert (line.would.state, line.would.desk) == (after.state, row.desk)
        assert line.would.section == kept.section_under(kept.routed)
        if after.story:
            story = Story.objects.get(public_id=after.story)
            assert story.section_id == line.would.section

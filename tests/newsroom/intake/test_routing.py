"""The desk's rules at the way in: they place and publish, and let nothing out."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dateline.newsroom.actions.kill import KillStory
from dateline.newsroom.actions.take import Take
from dateline.newsroom.due import run_due
from dateline.newsroom.models import Due, Story, Topic, WireItem
from dateline.newsroom.models.wire_item import WireState
from dateline.newsroom.roles import EDITOR
from dateline.newsroom.routing.kept import from_kept, sentences
from dateline.wire.judge import Action
from support.copy import NOON, later
from support.newsroom_copy import a_person, changed
from support.newsroom_rules import a_rule
from support.newsroom_wire import DESK, arrive, copy

SPORT = {"sluglines": ["ferry"], "section": "sport", "desk": "Night"}


def the_row():
    """Return the one row of the wire."""
    return WireItem.objects.get()


def test_a_rule_places_a_new_story(either):
    """Section, cities and topics; what the agency names stays beside them."""
    Topic.objects.create(id="ferries", name="Ferries")
    Topic.objects.create(id="strikes", name="Strikes")
    a_rule(**SPORT, cities=["patna"], topics=["ferries"])

    arrive(
        copy(subject=[{"name": "Strikes"}], located="Ranchi"),
        source=replace(DESK, section="world"),
    )

    story = Story.objects.get().get_latest_revision_as_object()
    assert story.section_id == "sport"
    assert {city.id for city in story.cities.all()} == {"patna", "ranchi"}
    assert {topic.id for topic in story.topics.all()} == {"ferries", "strikes"}
    assert the_row().desk == "Night"
    assert either.said() == []


def test_the_wires_own_settings_hold_where_no_rule_speaks(house):
    """Section and publication of dateline.toml."""
    a_rule(sluglines=["train"], section="sport", publish="hold")

    assert arrive(copy()).state == WireState.PUBLISHED
    assert house.said()[-1][1].section == "world"


def test_a_rule_publishes_copy_of_a_wire_that_is_not_trusted(either):
    """And says on the row that it did."""
    a_rule("Ferries", sluglines=["ferry"], publish="publish")

    outcome = arrive(copy(), source=DESK)

    assert outcome.state == WireState.PUBLISHED
    assert either.kinds() == ["story.published"]
    assert sentences(from_kept(the_row().routed)) == [
        "Ferries: published at once (because of slugline ferry)"
    ]


def test_a_rule_holds_copy_of_a_trusted_wire(either):
    """It is drafted, and the reason names the rule."""
    a_rule("Look first", words=["harbour"], publish="hold")

    outcome = arrive(copy())

    assert outcome.state == WireState.DRAFT
    assert outcome.reason == "held for the desk by the rule “Look first”"
    assert either.said() == []


@pytest.mark.parametrize(
    ("sent", "action"),
    [
        ({"pubstatus": "withheld"}, Action.HOLD),
        ({"pubstatus": "canceled"}, Action.KILL),
        ({"embargoed": later(hours=3).isoformat()}, Action.HOLD),
        ({"headline": "EMBARGOED until Friday noon: Ferry"}, Action.HOLD),
        ({"headline": "MANDATORY KILL: Ferry"}, Action.HOLD),
        ({"headline": "ADVISORY: Ferry coverage plans"}, Action.KEEP),
        ({"type": "planning"}, Action.KEEP),
        ({"type": "picture"}, Action.TAKE),
        ({"body_xhtml": ""}, Action.HOLD),
    ],
)
def test_no_rule_lets_out_what_judge_holds(house, sent, action):
    """Neither a kill, an embargo, a service message nor what is for a human."""
    a_rule("Everything", publish="publish", section="sport", desk="Night")

    outcome = arrive(copy(**sent), source=DESK)

    assert outcome.action is action
    assert house.said() == []
    assert not Story.objects.filter(live=True).exists()


def test_a_rule_does_not_bring_back_what_was_withdrawn(house):
    """The agency took it back; a human may put it back."""
    a_rule("Everything", publish="publish")
    arrive(copy(), source=DESK)
    arrive(copy(minutes=1, pubstatus="withheld"), source=DESK, now=later(minutes=1))

    back = arrive(copy(minutes=2, version="3"), source=DESK, now=later(minutes=2))

    assert back.state == WireState.DRAFT
    assert the_row().call_desk
    assert house.kinds() == ["story.published", "story.withdrawn"]


def test_embargoed_copy_that_a_rule_approves_appears_at_its_moment(either):
    """Not a second before."""
    a_rule("Everything", publish="publish")
    moment = later(hours=3)

    outcome = arrive(copy(embargoed=moment.isoformat()), source=DESK)

    assert outcome.state == WireState.SCHEDULED
    run_due(moment - timedelta(seconds=1))
    assert "story.published" not in either.kinds()
    run_due(moment)
    assert either.kinds()[-1] == "story.published"


def test_a_version_that_a_rule_holds_takes_the_plan_back(house):
    """What waits for its embargo is the earlier version; the desk is called."""
    a_rule("Look first", words=["sinks"], publish="hold")
    moment = later(hours=3).isoformat()
    arrive(copy(embargoed=moment))

    outcome = arrive(
        copy(minutes=1, version="2", headline="Ferry sinks", embargoed=moment),
        now=later(minutes=1),
    )

    assert outcome.state == WireState.DRAFT
    assert the_row().call_desk
    assert not Due.objects.filter(done_at=None).exists()
    run_due(later(hours=4))
    assert "story.published" not in house.kinds()


def test_a_version_that_no_rule_publishes_calls_the_desk_to_a_public_story(house):
    """Readers have the earlier one, which is not replaced by itself."""
    a_rule("Ferries", sluglines=["ferry"], publish="publish")
    arrive(copy(), source=DESK)

    arrive(
        copy(minutes=1, version="2", slugline="BOAT"), source=DESK, now=later(minutes=1)
    )

    assert the_row().call_desk
    assert house.kinds() == ["story.published"]


def test_later_versions_do_not_move_a_story(house):
    """Where it is put is the desk's from then on; the row tells both."""
    rule = a_rule("First", **SPORT)
    arrive(copy(), source=DESK)
    rule.name, rule.section = "Second", "world"
    rule.save()

    arrive(copy(minutes=1, version="2"), source=DESK, now=later(minutes=1))

    row = the_row()
    assert Story.objects.get().section_id == "sport"
    assert from_kept(row.placed).routed.matches[0].name == "First"
    assert from_kept(row.routed).routed.matches[0].name == "Second"


def test_a_story_of_the_desks_own_is_only_proposed_to(house):
    """No rule publishes over what a person has written."""
    a_rule("Everything", publish="publish")
    arrive(copy(embargoed=later(hours=3).isoformat()), source=DESK)
    changed(Story.objects.get(), headline="Ours", by=a_person(EDITOR))

    outcome = arrive(
        copy(minutes=1, version="2"), source=DESK, now=later(hours=4, minutes=1)
    )

    assert outcome.state == WireState.PROPOSED
    assert not from_kept(the_row().routed).free


def test_rules_that_are_off_are_not_asked(house):
    """They wait in their place."""
    a_rule(**SPORT, enabled=False)

    arrive(copy(), source=DESK)

    assert Story.objects.get().section_id != "sport"


def test_what_the_site_has_no_longer_is_passed_over(house):
    """A section or city that is gone from dateline.toml stops no copy."""
    a_rule(sluglines=["ferry"], section="gone", cities=["gone"], topics=["gone"])

    assert arrive(copy()).state == WireState.PUBLISHED


def test_a_city_is_meant_by_each_of_its_names(house):
    """Bangalore is Bengaluru, in a rule as well as at the head of a story."""
    site = house.settings.site
    cities = tuple(replace(c, also=("pataliputra",)) for c in site.cities)
    a_rule(places=["Pataliputra"], section="sport")

    with house.told(site=replace(site, cities=cities)):
        arrive(copy(located=site.cities[0].name), source=DESK)

    assert Story.objects.get().section_id == "sport"


def test_what_the_desk_takes_by_hand_is_placed_by_rules(house):
    """A rule may say where; that a person took it says it is not published."""
    arrive(copy(pubstatus="withheld"), source=DESK)
    a_rule("Ferries", **SPORT, publish="publish")

    story = Take(wire_item=the_row(), now=NOON).execute()

    assert story.section_id == "sport"
    assert from_kept(the_row().placed).routed.matches[0].name == "Ferries"
    assert house.said() == []


@pytest.mark.parametrize("by_wire", [True, False])
def test_of_a_kill_nothing_stays_that_rules_looked_at(either, by_wire):
    """Words, places and subjects go with the story, whoever kills it."""
    a_rule(words=["harbour"], desk="Night")
    arrive(copy())
    assert "harbour" in the_row().traits["words"]

    if by_wire:
        arrive(copy(minutes=1, pubstatus="canceled"), now=later(minutes=1))
    else:
        KillStory(story=Story.objects.get(), reason="a court", now=NOON).execute()

    row = the_row()
    assert (row.traits, row.routed, row.placed) == (None, None, None)
    assert row.desk == "Night"
    assert either.kinds()[-1] == "story.killed"

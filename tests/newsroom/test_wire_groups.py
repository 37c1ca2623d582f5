"""Copy on one event by several agencies is one group, on both databases."""

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dateline.newsroom.actions.kill_item import KillItem
from dateline.newsroom.due import run_due
from dateline.newsroom.models import WireBand, WireItem
from dateline.newsroom.models.wire_item import WireState
from dateline.newsroom.wire_groups import SPAN
from dateline.wire.likeness import BANDS
from support.copy import NOON, later
from support.near_copy import BRIDGE, EVENTS, RATES, body_of
from support.newsroom_wire import DESK, arrive, copy

AGENCIES = ("acme", "kestrel", "meridian", "polar")


def send(agency, one, *, now=NOON, **fields):
    """Have an agency send its copy, and return the row."""
    uri = fields.pop("uri", f"urn:{agency}:{one.headline}".replace(" ", "-"))
    raw = copy(
        uri=uri,
        headline=one.headline,
        body_xhtml=body_of(one),
        language=one.language,
        slugline="",
        **fields,
    )
    arrive(raw, source=replace(DESK, name=agency, provider=agency), now=now)
    return WireItem.objects.get(uri=uri)


def group_of(row):
    """Return the group a row is in now."""
    return WireItem.objects.get(pk=row.pk).group


def together():
    """Return which headlines stand in groups with each other."""
    found = {}
    for row in WireItem.objects.exclude(group=None):
        found.setdefault(row.group, set()).add(row.headline)
    return sorted(map(sorted, found.values()))


def test_copy_that_shares_sentences_is_grouped(either):
    """And only that: not the same topic, not the same event in another language."""
    for event in EVENTS:
        for number, one in enumerate((*event.alike, *event.unlike)):
            send(AGENCIES[number], one)

    expected = sorted(sorted(t.headline for t in event.alike) for event in EVENTS)
    assert together() == expected


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_arrival_does_not_matter(house, order):
    """Whoever comes first, the three of them are a group."""
    for place in order:
        send(AGENCIES[place], RATES.alike[place])

    assert together() == [sorted(one.headline for one in RATES.alike)]


def test_two_groups_that_meet_become_one(either):
    """What links them may come last."""
    rows = [send(AGENCIES[number], one) for number, one in enumerate(RATES.alike[:2])]
    other = send("polar", BRIDGE.alike[0])
    far = send("meridian", BRIDGE.alike[1])
    assert group_of(other) == group_of(far) != group_of(rows[0])

    both = replace(
        BRIDGE.alike[0],
        paragraphs=tuple(
            text
            for pair in zip(
                BRIDGE.alike[0].paragraphs[1:3],
                RATES.alike[0].paragraphs[1:3],
                strict=True,
            )
            for text in pair
        ),
    )
    send("acme", both, uri="urn:acme:both")

    assert len({group_of(row) for row in (*rows, other, far)}) == 1


def test_the_same_text_in_another_language_is_never_grouped(house):
    """Whatever the agencies say the language is, they must agree."""
    send("acme", BRIDGE.alike[0])
    send("kestrel", replace(BRIDGE.alike[1], language="de"))

    assert together() == []


def test_copy_that_names_no_language_is_the_sites(house):
    """Many feeds say nothing."""
    send("acme", replace(BRIDGE.alike[0], language=""))
    send("kestrel", replace(BRIDGE.alike[1], language="en-GB"))

    assert len(together()) == 1


def test_versions_of_one_story_are_no_near_duplicates(house):
    """They are a family already; the newest is what others are compared with."""
    send("acme", BRIDGE.alike[0], uri="urn:acme:1")
    send("acme", BRIDGE.alike[1], uri="urn:acme:1", version="2", minutes=5)
    first = WireItem.objects.get(uri="urn:acme:1")
    assert first.group is None
    assert first.length == sum(len(t) for t in BRIDGE.alike[1].paragraphs) + 6
    assert WireBand.objects.filter(item=first).count() == BANDS


def test_a_new_version_is_compared_anew(either):
    """What said too little at first joins when it says more."""
    other = send("acme", BRIDGE.alike[0])
    alert = replace(BRIDGE.alike[1], paragraphs=("More follows.",))
    row = send("kestrel", alert, uri="urn:kestrel:1")
    assert group_of(row) is None

    send("kestrel", BRIDGE.alike[1], uri="urn:kestrel:1", version="2", minutes=5)

    assert group_of(row) == group_of(other) == other.pk


def test_what_came_long_ago_is_not_compared(house):
    """The same words two days later are an anniversary, a correction or a mistake."""
    send("acme", BRIDGE.alike[0])
    send("kestrel", BRIDGE.alike[1], now=NOON + SPAN + timedelta(minutes=1))

    assert together() == []


def test_a_kill_leaves_the_group_and_nothing_to_compare(either):
    """Nothing derived from killed words stays."""
    row = send("acme", BRIDGE.alike[0])
    other = send("kestrel", BRIDGE.alike[1])

    KillItem(wire_item=row, reason="wrong", now=later(minutes=9)).execute()

    killed = WireItem.objects.get(pk=row.pk)
    assert (killed.group, bytes(killed.signature), killed.length) == (None, b"", 0)
    assert {band.item_id for band in WireBand.objects.all()} == {other.pk}


def test_an_agencys_kill_does_the_same(either):
    """It comes as a version of the item."""
    row = send("acme", BRIDGE.alike[0], uri="urn:acme:1")
    send("kestrel", BRIDGE.alike[1])

    send(
        "acme",
        BRIDGE.alike[0],
        uri="urn:acme:1",
        version="2",
        minutes=5,
        pubstatus="canceled",
    )

    killed = WireItem.objects.get(pk=row.pk)
    assert killed.state == WireState.KILLED
    assert (killed.group, bytes(killed.signature), killed.length) == (None, b"", 0)
    assert not killed.bands.exists()


def test_copy_that_is_withheld_is_not_compared(house):
    """It is no copy on an event as long as the agency says so."""
    send("acme", BRIDGE.alike[0], pubstatus="withheld")
    send("kestrel", BRIDGE.alike[1])

    assert together() == []


def test_old_bands_are_dropped_by_the_hour(either):
    """What is compared with nothing any more takes no room; groups stay."""
    row = send("acme", BRIDGE.alike[0])
    send("kestrel", BRIDGE.alike[1], now=NOON + SPAN)

    run_due(NOON + SPAN + timedelta(hours=2))

    assert {band.item.uri.split(":")[1] for band in WireBand.objects.all()} == {
        "kestrel"
    }
    assert group_of(row) == row.pk


def test_it_costs_two_statements_an_item(house):
    """Intake is to be quick: one to look, one to keep."""
    arrive(copy(uri="urn:example:warm"), source=DESK)
    with CaptureQueriesContext(connection) as queries:
        send("acme", BRIDGE.alike[0])
    about = [q for q in queries.captured_queries if "newsroom_wireband" in q["sql"]]

    assert len(about) == 2

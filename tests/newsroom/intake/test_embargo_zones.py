"""A thousand embargoes in twelve zones: none a second early, none late."""

import random
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from dateline.journal.entry import Kind
from dateline.newsroom.due import run_due
from dateline.newsroom.models import Story
from dateline.wire.source import SourceRules
from support.copy import NOON
from support.newsroom_wire import arrive, copy
from support.wire_files import g2

ITEMS = 1000
SECOND = timedelta(seconds=1)
ZONES = (
    "Pacific/Auckland Asia/Tokyo Asia/Kolkata Asia/Kathmandu Asia/Tehran"
    " Europe/Helsinki Europe/Paris Europe/London America/Sao_Paulo"
    " America/St_Johns America/New_York America/Los_Angeles"
).split()

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def rules(zone):
    """Give a trusted source that sends moments without a zone."""
    return SourceRules(
        name=zone.rpartition("/")[2].lower(),
        zone=ZoneInfo(zone),
        publish=True,
        section="world",
        agency_name="Acme News",
    )


def embargoed(number, moment, zone):
    """Write an item: every other one in G2, every third with its offset."""
    local = moment.astimezone(ZoneInfo(zone))
    text = local.isoformat() if number % 3 == 0 else f"{local:%Y-%m-%dT%H:%M:%S}"
    uri = f"urn:example:embargo:{number}"
    if number % 2:
        return copy(uri=uri, headline=f"Released {number}", embargoed=text)
    return g2(
        attributes=f'guid="{uri}" version="1"',
        created=NOON.isoformat(),
        content_meta=f"<headline>Released {number}</headline>",
        item_meta=f"<embargoed>{text}</embargoed>",
    ).encode()


def is_twice(moment, zone):
    """Say whether the zone's clocks will show this time again an hour later."""
    shown = f"{moment.astimezone(zone):%FT%T}"
    return shown == f"{(moment + timedelta(hours=1)).astimezone(zone):%FT%T}"


@pytest.fixture
def waiting(house):
    """Take in a thousand items; return the moment of each story's release."""
    del house
    chance = random.Random(4)  # noqa: S311 - no secret
    due = {}
    for number in range(ITEMS):
        moment = NOON + timedelta(seconds=chance.randrange(60, 300 * 86_400))
        zone = ZONES[number % len(ZONES)]
        outcome = arrive(embargoed(number, moment, zone), source=rules(zone))
        assert outcome.state == "scheduled", outcome
        if number % 3 and is_twice(moment, ZoneInfo(zone)):
            moment += timedelta(hours=1)  # it says not which: the later one is safe
        due[outcome.story] = moment
    return due


def test_no_embargo_is_broken_and_none_is_late(house, waiting):
    """The clock is stepped to a second before each, and to the second itself."""
    journal = house.journal()
    seen = journal.head()[0]
    assert len(waiting) == ITEMS
    assert not Story.objects.filter(live=True).exists()

    for moment in sorted(set(waiting.values())):
        for now in (moment - SECOND, moment):
            run_due(now)
            said = [e for e in journal.entries(seen) if e.kind is Kind.STORY_PUBLISHED]
            seen = journal.head()[0]
            assert all(
                waiting[e.subject] <= now < waiting[e.subject] + SECOND for e in said
            )
            for entry in said:
                del waiting[entry.subject]
    journal.close()

    assert waiting == {}

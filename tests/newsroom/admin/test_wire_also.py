"""Copy of several agencies on one event on the wire list: one row, and the lead."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.newsroom.admin.wire_families import PAGE, page_of
from dateline.newsroom.intake.take_in import take_in
from dateline.newsroom.models import WireItem
from dateline.newsroom.models.wire_item import WireState
from dateline.newsroom.source_rules import source_rules
from dateline.settings import WireSettings
from support.near_copy import BRIDGE, RATES, body_of
from support.wire_files import ninjs

WIRE = "/admin/wire/"
WIRES = tuple(
    WireSettings(name=name, provider=name, zone="UTC", section="world")
    for name in ("meridian", "acme", "kestrel")
)
OPEN = re.compile(r"data-open\s[^>]*>([^<]+)</a>")


@pytest.fixture(autouse=True)
def wired(house):
    """A newsroom with three wires, in the order it prefers them."""
    with house.told(wires=WIRES) as told:
        yield told


def sent(name, one, **properties):
    """Have an agency send its copy, and return the row."""
    uri = properties.pop("uri", f"urn:{name}:{len(one.headline)}")
    raw = ninjs(
        uri=uri,
        headline=one.headline,
        body_xhtml=body_of(one),
        language=one.language,
        **properties,
    )
    wire = next(wire for wire in WIRES if wire.name == name)
    take_in(raw, source=source_rules(wire), now=timezone.now())
    return WireItem.objects.get(uri=uri)


def listed(client, asked=""):
    """Return the headlines of a list's rows, in order."""
    return OPEN.findall(client.get(f"{WIRE}?{asked}").content.decode())


def test_copy_on_one_event_is_one_row(reporter):
    """The newest stands for it and names the others, with links to them."""
    first = sent("kestrel", RATES.alike[0])
    sent("acme", BRIDGE.alike[0])
    second = sent("acme", RATES.alike[2])

    page = reporter.get(WIRE).content.decode()

    assert OPEN.findall(page) == [second.headline, BRIDGE.alike[0].headline]
    assert page.count("Also from:") == 1
    also = page.partition("Also from:")[2]
    assert f'kestrel: <a href="{WIRE}{first.pk}/"' in also
    assert first.headline in also


def test_the_lead_is_that_of_the_preferred_wire(reporter):
    """It is marked wherever it stands: on its row, and among the others."""
    lead = sent("acme", RATES.alike[0])
    sent("kestrel", RATES.alike[1])

    page = reporter.get(WIRE).content.decode()
    assert page.count("Lead suggested") == 1
    assert "Lead suggested" in page.partition("Also from:")[2]

    newer = sent("meridian", RATES.alike[2])
    page = reporter.get(WIRE).content.decode()
    assert page.count("Lead suggested") == 1
    assert page.index("Lead suggested") < page.index("Also from:")

    own = reporter.get(f"{WIRE}{lead.pk}/").content.decode()
    assert f'href="{WIRE}{newer.pk}/"' in own.partition("Also from:")[2]
    assert "Lead suggested" in own.partition("Also from:")[2]


def test_what_only_a_person_can_decide_is_never_folded(reporter):
    """An embargo and a call stand on rows of their own, and are never the lead."""
    soon = (timezone.now() + timedelta(hours=3)).isoformat()
    held = sent("meridian", RATES.alike[0], embargoed=soon)
    free = sent("kestrel", RATES.alike[1])

    page = reporter.get(WIRE).content.decode()

    assert listed(reporter) == [free.headline, held.headline]
    assert page.index("Lead suggested") < page.index("Also from:")
    assert "embargo</span>" in page

    WireItem.objects.filter(pk=held.pk).update(embargoed_until=None, call_desk=True)
    assert listed(reporter) == [free.headline, held.headline]
    assert "calls the desk</span>" in reporter.get(WIRE).content.decode()


def test_a_killed_one_is_named_nowhere(reporter):
    """The other stands alone again."""
    sent("acme", RATES.alike[0], uri="urn:acme:1")
    sent("kestrel", RATES.alike[1])
    sent(
        "acme",
        RATES.alike[0],
        uri="urn:acme:1",
        pubstatus="canceled",
        version="2",
        versioncreated="2016-12-15T10:00:00+09:00",
    )

    page = reporter.get(WIRE).content.decode()

    assert "Also from:" not in page
    assert "Lead suggested" not in page
    assert RATES.alike[0].headline not in page


def test_a_filter_finds_what_is_folded(reporter):
    """Asked for one wire, its copy stands there itself, and names the other's."""
    first = sent("kestrel", RATES.alike[0])
    sent("acme", RATES.alike[1])

    assert listed(reporter, "source=kestrel") == [first.headline]
    assert "Also from:" in reporter.get(f"{WIRE}?source=kestrel").content.decode()


def test_what_comes_live_is_not_folded(reporter):
    """A row that stands open is told of what changed in it, by its own key."""
    first = sent("kestrel", RATES.alike[0])
    second = sent("acme", RATES.alike[1])

    news = reporter.get(f"{WIRE}news/?keys={first.pk},{second.pk}").content.decode()

    assert OPEN.findall(news) == [second.headline, first.headline]


def test_a_group_is_shown_once_over_all_pages():
    """Nothing twice and nothing skipped, whichever of its rows are not free."""
    moment = timezone.now()
    groups = PAGE + 15
    for number in range(3 * groups):
        WireItem.objects.create(
            provider=f"agency {number % 2}",
            uri=f"urn:m:{number}",
            family=f"urn:m:{number}",
            source="acme",
            group=number % groups,
            state=WireState.DRAFT,
            call_desk=number % 5 == 0,
            first_seen=moment,
            last_seen=moment - timedelta(seconds=number // 3),
        )
    shown, behind = [], None
    while True:
        page = page_of(WireItem.objects.all(), behind=behind)
        shown += [family.head for family in page.families]
        behind = page.after
        if behind is None:
            break

    free = [row.group for row in shown if not row.call_desk]
    calls = [row.uri for row in shown if row.call_desk]
    of_free = WireItem.objects.filter(call_desk=False)
    assert sorted(free) == sorted(set(of_free.values_list("group", flat=True)))
    assert len(calls) == len(set(calls)) == -(-3 * groups // 5)

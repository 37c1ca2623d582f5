"""NewsML 1: status, kills, embargo and expiry."""

from datetime import UTC, datetime

import pytest

from dateline.news.item import PubStatus
from dateline.wire.parse import parse
from support.newsml1_files import (
    PARIS,
    lines,
    management,
    news_item,
    newsml1,
    part,
    text,
)
from support.wire_files import read


def one(component, **named):
    """Read a file of one item with this component."""
    return read(newsml1(news_item(component, **named)))


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("Usable", PubStatus.USABLE),
        ("USABLE", PubStatus.USABLE),
        ("usable", PubStatus.USABLE),
        ("OPEN", PubStatus.USABLE),
        ("Withheld", PubStatus.WITHHELD),
        ("Canceled", PubStatus.CANCELED),
        ("CANCELLED", PubStatus.CANCELED),
        ("Strange", PubStatus.WITHHELD),
    ],
)
def test_a_status_is_read_in_every_spelling(status, expected):
    """An unknown status is no leave to publish."""
    assert one(None, managed=management(status=status)).pub_status is expected


def test_a_kill_keeps_its_headline_without_a_body():
    """A canceled item with empty content, or with none, still names its victim."""
    empty = one(
        part(lines(headline="Ferry leaves harbour"), text("")),
        managed=management(status="Canceled"),
    )
    bare = one("", managed=management(status="Canceled"), label="Ferry leaves harbour")

    for item in (empty, bare):
        assert item.pub_status is PubStatus.CANCELED
        assert item.headline == "Ferry leaves harbour"
        assert item.body == ()
        assert item.uri == "urn:newsml:acme.example:20161215:FERRY1"


def test_the_text_of_a_kill_is_no_body():
    """The order to kill is kept, but not where copy stands."""
    item = one(
        part(lines(headline="Ferry"), text("<p>Please remove this story.</p>")),
        managed=management(status="Canceled"),
    )

    assert item.body == ()
    assert "Please remove this story." in {each.text for each in item.stripped}


CHANGE = (
    "<StatusWillChange><FutureStatus FormalName='{future}'/>"
    "<DateAndTime>{moment}</DateAndTime></StatusWillChange>"
)


@pytest.mark.parametrize("status", ["Embargoed", "Withheld", "Usable"])
def test_a_status_that_will_be_usable_is_an_embargo(status):
    """Until the moment nobody may read it, and then everybody may."""
    change = CHANGE.format(future="Usable", moment="20161216T060000+0200")
    item = one(None, managed=management(status=status, more=change))

    assert item.embargoed_until == datetime(2016, 12, 16, 4, tzinfo=UTC)
    assert item.pub_status is PubStatus.USABLE
    assert item.needs_human == ""


def test_an_embargo_counts_wherever_it_stands():
    """Before the status or behind it: withheld until a moment is an embargo."""
    change = CHANGE.format(future="Usable", moment="20161216T060000Z")
    managed = management(status="Withheld")
    item = one(None, managed=managed.replace("<NewsItemType", f"{change}<NewsItemType"))

    assert item.pub_status is PubStatus.USABLE
    assert item.embargoed_until == datetime(2016, 12, 16, 6, tzinfo=UTC)


def test_an_embargo_without_a_zone_is_read_in_the_zone_of_its_source():
    """Seventeen hours in Paris are not seventeen hours at Greenwich."""
    change = CHANGE.format(future="usable", moment="20161216T170000")
    raw = newsml1(
        news_item(managed=management(status="Embargoed", more=change))
    ).encode()

    (item,) = parse(raw, source=PARIS)

    assert item.embargoed_until == datetime(2016, 12, 16, 16, tzinfo=UTC)
    assert any("no zone sent" in warning for warning in item.warnings)


def test_an_embargo_without_a_moment_waits_for_a_human():
    """The agency said wait, but not until when."""
    change = CHANGE.format(future="Usable", moment="")
    empty = one(None, managed=management(status="Embargoed", more=change))
    bare = one(None, managed=management(status="Embargoed"))

    assert empty.needs_human
    assert bare.needs_human


def test_a_status_that_will_end_is_an_expiry():
    """From that moment on it may not be used any more."""
    change = CHANGE.format(future="Canceled", moment="20161216T060000Z")
    item = one(None, managed=management(more=change))

    assert item.expires == datetime(2016, 12, 16, 6, tzinfo=UTC)
    assert item.embargoed_until is None

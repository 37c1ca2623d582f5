"""ninjs: status and embargo, of an item and of its pictures."""

from datetime import UTC, datetime

import pytest

from dateline.news.item import PubStatus
from support.wire_files import ninjs, read


@pytest.mark.parametrize("name", ["embargoed", "embargoedUntil", "embargoeduntil"])
def test_an_embargo_under_either_name(name):
    """1.x and 2.x say embargoed, 3.x says embargoedUntil."""
    item = read(ninjs(**{name: "2016-12-16T06:00:00Z", "body_text": "Copy."}))

    assert item.embargoed_until == datetime(2016, 12, 16, 6, 0, tzinfo=UTC)


def test_an_embargo_of_a_day_holds_from_the_zone_of_the_source():
    """A bare date has no zone: it is read in the source's, with a warning."""
    item = read(ninjs(embargoed="2016-12-16"))

    assert item.embargoed_until == datetime(2016, 12, 15, 22, 0, tzinfo=UTC)
    assert item.warnings


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("canceled", PubStatus.CANCELED),
        ("cancelled", PubStatus.CANCELED),
        ("withheld", PubStatus.WITHHELD),
        ("replaced", PubStatus.WITHHELD),
    ],
)
def test_the_status(status, expected):
    """A misspelt kill is a kill; a status that is none keeps the copy in."""
    assert read(ninjs(pubstatus=status)).pub_status is expected


def test_an_empty_embargo_does_not_lift_the_other():
    """Both spellings in one file: the one that names a moment holds."""
    item = read(ninjs(embargoed="2016-12-16T06:00:00Z", embargoedUntil=""))

    assert item.embargoed_until == datetime(2016, 12, 16, 6, tzinfo=UTC)


def test_a_picture_under_embargo_or_kill_is_not_shown_with_its_story():
    """An associated picture that may not be used stays out."""
    pictures = [
        {
            "name": "a",
            "uri": "urn:example:a",
            "type": "picture",
            "pubStatus": "canceled",
        },
        {
            "name": "b",
            "uri": "urn:example:b",
            "type": "picture",
            "embargoedUntil": "2030-01-01T00:00:00Z",
        },
        {"name": "c", "uri": "urn:example:c", "type": "picture"},
    ]

    item = read(ninjs(associations=pictures))

    assert [picture.uri for picture in item.pictures] == ["urn:example:c"]

"""A folder read again, or read in another order, ends in the same newsroom."""

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.newsroom.intake.take_in import take_in
from dateline.newsroom.models import Due, Proposal, Story, Suspect, WireItem
from dateline.newsroom.models.story import StoryState
from support.newsroom_house import sqlite_house
from support.sample_fields import expectation_of, expected_files, rules_of

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)  # all embargoes of the samples ended
ORDERS = 3
DOWN = {"withdrawn": "held"}  # was it public before it was taken down? Either way


def dropped(orders):
    """Take in every sample under its source's rules, in an order."""
    for path in orders:
        rules = rules_of(expectation_of(path))
        trusted = replace(rules, publish=True, section="world")
        take_in(path.read_bytes(), source=trusted, now=NOW)


def everything():
    """Give all rows, as they are."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (WireItem, Story, Proposal, Due)
    ]


def without_ids(value):
    """Give a body as it is kept, without the numbers the editor gives to blocks."""
    if isinstance(value, list):
        return [without_ids(each) for each in value]
    if isinstance(value, dict):
        return {k: without_ids(v) for k, v in value.items() if k != "id"}
    return value


def ends():
    """Give what became of each uri, what is public, and whom notices hold."""
    rows = {
        (row.provider, row.uri): (
            *(
                DOWN.get(row.state, row.state),
                row.version,
                row.version_created,
                row.content_hash,
            ),
            *(row.headline, row.kind, row.open_notice),
        )
        for row in WireItem.objects.all()
    }
    stories = {
        (story.wire_uri, story.headline): (
            *(
                story.state == StoryState.PUBLISHED,
                story.byline,
                story.agency,
                story.credit,
                story.language,
            ),
            without_ids(story.body.get_prep_value()),
        )
        for story in Story.objects.filter(state=StoryState.PUBLISHED)
    }
    held = {
        (each.notice.uri, each.wire_item.uri, each.outcome, each.named_by)
        for each in Suspect.objects.select_related("notice", "wire_item")
    }
    return rows, stories, held


def test_a_folder_read_again_changes_nothing(house):
    """All samples, then all of them again in another order: not one row differs."""
    files = expected_files()
    dropped(files)
    before, said = everything(), len(house.entries())
    assert len(before[0]) > 60

    dice = random.Random(7)  # noqa: S311 - the same each time
    dropped(dice.sample(files, len(files)))

    assert everything() == before
    assert len(house.entries()) == said


@pytest.mark.slow
def test_any_order_ends_in_the_same_newsroom(sqlite_template, tmp_path):
    """Versions, withdrawals, kills by status and in words: the same in any order."""
    files = expected_files()
    found = []
    for number in range(ORDERS):
        dice = random.Random(number)  # noqa: S311 - the same each time
        order = dice.sample(files, len(files)) if number else files
        with sqlite_house(sqlite_template, tmp_path / f"site{number}"):
            dropped(order)
            found.append(ends())

    assert len(found[0][2]) > 1  # a kill in words holds somebody
    for number, (rows, stories, held) in enumerate(found[1:], start=1):
        different = {
            key: (found[0][0].get(key), rows.get(key))
            for key in found[0][0].keys() | rows.keys()
            if found[0][0].get(key) != rows.get(key)
        }
        assert different == {}, f"order {number}"
        assert stories == found[0][1], f"order {number}"
        assert held == found[0][2], f"order {number}"

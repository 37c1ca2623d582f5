"""What an arriving Item means: a table of cases, and order that never matters."""

import dataclasses
import itertools
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from dateline.news.block import BlockKind
from dateline.news.item import (
    Item,
    ItemBlock,
    ItemKind,
    PubStatus,
    Signal,
    content_hash,
)
from dateline.wire.judge import Action, Held, judge

NOW = datetime(2016, 12, 15, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ITEM = Item(
    uri="urn:example:1",
    provider="acme",
    raw_ref="r2",
    version="2",
    version_created=NOW - HOUR,
    headline="Ferry leaves",
    body=(ItemBlock(kind=BlockKind.PARAGRAPH, text="At noon."),),
)
HELD = Held(
    version="1", version_created=NOW - 2 * HOUR, content_hash="h1", published=True
)
KILLED = dataclasses.replace(HELD, killed=True, published=False)
KILL = replace(ITEM, pub_status=PubStatus.CANCELED, body=(), version="0")


@pytest.mark.parametrize(
    ("item", "held", "action", "calls"),
    [
        (ITEM, None, Action.TAKE, False),
        (ITEM, HELD, Action.UPDATE, False),
        (
            ITEM,
            dataclasses.replace(HELD, content_hash=content_hash(ITEM)),
            Action.IGNORE,
            False,
        ),
        (
            ITEM,
            dataclasses.replace(HELD, seen=frozenset({content_hash(ITEM)})),
            Action.IGNORE,
            False,
        ),
        (ITEM, dataclasses.replace(HELD, seen=frozenset({"r2"})), Action.IGNORE, False),
        (ITEM, dataclasses.replace(HELD, version_created=NOW), Action.IGNORE, False),
        (
            ITEM,
            dataclasses.replace(
                HELD, version_created=ITEM.version_created, version="3"
            ),
            Action.IGNORE,
            False,
        ),
        (
            ITEM,
            dataclasses.replace(
                HELD, version_created=ITEM.version_created, version="x"
            ),
            Action.UPDATE,
            False,
        ),
        (
            replace(ITEM, version="978556838"),
            dataclasses.replace(HELD, version="1542761538"),
            Action.UPDATE,
            False,
        ),
        (KILL, None, Action.KILL, True),
        (KILL, HELD, Action.KILL, True),
        (replace(KILL, version_created=NOW - 9 * HOUR), HELD, Action.KILL, True),
        (replace(KILL, version_created=None), HELD, Action.KILL, True),
        (replace(KILL, embargoed_until=NOW + HOUR), HELD, Action.KILL, True),
        (KILL, KILLED, Action.IGNORE, False),
        (ITEM, KILLED, Action.HOLD, True),
        (replace(ITEM, version_created=NOW - 9 * HOUR), KILLED, Action.IGNORE, False),
        (replace(ITEM, pub_status=PubStatus.WITHHELD), None, Action.HOLD, False),
        (replace(ITEM, pub_status=PubStatus.WITHHELD), HELD, Action.WITHDRAW, True),
        (
            replace(ITEM, pub_status=PubStatus.WITHHELD),
            dataclasses.replace(HELD, published=False),
            Action.HOLD,
            False,
        ),
        (replace(ITEM, signals=(Signal.WITHDRAWN,)), HELD, Action.WITHDRAW, True),
        (
            replace(ITEM, signals=(Signal.KILL_NOTICE,), needs_human="k"),
            None,
            Action.HOLD,
            True,
        ),
        (
            replace(ITEM, signals=(Signal.KILL_NOTICE,), needs_human="k"),
            HELD,
            Action.WITHDRAW,
            True,
        ),
        (
            replace(ITEM, needs_human="an embargo without a moment"),
            None,
            Action.HOLD,
            True,
        ),
        (replace(ITEM, version_created=None), None, Action.TAKE, False),
        (replace(ITEM, version_created=None), HELD, Action.HOLD, True),
        (replace(ITEM, kind=ItemKind.PLANNING), None, Action.KEEP, False),
        (replace(ITEM, kind=ItemKind.CONCEPT), None, Action.KEEP, False),
        (replace(ITEM, kind=ItemKind.PACKAGE), None, Action.KEEP, False),
        (replace(ITEM, signals=(Signal.ADVISORY,)), None, Action.KEEP, False),
        (replace(ITEM, body=()), None, Action.HOLD, False),
        (replace(ITEM, kind=ItemKind.PICTURE, body=()), None, Action.TAKE, False),
    ],
)
def test_the_verdicts(item, held, action, calls):
    """Each case has one action, and says whether a human must look."""
    verdict = judge(item, held=held, now=NOW)

    assert (verdict.action, verdict.call_desk) == (action, calls)
    assert verdict.reason


@pytest.mark.parametrize(
    ("until", "action"),
    [
        (NOW + timedelta(seconds=1), Action.HOLD),
        (NOW, Action.TAKE),
        (NOW - HOUR, Action.TAKE),
    ],
)
def test_an_embargo_holds_until_its_moment_and_not_longer(until, action):
    """An embargo that ends now has ended."""
    verdict = judge(replace(ITEM, embargoed_until=until), held=None, now=NOW)

    assert verdict.action is action
    assert verdict.until == (until if action is Action.HOLD else None)


def test_an_uncertain_embargo_does_not_lift_by_itself():
    """What a human must decide stays held after the moment has passed."""
    item = replace(ITEM, embargoed_until=NOW - HOUR, needs_human="not certain")

    assert judge(item, held=None, now=NOW).action is Action.HOLD


def replay(items):
    """Hold what is judged, as a newsroom would, and give what is left."""
    held = None
    for item in items:
        action = judge(item, held=held, now=NOW).action
        seen = (held.seen if held else frozenset()) | {content_hash(item)}
        if action is Action.KILL:
            held = Held(version_created=item.version_created, killed=True, seen=seen)
        elif action in {Action.TAKE, Action.UPDATE}:
            held = Held(
                version=item.version,
                version_created=item.version_created,
                content_hash=content_hash(item),
                published=True,
                seen=seen,
            )
        else:
            held = dataclasses.replace(held, seen=seen)
    return held


def test_versions_end_the_same_in_any_order_and_read_twice():
    """The newest version is held, however the files arrived."""
    versions = [
        replace(ITEM, version=str(number), version_created=NOW + number * HOUR)
        for number in range(3)
    ]

    for order in itertools.permutations(versions):
        assert replay([*order, *order]).version == "2"


def test_a_kill_wins_in_any_order():
    """Before, between or after the versions: a kill ends killed."""
    versions = [
        replace(ITEM, version=str(n), version_created=NOW + n * HOUR) for n in range(2)
    ]

    for order in itertools.permutations(
        [*versions, replace(KILL, version_created=NOW)]
    ):
        assert replay([*order, *order]).killed

"""A picture that a kill in words may mean: held, put back, or killed with its item."""

import pytest

from dateline.newsroom.actions.settle_suspect import SettleSuspect
from dateline.newsroom.models import Picture, Story, Suspect, WireItem
from dateline.newsroom.models.suspect import Suspicion
from dateline.newsroom.models.wire_item import WireState
from support.copy import later
from support.newsroom_copy import again
from support.newsroom_wire import arrive, copy
from support.picture_copy import HARBOUR, jpeg, story_with
from support.wire_photos import drop, see_to_pictures, told

pytestmark = pytest.mark.slow


@pytest.fixture
def suspect(house):
    """Publish a story with a photograph, and have a kill in words name the latter."""
    drop(story_with(HARBOUR))
    drop(jpeg(), HARBOUR["href"])
    see_to_pictures(house)
    assert shown(house) == [HARBOUR["uri"]]
    said = f'EDITORS: kill the picture headlined "{HARBOUR["headline"]}".'
    notice = copy(
        uri="urn:example:stop",
        slugline="STOP",
        headline="MANDATORY KILL",
        text=said,
        minutes=3,
    )
    arrive(notice, now=later(minutes=4))
    return Suspect.objects.get()


def shown(house):
    """Return the uris of the pictures that the story's newest public form shows."""
    story = [said for kind, said in house.said() if kind == "story.published"][-1]
    names = [story.lead_picture, *(b.picture for b in story.body if b.picture)]
    rows = {each.public_id: each.wire_uri for each in Picture.objects.all()}
    return [rows[name] for name in names if name]


def settle(suspect, *, kill):
    """Have the desk decide."""
    SettleSuspect(suspect=suspect, kill=kill, now=later(minutes=9)).execute()


def test_a_picture_that_may_be_meant_is_held_at_once(house, suspect):
    """Readers have it no more, with the reason in its row; the story stays up."""
    row = told(HARBOUR["uri"])

    assert suspect.wire_item.uri == HARBOUR["uri"]
    assert suspect.wire_item.state == WireState.WITHDRAWN
    assert house.kinds()[-1] == "picture.killed"
    assert "urn:example:stop" in row.held
    assert (row.picture.held, row.picture.public_hash) == (row.held, "")
    assert Story.objects.get().state == "published"


def test_a_picture_that_was_not_meant_is_put_back(house, suspect):
    """It is public again in its story, nothing holds it, and nobody is called."""
    settle(suspect, kill=False)

    row = told(HARBOUR["uri"])
    assert (row.held, row.picture.held) == ("", "")
    assert "held" not in row.given
    assert row.picture.public_hash
    assert shown(house) == [HARBOUR["uri"]]
    item = WireItem.objects.get(uri=HARBOUR["uri"])
    assert (item.state, item.call_desk) == (suspect.state_before, False)
    assert again(suspect).outcome == Suspicion.CLEARED


def test_a_picture_that_was_meant_is_killed_for_good(house, suspect):
    """Words and files are gone, the story stays; its file brings it no more."""
    picture, media = told(HARBOUR["uri"]).picture, house.settings.media_path

    settle(suspect, kill=True)

    assert again(picture).killed
    assert again(picture).caption == ""
    assert not (media / "originals" / picture.original).exists()
    assert told(HARBOUR["uri"]).state == "killed"
    assert WireItem.objects.get(uri=HARBOUR["uri"]).state == WireState.KILLED
    assert Story.objects.get().state == "published"
    assert not house.findings()
    drop(jpeg(), HARBOUR["href"], now=later(minutes=12))
    see_to_pictures(house, now=later(minutes=12))
    assert again(picture).killed
    assert Picture.objects.count() == 1

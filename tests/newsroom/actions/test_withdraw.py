"""Withdrawing, and putting back."""

import pytest

from dateline.newsroom.actions.arrange_front import ArrangeFront, Placing
from dateline.newsroom.actions.errors import EmbargoedError, WrongStateError
from dateline.newsroom.actions.restore import Restore
from dateline.newsroom.actions.withdraw import Withdraw
from dateline.newsroom.models import Front, Story
from dateline.newsroom.models.story import StoryState
from support.copy import NOON, later
from support.newsroom_copy import a_draft, again, changed, published


def test_a_withdrawn_story_is_no_longer_published(either):
    """The journal says so, with the notice for readers."""
    story = published()

    Withdraw(story=story, notice="Under review.", now=later(hours=1)).execute()

    kind, gone = either.said()[-1]
    assert kind == "story.withdrawn"
    assert gone.notice == "Under review."
    assert gone.language == "en"
    assert again(story).state == StoryState.WITHDRAWN
    assert not again(story).live


def test_it_leaves_the_fronts_in_the_same_publication(house):
    """Readers never see a front that leads to nothing."""
    story = published()
    ArrangeFront(
        front=Front.objects.get(pk="home"), places=[Placing(story=story)], now=NOON
    ).execute()

    entries = Withdraw(story=story, now=later(hours=1)).execute()

    assert [e.kind.value for e in entries] == ["front.arranged", "story.withdrawn"]


def test_a_draft_cannot_be_withdrawn(house):
    """There is nothing to withdraw."""
    with pytest.raises(WrongStateError):
        Withdraw(story=a_draft(), now=NOON).execute()


def test_restored_it_is_as_readers_last_had_it(either):
    """Drafts made meanwhile stay drafts."""
    story = published()
    Withdraw(story=story, now=later(hours=1)).execute()
    changed(story, headline="Not yet")

    Restore(story=story, now=later(hours=2)).execute()

    document = either.said()[-1][1]
    assert document.headline == "Leaders meet at a hot spring"
    assert document.updated is None
    assert document.first_published == NOON


def test_only_a_withdrawn_story_is_restored(house):
    """A draft is published, not restored."""
    with pytest.raises(WrongStateError):
        Restore(story=a_draft(), now=NOON).execute()


def test_an_embargo_holds_for_a_restored_story_too(house):
    """No way round it."""
    story = published()
    Withdraw(story=story, now=later(hours=1)).execute()
    Story.objects.filter(pk=story.pk).update(embargoed_until=later(days=1))

    with pytest.raises(EmbargoedError):
        Restore(story=story, now=later(hours=2)).execute()

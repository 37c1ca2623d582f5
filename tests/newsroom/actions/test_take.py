"""Taking what the wire brought, and what it proposes, by hand."""

import pytest

from dateline.newsroom.actions.errors import NotAllowedError, WrongStateError
from dateline.newsroom.actions.settle_proposal import SettleProposal
from dateline.newsroom.actions.take import Take
from dateline.newsroom.models import Proposal, Story, WireItem
from dateline.newsroom.models.story import StoryState
from dateline.newsroom.models.wire_item import WireState
from dateline.newsroom.roles import EDITOR, REPORTER
from support.copy import NOON, later
from support.newsroom_copy import a_person, again, changed
from support.newsroom_wire import DESK, arrive, copy


def take(by=None):
    """Take the only wire item."""
    return Take(wire_item=WireItem.objects.get(), acting_user=by, now=NOON).execute()


def test_a_held_item_becomes_a_draft_of_the_person(house):
    """And is theirs from then on: later versions are proposed."""
    arrive(copy(pubstatus="withheld"))
    reporter = a_person(REPORTER)

    story = take(reporter)

    assert story.headline == "Ferry leaves harbour"
    assert again(story).latest_revision.user == reporter
    assert WireItem.objects.get().state == WireState.DRAFT
    assert arrive(copy(minutes=1, version="2")).state == WireState.PROPOSED
    assert house.said() == []


def test_what_the_agency_killed_cannot_be_taken(house):
    """Nothing can be made of it."""
    arrive(copy())
    arrive(copy(minutes=1, version="2", pubstatus="canceled"))

    with pytest.raises(WrongStateError, match="killed"):
        take()


def test_what_was_sent_again_after_a_kill_becomes_a_new_story(house):
    """The killed one stays dead."""
    arrive(copy())
    arrive(copy(minutes=1, version="2", pubstatus="canceled"))
    arrive(copy(minutes=2, version="3"))
    dead = Story.objects.get()

    story = take()

    assert story.pk != dead.pk
    assert again(dead).state == StoryState.KILLED


def a_proposal():
    """Return a proposal for a story that the desk touched."""
    arrive(copy(), source=DESK)
    changed(Story.objects.get(), by=a_person(EDITOR), headline="Ours")
    arrive(copy(minutes=1, version="2", headline="Theirs"), source=DESK)
    return Proposal.objects.get()


@pytest.mark.parametrize(("accept", "headline"), [(True, "Theirs"), (False, "Ours")])
def test_a_proposal_is_accepted_or_not(house, accept, headline):
    """The newest draft is theirs, or stays ours; nothing is public either way."""
    proposal = a_proposal()

    SettleProposal(proposal=proposal, accept=accept, now=later(minutes=5)).execute()

    draft = again(proposal.story).get_latest_revision_as_object()
    assert draft.headline == headline
    assert again(proposal).accepted is accept
    assert not WireItem.objects.get().call_desk
    assert house.said() == []


def test_a_proposal_is_settled_once(house):
    """Two editors may have it open."""
    proposal = a_proposal()
    SettleProposal(proposal=proposal, accept=False, now=NOON).execute()

    with pytest.raises(WrongStateError):
        SettleProposal(proposal=proposal, accept=True, now=NOON).execute()


def test_taking_is_for_the_desk(house):
    """Somebody without a role takes nothing."""
    arrive(copy(), source=DESK)
    stranger = a_person(REPORTER)
    stranger.groups.clear()

    with pytest.raises(NotAllowedError):
        take(type(stranger).objects.get(pk=stranger.pk))

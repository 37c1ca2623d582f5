"""A kill in words: whom it may mean is held, and the desk says who was meant."""

import itertools

import pytest

from dateline.newsroom.actions.errors import NotAllowedError, WrongStateError
from dateline.newsroom.actions.settle_suspect import CloseNotice, SettleSuspect
from dateline.newsroom.due import run_due
from dateline.newsroom.models import Story, Suspect, WireItem
from dateline.newsroom.models.story import StoryState
from dateline.newsroom.models.suspect import Suspicion
from dateline.newsroom.models.wire_item import WireState
from dateline.newsroom.roles import EDITOR, REPORTER
from support.copy import later
from support.newsroom_copy import a_draft, a_person, again
from support.newsroom_wire import arrive, copy
from support.wire_files import g2

NOTICE = {
    "uri": "urn:example:stop",
    "slugline": "STOP",
    "headline": "MANDATORY KILL",
    "text": 'EDITORS: kill the story headlined "Ferry leaves the harbour in storm".',
}
FERRY = {"headline": "Ferry leaves harbour in storm"}


def notice(**fields):
    """Have the agency send a kill in words, and return its row."""
    arrive(copy(minutes=3, **(NOTICE | fields)), now=later(minutes=4))
    return WireItem.objects.get(uri="urn:example:stop")


def settle(suspect, *, kill, by=None):
    """Have an editor decide."""
    return SettleSuspect(
        suspect=suspect, kill=kill, acting_user=by, now=later(minutes=9)
    ).execute()


def test_a_headline_that_is_only_like_it_is_suspected(either):
    """People type headlines from memory; nothing else is touched."""
    arrive(copy(**FERRY))
    arrive(copy(uri="urn:example:b", slugline="BUS", headline="Bus leaves on time"))

    row = notice()

    (suspect,) = Suspect.objects.all()
    assert suspect.wire_item.uri == "urn:example:ferry"
    assert suspect.state_before == WireState.PUBLISHED
    assert either.kinds()[-1] == "story.withdrawn"
    assert "while the agency" in either.said()[-1][1].notice
    assert row.open_notice
    assert row.call_desk
    assert WireItem.objects.get(uri="urn:example:b").state == WireState.PUBLISHED


def test_the_desk_kills_what_was_meant(either):
    """Gone from everywhere; the notice is answered."""
    arrive(copy(**FERRY))
    row = notice()

    settle(Suspect.objects.get(), kill=True)

    assert either.kinds()[-1] == "story.killed"
    assert Story.objects.get().state == StoryState.KILLED
    assert WireItem.objects.get(uri="urn:example:ferry").state == WireState.KILLED
    assert not again(row).open_notice
    assert not again(row).call_desk


def test_the_desk_puts_back_what_was_not_meant(either):
    """Readers have it again at its address, and nobody is called any more."""
    arrive(copy(**FERRY))
    notice()

    settle(Suspect.objects.get(), kill=False)

    assert either.kinds()[-1] == "story.published"
    row = WireItem.objects.get(uri="urn:example:ferry")
    assert (row.state, row.call_desk) == (WireState.PUBLISHED, False)
    assert Suspect.objects.get().outcome == Suspicion.CLEARED


def test_a_suspect_is_settled_once_and_by_those_who_may(house):
    """A reporter decides nothing; a second editor is told of the first."""
    arrive(copy(**FERRY))
    notice()
    suspect = Suspect.objects.get()

    with pytest.raises(NotAllowedError):
        settle(suspect, kill=True, by=a_person(REPORTER, "ravi"))
    settle(suspect, kill=False, by=a_person(EDITOR))
    with pytest.raises(WrongStateError):
        settle(suspect, kill=True)


def test_a_notice_may_come_before_whom_it_means(house):
    """The story that was sent before it, arriving late, is held and suspected."""
    row = notice()
    assert row.open_notice

    outcome = arrive(copy(**FERRY), now=later(minutes=6))

    assert outcome.action == "hold"
    assert house.said() == []
    assert Suspect.objects.get().wire_item.uri == "urn:example:ferry"


def test_an_embargoed_victim_that_comes_late_waits_for_no_moment(house):
    """Its embargo ends, and it still does not go out by itself."""
    notice()

    outcome = arrive(copy(**FERRY, embargoed=later(hours=2).isoformat()))
    run_due(now=later(hours=3))

    assert outcome.action == "hold"
    assert not any("published" in kind for kind in house.kinds())
    assert Suspect.objects.get().wire_item.uri == "urn:example:ferry"


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_to_be_cleared_of_one_notice_is_not_to_be_cleared_of_another(house, order):
    """Two notices name one story: it is held by both, whichever came first."""
    sent = [
        copy(**FERRY),
        copy(minutes=3, **NOTICE),
        copy(minutes=4, **NOTICE | {"uri": "urn:example:stop-2", "slugline": "HOLD"}),
    ]
    for number in order:
        arrive(sent[number], now=later(minutes=6))

    first, second = Suspect.objects.order_by("notice__uri")
    settle(first, kill=False)
    assert not Story.objects.filter(state=StoryState.PUBLISHED).exists()
    assert WireItem.objects.get(uri="urn:example:ferry").state == WireState.WITHDRAWN

    settle(second, kill=False)
    back = Story.objects.filter(state=StoryState.PUBLISHED).count()
    assert back == (1 if order[0] == 0 else 0)  # what was never out is the desk's


def test_copy_made_after_the_notice_is_not_meant(house):
    """The replacement goes out."""
    notice()

    outcome = arrive(copy(minutes=8, **FERRY), now=later(minutes=8))

    assert outcome.state == WireState.PUBLISHED


def test_a_newer_version_of_a_suspect_does_not_go_out_by_itself(house):
    """While nobody has decided, a rule publishes nothing of it."""
    arrive(copy(**FERRY, embargoed=later(hours=2).isoformat()))
    notice()

    outcome = arrive(copy(minutes=8, version="2", **FERRY), now=later(minutes=8))

    assert outcome.state == WireState.DRAFT
    assert not any("published" in kind for kind in house.kinds())


def test_a_notice_that_finds_nobody_is_closed_by_the_desk(house):
    """From then on nothing is held for it; one with suspects stays open."""
    row = notice()
    CloseNotice(notice=row, now=later(minutes=5)).execute()

    assert arrive(copy(**FERRY)).state == WireState.PUBLISHED


def test_a_notice_with_suspects_is_not_closed_over_them(house):
    """Each of them is decided by itself."""
    arrive(copy(**FERRY))
    with pytest.raises(WrongStateError):
        CloseNotice(notice=notice(), now=later(minutes=5)).execute()


def test_reading_a_notice_again_changes_nothing(house):
    """A suspect that was put back is not held a second time."""
    arrive(copy(**FERRY))
    notice()
    settle(Suspect.objects.get(), kill=False)
    before = list(WireItem.objects.order_by("pk").values()), house.kinds()

    notice()

    assert (list(WireItem.objects.order_by("pk").values()), house.kinds()) == before


def test_an_agencys_kill_reaches_every_story_made_of_the_item(either):
    """Also one whose copy was taken over into another story by hand."""
    arrive(copy())
    wire = {"wire_provider": "acme", "wire_uri": "urn:example:ferry"}
    a_draft(headline="A background piece", **wire)
    other = a_draft(headline="Ours alone")

    arrive(copy(minutes=1, version="2", pubstatus="canceled"))

    assert again(other).state == StoryState.DRAFT
    states = Story.objects.exclude(pk=other.pk).values_list("state", flat=True)
    assert list(states) == [StoryState.KILLED, StoryState.KILLED]


def version(n, *, status="usable", minutes=None):
    """Write a version under a uri of its own, linked to the one before."""
    link = f'<link rel="irel:evolvedFrom" residref="urn:stt:{n - 1}"/>' if n > 1 else ""
    return g2(
        attributes=f'guid="urn:stt:{n}" version="1"',
        created=later(minutes=n if minutes is None else minutes).isoformat(),
        status=f'<pubStatus qcode="stat:{status}"/>',
        item_meta=link,
        body=f"<p>Version {n}.</p>",
    ).encode()


def chain(*order):
    """Send three versions of one story in an order."""
    return [arrive(version(n), now=later(minutes=10 + n)) for n in order]


@pytest.mark.parametrize("order", list(itertools.permutations((1, 2, 3))))
def test_versions_with_uris_of_their_own_are_one_family(house, order):
    """Whatever comes first: one family, one story in its newest version."""
    chain(*order)

    rows = WireItem.objects.all()
    assert len({row.family for row in rows}) == 1
    alive = [row.story_id for row in rows if row.story_id]
    newest = rows.get(uri="urn:stt:3").story
    assert newest is not None
    text = newest.get_latest_revision_as_object().body[0].value.source
    assert "Version 3." in text
    assert len(set(alive)) == 1 or any(row.call_desk for row in rows)


@pytest.mark.parametrize("killed", [1, 2, 3])
def test_a_kill_of_one_version_kills_the_familys_story(either, killed):
    """The agency names a version; readers lose the story."""
    chain(1, 2, 3)

    arrive(version(killed, status="canceled", minutes=20), now=later(minutes=21))

    assert Story.objects.get().state == StoryState.KILLED
    assert {row.state for row in WireItem.objects.all()} == {WireState.KILLED}
    assert arrive(version(2)).action == "ignore"
    assert either.kinds()[-1] == "story.killed"


def test_a_kill_reaches_a_story_it_is_linked_to_later(house):
    """The version between the kill and the story arrives last."""
    arrive(version(1))
    arrive(version(3, status="canceled"), now=later(minutes=4))
    assert house.kinds() == ["story.published"]

    arrive(version(2), now=later(minutes=5))

    assert house.kinds()[-1] == "story.killed"

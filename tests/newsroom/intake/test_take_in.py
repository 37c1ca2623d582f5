"""Agency copy into the newsroom: by its rules, once, and back out when asked."""

import pytest

from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.actions.schedule import Schedule
from dateline.newsroom.due import run_due
from dateline.newsroom.intake.take_in import record_refusal, take_in
from dateline.newsroom.models import Due, Proposal, Story, WireItem
from dateline.newsroom.models.story import StoryState
from dateline.newsroom.models.wire_item import WireState
from dateline.newsroom.roles import EDITOR
from dateline.wire.errors import RefusedError
from dateline.wire.raw_archive import RawArchive
from support.copy import NOON, later
from support.newsroom_copy import a_person, again, changed
from support.newsroom_wire import DESK, TRUSTED, arrive, copy
from support.wire_files import g2

STOPPED = {"uri": "urn:example:stop", "slugline": "FERRY", "headline": "MANDATORY KILL"}


def everything():
    """Return all that taking in can change, as values."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (WireItem, Story, Proposal, Due)
    ]


def test_trusted_copy_is_published_at_once(either):
    """From the agency's bytes to the journal, in one step."""
    outcome = arrive(copy(byline="By Mira Sen", located="Helsinki"))

    kind, document = either.said()[-1]
    assert kind == "story.published"
    assert outcome.story == document.id
    assert outcome.state == WireState.PUBLISHED
    assert document.headline == "Ferry leaves harbour"
    assert document.section == "world"
    assert document.agency == "Acme News"
    assert document.credit == "ACME"
    assert document.byline == ("Mira Sen",)
    assert [b.text for b in document.body] == ["The ferry left the harbour at noon."]
    story = Story.objects.get()
    assert story.wire_uri == "urn:example:ferry"
    assert RawArchive(either.settings.raw_path).read(story.raw_ref)


def test_other_copy_waits_for_the_desk(house):
    """A draft nobody can read but the desk."""
    outcome = arrive(copy(), source=DESK)

    assert outcome.state == WireState.DRAFT
    assert Story.objects.get().state == StoryState.DRAFT
    assert house.said() == []


def test_reading_the_same_again_changes_nothing(either):
    """P12: the very bytes, and the same copy in another file."""
    arrive(copy())
    before, entries = everything(), either.entries()

    assert arrive(copy(), now=later(hours=1)).action == "ignore"
    assert arrive(copy() + b"\n", now=later(hours=2)).action == "ignore"

    assert everything() == before
    assert either.entries() == entries


def test_a_newer_version_updates_an_untouched_story(either):
    """The same story, the same address, readers told that it is updated."""
    first = arrive(copy())
    outcome = arrive(
        copy(minutes=10, version="2", text="It came back."), now=later(minutes=11)
    )

    document = either.said()[-1][1]
    assert outcome.story == first.story == document.id
    assert document.revision == 2
    assert document.updated == later(minutes=11)
    assert [b.text for b in document.body] == ["It came back."]
    assert Story.objects.get().wire_version == "2"


def test_versions_may_arrive_in_any_order(house):
    """The older one, coming late, is nobody's update."""
    arrive(copy(minutes=10, version="2", text="It came back."))

    assert arrive(copy()).action == "ignore"
    assert Story.objects.get().headline == "Ferry leaves harbour"
    assert house.kinds() == ["story.published"]


def test_a_story_the_desk_touched_is_never_overwritten(either):
    """The new version is laid before the desk beside it."""
    arrive(copy())
    story = changed(Story.objects.get(), by=a_person(EDITOR), headline="Ours now")
    Publish(story=story, now=NOON).execute()
    before = len(either.entries())

    outcome = arrive(copy(minutes=10, version="2", headline="Theirs"))

    assert outcome.state == WireState.PROPOSED
    assert len(either.entries()) == before
    assert again(story).get_latest_revision_as_object().headline == "Ours now"
    proposal = Proposal.objects.get()
    assert again(story).with_content_json(proposal.content).headline == "Theirs"
    assert WireItem.objects.get().call_desk


def test_only_the_newest_proposal_is_open(house):
    """The desk decides about one version, not about ten."""
    arrive(copy())
    changed(Story.objects.get(), by=a_person(EDITOR), headline="Ours now")
    for number in (2, 3):
        arrive(copy(minutes=number, version=str(number)))

    assert [p.version for p in Proposal.objects.filter(settled_at=None)] == ["3"]


def test_embargoed_copy_is_not_in_the_journal_before_its_moment(either):
    """P14: drafted, scheduled, and public at the moment, to the second."""
    outcome = arrive(copy(embargoed=later(hours=1).isoformat()))

    assert outcome.state == WireState.SCHEDULED
    run_due(later(minutes=59, seconds=59))
    assert not any("story" in kind for kind in either.kinds())
    run_due(later(hours=1))
    assert either.kinds()[-1] == "story.published"


def test_an_embargo_moved_later_moves_the_plan(house):
    """The newest version's moment counts."""
    arrive(copy(embargoed=later(hours=1).isoformat()))
    arrive(copy(minutes=1, version="2", embargoed=later(hours=3).isoformat()))

    assert run_due(later(hours=1)) == []
    assert [ran.error for ran in run_due(later(hours=3))] == [""]


def test_an_embargo_that_is_lifted_is_lifted(house):
    """A later version without one goes out at once, and the plan is off."""
    arrive(copy(embargoed=later(hours=1).isoformat()))

    outcome = arrive(copy(minutes=1, version="2"))

    assert outcome.state == WireState.PUBLISHED
    assert run_due(later(hours=2)) == []


def test_withheld_copy_is_held(house):
    """No draft that somebody could publish by mistake, and no plan goes on."""
    arrive(copy(embargoed=later(hours=1).isoformat()))

    outcome = arrive(copy(minutes=1, version="2", pubstatus="withheld"))

    assert outcome.state == WireState.HELD
    assert run_due(later(hours=2)) == []
    assert not Story.objects.get().live


def test_withheld_copy_that_is_out_is_withdrawn(either):
    """The agency obliges us to take it down."""
    arrive(copy())

    outcome = arrive(copy(minutes=1, version="2", pubstatus="withheld"))

    assert outcome.state == WireState.WITHDRAWN
    assert either.kinds()[-1] == "story.withdrawn"
    assert WireItem.objects.get().call_desk


def test_what_was_taken_down_comes_back_only_by_hand(house):
    """A later usable version is drafted, and the desk is called."""
    arrive(copy())
    arrive(copy(minutes=1, version="2", pubstatus="withheld"))

    outcome = arrive(copy(minutes=2, version="3", text="All is well again."))

    assert outcome.state == WireState.DRAFT
    assert house.kinds()[-1] == "story.withdrawn"
    assert WireItem.objects.get().call_desk


def test_a_kill_takes_effect_at_once(either):
    """P13: gone from the journal and from the newsroom."""
    arrive(copy(text="The xylophonist sank."))

    outcome = arrive(copy(minutes=1, version="2", pubstatus="canceled"))

    assert outcome.state == WireState.KILLED
    assert either.kinds()[-1] == "story.killed"
    assert not any(b"xylophonist" in (e.content or b"") for e in either.entries())
    assert Story.objects.get().state == StoryState.KILLED
    assert WireItem.objects.get().headline == ""
    assert either.findings() == ()


def test_a_kill_of_a_story_the_desk_touched_kills_it_too(house):
    """No desk's work stands against it."""
    arrive(copy())
    changed(Story.objects.get(), by=a_person(EDITOR), headline="Ours now")

    arrive(copy(minutes=1, version="2", pubstatus="canceled"))

    assert Story.objects.get().state == StoryState.KILLED


def test_a_kill_may_come_before_its_victim(house):
    """The version it kills, arriving late, goes nowhere."""
    arrive(copy(minutes=5, version="2", pubstatus="canceled"))

    assert arrive(copy()).action == "ignore"
    assert Story.objects.count() == 0
    assert house.said() == []


def test_what_is_sent_again_after_a_kill_waits_for_a_human(house):
    """Only the desk brings something like it back."""
    arrive(copy())
    arrive(copy(minutes=1, version="2", pubstatus="canceled"))

    outcome = arrive(copy(minutes=2, version="3"))

    assert outcome.action == "hold"
    assert WireItem.objects.get().call_desk
    assert WireItem.objects.get().state == WireState.KILLED
    assert house.kinds()[-1] == "story.killed"


def test_a_kill_in_words_holds_its_suspects(either):
    """P13: it comes under a uri of its own and names its victim by slugline."""
    arrive(copy())
    arrive(copy(uri="urn:example:other", slugline="OTHER"))

    notice = copy(minutes=3, text="EDITORS: kill the FERRY story.", **STOPPED)
    arrive(notice, now=later(minutes=4))

    ferry = WireItem.objects.get(uri="urn:example:ferry")
    assert ferry.state == WireState.WITHDRAWN
    assert ferry.call_desk
    assert either.kinds()[-1] == "story.withdrawn"
    assert WireItem.objects.get(uri="urn:example:other").state == WireState.PUBLISHED
    assert WireItem.objects.get(uri="urn:example:stop").state == WireState.HELD


@pytest.mark.parametrize(
    "named",
    [
        "Please kill item dpa 157 about it.",
        'Please kill the story "Ferry leaves harbour".',
        "Please kill the story urn:newsml:acme:bdt:2016-12-15:0157.",
    ],
)
def test_a_kill_finds_what_it_names(house, named):
    """P13: by the wire's number, by headline or by guid, whatever its own slug."""
    arrive(copy(uri="urn:newsml:acme:bdt:2016-12-15:0157"))
    arrive(copy(uri="urn:newsml:acme:bdt:2016-12-15:0158", headline="Another"))

    notice = copy(minutes=3, text=named, **(STOPPED | {"slugline": "STOP"}))
    arrive(notice, now=later(minutes=4))

    states = dict(WireItem.objects.values_list("uri", "state"))
    assert states["urn:newsml:acme:bdt:2016-12-15:0157"] == WireState.WITHDRAWN
    assert states["urn:newsml:acme:bdt:2016-12-15:0158"] == WireState.PUBLISHED


def test_a_kill_in_words_stops_a_plan(house):
    """A suspect that waits for its embargo stays in."""
    arrive(copy(embargoed=later(hours=1).isoformat()))

    arrive(copy(minutes=3, text="Kill it.", **STOPPED), now=later(minutes=4))

    assert run_due(later(hours=1)) == []
    assert not any("story" in kind for kind in house.kinds())


def test_a_story_goes_on_under_another_uri(house):
    """An agency that gives each version a uri says from which it evolved."""
    first = arrive(g2().encode())
    after = '<link rel="irel:evolvedFrom" residref="urn:example:ferry"/>'
    second = arrive(
        g2(
            attributes='guid="urn:example:ferry-2" version="1"',
            created="2016-12-15T10:00:00+09:00",
            item_meta=after,
            body="<p>It came back.</p>",
        ).encode()
    )

    assert second.story == first.story
    assert Story.objects.count() == 1


@pytest.mark.parametrize("kind", ["picture", "planning"])
def test_what_is_no_text_is_kept_for_the_desk(house, kind):
    """No story is made of it."""
    outcome = arrive(copy(type=kind))

    assert outcome.state == WireState.KEPT
    assert Story.objects.count() == 0


def test_a_trusted_story_that_would_do_harm_calls_the_desk(house, monkeypatch):
    """A rule publishes nothing that an editor could not."""
    monkeypatch.setattr(
        "dateline.newsroom.story_from_item.editor_body", lambda _blocks: []
    )

    outcome = arrive(copy())

    assert outcome.state == WireState.DRAFT
    assert "no text" in WireItem.objects.get().reason
    assert WireItem.objects.get().call_desk
    assert house.said() == []


def test_bytes_nobody_can_read_are_shown_to_the_desk_once(house):
    """Kept, refused, and seen."""
    with pytest.raises(RefusedError) as refused:
        take_in(b"no agency sends this", source=TRUSTED, now=NOON)
    ref = RawArchive(house.settings.raw_path).keep(b"no agency sends this")
    for _ in range(2):
        record_refusal(ref, refused.value, source=TRUSTED, now=NOON)

    row = WireItem.objects.get()
    assert row.state == WireState.REFUSED
    assert row.raw_ref == ref
    assert row.call_desk


def test_an_error_leaves_nothing_of_an_item(either, monkeypatch):
    """P3 for the wire: row, story and journal are one transaction."""

    def fails(self):
        raise InterruptedError

    with monkeypatch.context() as patch:
        patch.setattr(Publish, "execute", fails)
        with pytest.raises(InterruptedError):
            arrive(copy())
    assert (WireItem.objects.count(), Story.objects.count()) == (0, 0)
    assert either.said() == []

    assert arrive(copy()).state == WireState.PUBLISHED


def test_a_correction_of_the_agency_is_one_for_readers(house):
    """With the agency's own note."""
    arrive(copy())
    note = '<edNote role="role:correctionNote">CORRECTS name</edNote>'

    outcome = arrive(
        g2(
            attributes='guid="urn:example:ferry" version="2"',
            created=later(minutes=9).isoformat(),
            item_meta='<signal qcode="sig:correction"/>' + note,
            body="<p>The ferry Aurora left.</p>",
        ).encode()
    )

    document = house.said()[-1][1]
    assert outcome.state == WireState.PUBLISHED
    assert document.updated is not None
    assert [c.note for c in document.corrections] == ["CORRECTS name"]


def test_a_plan_of_the_desk_stops_when_a_later_version_is_embargoed(house):
    """The desk scheduled version 1; version 2 says: not yet."""
    arrive(copy(), source=DESK)
    editor = a_person(EDITOR)
    story = changed(Story.objects.get(), by=editor, headline="Ours")
    Schedule(story=story, moment=later(minutes=30), now=NOON).execute()

    arrive(copy(minutes=1, version="2", embargoed=later(hours=5).isoformat()))

    assert run_due(later(minutes=30)) == []
    assert not again(story).live

"""NITF's orders over another document: they reach that document, and no other."""

from dataclasses import replace
from datetime import UTC, datetime

from dateline.newsroom.due import run_due
from dateline.newsroom.intake.take_in import take_in
from dateline.newsroom.models import Story, WireItem
from dateline.newsroom.models.story import StoryState
from dateline.newsroom.models.wire_item import WireState
from dateline.wire.judge import Action
from support.copy import NOON, later
from support.newsroom_wire import TRUSTED, arrive
from support.nitf_files import nitf

OTHER = "<hedline><hl1>About another ferry</hl1></hedline>"


def story(*, number="1", minutes=0, slug="ferry", **fields):
    """Write a story of the agency, made so many minutes after NOON."""
    return nitf(
        doc_id=f'<doc-id regsrc="ACME" id-string="acme:{number}"/>',
        issued=later(minutes=minutes).isoformat(),
        docdata=f'<key-list><keyword key="{slug}"/></key-list>',
        **fields,
    ).encode()


def order(status, *, number="9", victim="acme:1", minutes=5, content="", **fields):
    """Write a document whose status is that of another."""
    return story(
        number=number,
        minutes=minutes,
        slug="notice",
        status=f'management-status="{status}" management-doc-idref="{victim}"',
        content=content,
        body_head=OTHER,
        **fields,
    )


def order_in(raw, *, now=None):
    """Take an order in: what became of the document it names, and of itself."""
    victim, notice = take_in(raw, source=TRUSTED, now=now or later(minutes=5))
    return victim, notice


def test_a_kill_reaches_the_document_it_names(either):
    """The story is killed in the journal; the notice stays at the desk."""
    killed = arrive(story()).story
    arrive(story(number="2"))

    victim, notice = order_in(order("canceled"))

    assert (victim.uri, victim.action, victim.state) == (
        "acme:1",
        Action.KILL,
        WireState.KILLED,
    )
    assert (notice.uri, notice.action, notice.story) == ("acme:9", Action.KEEP, "")
    assert either.kinds()[-1] == "story.killed"
    states = {each.public_id: each.state for each in Story.objects.all()}
    assert states.pop(killed) == StoryState.KILLED
    assert list(states.values()) == [StoryState.PUBLISHED]


def test_a_kill_may_come_before_the_document_it_names(house):
    """What is killed already does not come out when it arrives late."""
    order_in(order("canceled"))

    late = arrive(story(), now=later(minutes=9))

    assert (late.action, late.state) == (Action.IGNORE, WireState.KILLED)
    assert house.said() == []


def test_an_order_read_again_changes_nothing(house):
    """Neither the victim nor the notice is touched twice."""
    arrive(story())
    order_in(order("canceled"))
    before = list(WireItem.objects.order_by("pk").values()), house.said()

    again = order_in(order("canceled"), now=later(minutes=50))

    assert [each.action for each in again] == [Action.IGNORE, Action.IGNORE]
    assert (list(WireItem.objects.order_by("pk").values()), house.said()) == before


def test_a_document_may_be_withheld_by_another(house):
    """It is taken down at once; a human may put it back."""
    arrive(story())

    victim, _ = order_in(order("withheld"))

    assert victim.action is Action.WITHDRAW
    assert house.kinds()[-1] == "story.withdrawn"
    assert Story.objects.get().state == StoryState.WITHDRAWN


def test_a_notice_that_may_be_the_replacement_waits_for_a_human(house):
    """Copy that came with an order is not published by a rule."""
    arrive(story())

    victim, notice = order_in(order("canceled", content="<p>The ferry stayed.</p>"))

    assert victim.state == WireState.KILLED
    assert (notice.action, notice.state) == (Action.HOLD, WireState.HELD)
    assert "acme:1" in notice.reason
    assert WireItem.objects.get(uri="acme:9").call_desk
    assert house.kinds() == ["story.published", "story.killed"]


def test_an_order_names_the_document_with_its_version_or_without(house):
    """NTB's id ends in a version; the kill is of the document."""
    arrive(
        nitf(
            doc_id='<doc-id regsrc="NTB" id-string="NTB7_00"/>',
            issued=NOON.isoformat(),
        ).encode()
    )
    raw = nitf(
        doc_id='<doc-id regsrc="NTB" id-string="NTB8_00"/>',
        issued=later(minutes=5).isoformat(),
        status='management-status="canceled" management-doc-idref="NTB7_03"',
        body_head=OTHER,
        content="",
    ).encode()

    victim, _ = order_in(raw)

    assert (victim.uri, victim.state) == ("NTB7", WireState.KILLED)
    assert house.kinds()[-1] == "story.killed"


def test_a_document_that_another_embargoes_is_taken_down(house):
    """Its copy stays as it was; when it goes out again is the desk's to plan."""
    arrive(story())
    release = b'<date.release norm="20161216T060000Z"/><key-list>'

    victim, notice = order_in(order("embargoed").replace(b"<key-list>", release))

    assert victim.state == WireState.WITHDRAWN
    assert "20161216T060000Z" in notice.reason
    assert house.kinds() == ["story.published", "story.withdrawn"]
    assert Story.objects.get().headline == "Ferry leaves harbour"


def test_leave_to_use_another_document_is_a_humans_to_act_on(house):
    """A rule takes down by order; it puts nothing up by order."""
    arrive(story(status='management-status="withheld"'))

    (notice,) = take_in(order("usable"), source=TRUSTED, now=later(minutes=5))

    assert (notice.uri, notice.action) == ("acme:9", Action.HOLD)
    assert "usable" in notice.reason
    assert house.said() == []


def test_an_order_of_another_agency_reaches_nothing_of_ours(house):
    """Ids are an agency's own."""
    arrive(story())

    other = replace(TRUSTED, name="other", provider="other")
    take_in(order("canceled"), source=other, now=later(minutes=5))

    assert house.kinds() == ["story.published"]


def test_a_documents_own_kill_unpublishes_and_does_not_blank(house):
    """A kill keeps its headline and empties the body: nothing of that goes out."""
    arrive(story())

    killed = arrive(
        story(minutes=5, status='management-status="canceled"', content=""),
        now=later(minutes=5),
    )

    assert killed.action is Action.KILL
    assert house.kinds() == ["story.published", "story.killed"]


def test_a_release_without_a_zone_is_met_in_the_zone_of_the_source(house):
    """Status and release make a plan: six in the evening in Helsinki."""
    release = b'<date.release norm="2016-12-15T18:00:00"/><key-list>'
    raw = story(status='management-status="embargoed"').replace(b"<key-list>", release)

    assert arrive(raw).state == WireState.SCHEDULED
    assert house.said() == []

    run_due(datetime(2016, 12, 15, 15, 59, tzinfo=UTC))
    assert "story.published" not in house.kinds()
    run_due(datetime(2016, 12, 15, 16, 0, tzinfo=UTC))
    assert "story.published" in house.kinds()

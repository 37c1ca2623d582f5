"""A newer agency version beside ours: what merges, and what the desk chooses."""

import pytest
from django.contrib.auth.models import User

from dateline.news.three_way import Kind
from dateline.newsroom.actions.settle_proposal import (
    OvertakenError,
    SettleProposal,
    UndecidedError,
)
from dateline.newsroom.merge_story import Choice, Take, compare
from dateline.newsroom.models import Proposal, Story
from dateline.newsroom.proposed import states_of
from dateline.newsroom.public_body import public_body
from dateline.newsroom.roles import EDITOR
from dateline.wire.raw_archive import RawArchive
from support.copy import NOON, later
from support.newsroom_copy import a_person, again, changed, paragraph
from support.newsroom_wire import DESK, arrive, copy

FIRST = ("The ferry left at noon.", "It is blue.", "Forty were aboard.")


def send(*texts, minutes=0, **fields):
    """Have the agency send a version with these paragraphs."""
    body = "".join(f"<p>{text}</p>" for text in texts)
    raw = copy(minutes=minutes, version=str(minutes), body_xhtml=body, **fields)
    return arrive(raw, source=DESK, now=later(minutes=minutes))


def ours(*texts, **fields):
    """Have the desk write these paragraphs, one block a paragraph."""
    by = a_person(EDITOR, f"mira{User.objects.count()}")
    body = [paragraph(text) for text in texts]
    return changed(Story.objects.get(), by=by, body=body, **fields)


def waiting():
    """Return the proposal that is open."""
    return Proposal.objects.get(settled_at=None)


def rows():
    """Return the rows of the open proposal that ask something."""
    proposal = waiting()
    made = compare(*states_of(again(proposal.story), proposal))
    return [row for row in made if row.asks]


def settle(choices=None, *, accept=True, proposal=None):
    """Settle the open proposal by somebody of the desk."""
    by = a_person(EDITOR, f"asha{User.objects.count()}")
    SettleProposal(
        proposal=proposal or waiting(),
        accept=accept,
        choices=choices,
        acting_user=by,
        now=later(minutes=30 + Proposal.objects.count()),
    ).execute()


def body():
    """Return the newest draft's paragraphs."""
    draft = Story.objects.get().get_latest_revision_as_object()
    return [block.text for block in public_body(draft.body)]


def test_what_one_side_changed_merges_by_itself(either):
    """Our headline, their new paragraph: nothing is asked, nothing is lost."""
    send(*FIRST)
    ours(FIRST[0], "It is deep blue.", FIRST[2], headline="Ours")
    send(*FIRST, "It came back.", minutes=5)

    assert [(row.label, row.kind) for row in rows()] == [
        ("Headline", Kind.OURS),
        ("Body", Kind.OURS),
        ("Body", Kind.THEIRS),
    ]
    settle({})

    draft = Story.objects.get().get_latest_revision_as_object()
    assert draft.headline == "Ours"
    assert body() == [FIRST[0], "It is deep blue.", FIRST[2], "It came back."]
    assert draft.wire_version == "5"
    assert either.said() == []


def test_what_both_changed_waits_for_a_choice(house):
    """Nothing is settled until somebody has chosen."""
    send(*FIRST)
    ours(*FIRST[:2], "Some forty were aboard.")
    send(*FIRST[:2], "Fifty were aboard.", minutes=5)
    (row,) = rows()

    assert row.kind is Kind.CLASH
    with pytest.raises(UndecidedError):
        settle({})
    assert waiting().settled_at is None
    assert body()[2] == "Some forty were aboard."


@pytest.mark.parametrize(
    ("choice", "last"),
    [
        (Choice(take=Take.OURS), ["Some forty were aboard."]),
        (Choice(take=Take.THEIRS), ["Fifty were aboard."]),
        (Choice(take=Take.BOTH), ["Some forty were aboard.", "Fifty were aboard."]),
        (
            Choice(take=Take.EDIT, text="Fifty <b>were</b> there.\r\n\r\nIt left."),
            ["Fifty <strong>were</strong> there.", "It left."],
        ),
    ],
)
def test_each_choice_does_what_it_says(house, choice, last):
    """Ours, theirs, both, or written anew."""
    send(*FIRST)
    ours(*FIRST[:2], "Some forty were aboard.")
    send(*FIRST[:2], "Fifty were aboard.", minutes=5)
    (row,) = rows()

    settle({row.key: choice})

    assert body() == [*FIRST[:2], *last]


def test_what_was_decided_is_not_asked_again(house):
    """A declined change that the next version still has stays declined."""
    send(*FIRST)
    ours(*FIRST, headline="Ours")
    send(FIRST[0], "It is red.", FIRST[2], minutes=5)
    settle(accept=False)

    send(FIRST[0], "It is red.", FIRST[2], "It came back.", minutes=9)

    assert [row.kind for row in rows()] == [Kind.OURS, Kind.OURS, Kind.THEIRS]
    settle({})
    assert body() == [*FIRST, "It came back."]


def test_a_later_version_goes_on_from_the_one_accepted(house):
    """What was taken over is nobody's change any more."""
    send(*FIRST)
    ours(*FIRST, headline="Ours")
    send(FIRST[0], "It is red.", FIRST[2], minutes=5)
    settle({})

    send(FIRST[0], "It is red.", "Fifty were aboard.", minutes=9)

    assert [(row.label, row.kind) for row in rows()] == [
        ("Headline", Kind.OURS),
        ("Body", Kind.THEIRS),
    ]


def test_a_version_that_was_overtaken_cannot_be_settled(house):
    """The later one is asked about instead; nothing happens to the draft."""
    send(*FIRST)
    ours(*FIRST, headline="Ours")
    send(*FIRST, "One.", minutes=5)
    first = waiting()
    send(*FIRST, "One.", "Two.", minutes=6)

    with pytest.raises(OvertakenError):
        settle({}, proposal=first)
    assert body() == list(FIRST)
    assert again(first).accepted is None
    settle({})
    assert body() == [*FIRST, "One.", "Two."]


def test_the_desks_own_work_after_the_proposal_stays(house):
    """Accepting copies what the agency sent, not the story as it was then."""
    send(*FIRST)
    ours(*FIRST, headline="Ours")
    send(*FIRST, "One.", minutes=5)
    changed(Story.objects.get(), by=a_person(EDITOR, "noor"), section_id="india")

    settle()

    draft = Story.objects.get().get_latest_revision_as_object()
    assert draft.section_id == "india"
    assert draft.headline == "Ferry leaves harbour"
    assert body() == [*FIRST, "One."]


def test_without_the_version_before_everything_waits_for_a_person(house):
    """Nobody guesses who changed what."""
    send(*FIRST)
    story = ours(*FIRST, headline="Ours")
    send(*FIRST, "One.", minutes=5)
    RawArchive(house.settings.raw_path).path(story.raw_ref).unlink()

    assert {row.kind for row in rows()} == {Kind.CLASH}
    with pytest.raises(UndecidedError):
        settle({})


def test_paragraphs_typed_into_one_block_are_still_paragraphs(house):
    """An editor's block may hold several; each is compared by itself."""
    send(*FIRST)
    value = "".join(f"<p>{text}</p>" for text in FIRST[:2]) + "<p>Ours alone.</p>"
    by = a_person(EDITOR)
    changed(
        Story.objects.get(),
        by=by,
        now=NOON,
        body=[{"type": "paragraph", "value": value}, paragraph(FIRST[2])],
    )
    send(*FIRST, "It came back.", minutes=5)

    assert [row.kind for row in rows()] == [Kind.OURS, Kind.THEIRS]
    settle({})
    assert body() == [*FIRST[:2], "Ours alone.", FIRST[2], "It came back."]

"""The wire: what came, what became of it, take it or leave it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from dateline.newsroom.intake.take_in import take_in
from dateline.newsroom.models import Proposal, Story, WireItem
from dateline.newsroom.models.wire_item import WireState
from dateline.newsroom.source_rules import source_rules
from dateline.settings import WireSettings
from support.copy import later
from support.newsroom_copy import again
from support.story_form import URLS, story_form
from support.wire_files import ninjs

WIRE = "/admin/wire/"
MERIDIAN = WireSettings(
    name="meridian", provider="meridian", zone="Asia/Kolkata", section="world"
)


@pytest.fixture
def wired(house):
    """A newsroom with one wire."""
    with house.told(wires=(MERIDIAN,)) as told:
        yield told


def sent(minutes=0, uri="urn:m:ferry", **properties):
    """Have the agency send an item, and return its row."""
    raw = ninjs(
        **{
            "uri": uri,
            "headline": "Ferry strike goes on",
            "body_xhtml": "<p>Ferries stayed in port &lt;for&gt; a day.</p>",
            "versioncreated": later(minutes=minutes).isoformat(),
            "version": str(minutes),
            **properties,
        }
    )
    take_in(raw, source=source_rules(MERIDIAN), now=timezone.now())
    return WireItem.objects.get(uri=uri)


def test_the_list_says_what_became_of_each(wired, reporter):
    """State and reason, embargo and call, the newest first."""
    sent(uri="urn:m:a", headline="Plain news")
    sent(
        uri="urn:m:b",
        headline="Not yet",
        embargoed=(timezone.now() + timedelta(hours=3)).isoformat(),
    )
    sent(uri="urn:m:c", headline="Gone")
    sent(5, uri="urn:m:c", pubstatus="canceled")

    page = reporter.get(WIRE).content.decode()

    assert page.index("Not yet") < page.index("Plain news")
    assert "newsroom-mark--killed" in page
    assert "canceled by the agency" in page
    assert "Calls the desk" in page
    assert "Embargo until " in page
    assert "Gone" not in page


def test_the_list_says_who_took_what(wired, reporter, editor):
    """So that nobody opens what somebody else is working on."""
    row = sent()
    assert "taken by" not in editor.get(WIRE).content.decode()

    reporter.post(f"{WIRE}{row.pk}/", {"take": "1"})

    assert "taken by ravi" in editor.get(WIRE).content.decode()


def test_the_list_is_filtered(wired, reporter):
    """By state, by wire, by call."""
    sent(uri="urn:m:a", headline="Plain news")
    sent(uri="urn:m:c")
    sent(5, uri="urn:m:c", pubstatus="canceled")

    page = reporter.get(f"{WIRE}?state=killed").content.decode()

    assert "urn:m:c" in page
    assert "Plain news" not in page


def test_an_item_shows_its_text_and_no_markup(wired, reporter):
    """The agency's own bytes, read again, and escaped."""
    row = sent()

    page = reporter.get(f"{WIRE}{row.pk}/").content.decode()

    assert "Ferries stayed in port &lt;for&gt; a day." in page


def test_taking_makes_it_mine(wired, reporter):
    """The draft is the taker's, and nothing is public."""
    row = sent()

    answer = reporter.post(f"{WIRE}{row.pk}/", {"take": "1"})

    story = Story.objects.get()
    assert answer.headers["Location"] == f"{URLS}edit/{story.pk}/"
    assert story.latest_revision.user.username == "ravi"
    assert again(row).story == story
    assert wired.said() == []


def test_a_second_taker_is_told_who_has_it(wired, reporter, editor):
    """And does not overwrite the first one's work."""
    row = sent()
    reporter.post(f"{WIRE}{row.pk}/", {"take": "1"})
    story = Story.objects.get()
    reporter.post(f"{URLS}edit/{story.pk}/", story_form(headline="Mine now"))

    page = editor.post(f"{WIRE}{row.pk}/", {"take": "1"}, follow=True).content.decode()

    assert "ravi has it since" in page
    assert again(story).headline == "Mine now"
    assert again(story).latest_revision.user.username == "ravi"


def test_taking_it_again_leads_to_ones_own(wired, reporter):
    """No second story, no lost work."""
    row = sent()
    first = reporter.post(f"{WIRE}{row.pk}/", {"take": "1"}).headers["Location"]
    revisions = Story.objects.get().revisions.count()

    second = reporter.post(f"{WIRE}{row.pk}/", {"take": "1"}).headers["Location"]

    assert first == second
    assert Story.objects.get().revisions.count() == revisions


def test_what_was_killed_can_neither_be_read_nor_taken(wired, editor):
    """The text is gone from the screen at once."""
    row = sent()
    row = sent(5, pubstatus="canceled")

    page = editor.get(f"{WIRE}{row.pk}/").content.decode()
    editor.post(f"{WIRE}{row.pk}/", {"take": "1"})

    assert "Ferries stayed" not in page
    assert 'name="take"' not in page
    assert not Story.objects.exclude(state="killed").exists()


def test_an_item_is_left(wired, editor, reporter):
    """It calls nobody any more, and says who left it; a reporter cannot."""
    row = sent()

    reporter.post(f"{WIRE}{row.pk}/", {"leave": "1"})
    assert again(row).state == WireState.DRAFT
    editor.post(f"{WIRE}{row.pk}/", {"leave": "1"})

    assert again(row).state == WireState.KEPT
    assert again(row).reason == "left by mira"
    (line,) = ModelLogEntry.objects.filter(action="dateline.leave")
    assert line.user.username == "mira"


def test_a_missing_raw_file_is_said(wired, reporter):
    """The screen stays, and names what is wrong."""
    row = sent()
    WireItem.objects.filter(pk=row.pk).update(raw_ref="0" * 64)

    assert "is missing" in reporter.get(f"{WIRE}{row.pk}/").content.decode()


@pytest.fixture
def proposal(wired, reporter):
    """A newer version of a story that the desk has edited."""
    row = sent()
    reporter.post(f"{WIRE}{row.pk}/", {"take": "1"})
    story = Story.objects.get()
    reporter.post(f"{URLS}edit/{story.pk}/", story_form(headline="Ours"))
    sent(9, headline="Theirs, newer", body_xhtml="<p>Ferries sail again.</p>")
    return Proposal.objects.get()


def test_a_proposal_shows_three_states(proposal, reporter):
    """The agency before, ours, the agency now; and where both changed it."""
    page = reporter.get(f"{URLS}proposal/{proposal.pk}/").content.decode()

    for words in (
        "<del>Ferry strike goes on</del>",
        "<ins>Ours</ins>",
        "both changed it",
    ):
        assert words in page
    assert "<ins>Theirs, newer</ins>" in page
    assert f"{URLS}proposal/{proposal.pk}/" in reporter.get("/admin/").content.decode()


def test_an_accepted_proposal_becomes_the_draft(wired, proposal, reporter):
    """The agency's version is the newest draft, and not public."""
    reporter.post(f"{URLS}proposal/{proposal.pk}/", {"accept": "1"})

    draft = again(proposal.story).get_latest_revision_as_object()
    assert draft.headline == "Theirs, newer"
    assert again(proposal).accepted is True
    assert wired.said() == []


def test_a_dismissed_proposal_leaves_ours(proposal, reporter):
    """It calls nobody any more."""
    reporter.post(f"{URLS}proposal/{proposal.pk}/", {"dismiss": "1"})

    assert again(proposal.story).get_latest_revision_as_object().headline == "Ours"
    assert again(proposal).accepted is False
    assert not again(proposal.wire_item).call_desk


def test_a_proposal_is_settled_once(proposal, reporter):
    """A second decision is told of the first."""
    address = f"{URLS}proposal/{proposal.pk}/"
    reporter.post(address, {"dismiss": "1"})

    page = reporter.post(address, {"accept": "1"}, follow=True).content.decode()

    assert "settled before" in page
    assert again(proposal).accepted is False


def test_versions_and_log_are_reachable_from_the_story(proposal, reporter):
    """The internal tab leads to the agency's item, the proposal and the log."""
    story = proposal.story

    page = reporter.get(f"{URLS}edit/{story.pk}/").content.decode()

    assert f"{WIRE}{proposal.wire_item_id}/" in page
    assert f"{URLS}proposal/{proposal.pk}/" in page
    assert f"{URLS}history/{story.pk}/" in page

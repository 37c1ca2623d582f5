"""The screen on which the desk says whom a kill in words means."""

import os
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from dateline.newsroom.models import Suspect, WireItem
from dateline.newsroom.models.suspect import Suspicion
from support.copy import later
from support.newsroom_screen import at_a_screen
from support.newsroom_wire import arrive, copy


@pytest.fixture
def notice(house):
    """A kill in words that may mean two stories."""
    arrive(copy(headline="Ferry leaves harbour in storm"))
    other = {"uri": "urn:example:b", "slugline": "STORM/FERRY"}
    arrive(copy(**other, headline="Owner of the ferry speaks", text="He spoke."))
    words = 'EDITORS: kill the story headlined "Ferry leaves the harbour in storm".'
    stop = {"uri": "urn:example:stop", "slugline": "STORM/FERRY"}
    raw = copy(minutes=3, text=words, headline="MANDATORY KILL", **stop)
    arrive(raw, now=later(minutes=4))
    return WireItem.objects.get(uri="urn:example:stop")


def test_the_first_screen_leads_to_notice_and_suspects(notice, editor):
    """What it says stands beside whom it may mean, with how each was found."""
    address = f"/admin/wire/{notice.pk}/kill/"
    assert address in editor.get("/admin/").content.decode()

    page = editor.get(address).content.decode()

    assert "kill the story headlined" in page
    assert "a headline like the one named" in page
    assert "named by its slugline STORM/FERRY" in page
    assert "The ferry left the harbour at noon." in page
    assert address in editor.get(f"/admin/wire/{notice.pk}/").content.decode()


def test_a_reporter_sees_it_and_decides_nothing(notice, reporter):
    """The buttons are for editors."""
    address = f"/admin/wire/{notice.pk}/kill/"
    page = reporter.get(address).content.decode()
    suspect = Suspect.objects.first()

    reporter.post(address, {"kill": suspect.pk})

    assert 'name="kill"' not in page
    suspect.refresh_from_db()
    assert suspect.outcome == Suspicion.OPEN


@pytest.mark.slow
def test_the_desk_decides_about_each(notice, editor):
    """In a browser without scripts: one is killed, the other put back."""
    person = User.objects.get(username="mira")
    size = {"width": 1280, "height": 1000}
    with at_a_screen(person, viewport=size, java_script_enabled=False) as (page, url):
        page.goto(f"{url}/admin/wire/{notice.pk}/kill/")
        if picture := os.environ.get("DATELINE_PICTURES"):
            page.screenshot(path=Path(picture) / "notice.png", full_page=True)
        meant = page.locator("article", has_text="a headline like the one named")
        meant.get_by_role("button", name="Kill").focus()
        page.keyboard.press("Enter")
        page.get_by_text("gone from everywhere").first.wait_for()
        page.get_by_role("button", name="Put back").click()
        page.get_by_text("Everything about this notice is decided").wait_for()

    outcomes = {s.wire_item.uri: s.outcome for s in Suspect.objects.all()}
    assert outcomes == {
        "urn:example:ferry": Suspicion.KILLED,
        "urn:example:b": Suspicion.CLEARED,
    }

"""The register of grievances at the screens."""

import csv
import io
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from dateline.news.house import Disclosure, House, Officer
from dateline.newsroom.actions.errors import NotAllowedError
from dateline.newsroom.actions.save_grievance import SaveGrievance, UnfitGrievanceError
from dateline.newsroom.models.grievance import Grievance, Outcome
from dateline.newsroom.roles import REPORTER
from dateline.newsroom.site_settings import site_settings
from dateline.newsroom.sync_site import sync_site
from support.newsroom_copy import a_person, published

REGISTER = "/admin/grievances/"
FIGURES = f"{REGISTER}figures/"


def ago(**span):
    """Return a moment before now, to the minute."""
    return (timezone.now() - timedelta(**span)).replace(second=0, microsecond=0)


def a_grievance(**fields):
    """Enter a grievance."""
    told = {
        "received_at": ago(hours=2),
        "complainant": "Farida Qureshi",
        "contact": "farida@reader.example",
        "text": "I was quoted with words I did not say.",
        **fields,
    }
    return SaveGrievance(grievance=Grievance(**told), now=timezone.now()).execute()


def filled(**fields):
    """Fill in the form."""
    local = timezone.localtime(ago(hours=1))
    return {
        "complainant": "Farida Qureshi",
        "contact": "",
        "received_at": local.strftime("%Y-%m-%d %H:%M"),
        "acknowledged_at": "",
        "address": "",
        "text": "The picture is not of our street.",
        "decided_at": "",
        "outcome": "",
        "decision": "",
        "ground": "ethics",
        **fields,
    }


def rows(page):
    """Return the rows of the list as text."""
    text = page.content.decode()
    return [row for row in text.split("<tr") if "Farida" in row or "Hari" in row]


def test_an_entry_is_made_and_noted(house, editor):
    """It waits to be acknowledged; the log does not say what was complained of."""
    editor.post(f"{REGISTER}add/", filled())

    grievance = Grievance.objects.get()
    assert grievance.deadline == grievance.received_at + timedelta(hours=24)
    line = ModelLogEntry.objects.for_instance(grievance).get()
    assert line.user.get_username() == "mira"
    assert line.formatter.format_message(line).endswith("waits to acknowledge")
    assert "street" not in str(line.data)


def test_the_first_screen_reminds_of_what_is_due(house, editor, reporter):
    """The overdue first and marked; what has days left is not there yet."""
    late = a_grievance(received_at=ago(hours=30))
    a_grievance(complainant="Hari Das")
    a_grievance(
        complainant="Noor Ali", received_at=ago(hours=9), acknowledged_at=ago(hours=8)
    )
    page = editor.get("/admin/").content.decode()
    panel = page[page.index('id="panel-grievances"') :].partition("</section>")[0]

    assert panel.index("Farida Qureshi: to be acknowledged") < panel.index("Hari Das")
    assert panel.count("overdue since") == 1
    assert f'href="{REGISTER}edit/{late.pk}/"' in panel
    assert "Noor Ali" not in panel
    assert "panel-grievances" not in reporter.get("/admin/").content.decode()


def test_an_order_is_due_in_36_hours(house, editor):
    """What is carried of others has the terms of its ground, in list and reminder."""
    editor.post(f"{REGISTER}add/", filled(ground="order"))
    order = Grievance.objects.get()
    order.acknowledged_at = order.received_at
    SaveGrievance(grievance=order, now=timezone.now()).execute()

    assert order.deadline == order.received_at + timedelta(hours=36)
    assert "Farida Qureshi: to be decided" in editor.get("/admin/").content.decode()


def test_a_story_is_found_by_its_address(house, editor):
    """However it was copied: with a slug of long ago, or as a short link."""
    story = published()
    for address in (
        f"https://banyan.example/world/2016/12/15/old-slug-{story.public_id}/",
        f"/s/{story.public_id}#corrections",
    ):
        assert a_grievance(address=address).story == story
    assert a_grievance(address="your page of Tuesday").story is None


def test_acknowledged_decided_and_off_the_list_of_what_waits(house, editor):
    """Each step moves the deadline; a decision ends it, and leads to the note."""
    story = published()
    grievance = a_grievance(address=f"/s/{story.public_id}", received_at=ago(hours=30))
    assert "overdue" in rows(editor.get(REGISTER))[0]

    grievance.acknowledged_at = ago(hours=1)
    SaveGrievance(grievance=grievance, now=timezone.now()).execute()
    assert grievance.deadline == grievance.received_at + timedelta(days=15)
    assert "overdue" not in rows(editor.get(REGISTER))[0]

    grievance.decided_at, grievance.outcome = ago(minutes=5), Outcome.CORRECTED
    SaveGrievance(grievance=grievance, now=timezone.now()).execute()
    assert grievance.deadline is None
    (row,) = rows(editor.get(REGISTER))
    assert f"/s/{story.public_id}#corrections" in row
    assert "upheld: corrected" in row


@pytest.mark.parametrize(
    ("standing", "names"),
    [("overdue", {"Hari"}), ("open", {"Hari", "Farida"}), ("decided", {"Farida D"})],
)
def test_the_list_shows_what_is_asked_for(house, editor, standing, names):
    """Late ones, open ones, decided ones."""
    a_grievance(complainant="Hari Menon", received_at=ago(days=2))
    a_grievance()
    a_grievance(
        complainant="Farida D", decided_at=ago(hours=1), outcome=Outcome.DISMISSED
    )

    found = rows(editor.get(REGISTER, {"standing": standing}))

    assert len(found) == len(names)
    assert all(any(name in row for row in found) for name in names)


def test_it_goes_out_as_csv(house, editor):
    """All fields, moments with their zone."""
    a_grievance()

    got = editor.get(REGISTER, {"export": "csv"})

    text = b"".join(got.streaming_content).decode()
    (row,) = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    assert "Farida Qureshi" in row.values()
    assert "I was quoted with words I did not say." in row.values()


@pytest.mark.parametrize(
    "wrong",
    [
        {"received_at": timezone.now() + timedelta(days=1)},
        {"acknowledged_at": ago(hours=3)},
        {"decided_at": ago(hours=1)},
        {"outcome": Outcome.DISMISSED},
        {"decided_at": ago(hours=1), "outcome": Outcome.CORRECTED},
    ],
)
def test_what_cannot_be_is_refused(house, wrong):
    """The future, the past of the receipt, half a decision, a corrected nothing."""
    with pytest.raises(UnfitGrievanceError):
        a_grievance(**wrong)
    assert Grievance.objects.count() == 0


def test_what_cannot_be_is_said_at_the_form(house, editor):
    """Beside its field, and nothing is saved."""
    got = editor.post(f"{REGISTER}add/", filled(outcome="dismissed"))

    assert b"A decision has a moment and an outcome" in got.content
    assert Grievance.objects.count() == 0


def test_nothing_is_taken_out_of_the_register(house, editor):
    """Not by an editor, not by anybody."""
    grievance = a_grievance()

    editor.post(f"{REGISTER}delete/{grievance.pk}/")

    assert Grievance.objects.get() == grievance


def test_a_months_figures_go_out_when_somebody_says_so(house, editor):
    """Numbers alone: what came, what was decided, what was open at the end."""
    sync_site_with_officer(house)
    first = timezone.localtime().replace(day=1, hour=9, minute=0, second=0)
    before = first - timedelta(days=3)
    a_grievance(received_at=before - timedelta(days=40))
    a_grievance(received_at=before)
    a_grievance(
        received_at=before,
        decided_at=before + timedelta(hours=1),
        outcome=Outcome.DISMISSED,
    )
    told = len(house.said())
    assert b"/admin/grievances/figures/" in editor.get(REGISTER).content
    assert b"<td>2</td>" in editor.get(FIGURES).content
    assert len(house.said()) == told

    editor.post(FIGURES)
    editor.post(FIGURES)

    (said,) = house.said()[told:]
    assert said[0] == "house.set"
    assert said[1].disclosures == (
        Disclosure(month=f"{before:%Y-%m}", received=2, decided=1, pending=2),
    )
    assert said[1].officer is not None


def test_the_figures_stay_when_the_settings_change(house, editor):
    """They stand in no file: a start with another telephone number keeps them."""
    settings = sync_site_with_officer(house)
    editor.post(FIGURES)
    figures = house.said()[-1][1].disclosures

    other = replace(settings, house=replace(settings.house, phone="011-5550"))
    sync_site(other, now=timezone.now())

    assert house.said()[-1][1].phone == "011-5550"
    assert house.said()[-1][1].disclosures == figures != ()


def test_figures_need_an_officer_and_an_editor(house, editor, reporter):
    """Without a page there is nothing to put them on."""
    reporter.post(FIGURES)
    editor.post(FIGURES)

    assert [kind for kind, _ in house.said()].count("house.set") == 0


def sync_site_with_officer(house):
    """Name an officer and return the settings that do."""
    officer = Officer(name="Leela Nair", email="grievances@banyan.example")
    settings = replace(site_settings(), house=House(officer=officer))
    sync_site(settings, now=timezone.now())
    return settings


def test_what_a_reader_sent_shows_the_number_he_has(house, editor):
    """In list, search, form and reminder, with words as words."""
    ticket = "B2B2-C3C3-D4D4"
    entry = a_grievance(ticket=ticket, complainant="Farida <b>Qureshi</b>")

    for address in ("", f"?q={ticket}", f"edit/{entry.pk}/"):
        page = editor.get(f"{REGISTER}{address}").content.decode()
        assert ticket in page
        assert "Farida &lt;b&gt;Qureshi&lt;/b&gt;" in page
        assert "Farida <b>" not in page
    assert "acknowledge by" in editor.get(REGISTER).content.decode()


def test_an_entry_of_the_desk_has_no_number(house, editor):
    """Any number of them; the list shows nothing in its place."""
    a_grievance()
    a_grievance(complainant="Hari Das")

    page = editor.get(REGISTER).content.decode()

    assert len(rows(editor.get(REGISTER))) == 2
    assert "None" not in page[page.index("<table") : page.index("</table")]


def test_who_complained_is_for_editors(house, reporter, stranger):
    """Reporters and strangers neither see nor write the register."""
    grievance = a_grievance()
    for address in (REGISTER, f"{REGISTER}add/", f"{REGISTER}edit/{grievance.pk}/"):
        for browser in (reporter, stranger):
            assert b"Farida" not in browser.get(address).content
            browser.post(address, filled())
    assert Grievance.objects.count() == 1
    with pytest.raises(NotAllowedError):
        SaveGrievance(
            grievance=Grievance(received_at=ago(hours=1), complainant="A", text="B"),
            acting_user=a_person(REPORTER, "uma"),
            now=timezone.now(),
        ).execute()

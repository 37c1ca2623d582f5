"""Routing at the screens: written, tried, ordered; looked at by all."""

import re

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from dateline.newsroom.intake.take_in import take_in
from dateline.newsroom.models import RoutingRule, Story, Topic, WireItem
from dateline.newsroom.roles import ADMINISTRATOR, PICTURE_EDITOR
from dateline.newsroom.source_rules import source_rules
from dateline.settings import WireSettings
from support.copy import later
from support.newsroom_copy import again
from support.newsroom_rules import a_rule
from support.wire_files import ninjs

RULES = "/admin/routing/"
MERIDIAN = WireSettings(name="meridian", provider="meridian", section="world")


@pytest.fixture
def wired(house):
    """A newsroom with one wire, and a topic."""
    Topic.objects.create(id="ferries", name="Ferries")
    with house.told(wires=(MERIDIAN,)) as told:
        yield told


def sent(uri="urn:m:ferry", **properties):
    """Have the agency send an item now, and return its row."""
    raw = ninjs(
        **{
            "uri": uri,
            "headline": "Ferry strike goes on",
            "slugline": "FERRY-STRIKE",
            "body_xhtml": "<p>Ferries stayed in port.</p>",
            "versioncreated": later().isoformat(),
            **properties,
        }
    )
    take_in(raw, source=source_rules(MERIDIAN), now=timezone.now())
    return WireItem.objects.get(uri=uri)


def filled(**fields):
    """Fill in the form of a rule."""
    return {
        "name": "Ferries",
        "enabled": "on",
        "sluglines": "ferry strike\r\nboat*",
        "section": "sport",
        "desk": "Night",
        "publish": "",
        **fields,
    }


def moved_in(page):
    """Return how many items a trial says would have moved."""
    return int(re.search(r"<strong data-moved>(\d+)<", page).group(1))


def everything():
    """Return all that a trial could have changed."""
    models = (RoutingRule, WireItem, Story, ModelLogEntry)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_an_editor_writes_a_rule(wired, editor):
    """Every part of it is kept, and the audit log says who and what."""
    editor.post(
        f"{RULES}add/",
        filled(
            sources=["meridian"],
            subjects="sport",
            cities=["patna"],
            topics=["ferries"],
            most_urgent="2",
            least_urgent="4",
            publish="hold",
            save="1",
        ),
    )

    rule = RoutingRule.objects.get()
    assert (rule.sources, rule.subjects) == (["meridian"], ["sport"])
    assert rule.sluglines == ["ferry strike", "boat*"]
    assert (rule.most_urgent, rule.least_urgent) == (2, 4)
    assert (rule.section, rule.cities, rule.topics) == ("sport", ["patna"], ["ferries"])
    assert (rule.desk, rule.publish, rule.position) == ("Night", "hold", 1)
    assert rule.changed_by.username == "mira"
    logged = ModelLogEntry.objects.get(action="dateline.rule")
    assert logged.user.username == "mira"
    assert "slugline ferry strike or boat*" in logged.data["note"]


def test_a_rule_of_the_screen_routes_what_comes(wired, editor):
    """From the form to the wire list and the story."""
    editor.post(f"{RULES}add/", filled(topics=["ferries"], save="1"))

    row = sent()

    assert row.story.section_id == "sport"
    page = editor.get(f"/admin/wire/{row.pk}/").content.decode()
    assert "Ferries: section Sport, topic ferries, desk Night" in page
    assert "because of slugline ferry strike" in page
    story = editor.get(f"/admin/stories/edit/{row.story.pk}/").content.decode()
    assert "because of slugline ferry strike" in story


def test_a_trial_shows_what_would_have_moved_and_changes_nothing(wired, editor):
    """Then and would, with counts; neither rule, row, story nor log is touched."""
    sent()
    sent("urn:m:train", slugline="TRAIN")
    before = everything()

    page = editor.post(f"{RULES}add/", filled(**{"try": "1"})).content.decode()

    assert moved_in(page) == 1
    assert "Sport, not World" in page
    assert "Night desk" in page
    assert "<ins>Sport</ins>" in page
    assert "<del>World</del>" in page
    assert "TRAIN" not in page
    assert everything() == before


def test_the_form_keeps_what_was_tried(wired, editor):
    """It can be saved as it stands."""
    page = editor.post(f"{RULES}add/", filled(**{"try": "1"})).content.decode()

    assert "ferry strike\nboat*" in page.replace("\r", "")
    assert 'value="Night"' in page


def test_a_subject_is_shown_as_it_is_read(wired, editor):
    """A topic with what is narrower, or the agency's own word."""
    rule = a_rule(subjects=["15054000", "Kicker"], section="sport")

    page = editor.get(f"{RULES}{rule.pk}/").content.decode()

    assert "15054000: Media Topic 20001065 “soccer”" in page
    assert "Kicker: no Media Topic" in page


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": ""}, "This field is required"),
        ({"section": "", "desk": ""}, "The rule gives nothing"),
        ({"words": "***"}, "holds no word that could be found"),
        ({"most_urgent": "4", "least_urgent": "2"}, "1 is the most urgent"),
        ({"most_urgent": "9"}, "less than or equal to 8"),
        ({"section": "nowhere"}, "Select a valid choice"),
        ({"sources": ["nobody"]}, "Select a valid choice"),
    ],
)
def test_a_rule_that_could_not_work_is_refused(wired, editor, fields, said):
    """With the reason at its field; nothing is saved."""
    page = editor.post(f"{RULES}add/", filled(**fields, save="1")).content.decode()

    assert said in page
    assert not RoutingRule.objects.exists()


def test_rules_are_moved_and_switched(wired, editor):
    """The buttons of the list; the ends are the ends."""
    first, second = a_rule("first", desk="A"), a_rule("second", desk="B")

    editor.post(RULES, {"up": second.pk})
    editor.post(RULES, {"up": second.pk})
    editor.post(RULES, {"switch": first.pk})

    assert [rule.name for rule in RoutingRule.objects.all()] == ["second", "first"]
    assert not again(first).enabled
    page = editor.get(RULES).content.decode()
    assert page.index("second") < page.index("first")
    moves = ModelLogEntry.objects.filter(action="dateline.rule-move")
    assert [each.data["note"] for each in moves] == ["from place 2 to 1"]


def test_a_rule_is_moved_to_a_place(wired, editor):
    """What drag and drop sends; beyond the end is the end, nonsense is nowhere."""
    rules = [a_rule(name, desk="A") for name in ("one", "two", "three")]

    def order():
        return [rule.name for rule in RoutingRule.objects.all()]

    editor.post(RULES, {"move": rules[2].pk, "place": "1"})
    assert order() == ["three", "one", "two"]
    editor.post(RULES, {"move": rules[2].pk, "place": "99"})
    assert order() == ["one", "two", "three"]
    for place in ("", "-1", "two", "²"):
        editor.post(RULES, {"move": rules[0].pk, "place": place})
    assert order() == ["one", "two", "three"]
    assert editor.post(RULES, {"move": "0", "place": "1"}).status_code == 404


def test_a_rule_is_deleted_and_the_log_remembers_it(wired, editor):
    """What it said stays in the audit log."""
    rule = a_rule("Ferries", sluglines=["ferry"], desk="Night")

    editor.post(f"{RULES}{rule.pk}/", {"delete": "1"})

    assert not RoutingRule.objects.exists()
    logged = ModelLogEntry.objects.get(action="dateline.rule-delete")
    assert logged.data["note"] == "Ferries: when slugline ferry → desk Night"


def test_what_the_site_has_no_longer_is_said(wired, editor):
    """A rule names a section that left dateline.toml: it can be seen and unticked."""
    rule = a_rule(section="gone", cities=["gone-too"])

    assert editor.get(RULES).content.decode().count("not in the site any more") == 2
    assert "gone-too (gone)" in editor.get(f"{RULES}{rule.pk}/").content.decode()


@pytest.mark.parametrize("button", ["save", "try", "delete"])
@pytest.mark.parametrize("new", [True, False])
def test_a_reporter_looks_and_changes_nothing(wired, reporter, button, new):
    """Neither by the screens, which have no buttons, nor by a post of their own."""
    rule = a_rule("Ferries", sluglines=["ferry"], desk="Night")
    before = everything()
    address = f"{RULES}add/" if new else f"{RULES}{rule.pk}/"

    refused = reporter.post(address, filled(**{button: "1"}))
    moved = [reporter.post(RULES, {b: rule.pk}) for b in ("up", "down", "switch")]

    listed = reporter.get(RULES).content.decode()
    shown = reporter.get(f"{RULES}{rule.pk}/").content.decode()
    assert "Ferries" in listed
    assert 'name="switch"' not in listed
    assert 'name="save"' not in shown
    assert everything() == before
    assert all("Location" in each.headers for each in (refused, *moved))
    assert all(each.headers["Location"] != RULES for each in (refused, *moved))


@pytest.mark.parametrize(
    ("role", "may"), [(ADMINISTRATOR, True), (PICTURE_EDITOR, False)]
)
def test_administrators_edit_and_picture_editors_do_not(wired, at_the_desk, role, may):
    """As with all that changes what readers get."""
    at_the_desk(role).post(f"{RULES}add/", filled(save="1"))

    assert RoutingRule.objects.exists() is may


def test_strangers_see_nothing(wired, stranger):
    """Rules tell what a desk waits for."""
    rule = a_rule("Ferries", desk="Night")

    for address in (RULES, f"{RULES}add/", f"{RULES}{rule.pk}/"):
        assert b"Ferries" not in stranger.get(address).content
        stranger.post(address, filled(save="1"))
    assert RoutingRule.objects.count() == 1

"""About, contact, grievances: what readers are told of the house."""

from dataclasses import replace

import pytest
from lxml import html

from dateline.news import key
from dateline.news.house import Disclosure, House, Officer
from dateline.pages.grievance_form import PATH as ANSWERED
from dateline.pages.page import SLOT_END, SLOT_START
from support.copy import a_site
from support.press_house import house_set, site_set

OFFICER = Officer(
    name="Leela Raghavan",
    title="Readers’ editor",
    email="grievances@banyan.example",
    phone="+91 11 5550 0143",
    body="Forum of Papers",
    body_url="https://forum.example/",
)
HOUSE = House(
    owner="Banyan Trust",
    editor="Nandini Sabherwal",
    address="3 Peepal Lane",
    phone="+91 11 5550 0142",
    officer=OFFICER,
    about="<p>Made by <em>people</em>.</p>",
    contact="<p>Sign your letter.</p>",
    corrections="<p>We say what was wrong.</p>",
)


@pytest.fixture
def paper(empty_paper):
    """Return a paper whose house is known."""
    site = a_site(grievances=True, country="IN", contact="desk@banyan.example")
    empty_paper.publish(site_set(site), house_set(HOUSE))
    return empty_paper


def words(paper, path):
    """Return what a page says in its main part."""
    return (
        html.fromstring(paper.page(path).text.encode()).find(".//main").text_content()
    )


def test_about_says_who_makes_the_paper(paper):
    """Its own words, owner, editor, address; as JSON-LD too."""
    said = words(paper, "/about/")

    for word in ("Made by people.", "Banyan Trust", "Nandini Sabherwal", "Peepal Lane"):
        assert word in said
    assert '"telephone":"+91 11 5550 0142"' in paper.page("/about/").text


def test_contact_says_how_to_reach_it(paper):
    """Mail, telephone, post."""
    said = words(paper, "/contact/")

    for word in ("Sign your letter.", "desk@banyan.example", "+91 11 5550 0142"):
        assert word in said
    assert 'href="/grievances/"' in paper.page("/contact/").text


def test_grievances_names_the_officer_and_the_terms(paper):
    """Rule 11's name and address, rule 10's 24 hours, 15 days, the body after."""
    said = words(paper, "/grievances/")

    for word in ("Leela Raghavan", "24 hours", "15 days", "Rules, 2021", "Forum of"):
        assert word in said
    assert "mailto:grievances@banyan.example" in paper.page("/grievances/").text


def test_the_months_figures_stand_in_a_table(paper):
    """The newest first, in words; no table before the desk published any."""
    assert "<table" not in paper.page("/grievances/").text
    months = (
        Disclosure(month="2016-12", received=4, decided=3, pending=2),
        Disclosure(month="2016-11", received=1, decided=0, pending=1),
    )
    paper.publish(house_set(replace(HOUSE, disclosures=months)))

    rows = html.fromstring(paper.page("/grievances/").text.encode()).findall(".//tr")

    assert [[cell.text_content() for cell in row] for row in rows] == [
        ["Month", "Received", "Decided", "Pending"],
        ["December 2016", "4", "3", "2"],
        ["November 2016", "1", "0", "1"],
    ]


def test_other_countries_rules_are_not_named(paper):
    """India's rules are for papers of India."""
    paper.publish(site_set(a_site(grievances=True, country="NP")))

    assert "2021" not in words(paper, "/grievances/")


def test_without_an_officer_there_is_no_page(empty_paper):
    """And no link to it; about and contact exist with what is known."""
    assert empty_paper.page("/grievances/") is None
    for path in ("/", "/about/", "/contact/", "/corrections/"):
        assert "/grievances/" not in empty_paper.page(path).text
    assert "The Banyan Post" in words(empty_paper, "/about/")
    assert "None" not in words(empty_paper, "/contact/")


def test_the_corrections_policy_stands_above_the_notes(paper, empty_paper):
    """The house's words instead of ours."""
    assert empty_paper is paper
    assert "We say what was wrong." in words(paper, "/corrections/")


def test_a_form_stands_there_only_if_the_house_offers_one(paper):
    """With its labels; the page that answers it comes and goes with it."""
    assert "<form" not in paper.page("/grievances/").text.partition("<main")[2]
    assert paper.page(ANSWERED) is None

    paper.publish(house_set(replace(HOUSE, officer=replace(OFFICER, form=True))))

    page = html.fromstring(paper.page("/grievances/").text.encode())
    (form,) = [each for each in page.forms if each.action == ANSWERED]
    labels = {label.get("for") for label in form.iter("label")}
    assert labels == {"name", "contact", "address", "text"}
    assert {field.get("id") for field in form.inputs if field.get("id")} == labels
    answer = paper.page(ANSWERED)
    assert answer.cache == "answer"
    assert f"{SLOT_START}grievance-answer{SLOT_END}" in answer.text
    assert ANSWERED not in paper.page("/sitemap.xml").text


@pytest.mark.parametrize("path", ["/about/", "/contact/", "/grievances/"])
def test_they_are_linked_at_the_foot_of_every_page(paper, path):
    """From the home page too."""
    foot = html.fromstring(paper.page("/").text.encode()).find(".//footer")

    assert path in [link.get("href") for link in foot.iter("a")]


def test_a_change_of_the_house_touches_only_its_pages(paper):
    """Stories and fronts do not read it."""
    for path in ("/", "/world/", "/feed.rss", "/sitemap.xml", "/_404"):
        assert key.HOUSE not in paper.look(path)[1]
    for path in ("/about/", "/contact/", "/grievances/", "/corrections/"):
        assert key.HOUSE in paper.look(path)[1]

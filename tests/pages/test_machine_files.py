"""robots.txt, ads.txt, trust.txt, security.txt, tdmrep.json, the manifest."""

import json
import re
from urllib.robotparser import RobotFileParser

import pytest

from dateline.news.house import House
from dateline.news.site import Mining
from dateline.pages.assets import assets
from support.copy import a_site, a_story
from support.press_house import house_set, published, site_set

HOUSE = House(
    closed_to=("ScrapeBot", "Other-Bot"),
    ads=("ads.example, 123, DIRECT, abc", "CONTACT=ads@banyan.example"),
    trust=("belongto=https://forum.example/",),
    security_contact="mailto:security@banyan.example",
    security_expires="2027-06-30T00:00:00Z",
)
MINING = Mining(
    own="open",
    agencies=(("Coastline", "open"), ("Meridian News Agency", "reserved")),
    policy="https://banyan.example/licence",
)


@pytest.fixture
def told(empty_paper):
    """Return a paper that tells machines all it can."""
    empty_paper.publish(site_set(a_site(mining=MINING)), house_set(HOUSE))
    return empty_paper


def lines(paper, path):
    """Return the lines of a text file."""
    page = paper.page(path)
    assert page.content_type == "text/plain; charset=utf-8"
    assert page.text.endswith("\n")
    return page.text.splitlines()


def test_a_robot_that_is_closed_out_may_read_nothing(told):
    """Others may read all but fragments; a parser of robots.txt says so."""
    robots = RobotFileParser()
    robots.parse(lines(told, "/robots.txt"))

    assert not robots.can_fetch("ScrapeBot", "http://banyan.example/world/")
    assert not robots.can_fetch("Other-Bot/1.0", "http://banyan.example/")
    assert robots.can_fetch("AnyBot", "http://banyan.example/world/")
    assert not robots.can_fetch("AnyBot", "http://banyan.example/_slot/ticker")
    assert len(robots.site_maps()) == 2


def test_ads_txt_is_what_the_settings_say(told):
    """Line for line."""
    assert lines(told, "/ads.txt") == list(HOUSE.ads)


def test_trust_txt_says_where_our_policies_stand(told):
    """Each line is an attribute and a value; ours are added."""
    found = dict(line.split("=", 1) for line in lines(told, "/trust.txt"))

    assert found == {
        "belongto": "https://forum.example/",
        "contact": "http://banyan.example/contact/",
        "disclosure": "http://banyan.example/about/",
    }


def test_security_txt_has_what_rfc_9116_wants(told):
    """Contact and Expires, and the address it stands at."""
    found = dict(
        line.split(": ", 1) for line in lines(told, "/.well-known/security.txt")
    )

    assert found["Contact"] == "mailto:security@banyan.example"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", found["Expires"])
    assert found["Canonical"] == "http://banyan.example/.well-known/security.txt"


def test_tdmrep_says_the_strictest_for_the_whole(told):
    """A crawler that reads the file alone takes nothing that is reserved."""
    rules = json.loads(told.page("/.well-known/tdmrep.json").text)

    assert {rule["location"] for rule in rules} == {"/", "/*"}
    for rule in rules:
        assert rule["tdm-reservation"] == 1
        assert rule["tdm-policy"] == "https://banyan.example/licence"


@pytest.mark.parametrize(
    ("agency", "headers"),
    [
        ("", "tdm-reservation 0"),
        ("Coastline", "tdm-reservation 0"),
        (
            "Meridian News Agency",
            "tdm-reservation 1\ntdm-policy https://banyan.example/licence",
        ),
    ],
)
def test_a_storys_headers_are_its_sources(told, agency, headers):
    """Contracts differ, and an address does not tell whose copy it is."""
    told.publish(published(a_story(agency=agency)))

    page = told.page("/world/2016/12/15/leaders-meet-x7k2mb/")

    assert page.mining == headers


def test_of_which_nothing_is_said_does_not_exist(empty_paper):
    """No empty file, and no header."""
    for path in ("ads.txt", "trust.txt", ".well-known/security.txt"):
        assert empty_paper.page(f"/{path}") is None
    assert empty_paper.page("/.well-known/tdmrep.json") is None
    empty_paper.publish(published(a_story()))
    page = empty_paper.page("/world/2016/12/15/leaders-meet-x7k2mb/")
    assert page.mining == ""


def test_the_manifest_names_icons_that_are_there(empty_paper):
    """PNG files of the size they say, in the sizes that telephones ask for."""
    page = empty_paper.page("/manifest.webmanifest")
    said = json.loads(page.text)

    assert page.content_type == "application/manifest+json"
    assert said["name"] == "The Banyan Post"
    assert (said["start_url"], said["scope"], said["lang"]) == ("/", "/", "en")
    assert re.fullmatch("#[0-9a-f]{6}", said["theme_color"])
    sizes = {icon["sizes"] for icon in said["icons"]}
    assert {"192x192", "512x512"} <= sizes
    for icon in said["icons"]:
        kind, content = assets().content[icon["src"]]
        side = int.from_bytes(content[16:20], "big")  # IHDR
        assert kind == icon["type"] == "image/png"
        assert icon["sizes"] == f"{side}x{side}"

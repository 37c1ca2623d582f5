"""JSON-LD by the rules of schema.org, on every page."""

import json
import re
from dataclasses import replace

from dateline.news.picture import CROPS, Rendition
from dateline.pages.linked_data import images_of
from support.copy import a_picture, a_site
from support.schema_org import faults

STORY = "/world/2016/12/15/leaders-meet-x7k2mb/"
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def things(page):
    """Return the things a page speaks of."""
    text = page.text if isinstance(page.text, str) else ""
    return [json.loads(found) for found in _SCRIPT.findall(text)]


def thing(paper, path, kind):
    """Return the thing of a kind on a page."""
    (found,) = [each for each in things(paper.page(path)) if each["@type"] == kind]
    return found


def test_every_thing_on_every_page_keeps_the_rules(paper):
    """Known types, known properties, each value of a form it may have."""
    kinds = set()
    for path, page in paper.all_pages().items():
        for found in things(page):
            kinds.add(found["@type"])
            assert list(faults(found)) == [], path
    assert {"NewsArticle", "BreadcrumbList", "NewsMediaOrganization"} <= kinds


def test_things_stand_alone(paper):
    """Each is an object with a context of its own; there is no graph."""
    for path, page in paper.all_pages().items():
        for found in things(page):
            assert found["@context"] == "https://schema.org", path
            assert "@graph" not in found


def test_no_copy_can_end_a_script(paper):
    """Less-than is an escape in all of them."""
    for path, page in paper.all_pages().items():
        if isinstance(page.text, str):
            assert not [f for f in _SCRIPT.findall(page.text) if "<" in f], path


def test_the_table_finds_what_is_wrong():
    """A date without zone, a text for an address, an unknown property, a stranger."""
    wrong = {
        "@type": "NewsArticle",
        "datePublished": "2016-12-15T18:22:00",
        "url": "/world/",
        "dateLine": "Nagato",
        "author": {"@type": "Place", "name": "Nagato"},
        "isAccessibleForFree": "true",
    }

    said = " ".join(faults(wrong))

    for word in ("datePublished", "url", "dateLine", "author", "isAccessible"):
        assert word in said
    assert "without headline" in said


def test_a_story_says_where_it_was_written_and_what_was_wrong(paper):
    """Dateline, authors, correction with its moment, free to read."""
    article = thing(paper, STORY, "NewsArticle")

    assert article["dateline"].startswith("Nagato, Japan / Tokyo")
    assert [a["@type"] for a in article["author"]] == ["Person"] * 3
    assert article["isAccessibleForFree"] is True
    (correction,) = article["correction"]
    assert correction["@type"] == "CorrectionComment"
    assert correction["text"] == "It was <two>."
    assert article["mainEntityOfPage"] == f"http://banyan.example{STORY}"


def test_agency_copy_names_the_agency(paper):
    """Without a byline the agency is the author, the source and the credit."""
    path = next(p for p in paper.all_pages() if p.endswith("brief-b-zzzzbb/"))
    article = thing(paper, path, "NewsArticle")

    agency = {"@type": "Organization", "name": "Meridian News Agency"}
    assert agency.items() <= article["author"][0].items()
    assert article["sourceOrganization"]["name"] == "Meridian News Agency"
    assert article["creditText"] == "Meridian News Agency"


def test_breadcrumbs_lead_to_the_page(paper):
    """Positions count from 1, each leads to a page, the last is the page itself."""
    for path, page in paper.all_pages().items():
        for found in things(page):
            if found["@type"] != "BreadcrumbList":
                continue
            steps = found["itemListElement"]
            assert [s["position"] for s in steps] == list(range(1, len(steps) + 1))
            ways = [s["item"].removeprefix("http://banyan.example") for s in steps]
            assert (ways[0], ways[-1]) == ("/", path)
            assert all(paper.page(way) for way in ways)


def test_the_publisher_names_its_policies(paper):
    """Each leads to a page that is there; so does the logo."""
    publisher = thing(paper, "/", "NewsMediaOrganization")

    for name in (
        "publishingPrinciples",
        "ownershipFundingInfo",
        "correctionsPolicy",
        "actionableFeedbackPolicy",
        "logo",
    ):
        path = publisher[name].removeprefix("http://banyan.example")
        assert paper.page(path).status == 200, name


def test_pictures_come_in_three_shapes():
    """16:9, 4:3 and 1:1 of 1200 pixels, where the original allows, then the rest."""
    plain = a_picture()
    crops = tuple(
        Rendition(
            path=f"/media/spring-{role}.jpg",
            mime="image/jpeg",
            width=width,
            height=height,
            size=90_000,
            role=role,
        )
        for role, (width, height) in CROPS.items()
    )
    cropped = replace(plain, renditions=plain.renditions + crops)

    found = images_of(a_site(), cropped, None)

    assert [path.rpartition("-")[2] for path in found] == [
        "16x9.jpg",
        "4x3.jpg",
        "1x1.jpg",
        "720.jpg",
    ]
    assert all(path.startswith("http://banyan.example/media/") for path in found)
    assert images_of(a_site(), None, None) == []
    assert images_of(a_site(), plain, None) == [
        "http://banyan.example/media/spring-720.jpg"
    ]

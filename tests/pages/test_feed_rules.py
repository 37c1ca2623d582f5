"""Feeds by the rules of their standards: every feed of a paper, in all three forms."""

import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime

import pytest
from lxml import etree

from support.copy import a_site
from support.press_house import site_set

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
MEDIA = "{http://search.yahoo.com/mrss/}"
HUB = "https://hub.example/"
RFC_822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}"
)
URL = re.compile(r"https?://[^\s<>\"]+")


def feeds(paper, suffix):
    """Return every feed of a form by path."""
    found = {p: page for p, page in paper.all_pages().items() if p.endswith(suffix)}
    assert len(found) > 8
    return found


def is_moment(text):
    """Return whether a text is a moment of RFC 3339 with its zone."""
    return datetime.fromisoformat(text).tzinfo is not None and "T" in text


def test_rss(paper):
    """RSS 2.0: what a channel and an item must have, each in its form."""
    for path, page in feeds(paper, "feed.rss").items():
        root = etree.fromstring(page.text.encode())
        assert (root.tag, root.get("version")) == ("rss", "2.0")
        (channel,) = root
        for name in ("title", "link", "description", "language"):
            assert channel.findtext(name).strip(), path
        assert RFC_822.fullmatch(channel.findtext("lastBuildDate"))
        _links(channel.findall(f"{ATOM}link"), path)
        guids = []
        for item in channel.findall("item"):
            guids.append(item.findtext("guid"))
            _rss_item(item)
        assert len(set(guids)) == len(guids), path


def _rss_item(item):
    assert item.findtext("title").strip()
    assert URL.fullmatch(item.findtext("link"))
    assert URL.fullmatch(item.findtext("guid"))
    assert item.find("guid").get("isPermaLink") == "true"
    assert RFC_822.fullmatch(item.findtext("pubDate"))
    assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo
    assert all(each.text.strip() for each in item.findall(f"{DC}creator"))
    assert item.find(f"{DC}creator") is not None
    assert item.find("author") is None  # it would have to be an address of mail
    for content in item.findall(f"{MEDIA}content"):
        assert URL.fullmatch(content.get("url"))
        assert content.get("medium") == "image"
        assert content.findtext(f"{MEDIA}credit").strip()
        assert int(content.get("fileSize")) > 0


def _links(links, path):
    """Exactly one link to the feed itself; a hub is an absolute address."""
    own = [link.get("href") for link in links if link.get("rel") == "self"]
    assert own == [f"http://banyan.example{path}"]
    hubs = [link.get("href") for link in links if link.get("rel") == "hub"]
    assert all(URL.fullmatch(hub) for hub in hubs)


def test_atom(paper):
    """RFC 4287: what a feed and an entry must have, once each, each in its form."""
    for path, page in feeds(paper, "feed.atom").items():
        root = etree.fromstring(page.text.encode())
        assert root.tag == f"{ATOM}feed"
        _links(root.findall(f"{ATOM}link"), path)
        for part in (root, *root.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(part.findall(f"{ATOM}{name}")) == 1, path
            assert URL.fullmatch(part.findtext(f"{ATOM}id"))
            assert is_moment(part.findtext(f"{ATOM}updated"))
        for entry in root.findall(f"{ATOM}entry"):
            published = entry.findtext(f"{ATOM}published")
            assert is_moment(published)
            assert datetime.fromisoformat(published) <= datetime.fromisoformat(
                entry.findtext(f"{ATOM}updated")
            )
            ways = [(a.get("rel"), a.get("type")) for a in entry.findall(f"{ATOM}link")]
            assert ways == [("alternate", "text/html")]
            assert entry.findtext(f"{ATOM}summary").strip()
            assert entry.find(f"{ATOM}author/{ATOM}name").text.strip()


def test_json_feed(paper):
    """JSON Feed 1.1: what it must have, nothing it does not know, no version 1.0."""
    known = set("version title home_page_url feed_url description language".split())
    known |= {"authors", "hubs", "items"}
    for path, page in feeds(paper, "feed.json").items():
        feed = json.loads(page.text)
        assert page.content_type == "application/feed+json"
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == f"http://banyan.example{path}"
        assert set(feed) <= known
        assert "author" not in feed  # deprecated since 1.1
        ids = [item["id"] for item in feed["items"]]
        assert len(set(ids)) == len(ids)
        for item in feed["items"]:
            assert URL.fullmatch(item["url"])
            assert item["content_text"] or item["content_html"]
            assert is_moment(item["date_published"])
            assert is_moment(item["date_modified"])
            assert item["authors"][0]["name"]
            assert "author" not in item


def test_the_three_forms_agree(paper):
    """The same stories in the same order, by the same ids."""
    for path, page in feeds(paper, "feed.json").items():
        ids = [item["id"] for item in json.loads(page.text)["items"]]
        base = path.removesuffix("json")
        rss = etree.fromstring(paper.page(f"{base}rss").text.encode())
        atom = etree.fromstring(paper.page(f"{base}atom").text.encode())
        assert [guid.text for guid in rss.iter("guid")] == ids
        entries = atom.findall(f"{ATOM}entry")
        assert [entry.findtext(f"{ATOM}id") for entry in entries] == ids


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_a_hub_is_named_in_the_feed_and_its_headers(empty_paper, form):
    """WebSub: subscribers find hub and topic in either place."""
    path = f"/feed.{form}"
    assert "hub.example" not in empty_paper.page(path).text
    assert empty_paper.page(path).links == ""

    empty_paper.publish(site_set(a_site(hub=HUB)))

    page = empty_paper.page(path)
    assert (
        page.links == f'<{HUB}>; rel="hub", <http://banyan.example{path}>; rel="self"'
    )
    if form == "json":
        assert json.loads(page.text)["hubs"] == [{"type": "WebSub", "url": HUB}]
    else:
        assert page.text.count('rel="hub"') == page.text.count('rel="self"') == 1
        root = etree.fromstring(page.text.encode())
        (hub,) = [link for link in root.iter(f"{ATOM}link") if link.get("rel") == "hub"]
        assert hub.get("href") == HUB

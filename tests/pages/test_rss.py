"""Feeds as RSS 2.0."""

from email.utils import parsedate_to_datetime

import pytest
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
MEDIA = "{http://search.yahoo.com/mrss/}"


def channel(paper, path="/feed.rss"):
    """Return the channel of a feed."""
    return etree.fromstring(paper.page(path).text.encode()).find("channel")


def item(paper, story_id):
    """Return an item by the id of its story."""
    return next(
        i
        for i in channel(paper).findall("item")
        if i.findtext("guid").endswith(story_id)
    )


def test_a_channel_has_what_it_must(paper):
    """Title, link, description and language, and exactly one link to itself."""
    found = channel(paper, "/world/feed.rss")
    (self_link,) = found.findall(f"{ATOM}link")

    assert found.findtext("title") == "The Banyan Post: World"
    assert found.findtext("link") == "http://banyan.example/world/"
    assert found.findtext("description")
    assert found.findtext("language") == "en"
    assert self_link.get("rel") == "self"
    assert self_link.get("href") == "http://banyan.example/world/feed.rss"


def test_the_guid_never_changes(paper):
    """An item is known by its short link, whatever its address is today."""
    found = item(paper, "x7k2mb")

    assert found.findtext("guid") == "http://banyan.example/s/x7k2mb"
    assert found.findtext("link").endswith("/world/2016/12/15/leaders-meet-x7k2mb/")


def test_dates_are_of_rfc_822(paper):
    """An item's date is the moment it was first published, in the site's zone."""
    text = item(paper, "x7k2mb").findtext("pubDate")

    assert text == "Thu, 15 Dec 2016 18:22:00 +0530"
    assert parsedate_to_datetime(text).isoformat() == "2016-12-15T18:22:00+05:30"


def test_who_wrote_it(paper):
    """Each name of the byline is a creator; agency copy has the agency's."""
    names = [e.text for e in item(paper, "x7k2mb").findall(f"{DC}creator")]

    assert names == ["Asha Rao", "Imran Khan", "Mei Ito"]
    assert item(paper, "zzzzbb").findtext(f"{DC}creator") == "Meridian News Agency"


def test_the_picture_has_its_credit(paper):
    """A picture comes with type, size and credit."""
    content = item(paper, "x7k2mb").find(f"{MEDIA}content")

    assert content.get("url") == "http://banyan.example/media/spring-og.jpg"
    assert (content.get("type"), content.get("width")) == ("image/jpeg", "1200")
    assert content.findtext(f"{MEDIA}credit") == "Coastline Photo"


def test_text_is_escaped_once(paper):
    """A headline with markup in it arrives as it was written."""
    assert (
        item(paper, "x7k2mb").findtext("title") == "Leaders </script><b>meet</b> & talk"
    )


@pytest.mark.parametrize("base", ["/sport/", "/city/ranchi/"])
def test_a_feed_without_items_is_a_feed(paper, base):
    """A list without stories has a valid, empty feed."""
    assert channel(paper, f"{base}feed.rss").findall("item") == []


def test_killed_stories_are_in_no_feed(paper):
    """A feed shows only what is published."""
    guids = [i.findtext("guid")[-6:] for i in channel(paper).findall("item")]

    assert len(guids) == 17
    assert not {"kttttt", "wdrwnb"} & set(guids)

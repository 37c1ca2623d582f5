"""Feeds as JSON Feed 1.1."""

import json


def test_the_feed_has_what_it_must(paper):
    """Version, title and its own addresses; type application/feed+json."""
    page = paper.page("/city/mumbai/feed.json")
    feed = json.loads(page.text)

    assert page.content_type == "application/feed+json"
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "The Banyan Post: Mumbai"
    assert feed["feed_url"] == "http://banyan.example/city/mumbai/feed.json"
    assert feed["home_page_url"] == "http://banyan.example/city/mumbai/"
    assert feed["language"] == "en"


def test_each_item_has_what_it_must(paper):
    """An id that never changes, an address, content, moments with their zone."""
    items = json.loads(paper.page("/feed.json").text)["items"]
    first = items[0]

    assert all(item["id"] and item["url"] and item["content_text"] for item in items)
    assert first["id"] == "http://banyan.example/s/x7k2mb"
    assert first["date_published"] == "2016-12-15T18:22:00+05:30"
    assert first["date_modified"] == "2016-12-15T20:22:00+05:30"
    assert [a["name"] for a in first["authors"]] == [
        "Asha Rao",
        "Imran Khan",
        "Mei Ito",
    ]
    assert first["image"] == "http://banyan.example/media/spring-og.jpg"


def test_nothing_is_null(paper):
    """A field without a value is left out."""
    assert "null" not in paper.page("/feed.json").text

"""Feeds as Atom, by the rules of RFC 4287."""

from datetime import datetime

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(paper, path):
    """Return a feed's root."""
    return etree.fromstring(paper.page(path).text.encode())


def test_feed_and_entries_have_what_they_must(paper):
    """Each has id, title and updated; each entry an author and an alternate link."""
    root = feed(paper, "/feed.atom")
    entries = root.findall(f"{ATOM}entry")

    assert len(entries) == 17
    for part in (root, *entries):
        assert part.findtext(f"{ATOM}id").startswith("http://banyan.example/")
        assert part.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(part.findtext(f"{ATOM}updated")).tzinfo
    for entry in entries:
        assert entry.find(f"{ATOM}author/{ATOM}name").text
        assert entry.find(f"{ATOM}link").get("rel") == "alternate"
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)


def test_published_is_apart_from_updated(paper):
    """A corrected story keeps its first moment and says when it changed."""
    entry = feed(paper, "/world/feed.atom").find(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}published") == "2016-12-15T18:22:00+05:30"
    assert entry.findtext(f"{ATOM}updated") == "2016-12-15T20:22:00+05:30"


def test_the_feed_changed_when_its_last_entry_did(paper):
    """The feed's own moment is the latest change in it."""
    root = feed(paper, "/feed.atom")

    assert root.findtext(f"{ATOM}updated") == "2016-12-15T20:22:00+05:30"


def test_one_link_to_itself(paper):
    """Exactly one link says where the feed is."""
    links = feed(paper, "/topic/japan/feed.atom").findall(f"{ATOM}link")

    assert [link.get("href") for link in links if link.get("rel") == "self"] == [
        "http://banyan.example/topic/japan/feed.atom"
    ]


def test_a_feed_without_entries_has_a_moment(paper):
    """RFC 4287 wants one also where nothing ever happened."""
    root = feed(paper, "/sport/feed.atom")

    assert root.findtext(f"{ATOM}updated") == "1970-01-01T05:30:00+05:30"


def test_languages_are_marked(paper):
    """An entry says its own language."""
    languages = {
        entry.get("{http://www.w3.org/XML/1998/namespace}lang")
        for entry in feed(paper, "/feed.atom").findall(f"{ATOM}entry")
    }

    assert languages == {"en", "ur"}

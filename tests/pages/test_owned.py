"""Which pages exist because of which key."""

from dateline.news import key


def test_every_page_is_owned_by_a_key_it_reads(paper):
    """Whatever makes a page possible also makes it again."""
    owners = {}
    for name in paper.all_keys():
        for path in paper.owned(name):
            owners.setdefault(path, set()).add(name)
    for path, names in owners.items():
        page, reads = paper.look(path)
        if page is not None:
            assert names & reads, path


def test_every_page_a_reader_can_reach_is_owned(paper):
    """Sitemaps, feeds and fronts name no address that no key owns."""
    pages = set(paper.all_pages())
    assert {"/", "/world/", "/city/mumbai/", "/topic/japan/", "/_404"} <= pages
    assert {"/archive/", "/archive/2016/", "/archive/2016/12/"} <= pages
    assert {"/archive/2016/12/15/", "/corrections/", "/robots.txt"} <= pages
    assert {"/sitemap.xml", "/sitemaps/news.xml", "/sitemaps/2016-12.xml"} <= pages
    assert {"/_slot/ticker", "/_slot/local/patna", "/_slot/more/world"} <= pages
    for base in ("/", "/world/", "/city/mumbai/", "/topic/japan/"):
        assert {f"{base}feed.{kind}" for kind in ("rss", "atom", "json")} <= pages


def test_a_card_owns_the_story_its_short_link_and_its_pictures(paper):
    """They come and go with it."""
    assert paper.owned(key.card("x7k2mb")) == [
        "/s/x7k2mb",
        "/world/2016/12/15/leaders-meet-x7k2mb/",
        "/world/2016/12/15/leaders-meet-x7k2mb/gallery/",
    ]
    assert paper.owned(key.card("kttttt")) == ["/s/kttttt"]


def test_what_is_only_read_owns_nothing(paper):
    """Bodies, stamps, lists and fronts bring no page into being."""
    for name in ("story/x7k2mb/body", "story/x7k2mb/stamp", "newest/site"):
        assert paper.owned(name) == []
    for name in ("front/home", "recent", "corrections", "sitemaps"):
        assert paper.owned(name) == []


def test_a_killed_picture_owns_the_addresses_it_had(paper):
    """The notice tells which addresses must answer 410."""
    assert paper.owned(key.picture("gone")) == ["/media/gone-720.jpg"]

"""RSS and Atom of our own, written for tests."""

from dateline.wire.parse import parse
from support.wire_files import RULES

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    ' xmlns:prism="http://prismstandard.org/namespaces/3.0/basic/"'
)
BASE = (
    "<title>Lake ice thins early</title><link>https://mna.example/ice</link>"
    "<guid>mna-77</guid><pubDate>Mon, 05 Aug 2019 10:00:00 GMT</pubDate>"
)
TEXT = "<description>The ice on the lake is ten centimetres thinner.</description>"


def rss(*items, channel="", version="2.0", spaces=SPACES, head=""):
    """Write an RSS feed of items."""
    inside = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'{head}<rss version="{version}" {spaces}><channel><title>MNA</title>'
        f"<link>https://mna.example/</link>{channel}{inside}</channel></rss>"
    ).encode()


def atom(inside, *, feed="", space="http://www.w3.org/2005/Atom"):
    """Write an Atom feed of one entry."""
    return (
        f'<feed xmlns="{space}" xml:lang="en">{feed}<entry>{inside}</entry></feed>'
    ).encode()


def one(raw, rules=RULES):
    """Parse a feed of exactly one entry."""
    items = parse(raw, source=rules)
    assert len(items) == 1
    return items[0]

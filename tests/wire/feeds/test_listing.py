"""Which items a list names, in every way agencies publish lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.errors import WireError
from dateline.wire.feeds.listing import NoListError, links_in

BASE = "https://wire.example/out/index"

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Acme</title>
<entry><updated>2016-12-15T12:10:00Z</updated>
<link href="/page/2"/><link rel="enclosure" href="2.xml"/></entry>
<entry><updated>2016-12-15T12:00:00Z</updated><content src="1.xml"/></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"><channel/><item><link>2.xml</link></item>
<item><link>1.xml</link></item></rdf:RDF>"""
RSS = b"""<rss><channel><item><link>/page/2</link><enclosure url="2.xml"/></item>
<item><link>1.xml</link></item></channel></rss>"""
SITEMAP = b"""<urlset><url><loc>https://wire.example/out/2.xml</loc></url>
<url><loc>https://wire.example/out/1.xml</loc></url></urlset>"""
INDEX = b"""<html><body><a href="../">Parent</a><a href="?C=M">Date</a>
<a href="1.xml">1.xml</a> 2016-12-15 12:00 4K<a href="2.xml">2.xml</a> 12:10</body>"""


@pytest.mark.parametrize(
    "body",
    [
        ATOM,
        RDF,
        RSS,
        SITEMAP,
        INDEX,
        b'["2.xml", "1.xml"]',
        b'{"items": [{"href": "2.xml"}, {"url": "1.xml"}]}',
        b'{"data": {"items": ["2.xml", "1.xml"]}}',
        b"# today\r\n1.xml\r\n2.xml\r\n",
    ],
)
def test_a_list_in_any_form_names_its_items(body):
    """Absolute, to the file rather than its page, the oldest first."""
    found = [link.url for link in links_in(body, base=BASE)]

    assert found == ["https://wire.example/out/1.xml", "https://wire.example/out/2.xml"]


def test_an_item_with_a_new_stamp_is_new():
    """The same stamp is the same key; the key does not tell the address."""
    (_, old), (_, new) = (
        links_in(body, base=BASE) for body in (ATOM, ATOM.replace(b":10:", b":11:"))
    )

    assert old.url == new.url
    assert old.key != new.key
    assert old.key == links_in(ATOM, base=BASE)[1].key
    assert "2.xml" not in f"{old.key}{old!r}"


def test_a_path_says_where_json_has_its_list():
    """Where it is in no usual place."""
    body = b'{"out": {"news": [{"Link": "1.xml", "Version": 2}]}}'

    (link,) = links_in(body, base=BASE, path="out.news")

    assert (link.url, link.stamp) == ("https://wire.example/out/1.xml", "2")


@pytest.mark.parametrize("body", [b"<nitf/>", b'{"a": 1}', b"no list at all"])
def test_what_lists_nothing_is_an_error_with_a_hint(body):
    """Most likely it is the copy itself."""
    with pytest.raises(NoListError) as refusal:
        links_in(body, base=BASE)

    assert refusal.value.hint


@given(
    st.binary(max_size=200) | st.sampled_from([ATOM, RSS, INDEX]).map(lambda b: b[9:])
)
def test_any_bytes_give_links_or_an_error_of_ours(body):
    """Never anything but addresses on the web."""
    try:
        links = links_in(body, base=BASE)
    except WireError:
        return
    assert all(link.url.startswith(("http://", "https://")) for link in links)

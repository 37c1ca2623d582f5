"""RSS 0.9 to 2.0, RDF and Atom: feeds of our own, in the forms real ones have."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.news.item import PubStatus, Signal
from dateline.wire.errors import RefusedError
from dateline.wire.parse import parse
from dateline.wire.refused import NoFeedError
from dateline.wire.source import SourceRules
from support.feeds import BASE, TEXT, atom, one, rss
from support.wire_files import RULES


def test_an_rss_item_is_an_item():
    """Every standard field lands where ninjs has it."""
    item = one(
        rss(
            BASE
            + TEXT
            + "<dc:creator>Ada Sample</dc:creator><dc:creator>Bo Probe</dc:creator>"
            '<category domain="https://mna.example/s">Weather</category>'
            "<dc:rights>© MNA</dc:rights><dc:language>en-GB</dc:language>",
            channel="<language>en</language>",
        )
    )

    assert (item.format, item.uri) == ("rss", "mna-77")
    assert item.headline == "Lake ice thins early"
    assert item.version_created == datetime(2019, 8, 5, 10, tzinfo=UTC)
    assert item.byline == "Ada Sample, Bo Probe"
    assert item.body_text == "The ice on the lake is ten centimetres thinner."
    assert [(s.name, s.scheme) for s in item.subjects] == [
        ("Weather", "https://mna.example/s")
    ]
    assert item.slugline == ""
    assert item.language == "en-GB"
    assert item.copyright_notice == "© MNA"
    assert [(link.rel, link.href) for link in item.links] == [
        ("alternate", "https://mna.example/ice")
    ]
    assert item.warnings == ()


def test_without_a_guid_the_link_is_the_identity():
    """And without a link a hash of provider, title and date, the same every time."""
    no_guid = one(rss(f"<title>Ice</title><link>https://mna.example/i</link>{TEXT}"))
    bare = "<title>Ice</title><pubDate>Mon, 05 Aug 2019 10:00:00 GMT</pubDate>"
    nothing = one(rss(bare + TEXT))
    again = one(rss(bare + "<description>Changed copy.</description>"))
    other = one(rss(bare + TEXT), replace(RULES, name="other"))

    assert no_guid.uri == "https://mna.example/i"
    assert nothing.uri.startswith("urn:dateline:acme:entry:")
    assert again.uri == nothing.uri != other.uri
    assert any("no id" in warning for warning in nothing.warnings)


def test_one_guid_on_several_entries_is_no_identity():
    """A constant guid would make one story of the whole feed."""
    items = parse(
        rss(
            "<guid>x</guid><link>https://mna.example/a</link>" + TEXT,
            "<guid>x</guid><link>https://mna.example/b</link>" + TEXT,
        ),
        source=RULES,
    )

    assert [i.uri for i in items] == ["https://mna.example/a", "https://mna.example/b"]


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("<pubDate>05 Agustus 2019 14:00</pubDate>", "2019-08-05T14:00:00+07:00"),
        ("<pubDate>Senin, 5 Agu 2019 14:00</pubDate>", "2019-08-05T14:00:00+07:00"),
        ("<pubDate>2019-08-05 14:00:00</pubDate>", "2019-08-05T14:00:00+07:00"),
        ("<pubDate>Mon, 5 Aug 2019 14:00:00 +0900</pubDate>",
         "2019-08-05T14:00:00+09:00"),
        ("<dc:date>2019-08-05T14:00:00Z</dc:date>", "2019-08-05T14:00:00+00:00"),
        ("<pubDate>Mon, 5 Aug 2019 08:00:00 GMT</pubDate>"
         "<atom:updated>2019-08-05T14:00:00Z</atom:updated>",
         "2019-08-05T14:00:00+00:00"),
        ("<pubDate>soon</pubDate>", None),
        ("", None),
    ],
)  # fmt: skip
def test_moments_are_in_the_zone_of_the_source(element, expected):
    """Zone-less and localized dates are read in it; a change wins over the birth."""
    rules = replace(RULES, zone=ZoneInfo("Asia/Jakarta"))

    item = one(rss(f"<title>Ice</title><guid>g</guid>{TEXT}{element}"), rules)

    moment = item.version_created
    assert (moment.isoformat() if moment else None) == expected
    assert bool(item.warnings) == (expected is None or "+07" in expected)


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("<author>ada@mna.example (Ada Sample)</author>", "Ada Sample"),
        ("<author>Ada Sample &lt;ada@mna.example&gt;</author>", "Ada Sample"),
        ("<author>ada@mna.example</author>", ""),
        ("<dc:creator><![CDATA[Ada Sample]]></dc:creator>", "Ada Sample"),
        ("<itunes:author>Ada Sample</itunes:author>", "Ada Sample"),
        ("<atom:author><atom:name>Ada Sample</atom:name>"
         "<atom:email>ada@mna.example</atom:email></atom:author>", "Ada Sample"),
        ("<y:creator xmlns:y='http://purl.org/dc/elements/1.0/'>Ada Sample</y:creator>",
         "Ada Sample"),
    ],
)  # fmt: skip
def test_an_author_is_a_name_and_never_an_address(author, byline):
    """RSS puts mail addresses in; readers must not see them."""
    item = one(rss(BASE + TEXT + author))

    assert item.byline == byline


def test_undeclared_prefixes_are_recovered():
    """A feed without its namespaces is read by its prefixes, with a warning."""
    item = one(
        rss(
            BASE + "<content:encoded>Copy.</content:encoded><dc:creator>Ada Sample"
            '</dc:creator><media:content url="https://mna.example/p.jpg"/>',
            spaces="",
        )
    )

    assert (item.body_text, item.byline) == ("Copy.", "Ada Sample")
    assert len(item.pictures) == 1
    assert "recovered XML" in item.warnings[0]


@pytest.mark.parametrize("version", ["0.9", "0.91", "0.92", "0.93", "0.94", "2.0"])
def test_every_rss_version_is_read(version):
    """The number says nothing about what a feed holds."""
    assert one(rss(BASE + TEXT, version=version)).headline == "Lake ice thins early"


@pytest.mark.parametrize(
    "space", ["http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"]
)
def test_rdf_items_stand_beside_their_channel(space):
    """RSS 1.0 and 0.90; the address in rdf:about is the identity."""
    raw = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        f' xmlns="{space}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel rdf:about="https://mna.example/"><title>MNA</title>'
        "<dc:language>fi</dc:language></channel>"
        '<item rdf:about="https://mna.example/ice"><title>Ice</title>'
        "<link>https://mna.example/ice</link><description>Copy.</description>"
        "<dc:date>2019-08-05T10:00:00+03:00</dc:date>"
        "<dc:subject>Weather</dc:subject></item></rdf:RDF>"
    ).encode()

    item = one(raw)

    assert (item.uri, item.headline) == ("https://mna.example/ice", "Ice")
    assert (item.language, item.body_text) == ("fi", "Copy.")
    assert item.keywords == ("Weather",)
    assert item.version_created.utcoffset() == timedelta(hours=3)


@pytest.mark.parametrize(
    "content",
    [
        '<content type="html">&lt;p&gt;One &lt;i&gt;two&lt;/i&gt;.&lt;/p&gt;</content>',
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        "<p>One <i>two</i>.</p></div></content>",
        '<content type="text">One two.</content>',
        "<summary>One two.</summary>",
    ],
)
def test_an_atom_entry_is_an_item(content):
    """All types of content."""
    item = one(
        atom(
            '<id>tag:mna.example,2019:7</id><title type="html">Ice &amp;amp; snow'
            "</title><published>2019-08-05T08:00:00Z</published>"
            "<updated>2019-08-05T10:00:00+02:00</updated>"
            '<link rel="self" href="https://mna.example/7.xml"/>'
            '<link href="https://mna.example/7"/>'
            '<category term="wx" scheme="https://mna.example/s" label="Weather"/>'
            f"<author><name>Ada Sample</name></author>{content}",
            feed="<title>MNA</title><rights>© MNA</rights>",
        )
    )

    assert (item.format, item.uri) == ("atom", "tag:mna.example,2019:7")
    assert (item.headline, item.body_text) == ("Ice & snow", "One two.")
    assert item.version_created == datetime(2019, 8, 5, 8, tzinfo=UTC)
    assert item.version_created.tzinfo == timezone(timedelta(hours=2))
    assert item.links[0].href == "https://mna.example/7"
    assert (item.subjects[0].code, item.subjects[0].name) == ("wx", "Weather")
    assert (item.byline, item.copyright_notice, item.language) == (
        "Ada Sample", "© MNA", "en",
    )  # fmt: skip


def test_the_authors_of_an_atom_feed_sign_entries_without_one():
    """RFC 4287, 4.2.1."""
    item = one(
        atom(
            "<id>x</id><summary>Copy.</summary>",
            feed="<author><name>Bo Probe</name></author>",
        )
    )

    assert item.byline == "Bo Probe"


def test_old_atom_is_read():
    """Atom 0.3 has issued and modified, in another namespace."""
    item = one(
        atom(
            "<id>x</id><title>Ice</title><issued>2004-05-01T00:00:00Z</issued>"
            "<modified>2004-05-02T00:00:00Z</modified><content>Copy.</content>",
            space="http://purl.org/atom/ns#",
        )
    )

    assert item.version_created == datetime(2004, 5, 2, tzinfo=UTC)


def test_absence_is_no_kill_and_a_tombstone_takes_back():
    """A feed forgets; only a deleted-entry says something of what is not there."""
    both = parse(rss(BASE + TEXT, "<guid>b</guid>" + TEXT), source=RULES)
    fewer = parse(rss(BASE + TEXT), source=RULES)
    (gone,) = parse(
        b'<feed xmlns="http://www.w3.org/2005/Atom"><at:deleted-entry'
        b' xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="b"'
        b' when="2019-08-06T00:00:00Z"/></feed>',
        source=RULES,
    )

    assert {item.pub_status for item in both + fewer} == {PubStatus.USABLE}
    assert len(fewer) == 1
    assert (gone.uri, gone.pub_status) == ("b", PubStatus.WITHHELD)
    assert Signal.WITHDRAWN in gone.signals


def test_extension_content_is_read():
    """What agencies add: embargo, slug, dateline, note, urgency, terms."""
    item = one(
        rss(
            BASE + TEXT + "<prism:embargoDate>2019-08-06T06:00:00+02:00"
            "</prism:embargoDate><prism:expirationDate>2020-01-01T00:00:00Z"
            "</prism:expirationDate><x:slug xmlns:x='urn:x'>ICE-LAKE</x:slug>"
            "<x:dateline xmlns:x='urn:x'>TURKU, Finland (MNA)</x:dateline>"
            "<x:edNote xmlns:x='urn:x'>Call the desk first. NO SALES</x:edNote>"
            "<x:urgency xmlns:x='urn:x'>2</x:urgency>"
            "<x:secret xmlns:x='urn:x'>555-0101</x:secret>"
        )
    )

    assert item.embargoed_until == datetime(2019, 8, 6, 4, tzinfo=UTC)
    assert item.expires == datetime(2020, 1, 1, tzinfo=UTC)
    assert (item.slugline, item.urgency) == ("ICE-LAKE", 2)
    assert item.dateline.places == ("TURKU, Finland",)
    assert item.ed_notes[0].text.startswith("Call the desk")
    assert item.rights.no_sales
    assert "555-0101" not in repr(item)


def test_a_counting_link_and_a_pixel_are_not_the_story():
    """Feed services put their own addresses in front, and pictures of one point."""
    item = one(
        rss(
            "<guid>g</guid><link>https://count.example/1</link>"
            "<feedburner:origLink xmlns:feedburner='http://rssnamespace.org/feedburner'>"
            "https://mna.example/ice</feedburner:origLink><description><![CDATA[<p>Copy."
            '</p><img src="https://count.example/p.gif" width="1" height="1"/>'
            "<p>The post Ice appeared first on MNA.</p>]]></description>"
        )
    )

    assert item.links[0].href == "https://mna.example/ice"
    assert [block.text for block in item.body] == ["Copy."]
    assert [each.reason for each in item.stripped] == ["footer of the feed"]


def test_a_relative_link_is_made_whole():
    """By the channel's own address."""
    item = one(rss(f"<guid>g</guid><link>/ice</link>{TEXT}"))

    assert item.links[0].href == "https://mna.example/ice"


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16", "windows-1252", "utf8"])
def test_encodings_that_lie_are_read(encoding):
    """UTF-8 under any name is UTF-8."""
    head = f'<?xml version="1.0" encoding="{encoding}"?>'

    item = one(rss("<title>Décès à Genève</title>" + TEXT, head=head))

    assert item.headline == "Décès à Genève"


@pytest.mark.parametrize(
    "raw",
    [
        b"<html><body>Not found</body></html>",
        b"<opml><body/></opml>",
        b'<?xml version="1.0"?><error>no feed</error>',
    ],
)
def test_what_is_no_feed_is_refused_with_a_hint(raw):
    """An error page under the feed's address."""
    rules = replace(RULES, format_hint="rss")

    with pytest.raises(NoFeedError) as caught:
        parse(raw, source=rules)

    assert caught.value.hint


def test_an_empty_feed_holds_nothing():
    """No entry, no Item, no error."""
    assert parse(rss(), source=RULES) == []


FULL = rss(
    BASE + "<content:encoded>&lt;p&gt;One.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;"
    "</content:encoded><dc:creator>Ada Sample</dc:creator><x:contacts>555-0101"
    '</x:contacts><media:group><media:content url="https://mna.example/a.jpg"/>'
    "</media:group>",
    "<title>Second</title>" + TEXT,
)


@settings(max_examples=250, deadline=None)
@given(st.integers(0, len(FULL)), st.integers(0, 30), st.binary(max_size=6))
def test_damaged_feeds_give_items_or_our_errors(at, length, put):
    """No exception but ours, no script, no unknown element's text."""
    raw = FULL[:at] + put + FULL[at + length :]
    items = []
    with suppress(RefusedError):
        items = parse(raw, source=RULES)
        assert items == parse(raw, source=RULES)

    for item in items:
        assert item.uri
        assert all("<script" not in block.html for block in item.body)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["contacts", "internal", "phone", "desk"]))
def test_what_an_unknown_element_says_is_nowhere(text, name):
    """Copy is allow-listed: an element we have no word for never reaches a body."""
    secret = "555-0101 " + "".join(each for each in text if each.isalnum())

    items = parse(rss(f"{BASE}{TEXT}<{name}>{secret}</{name}>"), source=RULES)

    assert secret not in repr(items)


def test_a_source_may_say_it_is_a_feed():
    """The hint of the source's rules wins over sniffing."""
    rules = SourceRules(name="mna", format_hint="atom")

    assert one(atom("<id>x</id><summary>Copy.</summary>"), rules).format == "atom"

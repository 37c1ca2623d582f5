"""NITF whoever sends it: the head's fields, and the body's parts."""

from datetime import UTC, date, datetime

import pytest

from dateline.news.block import BlockKind
from dateline.news.item import Audience, PubStatus, Signal
from dateline.wire.errors import RefusedError
from dateline.wire.parse import parse
from dateline.wire.sniff import Format, sniff
from dateline.wire.source import SourceRules
from support.nitf_files import P, nitf
from support.wire_files import RULES, read


def texts(item):
    """Give the texts of an Item's blocks."""
    return [block.text for block in item.body]


def notes(item):
    """Give an Item's notes with their audience."""
    return [(note.text, note.audience) for note in item.ed_notes]


def test_the_plain_fields_of_a_document():
    """Identity, lines, places, subjects and keywords come out as they were sent."""
    item = read(
        nitf(
            root='version="-//IPTC//DTD NITF 3.6//EN" xml:lang="en-GB"',
            tobject='<tobject tobject.type="world"><tobject.property '
            'tobject.property.type="feature"/><tobject.subject '
            'tobject.subject.refnum="04003000" tobject.subject.type="Economy" '
            'tobject.subject.matter="Shipping" tobject.subject.detail="Ferries"/>'
            "</tobject>",
            docdata='<urgency ed-urg="3"/><key-list><keyword key="ferry"/><keyword '
            'key="sea"/></key-list><evloc city="Turku" iso-cc="FIN"/>'
            '<date.expire norm="20161220T000000Z"/>',
            body_head="<hedline><hl1>Ferry leaves <org>Acme</org> harbour</hl1>"
            "<hl2>On time</hl2></hedline><byline>By <person>Ada Sample</person>"
            "<byttl>Staff Writer</byttl></byline><distributor><org>Acme</org>"
            "</distributor><dateline><location>Turku</location> <story.date "
            'norm="20161215">15 Dec</story.date></dateline>'
            "<abstract><p>It was noon.</p></abstract>",
        )
    )

    assert (item.uri, item.version, item.format) == ("acme:ferry", "", "nitf")
    assert item.version_created == datetime(2016, 12, 15, tzinfo=UTC)
    assert item.expires == datetime(2016, 12, 20, tzinfo=UTC)
    assert (item.headline, item.subheadline) == ("Ferry leaves Acme harbour", "On time")
    assert (item.slugline, item.keywords) == ("ferry", ("ferry", "sea"))
    assert (item.urgency, item.language, item.credit) == (3, "en-GB", "Acme")
    assert item.standfirst == "It was noon."
    assert item.dateline.places == ("Turku",)
    assert [(each.names, each.title) for each in item.bylines] == [
        (("Ada Sample",), "Staff Writer")
    ]
    assert [(each.scheme, each.code, each.name) for each in item.subjects] == [
        ("tobject.type", "world", "world"),
        ("subj", "04003000", "Ferries"),
    ]
    assert item.genres == ("feature",)
    assert [(each.name, each.code) for each in item.places] == [("Turku", "FIN")]


def test_a_title_is_the_headline_only_if_there_is_no_other():
    """A document without hl1 is not without a headline."""
    assert read(nitf(title="The title")).headline == "Ferry leaves harbour"
    assert read(nitf(title="The title", body_head="")).headline == "The title"


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("<nitf ", '<nitf xmlns="http://iptc.org/nitf/" ', 1),
        lambda text: (
            text.replace("<nitf ", '<n:nitf xmlns:n="http://iptc.org/nitf/" ')
            .replace("</nitf>", "</n:nitf>")
            .replace("body>", "n:body>")
            .replace("hl1>", "n:hl1>")
        ),
        lambda text: (
            '<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE nitf PUBLIC '
            '"-//IPTC//DTD NITF 3.1//EN" "http://example.invalid/nitf-3-1.dtd">' + text
        ),
        lambda text: text.replace("<nitf version=", "<nitf xsi:x='y' version="),
    ],
)
def test_namespaces_doctypes_and_undeclared_prefixes_do_not_matter(change):
    """Nothing is fetched, and what is not well-formed is recovered."""
    item = read(change(nitf()))

    assert item.headline == "Ferry leaves harbour"
    assert texts(item) == ["The ferry left the harbour at noon."]


def test_marks_of_names_and_numbers_are_text():
    """Inline tags give their words and nothing else."""
    item = read(
        nitf(
            content="<p><person>Ada Sample</person> of <org>Acme <alt-code idsrc='x' "
            "value='ACM'/></org> paid <money unit='EUR'>5 euros</money> at <chron "
            "norm='20161215T1200'>noon</chron> in <location>Turku</location> for "
            "<num>3</num> <frac><numer>1</numer><frac-sep/><denom>2</denom></frac> "
            "<em>miles</em>, <a href='https://example.org/'>it</a> said.</p>"
        )
    )

    (block,) = item.body
    assert block.text == (
        "Ada Sample of Acme paid 5 euros at noon in Turku for 3 1/2 miles, it said."
    )
    assert block.html.endswith(
        '<em>miles</em>, <a href="https://example.org/">it</a> said.'
    )


def test_blocks_tables_lists_quotes_and_agate_survive():
    """Every part of the body that is copy is a block of its kind."""
    item = read(
        nitf(
            content="<block><p>One.</p><hl2>Where it went</hl2><p>Two.</p></block>"
            "<table><caption>Weather</caption><tr><th>City</th><th>Hi</th></tr>"
            "<tr><td>Turku</td><td>3</td></tr></table>"
            "<ul><li>a</li><li>b</li></ul><bq><block><p>Ahoy.</p></block></bq>"
            "<pre>Turku 3  Rauma 1\n  (ht 1-1)</pre><p>Three.</p>"
        )
    )

    assert [(block.kind, block.text) for block in item.body] == [
        (BlockKind.PARAGRAPH, "One."),
        (BlockKind.CROSSHEAD, "Where it went"),
        (BlockKind.PARAGRAPH, "Two."),
        (BlockKind.CROSSHEAD, "Weather"),
        (BlockKind.TABLE, "City\tHi\nTurku\t3"),
        (BlockKind.LIST, "a\nb"),
        (BlockKind.QUOTE, "Ahoy."),
        (BlockKind.PRE, "Turku 3  Rauma 1\n  (ht 1-1)"),
        (BlockKind.PARAGRAPH, "Three."),
    ]


def test_a_picture_keeps_renditions_caption_and_credit():
    """A media element is a picture of the Item, and stands where it stood."""
    item = read(
        nitf(
            content=P + '<media media-type="image"><media-metadata name="instructions" '
            'value="NO ARCHIVES"/><media-reference mime-type="image/jpeg" '
            'source="https://example.org/f.jpg" width="3000" height="2000" '
            'alternate-text="A ferry at sea"/><media-reference mime-type="image/jpeg" '
            'source="https://example.org/f-small.jpg" width="300" height="200"/>'
            "<media-caption><p>The ferry <em>Anna</em> at noon.</p></media-caption>"
            "<media-producer>Ada Sample/Acme</media-producer></media>"
            '<media media-type="video"><media-reference mime-type="video/mp4" '
            'source="https://example.org/f.mp4"/></media>'
        )
    )

    (picture,) = item.pictures
    assert picture.uri == "https://example.org/f.jpg"
    assert [(r.href[-11:], r.width, r.mime) for r in picture.renditions] == [
        ("e.org/f.jpg", 3000, "image/jpeg"),
        ("f-small.jpg", 300, "image/jpeg"),
    ]
    assert (picture.caption, picture.credit, picture.alt) == (
        "The ferry Anna at noon.",
        "Ada Sample/Acme",
        "A ferry at sea",
    )
    assert picture.rights.no_archive
    assert [(block.kind, block.href) for block in item.body[1:]] == [
        (BlockKind.PICTURE, "https://example.org/f.jpg"),
        (BlockKind.EMBED, "https://example.org/f.mp4"),
    ]


def test_a_note_is_never_body_and_is_public_for_nobody_unless_it_says_so():
    """Notes are the desk's wherever they stand; a non-publishable one is hidden."""
    item = read(
        nitf(
            docdata='<ed-msg msg-type="" info="Photos to follow"/>',
            body_head="<hedline><hl1>Ferry</hl1></hedline>"
            '<note type="npa"><p>Desk: +00 555 0101</p></note>'
            '<note noteclass="editorsnote" type="pa">Eds: spelling is right.</note>',
            content=f"<block><note><p>Call Ada</p></note></block>{P}"
            '<p>One<note type="npa">555 0102</note> two.</p>',
        )
    )

    assert texts(item) == ["The ferry left the harbour at noon.", "One two."]
    assert notes(item) == [
        ("Photos to follow", Audience.INTERNAL),
        ("Desk: +00 555 0101", Audience.NONPUBLIC),
        ("Eds: spelling is right.", Audience.INTERNAL),
        ("Call Ada", Audience.INTERNAL),
        ("555 0102", Audience.NONPUBLIC),
    ]


def test_the_end_of_the_body_is_kept_aside():
    """A tagline and a bibliography are no copy."""
    item = read(nitf(end="<tagline>as/bs</tagline><bibliography>Ann.</bibliography>"))

    assert texts(item) == ["The ferry left the harbour at noon."]
    assert [each.text for each in item.stripped] == ["as/bs Ann."]


def test_rights_with_an_end_are_read():
    """Holder, limits and last day of doc.rights reach the Item's rights."""
    item = read(
        nitf(
            docdata='<doc.copyright year="2016" holder="Acme"/><doc.rights owner="Bcme"'
            ' enddate="20170131T000000Z" limitations="NO ARCHIVES" geography="FIN"/>',
            body_head="<hedline><hl1>F</hl1></hedline><rights>EDITORIAL USE ONLY"
            "</rights>",
        )
    )

    assert (item.copyright_holder, item.copyright_notice) == ("Acme", "© 2016 Acme")
    assert item.rights.until == date(2017, 1, 31)
    assert item.rights.no_archive
    assert item.rights.editorial_only
    assert "Territory: FIN" in item.usage_terms


def test_a_series_a_fixture_and_named_people_are_kept():
    """What the head names besides is there for the desk and for topics."""
    item = read(
        nitf(
            docdata='<fixture fix-id="The week at sea"/><series series.name="Ferries" '
            'series.part="2" series.totalpart="3"/><identified-content><person>Ada '
            "Sample</person><location>Turku</location><classifier type='x' value='sea'"
            "/></identified-content>"
        )
    )

    assert notes(item) == [("Series: Ferries, part 2 of 3", Audience.INTERNAL)]
    assert item.keywords == ("The week at sea",)
    assert [(each.kind, each.name) for each in item.subjects] == [
        ("person", "Ada Sample"),
        ("geoArea", "Turku"),
        ("", "sea"),
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("", PubStatus.USABLE),
        ('management-status="usable"', PubStatus.USABLE),
        ('management-status="Withheld"', PubStatus.WITHHELD),
        ('management-status="canceled"', PubStatus.CANCELED),
        ('management-status="canceled" management-doc-idref="acme:ferry"',
         PubStatus.CANCELED),
        ('management-status="frozen"', PubStatus.WITHHELD),
    ],
)  # fmt: skip
def test_the_management_status_is_the_documents_own(status, expected):
    """A kill keeps the headline; an unknown status is no leave to publish."""
    item = read(nitf(status=status, content=""))

    assert item.pub_status is expected
    assert item.headline == "Ferry leaves harbour"


def test_a_version_and_a_generation_make_an_update():
    """The key counts versions and generations from 1."""
    first = read(nitf(docdata='<du-key key="F-1" version="1" generation="1"/>'))
    second = read(nitf(docdata='<du-key key="F-1" version="2" generation="1"/>'))
    born_again = read(nitf(docdata='<du-key key="F-1" version="1" generation="2"/>'))

    assert [each.signals for each in (first, second, born_again)] == [
        (),
        (Signal.UPDATE,),
        (Signal.UPDATE,),
    ]
    assert (first.uri, first.version) == (second.uri, "1") == ("acme:ferry", "1")
    assert second.version == "2"


def test_an_id_that_ends_in_the_version_of_its_key_ends_before_it():
    """Version 48 of a story whose document ids count from 0 is "…_47"."""
    one = nitf(
        doc_id='<doc-id id-string="acme-9_47"/><du-key key="f" version="48"/>',
    )
    other = nitf(
        doc_id='<doc-id id-string="acme-9_48"/><du-key key="f" version="49"/>',
    )

    assert {(read(each).uri, read(each).version) for each in (one, other)} == {
        ("acme-9", "48"),
        ("acme-9", "49"),
    }
    plain = nitf(doc_id='<doc-id id-string="acme_20161215"/>')
    assert read(plain).uri == "acme_20161215"


def test_a_document_that_corrects_another_says_so():
    """The correction element is a signal, a note and a link."""
    item = read(
        nitf(docdata='<correction id-string="acme:old" info="Name of the ferry."/>')
    )

    assert Signal.CORRECTION in item.signals
    assert [(link.rel, link.uri) for link in item.links] == [
        ("correctionOf", "acme:old")
    ]
    assert notes(item) == [("Name of the ferry.", Audience.INTERNAL)]


@pytest.mark.parametrize(
    ("issued", "release", "expected"),
    [
        ("20161215T090000Z", "20161215T090000Z", None),
        ("20161215T090000Z", "20161214T090000Z", None),
        ("20161215T090000Z", "20161216T060000+0200",
         datetime(2016, 12, 16, 4, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_a_release_after_the_issue_is_an_embargo(issued, release, expected):
    """Some agencies send the moment of issue twice: that is none."""
    item = read(nitf(issued=issued, docdata=f'<date.release norm="{release}"/>'))

    assert item.embargoed_until == expected
    assert item.needs_human == ""


def test_a_release_that_cannot_be_read_waits_for_a_human():
    """An embargo that nobody understands is not over."""
    assert read(nitf(docdata='<date.release norm="tomorrow"/>')).needs_human


def test_a_moment_comes_from_the_first_place_that_has_one():
    """Without a date of issue that of publication counts."""
    item = read(
        nitf(
            issued="",
            after_docdata='<pubdata date.publication="20161215T090000Z"/>',
        )
    )

    assert item.version_created == datetime(2016, 12, 15, 9, tzinfo=UTC)


def test_a_document_without_any_id_is_the_same_one_when_read_again():
    """A key of what does not change, and never the moment of reading."""
    raw = nitf(doc_id="", docdata='<key-list><keyword key="ferry"/></key-list>')

    assert read(raw).uri == read(raw).uri == "urn:dateline:acme:nitf:20161215:ferry"
    other_wire = SourceRules(name="second", provider="acme")
    assert read(raw, other_wire).uri == read(raw).uri
    keyed = nitf(doc_id='<du-key key="FERRY-77" version="3"/>')
    assert read(keyed).uri == "urn:dateline:acme:key:FERRY-77"
    slug = nitf(doc_id='<du-key key="ferry" version="3"/>')
    assert read(slug).uri == "urn:dateline:acme:key:20161215:ferry"


def test_other_roots_are_refused_in_words():
    """A hint that names NITF does not make a file NITF."""
    rules = SourceRules(name="acme", format_hint="nitf")
    with pytest.raises(RefusedError, match="root is <feed>"):
        parse(b"<feed/>", source=rules)


def test_nitf_is_known_by_its_root():
    """Doctype, declaration and comments before it do not hide it."""
    before = '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><!-- x -->'

    assert sniff(nitf(before=before).encode()) is Format.NITF
    assert RULES.format_hint == ""

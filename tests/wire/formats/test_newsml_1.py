"""NewsML 1 as a whole: lines, metadata, management, several items, broken files."""

from datetime import UTC, date, datetime

import pytest

from dateline.news.item import Audience, ItemKind, PubStatus, Signal
from dateline.wire.parse import parse
from support.newsml1_files import (
    COPY,
    described,
    identifier,
    lines,
    management,
    news_item,
    newsline,
    newsml1,
    origin,
    part,
    text,
)
from support.wire_files import RULES, read

ALL_LINES = lines(
    headline="Ferry leaves harbour",
    subheadline="It came back at dusk",
    byline="By Ada Sample",
    dateline="TURKU, Finland, Dec 15 (ACME) -",
    creditline="Acme",
    copyrightline="© Acme 2016",
    rightsline="No use in print.",
    slugline="ferry-noon",
    keywordline="sea, harbour; ferry",
)


def one(component, **named):
    """Read a file of one item with this component."""
    return read(newsml1(news_item(component, **named)))


def test_the_plain_fields_of_a_text():
    """Identity, lines, language and moment come out as they were sent."""
    item = one(part(ALL_LINES, text()))

    assert (item.format, item.uri, item.version) == (
        "newsml-1",
        "urn:newsml:acme.example:20161215:FERRY1",
        "1",
    )
    assert item.version_created == datetime(2016, 12, 15, 9, tzinfo=UTC)
    assert (item.headline, item.subheadline) == (
        "Ferry leaves harbour",
        "It came back at dusk",
    )
    assert (item.byline, item.slugline, item.credit) == (
        "By Ada Sample",
        "ferry-noon",
        "Acme",
    )
    assert item.keywords == ("sea", "harbour", "ferry")
    assert (item.dateline.places, item.dateline.credit) == (("TURKU, Finland",), "ACME")
    assert (item.copyright_notice, item.usage_terms) == (
        "© Acme 2016",
        "No use in print.",
    )
    assert (item.language, item.kind, item.pub_status) == (
        "en",
        ItemKind.TEXT,
        PubStatus.USABLE,
    )
    assert [block.text for block in item.body] == [
        "The ferry left the harbour at noon.",
        "It came back at dusk.",
    ]
    assert item.warnings == ()


def test_the_inner_component_wins_and_the_outer_one_fills():
    """What a component says of itself goes before what is said around it."""
    item = one(
        part(
            lines(headline="Around", slugline="outer"),
            part(lines(headline="Inside"), text(), role="Main"),
        )
    )

    assert (item.headline, item.slugline) == ("Inside", "outer")


def test_the_name_label_stands_in():
    """Without a headline the NameLabel is one; with one it is the slugline."""
    bare = one(part(text()), label="Ferry-noon")
    headed = one(part(lines(headline="Ferry"), text()), label="Ferry-noon")

    assert (bare.headline, bare.slugline) == ("Ferry-noon", "")
    assert (headed.headline, headed.slugline) == ("Ferry", "Ferry-noon")


def test_notes_between_newsrooms_are_in_no_body():
    """Advisory lines, editorial notes, comments and unknown lines are notes."""
    component = part(
        "<NewsLines><HeadLine>Ferry</HeadLine>"
        + newsline("AdvisoryLine", "RECASTS throughout")
        + newsline("EditorialNote", "Captain reachable on 555-0101")
        + newsline("Whatever", "Not for readers")
        + "</NewsLines>",
        "<Comment>Call the desk</Comment>",
        text(),
    )
    item = one(component)

    assert {note.text for note in item.ed_notes} == {
        "RECASTS throughout",
        "Captain reachable on 555-0101",
        "Not for readers",
        "Call the desk",
    }
    assert all(note.audience is Audience.INTERNAL for note in item.ed_notes)
    assert len(item.body) == 2


@pytest.mark.parametrize(
    "role", ["Contact", "NonPublic", "Notepad", "TweetText", "SMS", "Whatever"]
)
def test_a_role_that_is_not_known_is_nobodys_body(role):
    """Content is taken by role; the rest is kept where no reader sees it."""
    contact = "<p>Ada Sample, 555-0101</p>"
    item = one(
        part(
            lines(headline="Ferry"),
            part(text(), role="Main"),
            part(text(contact), role=role),
        )
    )

    assert "555" not in item.body_text + item.standfirst + item.subheadline
    (note,) = [each for each in item.ed_notes if "555" in each.text]
    assert note.audience is Audience.NONPUBLIC


def test_codes_places_genres_and_people():
    """Subject codes, old ones as numbers, keywords, people and locations."""
    described_as = described(
        "<Genre FormalName='Feature'/>",
        "<SubjectCode><Subject FormalName='04000000'/>"
        "<SubjectMatter FormalName='4015000'/>"
        "<SubjectDetail FormalName='04015003'/></SubjectCode>",
        origin(Country="FIN", City="Turku"),
        "<Location HowPresent='Event'><Property FormalName='City' Value='Nauvo'/>"
        "</Location>",
        "<Property FormalName='Keyword' Value='sea'/>",
        "<Property FormalName='Keyword' Value='Ada Sample' Role='PersonInImage'/>",
    )
    item = one(part(lines(headline="Ferry"), described_as, text()))

    assert [(s.scheme, s.code, s.media_topic, s.kind) for s in item.subjects] == [
        ("subj", "04000000", "04000000", "subject"),
        ("subj", "04015000", "20000337", "subjectmatter"),
        ("subj", "04015003", "20000341", "subjectdetail"),
        ("", "", "", "person"),
    ]
    assert item.subjects[-1].name == "Ada Sample"
    assert (item.genres, item.keywords) == (("Feature",), ("sea",))
    assert item.dateline.places == ("Turku",)
    assert [place.name for place in item.places] == ["Nauvo"]


def test_topics_of_the_file_give_names():
    """A reference to a Topic is its name, in the language of the story."""
    topics = (
        "<TopicSet Duid='s'><Topic Duid='t1'><TopicType FormalName='Company'/>"
        "<FormalName Scheme='Ticker'>FRY</FormalName>"
        "<Description xml:lang='fi'>Lautta Oy</Description>"
        "<Description xml:lang='en'>Ferry Ltd</Description></Topic>"
        "<Topic Duid='t2'><TopicType FormalName='Location'/>"
        "<FormalName>TKU</FormalName><Description>Turku</Description></Topic>"
        "</TopicSet>"
    )
    component = part(
        lines(headline="Ferry"),
        described("<TopicOccurrence Topic='#t1'/><TopicOccurrence Topic='#t2'/>"),
        text(),
    )
    item = read(newsml1(news_item(component), topics=topics))

    assert [(s.name, s.code, s.scheme, s.kind) for s in item.subjects] == [
        ("Ferry Ltd", "FRY", "Ticker", "company"),
        ("Turku", "TKU", "", "location"),
    ]
    assert [place.name for place in item.places] == ["Turku"]


def test_rights_are_kept_with_their_limits():
    """Holder, use, territory and end of the rights come out in words."""
    rights = (
        "<RightsMetadata><Copyright><CopyrightHolder>Acme</CopyrightHolder>"
        "<CopyrightDate>2016</CopyrightDate></Copyright><UsageRights>"
        "<UsageType>Print only</UsageType><Geography>Not in Åland</Geography>"
        "<EndDate>20170101</EndDate></UsageRights></RightsMetadata>"
    )
    item = one(part(lines(headline="Ferry"), rights, text()))

    assert item.copyright_holder == "Acme"
    assert item.usage_terms == "Print only; Not in Åland; until 2017-01-01"
    assert item.rights.until == date(2017, 1, 1)


def test_relations_lose_their_revision():
    """Associated and derived items are links by uri and version."""
    more = (
        "<DerivedFrom NewsItem='urn:newsml:acme.example:20161214:OLD:3'/>"
        "<AssociatedWith NewsItem='urn:newsml:acme.example:20161214:PIC'/>"
        "<AssociatedWith FormalName='Photo'/>"
    )
    item = one(None, managed=management(more=more))

    assert [(link.rel, link.uri, link.version) for link in item.links] == [
        ("derivedFrom", "urn:newsml:acme.example:20161214:OLD", "3"),
        ("associatedWith", "urn:newsml:acme.example:20161214:PIC", ""),
    ]


def test_urgency_comes_from_the_item_else_from_the_envelope():
    """The priority of the transmission is second best."""
    priority = "<Priority FormalName='2'/>"
    urgent = management(more="<Urgency FormalName='4'/>")

    assert read(newsml1(envelope=priority)).urgency == 2
    assert read(newsml1(news_item(managed=urgent), envelope=priority)).urgency == 4


def test_an_alert_says_so():
    """The type of the item is a signal."""
    alert = one(part(lines(headline="Ferry sinks")), managed=management(kind="Alert"))

    assert alert.signals == (Signal.ALERT,)
    assert (alert.kind, alert.headline) == (ItemKind.TEXT, "Ferry sinks")


def test_a_later_revision_is_an_update_under_the_same_uri():
    """The revision is a version, not a name."""
    first, second = (
        one(None, ids=identifier(revision=number, previous=before))
        for number, before in (("1", "0"), ("2", "1"))
    )

    assert first.uri == second.uri
    assert (first.version, second.version) == ("1", "2")
    assert Signal.UPDATE in second.signals
    assert Signal.UPDATE not in first.signals


def test_an_update_in_pieces_waits_for_a_human():
    """Only parts of the story were sent: nothing may be blanked by them."""
    pieces = "<Update><Delete DuidRef='p2'/></Update>"
    item = one(pieces, ids=identifier(update="U", revision="2", previous="1"))

    assert "pieces" in item.needs_human
    assert item.body == ()


def test_several_items_of_a_file_are_several_items():
    """Each NewsItem is an Item, whatever stands around it."""
    items = parse(
        newsml1(
            news_item(ids=identifier(item="A1")), news_item(ids=identifier(item="B2"))
        ).encode(),
        source=RULES,
    )

    assert [item.uri.rpartition(":")[2] for item in items] == ["A1", "B2"]


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw.replace("NewsLines", "NEWSLINES").replace(
            "HeadLine", "HEADLINE"
        ),
        lambda raw: raw.replace("NewsComponent", "Newscomponent"),
        lambda raw: '<?xml version="1.0" encoding="utf8"?>' + raw,
        lambda raw: "\ufeff" + raw,
        lambda raw: (
            '<?xml version="1.0"?><!DOCTYPE NewsML PUBLIC "-//IPTC//DTD NewsML 1.2//EN"'
            ' "http://example.invalid/NewsML_1.2.dtd" [<!ENTITY % c SYSTEM "c.ent"> %c;'
            ' <!ENTITY boom "boom">]>' + raw
        ),
        lambda raw: "<!DOCTYPE NewsML SYSTEM 'file:///etc/passwd'>" + raw,
    ],
)
def test_spelling_encoding_names_and_doctypes_do_not_matter(change):
    """Nothing outside the file is loaded, and nothing fails for its absence."""
    item = read(change(newsml1()))

    assert item.headline == "Ferry leaves harbour"
    assert len(item.body) == 2


@pytest.mark.parametrize(
    ("body", "form"),
    [
        (COPY, "XHTML"),
        (f"<nitf><body><body.content>{COPY}</body.content></body></nitf>", "NITF3.1"),
        (f"<body><body.content>{COPY}</body.content></body>", "bcNITF2.5"),
        (f"<body.content>{COPY}</body.content>", "NITF"),
        (f"<html><head><title>x</title></head><body>{COPY}</body></html>", "XHTML"),
        (f"<![CDATA[{COPY}]]>", "HTML"),
        (f"<![CDATA[{COPY.replace('p>', 'P>')}]]>", "Text"),
        (COPY.replace("<", "&lt;").replace(">", "&gt;"), "Text"),
        (COPY.replace("<", "&amp;lt;").replace(">", "&amp;gt;"), "Text"),
        ("The ferry left the harbour at noon.\n\nIt came back at dusk.", "Text"),
    ],
)
def test_a_body_is_read_in_every_form(body, form):
    """NITF, pages, bare paragraphs, CDATA, escaped once or twice, plain text."""
    item = one(part(lines(headline="Ferry"), text(body, form=form)))

    assert [block.text for block in item.body] == [
        "The ferry left the harbour at noon.",
        "It came back at dusk.",
    ]


def test_several_forms_of_one_text_are_one_body():
    """The richest form is taken, and nothing is said twice."""
    item = one(
        part(
            lines(headline="Ferry"),
            text("The ferry left. It came back.", form="Text"),
            text(f"<nitf><body><body.content>{COPY}</body.content></body></nitf>"),
        )
    )

    assert len(item.body) == 2


def test_not_well_formed_xml_is_recovered_with_a_warning():
    """A bare ampersand does not stop the news."""
    item = one(part(lines(headline="Fish & chips"), text()))

    assert item.headline.startswith("Fish")
    assert any(warning.startswith("recovered XML") for warning in item.warnings)

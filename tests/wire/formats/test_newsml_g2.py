"""NewsML-G2 as a whole: roots, messages, kinds, packages, broken files."""

from datetime import UTC, datetime

import pytest

from dateline.news.item import ItemKind
from dateline.wire.parse import parse
from support.wire_files import NAMESPACE, RULES, g2, read


def test_the_plain_fields_of_a_text():
    """Identity, lines, rights and subjects come out as they were sent."""
    item = read(
        g2(
            content_meta="<urgency>4</urgency><language "
            'tag="en-GB"/><keyword>sea</keyword>'
            '<subject qcode="medtop:20000513" '
            'type="cpnat:abstract"><name>ferries</name></subject>'
            '<subject qcode="geo:1" type="cpnat:geoArea"><name>Turku</name></subject>'
            "<slugline>ferry-noon</slugline><headline>Ferry leaves harbour</headline>"
            "<by>By Ada Sample</by><creditline>Acme</creditline>"
            '<description role="drol:teaser">On time.</description>',
        )
    )

    assert (item.uri, item.version, item.provider) == ("urn:example:ferry", "3", "acme")
    assert item.version_created == datetime(2016, 12, 15, 0, 0, tzinfo=UTC)
    assert (
        item.headline,
        item.slugline,
        item.byline,
        item.credit,
        item.standfirst,
    ) == (
        "Ferry leaves harbour",
        "ferry-noon",
        "By Ada Sample",
        "Acme",
        "On time.",
    )
    assert (item.urgency, item.language, item.keywords) == (4, "en-GB", ("sea",))
    assert (item.subjects[0].scheme, item.subjects[0].code, item.subjects[0].name) == (
        "medtop",
        "20000513",
        "ferries",
    )
    assert [place.name for place in item.places] == ["Turku"]
    assert item.bylines[0].names == ("Ada Sample",)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(f' xmlns="{NAMESPACE}"', ""),
        lambda text: (
            text.replace("<newsItem", "<nar:newsItem", 1)
            .replace(f'xmlns="{NAMESPACE}"', f'xmlns:nar="{NAMESPACE}"')
            .replace("itemMeta>", "nar:itemMeta>")
            .replace("contentMeta>", "nar:contentMeta>")
            .replace("contentSet>", "nar:contentSet>")
            .replace("headline>", "nar:headline>")
            .replace("</newsItem>", "</nar:newsItem>")
        ),
        lambda text: text.replace("itemMeta>", "ItemMeta>").replace(
            "headline>", "HeadLine>"
        ),
        lambda text: f"<newsMessage><Header/><itemSet>{text}</itemSet></newsMessage>",
        lambda text: "\ufeff<?xml version='1.0' encoding='utf8'?>\n<!-- c -->" + text,
    ],
)
def test_namespaces_case_and_wrapping_do_not_matter(change):
    """Missing, prefixed and default namespaces, wrong case and a message read alike."""
    item = read(change(g2()))

    assert item.headline == "Ferry leaves harbour"
    assert item.body_text == "The ferry left the harbour at noon."


def test_a_message_may_hold_several_items():
    """Each item of a message is an Item; a message without items is none."""
    second = g2(attributes='guid="urn:example:two" version="1"')
    message = f"<newsMessage><itemSet>{g2()}{second}</itemSet></newsMessage>"

    items = parse(message.encode(), source=RULES)

    assert [item.uri for item in items] == ["urn:example:ferry", "urn:example:two"]
    assert parse(b"<newsMessage><header/></newsMessage>", source=RULES) == []


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("ninat:picture", ItemKind.PICTURE),
        ("icls:picture", ItemKind.PICTURE),
        ("ninat:video", ItemKind.VIDEO),
        ("ninat:audio", ItemKind.AUDIO),
        ("ninat:composite", ItemKind.PACKAGE),
        ("ninat:text", ItemKind.TEXT),
    ],
)
def test_the_class_of_a_news_item_tells_its_kind(code, kind):
    """Text, picture, video and sound are told apart."""
    assert read(g2(item_class=code)).kind is kind


@pytest.mark.parametrize(
    ("root", "kind"),
    [
        ("packageItem", ItemKind.PACKAGE),
        ("conceptItem", ItemKind.CONCEPT),
        ("knowledgeItem", ItemKind.CONCEPT),
        ("planningItem", ItemKind.PLANNING),
    ],
)
def test_the_root_tells_what_is_no_news(root, kind):
    """Packages, concepts and planning are never taken for copy."""
    assert read(g2().replace("newsItem", root)).kind is kind


def test_a_package_brings_its_pictures_to_its_text():
    """Text and picture of one message are put together by the package."""
    picture = g2(
        attributes='guid="urn:example:photo" version="1"',
        item_class="ninat:picture",
        content=(
            '<remoteContent href="https://example.org/a.jpg" contenttype="image/jpeg"/>'
        ),
    )
    package = (
        '<packageItem guid="urn:example:pack"><itemMeta/>'
        '<groupSet root="r"><group id="r">'
        '<itemRef residref="urn:example:ferry"/><itemRef residref="urn:example:photo"/>'
        "</group></groupSet></packageItem>"
    )
    message = f"<newsMessage><itemSet>{package}{g2()}{picture}</itemSet></newsMessage>"

    text = parse(message.encode(), source=RULES)[1]

    assert [each.uri for each in text.pictures] == ["urn:example:photo"]
    assert text.pictures[0].renditions[0].href == "https://example.org/a.jpg"


def test_without_a_guid_the_uri_is_made_from_the_bytes():
    """The same file read twice is the same item, also when it has no name."""
    text = g2(attributes='version="1"')

    first, second = read(text), read(text)

    assert first.uri == second.uri
    assert first.uri.startswith("urn:dateline:acme:")


def test_not_well_formed_xml_is_recovered_with_a_warning():
    """An undeclared prefix, a bare ampersand and &nbsp; do not stop the news."""
    text = g2(body="<p>Fish &amp; chips & peas&nbsp;today.</p>").replace(
        "<itemMeta>", '<itemMeta xsi:type="x">', 1
    )

    item = read(text)

    assert item.body_text.startswith("Fish & chips")
    assert any(warning.startswith("recovered XML") for warning in item.warnings)

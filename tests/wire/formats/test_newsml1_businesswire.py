"""Business Wire's releases in NewsML 1, in files of our own making."""

from dateline.news.block import BlockKind
from dateline.news.item import Audience, ItemKind
from dateline.wire.parse import parse
from support.newsml1_files import (
    described,
    identifier,
    lines,
    management,
    news_item,
    newsline,
    newsml1,
    part,
    photo,
    text,
)
from support.wire_files import RULES, read


def test_business_wire_release():
    """Roles for every line; contacts are kept from readers, the source is a company."""
    released = (
        "<AdministrativeMetadata><Source><Party FormalName='Ferry Ltd'/></Source>"
        "</AdministrativeMetadata><Metadata><MetadataType FormalName='BWKeywords'/>"
        "<Property FormalName='BWIndustryKeywords' Value='Shipping'/></Metadata>"
    )
    raw = newsml1(
        news_item(
            part(
                "<NewsLines><CopyrightLine>Copyright Ferry Ltd 2016</CopyrightLine>"
                + newsline("Multimedia Gallery URL", "http://p.example/gallery")
                + "</NewsLines>",
                released,
                part(
                    lines(
                        headline="Ferry", dateline="TURKU, Fla.", slugline="FL-FERRY"
                    ),
                    part(text("<ul><li>Twice a day</li></ul>"), role="SubHeadLine"),
                    part(text("<p>Ada Sample, 555-0101</p>"), role="Contact"),
                    part(photo("http://p.example/logo.jpg"), role="Logo"),
                    part(
                        text(
                            "<html><body><p>(BUSINESS WIRE)--The ferry left.</p>"
                            "<table><tr><td>Sold</td><td>12</td></tr></table>"
                            "</body></html>"
                        ),
                        role="Body",
                    ),
                    described(language="en"),
                ),
            ),
            ids=identifier(provider="businesswire.com", date="20010714"),
            managed=management(
                more="<AssociatedWith NewsItem='businesswire.com:20010714:10000001'/>"
            ),
        ),
        envelope="<SentFrom><Party FormalName='Business Wire'/></SentFrom>",
    )

    item = read(raw)

    assert (item.headline, item.subheadline) == ("Ferry", "Twice a day")
    assert (item.dateline.places, item.dateline.credit) == (
        ("TURKU, Fla.",),
        "BUSINESS WIRE",
    )
    assert [(b.kind, b.text) for b in item.body] == [
        (BlockKind.PARAGRAPH, "The ferry left."),
        (BlockKind.TABLE, "Sold\t12"),
    ]
    assert [(s.name, s.kind) for s in item.subjects] == [
        ("Ferry Ltd", "source"),
        ("Shipping", "industry"),
    ]
    assert item.credit == "Business Wire"
    assert [link.rel for link in item.links] == ["multimediagallery", "logo"]
    (contact,) = [note for note in item.ed_notes if "555" in note.text]
    assert contact.audience is Audience.NONPUBLIC


def test_a_release_in_two_languages():
    """Each is an Item under the same release."""
    raw = newsml1(
        news_item(
            part(
                *(
                    part(
                        lines(headline=head),
                        described(language=language),
                        part(text(), role="Body"),
                    )
                    for language, head in (("en", "Ferry"), ("de", "Fähre"))
                )
            ),
            ids=identifier(provider="businesswire.com"),
        )
    )

    items = parse(raw.encode(), source=RULES)

    assert [(item.language, item.headline) for item in items] == [
        ("en", "Ferry"),
        ("de", "Fähre"),
    ]
    assert {item.kind for item in items} == {ItemKind.TEXT}

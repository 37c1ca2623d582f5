"""Pictures and several stories in one NewsML 1 item."""

from dateline.news.item import ItemKind
from dateline.wire.parse import parse
from support.newsml1_files import (
    described,
    identifier,
    lines,
    management,
    news_item,
    newsml1,
    part,
    photo,
    text,
)
from support.wire_files import RULES, read

CREDIT = (
    "<AdministrativeMetadata><Provider><Party FormalName='AFP'/></Provider>"
    "<Creator><Party FormalName='BO PROBE'/></Creator></AdministrativeMetadata>"
)


def group(number, *, caption="A ferry at Turku.", role="Picture"):
    """Write a photo as AFP does: caption and three sizes, each a component."""
    return part(
        lines(headline=f"Ferry {number}"),
        CREDIT,
        part(text(f"<p>{caption}</p>"), role="Caption"),
        part(
            photo(f"photo{number}_hd.JPG", Width="3000", Height="2000"), role="HighDef"
        ),
        part(
            photo(f"photo{number}_ql.JPG", Width="512", Height="341"), role="Quicklook"
        ),
        part(photo(f"photo{number}_th.JPG", Width="99", Height="66"), role="Thumbnail"),
        role=role,
        attributes=f"Duid='photo{number}'",
    )


def test_photos_beside_a_text_keep_caption_credit_and_sizes():
    """A caption is no paragraph, a thumbnail no picture of its own."""
    item = read(
        newsml1(
            news_item(
                part(
                    lines(headline="Ferry leaves harbour"),
                    part(text(), role="Main"),
                    group(1),
                    group(2, caption="The captain."),
                )
            )
        )
    )

    assert (item.kind, len(item.body)) == (ItemKind.TEXT, 2)
    first, second = item.pictures
    assert (first.caption, second.caption) == ("A ferry at Turku.", "The captain.")
    assert (first.credit, first.headline) == ("BO PROBE/AFP", "Ferry 1")
    assert first.uri == f"{item.uri}#photo1"
    assert [(r.name, r.href, r.width, r.height, r.mime) for r in first.renditions] == [
        ("highdef", "photo1_hd.JPG", 3000, 2000, "image/jpeg"),
        ("quicklook", "photo1_ql.JPG", 512, 341, "image/jpeg"),
        ("thumbnail", "photo1_th.JPG", 99, 66, "image/jpeg"),
    ]
    assert first.renditions[0].size == 1000


def test_photos_inside_a_group_are_still_apart():
    """A component around several photos is no photo."""
    item = read(
        newsml1(
            news_item(
                part(
                    lines(headline="Ferry"),
                    part(text(), role="Main"),
                    part(group(1), group(2), role="Pictures"),
                )
            )
        )
    )

    assert [each.headline for each in item.pictures] == ["Ferry 1", "Ferry 2"]


def test_a_photo_alone_is_a_picture():
    """Its caption, credit and files are those of the item."""
    special = (
        "<Property FormalName='SpecialInstructions' "
        "Value='RESTRICTED TO EDITORIAL USE'/>"
    )
    item = read(
        newsml1(
            news_item(
                part(
                    lines(
                        headline="Ferry",
                        byline="BO PROBE",
                        creditline="AFP",
                        copyrightline="AFP",
                    ),
                    described(special),
                    part(text("<p>A ferry at Turku.</p>"), role="Caption"),
                    part(photo("a.jpg", Width="3000", Height="2000"), role="HighDef"),
                    part(photo("b.jpg", Width="99", Height="66"), role="Thumbnail"),
                )
            )
        )
    )

    assert item.kind is ItemKind.PICTURE
    (picture,) = item.pictures
    assert picture.uri == item.uri
    assert (picture.caption, picture.credit) == ("A ferry at Turku.", "BO PROBE/AFP")
    assert picture.rights.editorial_only
    assert [each.name for each in item.renditions] == ["highdef", "thumbnail"]
    assert item.body == ()


def test_sizes_as_content_items_are_one_picture():
    """Business Wire names each size in a property."""
    item = read(
        newsml1(
            news_item(
                part(
                    lines(headline="Ferry"),
                    part(text(), role="Body"),
                    part(
                        lines(headline="A ferry at Turku."),
                        photo("http://p.example/t.jpg", ImageUse="Thumbnail"),
                        photo("http://p.example/h.jpg", ImageUse="Highres", Width="9"),
                        role="Photo",
                    ),
                )
            )
        )
    )

    (picture,) = item.pictures
    assert (picture.uri, picture.caption) == (
        "http://p.example/h.jpg",
        "A ferry at Turku.",
    )
    assert [each.name for each in picture.renditions] == ["thumbnail", "highres"]


def test_logos_films_and_style_sheets_are_no_pictures():
    """A logo and a film are links; a style sheet is set aside."""
    item = read(
        newsml1(
            news_item(
                part(
                    lines(headline="Ferry"),
                    part(text(), role="Body"),
                    part(photo("http://p.example/logo.jpg"), role="Logo"),
                    part(
                        "<ContentItem Href='http://p.example/f.MP4'/>",
                        photo("http://p.example/still.jpg"),
                        role="Video",
                    ),
                    part(
                        "<ContentItem><Format FormalName='CSS'/><DataContent>p {}"
                        "</DataContent></ContentItem>",
                        role="StyleSheet",
                    ),
                )
            )
        )
    )

    assert item.pictures == ()
    assert [(link.rel, link.href) for link in item.links] == [
        ("logo", "http://p.example/logo.jpg"),
        ("video", "http://p.example/f.MP4"),
    ]
    assert [each.reason for each in item.stripped] == ["style sheet"]


def test_a_film_alone_is_a_video():
    """The kind is told by what is there."""
    film = "<ContentItem Href='f.mp4'><MediaType FormalName='Video'/></ContentItem>"
    item = read(newsml1(news_item(part(lines(headline="Ferry"), film))))

    assert item.kind is ItemKind.VIDEO


def test_components_of_equal_rank_are_a_package_of_stories():
    """Each is an Item of its own, named after the package and its place in it."""
    package, first, second = parse(
        newsml1(
            news_item(
                part(
                    lines(headline="Sea news"),
                    part(lines(headline="Ferry leaves"), text()),
                    part(lines(headline="Storm comes"), text("<p>Wind.</p>")),
                )
            )
        ).encode(),
        source=RULES,
    )

    assert (package.kind, package.headline) == (ItemKind.PACKAGE, "Sea news")
    assert (first.headline, second.headline) == ("Ferry leaves", "Storm comes")
    assert first.uri == f"{package.uri}#1"
    assert second.uri == f"{package.uri}#2"
    assert second.body_text == "Wind."


def test_alternatives_are_one_story():
    """Of equivalent components one is taken."""
    item = read(
        newsml1(
            news_item(
                part(
                    lines(headline="Ferry"),
                    part(text(), role="Main"),
                    part(text("The ferry left.", form="Text"), role="Main"),
                    attributes="EquivalentsList='yes'",
                )
            )
        )
    )

    assert len(item.body) == 2


def test_an_index_of_other_files_is_no_story():
    """AFP's channel index only names items: for the desk, not for readers."""
    references = "".join(
        f"<NewsComponent><NewsItemRef NewsItem='{name}.xml'/></NewsComponent>"
        for name in ("one", "two")
    )
    item = read(newsml1(news_item(part(lines(headline="Sea news"), references))))

    assert (item.kind, item.body) == (ItemKind.PACKAGE, ())


def test_a_photo_item_of_the_same_file_joins_its_text():
    """Text and photo as two NewsItems, tied by a relation."""
    relation = "<AssociatedWith NewsItem='urn:newsml:acme.example:20161215:PIC1:1'/>"
    story, picture = parse(
        newsml1(
            news_item(managed=management(more=relation)),
            news_item(group(1), ids=identifier(item="PIC1")),
        ).encode(),
        source=RULES,
    )

    assert picture.kind is ItemKind.PICTURE
    assert [each.uri for each in story.pictures] == [picture.uri]
    assert story.pictures[0].caption == "A ferry at Turku."


def test_pictures_of_a_story_in_two_languages_are_in_both():
    """What says no language belongs to all of them."""
    items = parse(
        newsml1(
            news_item(
                part(
                    part(lines(headline="Boot"), described(language="nl"), text()),
                    part(lines(headline="Bateau"), described(language="fr"), text()),
                    group(1),
                )
            )
        ).encode(),
        source=RULES,
    )

    assert [len(item.pictures) for item in items] == [1, 1]


def test_a_photo_beside_its_text_in_one_component_is_there_once():
    """Text and file stand side by side, without a component of their own."""
    component = part(lines(headline="Ferry"), text(), photo("http://p.example/a.jpg"))
    item = read(newsml1(news_item(component)))

    assert (item.kind, len(item.body)) == (ItemKind.TEXT, 2)
    assert [each.uri for each in item.pictures] == ["http://p.example/a.jpg"]


def test_a_caption_without_a_component_of_its_own_is_one():
    """The text of a photo component is its caption, whatever it stands in."""
    item = read(
        newsml1(
            news_item(
                part(
                    lines(headline="Ferry"),
                    part(text(), role="Main"),
                    part(text("<p>A ferry.</p>"), photo("a.jpg"), role="Photo"),
                    part(part(text("<p>A storm.</p>")), photo("b.jpg"), role="Photo"),
                )
            )
        )
    )

    assert [each.caption for each in item.pictures] == ["A ferry.", "A storm."]
    assert len(item.body) == 2

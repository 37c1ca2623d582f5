"""The pictures of a feed's entries."""

import pytest

from support.feeds import BASE, TEXT, one, rss


def test_media_rss_is_pictures_with_caption_and_credit():
    """Media beside one another are different pictures; inside, their own texts hold."""
    item = one(
        rss(
            BASE
            + TEXT
            + '<media:content url="https://mna.example/a.jpg" type="image/jpeg"'
            ' width="800" height="600" fileSize="1234">'
            "<media:credit role='photographer'>Bo Probe</media:credit>"
            "<media:title>Ice</media:title>"
            "<media:description>A &lt;b&gt;crack&lt;/b&gt;</media:description>"
            "<media:copyright>NO ARCHIVES</media:copyright></media:content>"
            '<media:content url="https://mna.example/b.mp4" medium="video"/>'
            "<media:credit>MNA</media:credit>"
        )
    )

    (picture,) = item.pictures
    assert (picture.uri, picture.caption) == ("https://mna.example/a.jpg", "A crack")
    assert (picture.credit, picture.headline) == ("Bo Probe", "Ice")
    assert picture.rights.no_archive
    assert [(r.width, r.height, r.size, r.mime) for r in picture.renditions] == [
        (800, 600, 1234, "image/jpeg")
    ]
    assert "https://mna.example/b.mp4" in [link.href for link in item.links]


def test_a_media_group_is_one_picture_in_sizes():
    """Its contents and thumbnails are renditions."""
    item = one(
        rss(
            BASE + TEXT + "<media:group>"
            '<media:content url="https://mna.example/s.jpg" width="100"/>'
            '<media:content url="https://mna.example/l.jpg" width="900"/>'
            "<media:credit>A</media:credit><media:credit>B</media:credit>"
            '<media:thumbnail url="https://mna.example/t"/></media:group>'
        )
    )

    (picture,) = item.pictures
    assert [each.width for each in picture.renditions] == [100, 900, None]
    assert picture.credit == "A, B"


@pytest.mark.parametrize(
    "media",
    [
        '<enclosure url="https://mna.example/p.jpg" type="image/jpeg" length="9"/>',
        '<media:thumbnail url="https://mna.example/p.jpg"/>',
        '<itunes:image href="https://mna.example/p.jpg"/>',
        "<image><url>https://mna.example/p.jpg</url></image>",
        "<image>https://mna.example/p.jpg</image>",
        '<m:content xmlns:m="http://search.yahoo.com/mrss" medium="image"'
        ' url="https://mna.example/p.jpg"/>',
        '<enclosure url="https://mna.example/p.jpg" type="image/jpeg"/>'
        '<media:content url="https://mna.example/p.jpg" type="image/jpeg"/>',
    ],
)
def test_a_picture_is_found_wherever_it_stands(media):
    """Enclosure, thumbnail, image, a wrong namespace; the same file once."""
    item = one(rss(BASE + TEXT + media))

    assert [picture.uri for picture in item.pictures] == ["https://mna.example/p.jpg"]

"""From a picture to an HTML picture element."""

from dataclasses import replace

from dateline.pages.picture_set import LEAD, enhance_picture, preview_rendition
from support.copy import a_picture


def test_avif_comes_with_a_jpeg():
    """Both forms in all widths, the size of the largest JPEG, the layout's sizes."""
    found = enhance_picture(a_picture(), sizes=LEAD)

    assert found.avif == "/media/spring-720.avif 720w"
    assert found.jpeg == "/media/spring-720.jpg 720w"
    assert (found.src, found.width, found.height) == ("/media/spring-720.jpg", 720, 480)
    assert found.sizes == LEAD


def test_the_preview_crop_is_not_among_the_widths():
    """The crop for link previews is used for them and nowhere else."""
    assert "og" not in enhance_picture(a_picture(), sizes=LEAD).jpeg
    assert preview_rendition(a_picture()).role == "og"


def test_without_a_crop_the_largest_jpeg_is_the_preview():
    """A picture without an og rendition still has a preview."""
    renditions = a_picture().renditions[:2]

    picture = replace(a_picture(), renditions=renditions)
    assert preview_rendition(picture) == renditions[0]


def test_nothing_to_show():
    """A picture that is gone, or has no renditions yet, gives nothing."""
    assert enhance_picture(None, sizes=LEAD) is None
    assert enhance_picture(replace(a_picture(), renditions=()), sizes=LEAD) is None
    assert preview_rendition(replace(a_picture(), renditions=())) is None


def test_a_crop_keeps_the_point_of_interest():
    """The focal point becomes the nearest of the style sheet's steps."""
    picture = replace(a_picture(), focal_x=120, focal_y=1000)

    assert enhance_picture(picture, sizes=LEAD).focus == "x20 y100"

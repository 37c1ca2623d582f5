"""What readers get of a picture."""

import io
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from dateline.newsroom.renditions import (
    NotAPictureError,
    make_renditions,
    measure,
)
from support.newsroom_copy import a_photograph

ORIGINAL = "cd" * 32


def make(content, media, focal=(500, 500)):
    """Make all renditions."""
    return make_renditions(
        content, public_id="bcdfghjk", original=ORIGINAL, media=media, focal=focal
    )


def opened(media, rendition):
    """Open a rendition's file."""
    name = rendition.path.removeprefix("/media/")
    return Image.open(media / "renditions" / name)


def test_two_codings_of_each_width_and_a_link_preview(tmp_path):
    """None wider than the original."""
    made = make(a_photograph(900, 600), tmp_path)

    assert [(m.mime, m.width, m.height, m.role) for m in made] == [
        ("image/avif", 360, 240, "width"),
        ("image/jpeg", 360, 240, "width"),
        ("image/avif", 720, 480, "width"),
        ("image/jpeg", 720, 480, "width"),
        ("image/jpeg", 1200, 630, "og"),
    ]
    for each in made:
        with opened(tmp_path, each) as picture:
            assert picture.size == (each.width, each.height)
            assert Image.MIME[picture.format] == each.mime


def test_a_small_picture_has_its_own_width(tmp_path):
    """It is not blown up."""
    made = make(a_photograph(200, 100), tmp_path)

    assert {m.width for m in made if m.role == "width"} == {200}


def test_a_picture_stands_as_the_camera_was_held(tmp_path):
    """EXIF orientation is applied, and where the photographer stood is dropped."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "a street name"
    content = a_photograph(800, 400, exif=exif)

    assert (measure(content).width, measure(content).height) == (400, 800)
    small = make(content, tmp_path)[1]
    with opened(tmp_path, small) as picture:
        assert picture.size == (360, 720)
        assert dict(picture.getexif()) == {}


@pytest.mark.parametrize("focal", [(0, 0), (500, 500), (1000, 1000)])
def test_the_crop_follows_the_point_of_interest(tmp_path, focal):
    """A lit corner is in the preview when the point is there."""
    picture = Image.new("RGB", (2000, 2000))
    for corner in ((0, 0), (1900, 1900), (950, 950)):
        picture.paste((255, 255, 255), (*corner, corner[0] + 100, corner[1] + 100))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=95)

    made = make(out.getvalue(), tmp_path, focal)
    og = next(each for each in made if each.role == "og")

    with opened(tmp_path, og) as preview:
        place = (
            round(focal[0] / 1000 * 1140) + 30,
            {0: 30, 500: 315, 1000: 600}[focal[1]],
        )
        assert min(preview.convert("RGB").getpixel(place)) > 200


def test_a_colour_profile_and_rights_travel_along(tmp_path):
    """XMP says whose picture it is, also in what readers save."""
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Coastline Photo</x:xmpmeta>"

    made = make(a_photograph(xmp=xmp), tmp_path)

    for each in made:
        with opened(tmp_path, each) as picture:
            assert b"Coastline Photo" in picture.info["xmp"]


def test_making_them_again_changes_no_file(tmp_path):
    """Names are hashes; what is there is right."""
    first = make(a_photograph(), tmp_path)
    stamps = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*.*")}

    assert make(a_photograph(), tmp_path) == first
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*.*")} == stamps


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_kinds_are_taken_too(tmp_path, kind):
    """A drawing with a see-through ground is not refused."""
    assert make(a_photograph(400, 400, kind=kind), tmp_path)


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"<svg/>", b"\xff\xd8\xff\xe0" + b"\0" * 40, a_photograph()[:300]],
)
def test_what_is_no_picture_is_refused(content):
    """Cut off, of another kind, or nothing at all."""
    with pytest.raises(NotAPictureError):
        measure(content)


def test_a_picture_too_large_is_refused_before_it_is_read():
    """A small file can hold a huge picture."""
    out = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")

    with pytest.raises(NotAPictureError, match="too large"):
        measure(out.getvalue())


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=40))
def test_damaged_bytes_are_read_or_refused(place, damage):
    """Nothing else happens."""
    whole = a_photograph(64, 64)
    at = place % len(whole)
    content = whole[:at] + damage + whole[at + len(damage) :]

    with suppress(NotAPictureError):
        assert measure(content).width > 0

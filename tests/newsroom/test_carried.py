"""What renditions carry of a photograph, read back from their bytes."""

import io

import pytest
from PIL import Image

from dateline.news.picture import CROPS
from dateline.newsroom.renditions import make_renditions
from dateline.wire.photo_metadata import read_metadata
from support.newsroom_copy import a_photograph
from support.photographs import dataset, packet, with_iim

OG_LIMIT = 250_000
LABELS = (
    dataset(2, 80, b"Asha Rao"),
    dataset(2, 110, b"Coastline Photo"),
    dataset(2, 116, b"(c) Coastline & Sons"),
    dataset(2, 40, b"CALL BEFORE USE"),
)
XMP = packet(
    "<dc:creator><rdf:Seq><rdf:li>Mei Ito</rdf:li></rdf:Seq></dc:creator>"
    "<photoshop:Instructions>CALL BEFORE USE</photoshop:Instructions>"
    '<exif:GPSLatitude xmlns:exif="http://ns.adobe.com/exif/1.0/">34,22N'
    "</exif:GPSLatitude>",
    'xmlns:exif2="x:" photoshop:Credit="Coastline Photo"'
    " photoshop:Instructions='CALL BEFORE USE'",
)


def files(content, media):
    """Make the renditions of a photograph; return each with its bytes."""
    made = make_renditions(
        content, public_id="bcdfghjk", original="cd" * 32, media=media, focal=(500, 500)
    )
    folder = media / "renditions"
    return [(r, (folder / r.path.removeprefix("/media/")).read_bytes()) for r in made]


def test_who_made_it_is_in_every_file(tmp_path):
    """A photograph with IIM alone: JPEG carries IIM, AVIF and JPEG XMP."""
    found = files(with_iim(*LABELS), tmp_path)

    assert {r.mime for r, _ in found} == {"image/jpeg", "image/avif"}
    for rendition, content in found:
        said = read_metadata(content)
        assert said.creator == "Asha Rao", rendition.path
        assert said.credit == "Coastline Photo"
        assert said.copyright == "(c) Coastline & Sons"
        assert (b"Photoshop 3.0" in content) == (rendition.mime == "image/jpeg")


def test_xmp_wins_and_stays(tmp_path):
    """A photograph's own packet goes along in both codings."""
    for _, content in files(with_iim(*LABELS, xmp=XMP), tmp_path):
        said = read_metadata(content)
        assert (said.creator, said.credit) == ("Mei Ito", "Coastline Photo")


def test_what_is_for_the_desk_stays_behind(tmp_path):
    """No instruction and no place where the photographer stood, in any file."""
    for _, content in files(with_iim(*LABELS, xmp=XMP), tmp_path):
        assert b"CALL BEFORE USE" not in content
        assert b"GPS" not in content
        with Image.open(io.BytesIO(content)) as picture:
            assert dict(picture.getexif()) == {}


def test_a_photograph_that_says_nothing_carries_nothing(tmp_path):
    """No empty packet is made up."""
    for _, content in files(a_photograph(), tmp_path):
        assert b"xmpmeta" not in content
        assert b"Photoshop" not in content


@pytest.mark.parametrize(
    ("size", "roles"),
    [
        ((1800, 1200), {"og", "16x9", "4x3", "1x1"}),
        ((1300, 1000), {"og", "16x9", "4x3"}),
        ((1200, 700), {"og", "16x9"}),
        ((900, 600), {"og"}),
    ],
)
def test_shapes_for_search_engines_are_never_blown_up(tmp_path, size, roles):
    """1200 pixels wide where the original allows; else not made."""
    found = files(a_photograph(*size), tmp_path)

    crops = {r.role: r for r, _ in found if r.role != "width"}
    assert set(crops) == roles
    for role in roles - {"og"}:
        assert (crops[role].width, crops[role].height) == CROPS[role]
    for rendition, content in found:
        with Image.open(io.BytesIO(content)) as picture:
            assert picture.size == (rendition.width, rendition.height)


def test_the_preview_is_light_also_of_a_busy_picture(tmp_path):
    """1200×630 under 250 KB: what is heavier is written again, coarser."""
    noise = Image.effect_noise((1800, 1200), 90).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "JPEG", quality=90)

    ((og, content),) = [
        (r, content) for r, content in files(out.getvalue(), tmp_path) if r.role == "og"
    ]

    assert (og.width, og.height) == (1200, 630)
    assert len(content) == og.size < OG_LIMIT

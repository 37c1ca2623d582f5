"""What readers get of a picture: AVIF and JPEG in a few widths, and a link preview.

Made once, when a picture comes in or its point of interest moves. Names carry
the original's hash, the width and, for the crop, the point of interest, so a
file may be cached for ever.
"""

import io
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from dateline.errors import DatelineError
from dateline.news.picture import CROPS, Rendition
from dateline.newsroom.carried import carried_of
from dateline.newsroom.media_files import PUBLIC, RENDITIONS, write_whole

WIDTHS = (360, 720, 1200)
OG, OG_WIDTH, OG_HEIGHT = "og", 1200, 630
OG_LIMIT = 250_000
"""Bytes of a link preview; some who show it fetch no heavier one."""

JPEG_QUALITY = 82
PREVIEW_QUALITIES = (JPEG_QUALITY, 70, 58, 46, 34, 22)
AVIF_QUALITY = 60
AVIF_SPEED = 8
MOST_PIXELS = 120_000_000
THOUSANDTHS = 1000

Size = tuple[int, int]
"""Width and height in pixels."""

FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
HASH_LETTERS = 16


class NotAPictureError(DatelineError):
    """Bytes that cannot be used as a picture."""

    hint = "Send a JPEG, PNG or WebP file of a photograph."


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """What a picture is: its type, and its size in pixels the right way up."""

    mime: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Coding:
    """A way to write a picture."""

    mime: str
    extension: str
    write: Callable[[Image.Image, dict[str, bytes]], bytes]


def measure(content: bytes) -> Measured:
    """Return what a picture is; raises NotAPictureError."""
    picture = _opened(content)
    width, height = _upright(picture).size
    return Measured(mime=FORMATS[picture.format or ""], width=width, height=height)


def make_renditions(
    content: bytes,
    *,
    public_id: str,
    original: str,
    media: Path,
    focal: tuple[int, int],
) -> tuple[Rendition, ...]:
    """Make all renditions of a picture and return them; raises NotAPictureError.

    Args:
        content: the original's bytes.
        public_id: the picture's; a rendition's address begins with it, so that
            two uploads of one photograph share no file that a kill removes.
        original: their SHA-256.
        media: the media folder.
        focal: the point of interest in thousandths of width and height.

    None is wider than the original, which has one of its own width if it is
    narrower than all.
    """
    opened = _opened(content)
    carried = carried_of(opened)
    picture = _upright(opened).convert("RGB")
    stem = f"{public_id}-{original[:HASH_LETTERS]}"
    made: list[Rendition] = []
    for width in _widths(picture.width):
        scaled = _scaled(picture, width)
        for coding in CODINGS:
            name = f"{stem}-{width}.{coding.extension}"
            made.append(_keep(scaled, name, coding, carried, media))
    for role, size in _crops(picture):
        name = f"{stem}-{role}-{focal[0]}-{focal[1]}.jpg"
        cropped = _cropped(picture, focal, size)
        coding = _PREVIEW if role == OG else _JPEG
        made.append(_keep(cropped, name, coding, carried, media, role=role))
    return tuple(made)


def _crops(picture: Image.Image) -> Iterator[tuple[str, Size]]:
    """Yield role and size of each crop; shapes for search engines are not blown up."""
    yield OG, (OG_WIDTH, OG_HEIGHT)
    for role, (width, height) in CROPS.items():
        if picture.width >= width and picture.height >= height:
            yield role, (width, height)


def _opened(content: bytes) -> Image.Image:
    """Open bytes as a picture, without reading its pixels."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of what it goes on to mend
            picture = Image.open(io.BytesIO(content), formats=list(FORMATS))
            if picture.width * picture.height > MOST_PIXELS:
                raise NotAPictureError(
                    f"{picture.width}×{picture.height} pixels is too large"
                )
            picture.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise NotAPictureError("these bytes are no picture we can read") from error
    except Image.DecompressionBombError as error:
        raise NotAPictureError("the picture is too large") from error
    return picture


def _upright(picture: Image.Image) -> Image.Image:
    """Turn a picture as its camera was held."""
    try:
        return ImageOps.exif_transpose(picture)
    except Exception:  # noqa: BLE001 - broken EXIF fails in many ways; the pixels are fine
        return picture


def _widths(width: int) -> tuple[int, ...]:
    return tuple(w for w in WIDTHS if w <= width) or (width,)


def _scaled(picture: Image.Image, width: int) -> Image.Image:
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _cropped(picture: Image.Image, focal: tuple[int, int], size: Size) -> Image.Image:
    """Cut the shape of ``size`` out of a picture, around its point of interest."""
    scale = min(picture.width / size[0], picture.height / size[1])
    width, height = size[0] * scale, size[1] * scale
    left = _inside(
        picture.width * focal[0] / THOUSANDTHS - width / 2, width, picture.width
    )
    top = _inside(
        picture.height * focal[1] / THOUSANDTHS - height / 2, height, picture.height
    )
    box = (left, top, left + width, top + height)
    return picture.resize(size, Image.Resampling.LANCZOS, box=box)


def _inside(start: float, length: float, whole: int) -> float:
    return min(max(start, 0.0), max(whole - length, 0.0))


def _jpeg(
    picture: Image.Image, carried: dict[str, bytes], quality: int = JPEG_QUALITY
) -> bytes:
    out = io.BytesIO()
    picture.save(
        out, "JPEG", quality=quality, progressive=True, optimize=True, **carried
    )
    return out.getvalue()


def _light_jpeg(picture: Image.Image, carried: dict[str, bytes]) -> bytes:
    """Write a link preview, coarser until it is light enough for who fetches it."""
    written = b""
    for quality in PREVIEW_QUALITIES:
        written = _jpeg(picture, carried, quality)
        if len(written) < OG_LIMIT:
            break
    return written


def _avif(picture: Image.Image, carried: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    known = {name: value for name, value in carried.items() if name != "extra"}
    picture.save(out, "AVIF", quality=AVIF_QUALITY, speed=AVIF_SPEED, **known)
    return out.getvalue()


_JPEG = _Coding(mime="image/jpeg", extension="jpg", write=_jpeg)
_PREVIEW = _Coding(mime="image/jpeg", extension="jpg", write=_light_jpeg)
_AVIF = _Coding(mime="image/avif", extension="avif", write=_avif)
CODINGS = (_AVIF, _JPEG)


def _keep(
    picture: Image.Image,
    name: str,
    coding: _Coding,
    carried: dict[str, bytes],
    media: Path,
    role: str = "width",
) -> Rendition:
    path = media / RENDITIONS / name
    if not path.exists():
        write_whole(path, coding.write(picture, carried))
    return Rendition(
        path=f"{PUBLIC}{name}",
        mime=coding.mime,
        width=picture.width,
        height=picture.height,
        size=path.stat().st_size,
        role=role,
    )


def names_in(renditions: tuple[Rendition, ...]) -> Iterator[str]:
    """Yield the file names of renditions."""
    for made in renditions:
        yield made.path.removeprefix(PUBLIC)

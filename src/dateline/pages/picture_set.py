"""From a picture to what an HTML ``<picture>`` needs.

AVIF in all widths with JPEG as fallback, width and height always, so that
nothing moves when the picture arrives. ``sizes`` says how wide the layout
shows it; the constants belong to the columns in ``static/css``.
"""

from dataclasses import dataclass
from operator import attrgetter

from dateline.news.picture import Picture, Rendition
from dateline.pages.language import UNTOLD, Tongue, told_by_letters

LEAD = "(min-width: 62rem) 60rem, 100vw"
BODY = "(min-width: 40rem) 38rem, 100vw"
FRONT = "(min-width: 78rem) 36rem, (min-width: 48rem) 60vw, 100vw"
STRIP = "(min-width: 48rem) 24rem, 75vw"
SLIDE = "(min-width: 62rem) 60rem, 100vw"
TEASER = "(min-width: 78rem) 18rem, (min-width: 48rem) 30vw, 40vw"

_AVIF = "image/avif"
_PER_CENT = 10
_STEP = 20 * _PER_CENT
_width = attrgetter("width")


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureSet:
    """A picture as a template shows it.

    ``avif`` and ``jpeg`` are srcsets (``avif`` may be empty), ``focus`` the
    classes that keep the point of interest in a crop. ``tall`` pictures are
    higher than wide. ``language`` is the alternative text's, where that is not the
    one around it.
    """

    avif: str
    jpeg: str
    src: str
    width: int
    height: int
    sizes: str
    alt: str
    focus: str
    tall: bool
    language: str = ""


def enhance_picture(
    picture: Picture | None, *, sizes: str, tongue: Tongue = UNTOLD
) -> PictureSet | None:
    """Return the set of a picture; None if there is nothing to show."""
    if picture is None:
        return None
    widths = sorted([r for r in picture.renditions if r.role == "width"], key=_width)
    avif = [r for r in widths if r.mime == _AVIF]
    jpeg = [r for r in widths if r.mime != _AVIF]
    if not jpeg:
        return None
    largest = jpeg[-1]
    return PictureSet(
        avif=_srcset(avif),
        jpeg=_srcset(jpeg),
        src=largest.path,
        width=largest.width,
        height=largest.height,
        sizes=sizes,
        alt=picture.alt,
        focus=f"x{_step(picture.focal_x)} y{_step(picture.focal_y)}",
        tall=largest.height > largest.width,
        language=told_by_letters(picture.alt, tongue),
    )


def preview_rendition(picture: Picture | None) -> Rendition | None:
    """Return what a link preview shows: the og crop, else the largest JPEG."""
    if picture is None:
        return None
    crops = [r for r in picture.renditions if r.role == "og"]
    jpeg = [r for r in picture.renditions if r.mime == "image/jpeg"]
    return max(crops or jpeg, key=lambda r: r.width, default=None)


def _srcset(renditions: list[Rendition]) -> str:
    return ", ".join([f"{r.path} {r.width}w" for r in renditions])


def _step(thousandths: int) -> int:
    """Return the step of the style sheet that is nearest, in per cent."""
    return round(thousandths / _STEP) * _STEP // _PER_CENT

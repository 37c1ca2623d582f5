"""What a photograph says of itself: IPTC IIM and XMP, one answer.

Agencies fill the same fields in both, and often only one of them well. XMP is
Unicode and wins where it says something. Read here for pictures that come over
a wire and for those that a person uploads.

Source: IPTC Photo Metadata Standard 2023.2, which maps the two; IIM 4.2.
"""

import io
import warnings
from dataclasses import dataclass, fields

from PIL import Image

from dateline.wire.iim import Iim, Number
from dateline.wire.xmp import Xmp

LONGEST = 4000
IPTC_RESOURCE = 0x0404  # of a Photoshop block
IPTC_TAG = 33723  # of a TIFF

# Field by field: where IIM has it, and where XMP does, the best first.
WHERE: dict[str, tuple[Number | None, tuple[str, ...]]] = {
    "headline": ((2, 105), ("photoshop:Headline",)),
    "object_name": ((2, 5), ("dc:title",)),
    "caption": ((2, 120), ("dc:description",)),
    "alt": (None, ("core:AltTextAccessibility",)),
    "credit": ((2, 110), ("photoshop:Credit",)),
    "source": ((2, 115), ("photoshop:Source",)),
    "creator": ((2, 80), ("dc:creator",)),
    "creator_title": ((2, 85), ("photoshop:AuthorsPosition",)),
    "copyright": ((2, 116), ("dc:rights",)),
    "usage_terms": (None, ("xmpRights:UsageTerms", "plus:OtherConstraints")),
    "instructions": ((2, 40), ("photoshop:Instructions",)),
    "city": ((2, 90), ("photoshop:City",)),
    "country": ((2, 101), ("photoshop:Country",)),
    "country_code": ((2, 100), ("core:CountryCode",)),
    "urgency": ((2, 10), ("photoshop:Urgency",)),
    "edit_status": ((2, 7), ()),
    "category": ((2, 15), ("photoshop:Category",)),
    "reference": ((2, 103), ("photoshop:TransmissionReference",)),
    "identifier": (None, ("dc:identifier", "ext:DigImageGUID")),
    "language": ((2, 135), ("dc:language",)),
}
LISTS: dict[str, tuple[Number | None, str]] = {
    "keywords": ((2, 25), "dc:subject"),
    "subjects": ((2, 12), "core:SubjectCode"),
    "people": (None, "ext:PersonInImage"),
}
# A moment is a date and a time in IIM, one text in XMP.
MOMENTS: dict[str, tuple[Number, Number, str]] = {
    "created": ((2, 55), (2, 60), "photoshop:DateCreated"),
    "sent": ((1, 70), (1, 80), ""),
    "release": ((2, 30), (2, 35), ""),
    "expires": ((2, 37), (2, 38), ""),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class PhotoMetadata:
    """What a photograph says of itself; empty where it says nothing.

    Moments are ISO 8601 text, with a zone only if one was sent. ``charset`` of
    IIM and the languages of XMP are resolved already; every text is one line.
    """

    headline: str = ""
    object_name: str = ""
    caption: str = ""
    alt: str = ""
    credit: str = ""
    source: str = ""
    creator: str = ""
    creator_title: str = ""
    copyright: str = ""
    usage_terms: str = ""
    instructions: str = ""
    city: str = ""
    country: str = ""
    country_code: str = ""
    urgency: str = ""
    edit_status: str = ""
    category: str = ""
    reference: str = ""
    identifier: str = ""
    language: str = ""
    created: str = ""
    sent: str = ""
    release: str = ""
    expires: str = ""
    keywords: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Give what a desk calls it."""
        return self.headline or self.object_name

    def __bool__(self) -> bool:
        """Say whether it says anything."""
        return any(getattr(self, each.name) for each in fields(self))


def read_metadata(content: bytes) -> PhotoMetadata:
    """Return what a picture's IPTC fields say; nothing for what is broken."""
    picture = open_picture(content)
    return PhotoMetadata() if picture is None else metadata_of(picture)


def open_picture(content: bytes) -> Image.Image | None:
    """Open a picture without decoding it; None for what is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Image.open(io.BytesIO(content))
    except Exception:  # noqa: BLE001 - hostile bytes fail in any way they like
        return None


def metadata_of(picture: Image.Image) -> PhotoMetadata:
    """Return what an opened picture's IPTC fields say."""
    iim, xmp = Iim(_iptc_block(picture)), Xmp(picture.info.get("xmp"))
    said: dict[str, str] = {}
    for name, (number, properties) in WHERE.items():
        texts = [xmp.text(each) for each in properties if xmp]
        if number is not None:
            texts.append(iim.text(number))
        said[name] = _tidy(next(filter(None, texts), ""))
    for name, (day, time, written) in MOMENTS.items():
        text = xmp.text(written) if written and xmp else ""
        said[name] = _tidy(text) or _moment(iim.text(day), iim.text(time))
    lists = {
        name: tuple(
            filter(None, map(_tidy, _several(xmp, iim, written=written, number=number)))
        )
        for name, (number, written) in LISTS.items()
    }
    return PhotoMetadata(**said, **lists)  # type: ignore[arg-type] # the names are its fields


def _several(xmp: Xmp, iim: Iim, *, written: str, number: Number | None) -> list[str]:
    """Give the entries of a list, XMP's if it has any."""
    return xmp.texts(written) or (iim.texts(number) if number is not None else [])


def _iptc_block(picture: Image.Image) -> bytes:
    """Give the IIM data sets of a Photoshop block or a TIFF tag."""
    resources = picture.info.get("photoshop")
    if isinstance(resources, dict):
        block = resources.get(IPTC_RESOURCE)
    else:
        block = getattr(picture, "tag_v2", {}).get(IPTC_TAG)
    return block if isinstance(block, bytes) else b""


def _moment(day: str, time: str) -> str:
    """Join an IIM date and time; zeros mean unknown, a day may stand alone."""
    digits = day.replace("-", "").strip()
    if not _is_number(digits) or len(digits) != 8 or not int(digits[4:]):  # noqa: PLR2004 # CCYYMMDD
        return ""
    date = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    time = time.replace(":", "").strip()
    if not _is_number(time[:6]) or len(time) < 6:  # noqa: PLR2004 # HHMMSS
        return date
    zone = time[6:].strip()
    zone = f"{zone[:3]}:{zone[3:5]}" if len(zone) == 5 else ""  # noqa: PLR2004 # +0200
    return f"{date}T{time[:2]}:{time[2:4]}:{time[4:6]}{zone}"


def _is_number(text: str) -> bool:
    """Say whether a text is digits that count: a superscript does not."""
    return text.isascii() and text.isdigit()


def _tidy(text: str) -> str:
    """Return text without control characters, on one line, not endless."""
    text = text[:LONGEST]
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(text.split())

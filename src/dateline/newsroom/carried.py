"""What a rendition carries of its photograph: whose it is, and in which colours.

XMP goes along in AVIF and JPEG, the IPTC's older IIM in JPEG, which alone has a
place for it; a photograph that has only IIM gets an XMP packet that says the same
of creator, credit and rights. Left behind: EXIF and the XMP fields of GPS, which
say where the photographer stood, and instructions, which are for the desk.

Source: IPTC Photo Metadata Standard 2023.2; IIM 4.2; XMP part 3 (JPEG, APP13).
"""

import re
import struct
from xml.sax.saxutils import escape

from PIL import Image

from dateline.wire.iim import Number, read_sets
from dateline.wire.photo_metadata import IPTC_RESOURCE, PhotoMetadata, metadata_of

INSTRUCTIONS = (2, 40)
LONGEST = 60_000
"""Bytes of one thing carried: what fits a segment of JPEG."""

_DATASET = 0x7FFF  # the longest value of a data set that is not an extended one
_SECRET = rb"exif:GPS\w+|photoshop:Instructions"
_ATTRIBUTE = re.compile(rb"\s(?:" + _SECRET + rb")\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_ELEMENT = re.compile(
    rb"<(" + _SECRET + rb")\b[^>]*(?:/>|>.*?</\1\s*>)", flags=re.DOTALL
)
_PACKET = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">'
    "{fields}</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def carried_of(picture: Image.Image) -> dict[str, bytes]:
    """Return what Pillow is to write beside the pixels.

    ``icc_profile`` and ``xmp`` are for all codings, ``extra`` (a segment with IIM)
    for JPEG. What would not fit a segment is left out.
    """
    profile, xmp = picture.info.get("icc_profile"), picture.info.get("xmp")
    found = {
        "icc_profile": profile if isinstance(profile, bytes) else b"",
        "xmp": _without_secrets(xmp) if isinstance(xmp, bytes) else _xmp_of(picture),
        "extra": _segment(_iim_of(picture)),
    }
    return {name: value for name, value in found.items() if 0 < len(value) < LONGEST}


def _without_secrets(xmp: bytes) -> bytes:
    return _ELEMENT.sub(b"", _ATTRIBUTE.sub(b"", xmp))


def _iim_of(picture: Image.Image) -> bytes:
    """Return a photograph's data sets without what is for the desk only."""
    resources = picture.info.get("photoshop")
    raw = resources.get(IPTC_RESOURCE) if isinstance(resources, dict) else None
    if not isinstance(raw, bytes):
        return b""
    return b"".join(
        _dataset(number, value)
        for number, values in sorted(read_sets(raw).items())
        for value in values
        if number != INSTRUCTIONS and len(value) <= _DATASET
    )


def _dataset(number: Number, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, *number, len(value)) + value


def _segment(sets: bytes) -> bytes:
    """Return data sets as an APP13 segment; nothing for nothing or for too much."""
    if not sets or len(sets) > LONGEST:
        return b""
    block = b"8BIM" + struct.pack(">HHI", IPTC_RESOURCE, 0, len(sets)) + sets
    body = b"Photoshop 3.0\0" + block + b"\0" * (len(sets) % 2)
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def _xmp_of(picture: Image.Image) -> bytes:
    """Return a packet that says of rights what IIM says; nothing for nothing."""
    said = metadata_of(picture)
    fields = "".join(_fields(said))
    return _PACKET.format(fields=fields).encode() if fields else b""


def _fields(said: PhotoMetadata) -> list[str]:
    found = []
    if said.creator:
        name = escape(said.creator)
        found.append(
            f"<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>"
        )
    if said.copyright:
        text = f'<rdf:li xml:lang="x-default">{escape(said.copyright)}</rdf:li>'
        found.append(f"<dc:rights><rdf:Alt>{text}</rdf:Alt></dc:rights>")
    for name, value in (("Credit", said.credit), ("Source", said.source)):
        if value:
            found.append(f"<photoshop:{name}>{escape(value)}</photoshop:{name}>")
    return found

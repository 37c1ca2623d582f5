"""Photographs with IIM and XMP of our own making."""

import io
import struct

from PIL import Image

NAMES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
    ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
    ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"'
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    ' xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"'
)


def small_jpeg(**options):
    """Return a photograph of 32 by 32 points."""
    out = io.BytesIO()
    Image.new("RGB", (32, 32), (120, 90, 40)).save(out, "JPEG", **options)
    return out.getvalue()


def dataset(record, number, value):
    """Return one IIM data set."""
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def packet(inside, attributes=""):
    """Return an XMP packet."""
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {NAMES}>'
        f'<rdf:Description rdf:about="" {attributes}>{inside}</rdf:Description>'
        "</rdf:RDF></x:xmpmeta>"
    ).encode()


def with_iim(*sets, xmp=None):
    """Return a photograph with IIM data sets, and perhaps an XMP packet."""
    data = b"".join(sets)
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(data)) + data
    block += b"\0" * (len(data) % 2)
    body = b"Photoshop 3.0\0" + block
    segment = b"\xff\xed" + struct.pack(">H", len(body) + 2) + body
    whole = small_jpeg(**({"xmp": xmp} if xmp else {}))
    return whole[:2] + segment + whole[2:]


def with_xmp(inside, attributes=""):
    """Return a photograph with an XMP packet."""
    return small_jpeg(xmp=packet(inside, attributes))

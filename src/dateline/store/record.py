"""A finished page at rest.

A page is a row of pieces. A piece is either copy, compressed as raw deflate
that ends in a full flush, so that pieces joined in any number are one valid
deflate stream; or the name of a slot, filled when the page is served. The
length and CRC-32 of each piece let the server write the gzip trailer of the
joined stream without reading it (RFC 1952, 2.3.1).
"""

import msgspec

from dateline.store.store import PAGES, Transaction


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """Copy (``slot`` empty) or a slot (everything else empty).

    ``deflate`` is raw deflate ending in a full flush; ``crc`` and ``length``
    are of the copy before compression.
    """

    slot: str
    deflate: bytes = b""
    crc: int = 0
    length: int = 0


class PageRecord(msgspec.Struct, frozen=True, array_like=True, kw_only=True):
    """Everything the server needs to answer for one path.

    ``tag`` is the first half of the ETag: a hash of the page with its slots
    unfilled. ``cache`` names a cache policy ("page", "feed", "immutable",
    "slot"). ``location`` is set for 301, ``file`` for media: the name of a
    file in the media folder, ``size`` its bytes. ``csp`` holds the CSP sources
    of the page's own inline parts, by directive. ``links`` are preload
    headers. ``city`` is the city whose weather the page shows, if it has one.
    ``mining`` holds headers about text and data mining: "NAME VALUE", one a line.
    """

    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    cache: str = "page"
    tag: str = ""
    pieces: tuple[Piece, ...] = ()
    location: str = ""
    file: str = ""
    size: int = 0
    csp: str = ""
    links: str = ""
    city: str = ""
    mining: str = ""


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(PageRecord).decode


def encode_record(record: PageRecord) -> bytes:
    """Return the form in which a record lies in the store."""
    return _encode(record)


def page_at(tx: Transaction, path: str) -> PageRecord | None:
    """Return the page at ``path``, or None."""
    raw = tx.get(PAGES, path.encode())
    return None if raw is None else _decode(raw)

"""From a page to a record: split at the slots, compressed, tagged.

No template has a style or a script inline, so a page's CSP says nothing of them
but what the page itself does (`Page.csp`); a house test holds the templates to it.
"""

import base64
import hashlib
from functools import lru_cache

from isal import isal_zlib

from dateline.pages.page import SLOT_END, SLOT_START, Page
from dateline.store.record import PageRecord, Piece

LEVEL = 2
"""isal's level: 2 is 12 % smaller than 1 and as fast; 3 gains nothing more."""

FRAME_SIZE = 6000
"""Pieces below this many bytes are kept: masthead, city list, footer."""

_RAW = -15
_TAG_BYTES = 9


def finish(page: Page) -> PageRecord:
    """Return the record of a page, ready to be stored and served."""
    text = page.text if isinstance(page.text, bytes) else page.text.encode()
    pieces = (_kept(text),) if isinstance(page.text, bytes) else _pieces(text)
    return PageRecord(
        status=page.status,
        content_type=page.content_type,
        cache=page.cache,
        tag=_tag(page, text),
        pieces=pieces,
        location=page.location,
        file=page.file,
        size=page.size,
        csp=page.csp,
        links=page.links,
        city=page.city,
        mining=page.mining,
    )


_START, _END = SLOT_START.encode(), SLOT_END.encode()


def _pieces(text: bytes) -> tuple[Piece, ...]:
    """Split a page's text at its slots."""
    first, *rest = text.split(_START)
    found = [_kept(first)] if first else []
    for each in rest:
        name, end, copy = each.partition(_END)
        if not end:  # no slot, but a stray mark in the copy: nothing is lost
            found.append(_kept(_START + each))
            continue
        found.append(_slot(name))
        if copy:
            found.append(_kept(copy))
    return tuple(found)


@lru_cache(maxsize=1024)
def _slot(name: bytes) -> Piece:
    return Piece(name.decode())


def _tag(page: Page, text: bytes) -> str:
    """Return a hash of all that readers get: of the copy, not of what isal made of it.

    What it makes may differ from one processor to another, and all nodes of a paper
    must say the same ETag.
    """
    head = f"{page.status} {page.content_type} {page.location} {page.file}\n"
    digest = hashlib.sha256(head.encode())  # faster than BLAKE2 where the CPU knows it
    digest.update(text)
    return base64.urlsafe_b64encode(digest.digest()[:_TAG_BYTES]).decode()


def _kept(raw: bytes) -> Piece:
    return _frame_piece(raw) if len(raw) < FRAME_SIZE else piece(raw)


@lru_cache(maxsize=256)
def _frame_piece(raw: bytes) -> Piece:
    """Return a small piece, kept: most of a page's pieces are the site's frame."""
    return piece(raw)


def piece(raw: bytes) -> Piece:
    """Return ``raw`` as raw deflate that ends in a full flush."""
    compressor = isal_zlib.compressobj(LEVEL, isal_zlib.DEFLATED, _RAW)
    deflate = compressor.compress(raw) + compressor.flush(isal_zlib.Z_FULL_FLUSH)
    return Piece("", deflate, isal_zlib.crc32(raw), len(raw))

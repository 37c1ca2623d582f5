"""Pieces of raw deflate into one answer, in any coding.

Each piece ends in a full flush, so pieces laid end to end and closed by one
empty final block are one valid deflate stream, and the CRC-32 of the whole is
combined from those of the parts. A page with its slots filled is therefore a
gzip member without anything being compressed again. For the other codings the
stream is inflated once and compressed whole.
"""

import struct
from collections.abc import Iterable

import brotli
import zstandard
from isal import isal_zlib

from dateline.serve.accept import BROTLI, GZIP, IDENTITY, ZSTD
from dateline.store.record import Piece

BROTLI_QUALITY = 5
ZSTD_LEVEL = 3

_RAW = -15
_DEFLATE_LEVEL = 2
_FINAL_BLOCK = b"\x03\x00"
_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_GZIP_TRAILER = struct.Struct("<II")
_MODULO = 1 << 32


def piece_of(raw: bytes) -> Piece:
    """Return ``raw`` as a piece, to be joined with those of the store."""
    compressor = isal_zlib.compressobj(_DEFLATE_LEVEL, isal_zlib.DEFLATED, _RAW)
    deflate = compressor.compress(raw) + compressor.flush(isal_zlib.Z_FULL_FLUSH)
    return Piece("", deflate, isal_zlib.crc32(raw), len(raw))


def joined(pieces: Iterable[Piece], coding: str) -> bytes:
    """Return the pieces' copy, one after the other, in ``coding``."""
    parts = list(pieces)
    if coding == GZIP:
        return _gzip(parts)
    raw = inflated(parts)
    if coding == BROTLI:
        return bytes(
            brotli.compress(raw, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)
        )
    if coding == ZSTD:
        return zstandard.ZstdCompressor(level=ZSTD_LEVEL).compress(raw)
    if coding == IDENTITY:
        return raw
    raise ValueError(coding)


def inflated(pieces: Iterable[Piece]) -> bytes:
    """Return the pieces' copy, one after the other."""
    stream = b"".join([piece.deflate for piece in pieces]) + _FINAL_BLOCK
    return bytes(isal_zlib.decompress(stream, _RAW))


def _gzip(pieces: list[Piece]) -> bytes:
    """Return one gzip member (RFC 1952) of all pieces."""
    crc = length = 0
    parts = [_GZIP_HEADER]
    for piece in pieces:
        parts.append(piece.deflate)
        crc = isal_zlib.crc32_combine(crc, piece.crc, piece.length)
        length += piece.length
    parts.append(_FINAL_BLOCK)
    parts.append(_GZIP_TRAILER.pack(crc, length % _MODULO))
    return b"".join(parts)

"""Pieces into one answer."""

import gzip
import zlib

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from dateline.serve.join import inflated, joined, piece_of

COPY = st.lists(st.binary(max_size=2000), max_size=6)


@given(COPY)
def test_joined_pieces_are_one_gzip_member(parts):
    """The combined CRC and length are right, and nothing follows the member."""
    body = joined([piece_of(part) for part in parts], "gzip")
    reader = zlib.decompressobj(31)

    assert reader.decompress(body) == b"".join(parts)
    assert reader.eof
    assert reader.unused_data == b""
    assert gzip.decompress(body) == b"".join(parts)


@given(COPY)
def test_every_coding_says_the_same(parts):
    """Each coding decodes to the same bytes as identity."""
    pieces = [piece_of(part) for part in parts]
    plain = joined(pieces, "identity")

    assert plain == inflated(pieces) == b"".join(parts)
    assert brotli.decompress(joined(pieces, "br")) == plain
    assert zstandard.ZstdDecompressor().decompress(joined(pieces, "zstd")) == plain


def test_zstd_answers_say_their_size():
    """A decoder can see how much memory an answer needs before it begins."""
    body = joined([piece_of(b"x" * 5000)], "zstd")

    assert zstandard.get_frame_parameters(body).content_size == 5000


def test_an_unknown_coding_is_a_fault_of_ours():
    """Nothing but the four codings is ever asked for."""
    with pytest.raises(ValueError, match="deflate"):
        joined([], "deflate")

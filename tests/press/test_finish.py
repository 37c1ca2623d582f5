"""From a page to a record: the pieces are one valid stream, slots between."""

import gzip
import struct
import zlib

from hypothesis import given
from hypothesis import strategies as st
from isal import isal_zlib

from dateline.pages.page import Page, slot
from dateline.press.finish import finish, piece

text = st.text(
    st.characters(blacklist_characters="\x02\x03", blacklist_categories=("Cs",))
)


@given(st.lists(st.binary(max_size=3000), min_size=1, max_size=5))
def test_pieces_in_any_number_join_to_one_gzip_member(parts):
    """Raw deflate pieces, a final block, the combined CRC: what gzip reads."""
    pieces = [piece(p) for p in parts]
    crc, length = 0, 0
    for one in pieces:
        crc = isal_zlib.crc32_combine(crc, one.crc, one.length)
        length += one.length
    head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
    body = b"".join(p.deflate for p in pieces) + b"\x03\x00"
    member = head + body + struct.pack("<II", crc, length)

    assert gzip.decompress(member) == b"".join(parts)


@given(st.lists(text, min_size=1, max_size=4))
def test_a_page_is_split_at_its_slots(parts):
    """Copy and slots come in the page's order; nothing is lost or added."""
    record = finish(Page(text=slot("today").join(parts)))
    copy = [
        zlib.decompress(p.deflate + b"\x03\x00", -15).decode()
        for p in record.pieces
        if not p.slot
    ]

    assert "".join(copy) == "".join(parts)
    assert sum(p.slot == "today" for p in record.pieces) == len(parts) - 1


def test_the_tag_depends_on_everything_a_reader_gets():
    """Another body, status, type or location: another tag; the same, the same."""
    pages = [
        Page(text="a"),
        Page(text="b"),
        Page(text="a", status=410),
        Page(text="a", content_type="text/plain"),
        Page(text="a", location="/x"),
    ]

    assert len({finish(p).tag for p in pages}) == len(pages)
    assert finish(Page(text="a")).tag == finish(Page(text="a")).tag


def test_nodes_that_compress_differently_say_the_same_tag(monkeypatch):
    """Isal may make other bytes on another processor; readers are asked the same."""
    long = Page(text="Leaders meet at a hot spring. " * 900)
    here = finish(long)
    monkeypatch.setattr("dateline.press.finish.LEVEL", 0)
    there = finish(long)

    assert here.pieces != there.pieces
    assert here.tag == there.tag


def test_what_stands_inline_is_not_allowed():
    """Only what a page itself says is; a script that came with copy never is."""
    told = Page(text="<script>1</script>", csp="connect-src 'self'")

    assert finish(told).csp == "connect-src 'self'"
    assert finish(Page(text="<style>p{}</style><script>1</script>")).csp == ""

"""Headers lie about encodings; bytes do not."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.encoding import declared_encoding, lines_of, to_utf8, with_newlines

WORD = "Décès à Åbo – „Fähre“"


def xml(declared: str, encoding: str, text: str = "Décès") -> bytes:
    """Write bytes that declare one encoding and use another."""
    return f'<?xml version="1.0" encoding="{declared}"?><a>{text}</a>'.encode(encoding)


@pytest.mark.parametrize(
    ("declared", "actual", "text", "warns"),
    [
        ("utf-8", "utf-8", WORD, False),
        ("utf8", "utf-8", WORD, False),
        ("iso-8859-1", "utf-8", WORD, True),
        ("iso-8859-1", "latin-1", "Décès", False),
        ("iso-8859-15", "iso-8859-15", "Prix: 3 €, cœur", False),
        ("utf-8", "cp1252", "Décès – 3 €", True),
        ("iso-8859-1", "cp1252", "„Décès“", False),
        ("windows-1250", "cp1250", "Łódź", False),
        ("x-unknown", "cp1252", "Décès", True),
        ("zlib", "cp1252", "Décès", True),
        ("shift_jis", "shift_jis", "長門", False),
        ("iso-2022-jp", "iso-2022-jp", "長門", False),
        ("us-ascii", "ascii", "plain", False),
    ],
)
def test_the_text_is_read_whatever_is_declared(declared, actual, text, warns):
    """UTF-8 wins if it fits; then what is declared; then Windows-1252."""
    decoded = to_utf8(xml(declared, actual, text))

    assert text in decoded.utf8.decode()
    assert bool(decoded.warning) is warns


@pytest.mark.parametrize(
    "raw",
    [
        codecs.BOM_UTF8 + WORD.encode(),
        codecs.BOM_UTF16_LE + WORD.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORD.encode("utf-16-be"),
    ],
)
def test_a_byte_order_mark_is_right_and_goes(raw):
    """A mark decides and is not part of the text."""
    assert to_utf8(raw).utf8.decode() == WORD


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_by_its_zeros(encoding):
    """XML in UTF-16 without a mark begins with a zero byte in two."""
    raw = xml("utf-16", encoding)

    assert "Décès" in to_utf8(raw).utf8.decode()


def test_bytes_that_fit_nothing_still_become_text():
    """Five bytes are undefined in Windows-1252; even they do not stop a story."""
    assert to_utf8(b"\xff\x81\x8d ok").utf8.decode().endswith("ok")


def test_no_declaration_is_no_encoding():
    """Only an XML declaration declares."""
    assert declared_encoding(b"<a encoding='utf-8'/>") == ""


ENDS = ("\r\n", "\n", "\r")
NO_ENDS = ("\x0b", "\x0c", "\x1c", "\x1f", "\x85", "\u2028", "a", "ü")


@given(st.lists(st.sampled_from((*ENDS, *NO_ENDS))).map("".join))
def test_lines_end_as_any_system_ends_them_and_nowhere_else(text):
    """Not where Python alone sees an end: those signs stand within a line."""
    lines = lines_of(text)

    assert with_newlines(text).split("\n") in (lines, [*lines, ""])

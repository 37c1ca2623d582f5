"""What a photograph says of itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.wire.photo_metadata import PhotoMetadata, read_metadata
from support.photographs import dataset, small_jpeg, with_iim, with_xmp


@pytest.mark.parametrize(
    ("mark", "charset"),
    [(b"\x1b%G", "utf-8"), (b"", "utf-8"), (b"", "cp1252"), (b"", "latin-1")],
)
def test_iim_is_read_in_the_charsets_it_comes_in(mark, charset):
    """With the mark for UTF-8 and without, and as Windows wrote it."""
    sets = [dataset(1, 90, mark)] if mark else []
    sets += [
        dataset(2, 120, "Köche grüßen".encode(charset)),
        dataset(2, 80, "Zoë Faß".encode(charset)),
        dataset(2, 110, b"Coastline Photo"),
        dataset(2, 105, b"Steam"),
    ]

    assert read_metadata(with_iim(*sets)) == PhotoMetadata(
        headline="Steam",
        caption="Köche grüßen",
        creator="Zoë Faß",
        credit="Coastline Photo",
    )


def test_curly_quotes_of_windows_are_read():
    """0x93 and 0x94 are quotes in cp1252 and nothing in latin-1."""
    said = read_metadata(with_iim(dataset(2, 120, b"\x93Steam\x94")))

    assert said.caption == "“Steam”"


def test_xmp_is_read_with_its_alternative_text():
    """Elements, containers in several languages, and lists of names."""
    content = with_xmp(
        "<dc:description><rdf:Alt><rdf:li xml:lang='ja'>湯気</rdf:li>"
        "<rdf:li xml:lang='x-default'>Steam  rises.</rdf:li></rdf:Alt></dc:description>"
        "<dc:creator><rdf:Seq><rdf:li>Mira Sen</rdf:li><rdf:li>Noor Ali</rdf:li>"
        "</rdf:Seq></dc:creator>"
        "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt>"
        "<rdf:li xml:lang='x-default'>White vapour</rdf:li></rdf:Alt>"
        "</Iptc4xmpCore:AltTextAccessibility>"
        "<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang='en'>One year</rdf:li>"
        "</rdf:Alt></xmpRights:UsageTerms>",
        attributes='photoshop:Credit="Coastline" photoshop:Headline="Baths"',
    )

    assert read_metadata(content) == PhotoMetadata(
        headline="Baths",
        caption="Steam rises.",
        alt="White vapour",
        credit="Coastline",
        creator="Mira Sen, Noor Ali",
        usage_terms="One year",
    )


def test_a_packet_that_would_open_files_is_not_read():
    """Entities lead out of the file; XMP needs none."""
    packet = (
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>&e;</x:xmpmeta>"
    )

    assert read_metadata(small_jpeg(xmp=packet)) == PhotoMetadata()


@pytest.mark.parametrize("content", [b"", b"no picture", small_jpeg()])
def test_where_nothing_is_said_nothing_is_read(content):
    """Empty fields, no error."""
    assert read_metadata(content) == PhotoMetadata()


@settings(max_examples=150)
@given(st.binary(max_size=120))
def test_hostile_iim_is_left_out(raw):
    """Whatever the bytes are, there is an answer in printable text."""
    said = read_metadata(with_iim(dataset(2, 120, raw), raw))

    assert said.caption.isprintable()


@settings(max_examples=150)
@given(st.text(max_size=80), st.integers(0, 400), st.binary(max_size=20))
def test_hostile_xmp_is_left_out(text, place, damage):
    """Cut, damaged or nonsense: left out, never raised."""
    escaped = text.encode("utf-8", "replace").decode().replace("<", "&lt;")
    whole = with_xmp(f"<dc:title>{escaped}</dc:title>")
    at = place % len(whole)

    read_metadata(whole[:at] + damage + whole[at + len(damage) :])

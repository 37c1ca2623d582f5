"""IIM data sets, and the character sets agencies say and send."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.iim import Iim, read_sets
from support.photographs import dataset

CAPTION = (2, 120)


@pytest.mark.parametrize(
    ("said", "charset", "text"),
    [
        (b"\x1b%G", "utf-8", "Köche in Łódź"),
        (b"\x1b-A", "latin-1", "Les élèves à Nîmes"),  # AFP
        (b"\x1b-A", "utf-8", "Les élèves à Nîmes"),  # said Latin-1, sent UTF-8
        (b"\x1b-A", "cp1252", "“Café” – 5 €"),  # said Latin-1, sent Windows'
        (b"\x1b%5", "utf-8", "Zoë’s façade"),  # Reuters
        (b"\x1b%5", "cp1252", "Zoë’s façade"),
        (b"\x1b%G", "latin-1", "Köche"),  # said UTF-8, and is not
        (b"\x1b-B", "iso8859-2", "Łódź, Gdańsk"),
        (b"\x1b-L", "iso8859-5", "Москва"),
        (b"\x1b-b", "iso8859-15", "5 € in Oulu"),
        (b"", "latin-1", "Malmö"),
        (b"", "utf-8", "Malmö"),
        (b"", "ascii", "Malmo"),
        (b"\x1bXX", "cp1252", "Malmö"),
    ],
)
def test_characters_are_read_as_sent(said, charset, text):
    """What is strict UTF-8 is UTF-8; else what is said; else Windows-1252."""
    sets = dataset(1, 90, said) if said else b""

    iim = Iim(sets + dataset(2, 120, text.encode(charset)))

    assert iim.text(CAPTION) == text


def test_repeated_sets_are_lists():
    """Keywords come one a data set."""
    iim = Iim(dataset(2, 25, b"ice") + dataset(2, 25, b"lake\0\0"))

    assert iim.texts((2, 25)) == ["ice", "lake"]
    assert iim.text((2, 25)) == "ice"
    assert iim.text((2, 5)) == ""


def test_long_sets_say_the_size_of_their_size():
    """An extended data set, as IIM 1.5 (b) has it."""
    raw = b"\x1c\x02\x78\x80\x04" + (40_000).to_bytes(4, "big") + b"x" * 40_000

    assert len(read_sets(raw)[CAPTION][0]) == 40_000


@pytest.mark.parametrize(
    "tail", [b"\x1c\x02\x78\xff\xff", b"\x1c\x02\x78\x00\x09abc", b"\x1c", b"junk"]
)
def test_what_is_cut_off_is_left_out(tail):
    """What came before stands."""
    assert read_sets(dataset(2, 5, b"Ice") + tail) == {(2, 5): [b"Ice"]}


@given(st.binary(max_size=100))
def test_any_bytes_are_sets_or_none(raw):
    """Nothing raises."""
    iim = Iim(raw)

    assert isinstance(iim.text(CAPTION), str)

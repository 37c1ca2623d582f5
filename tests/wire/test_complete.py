"""A half-written file is known by its end."""

import pytest

from dateline.wire.complete import is_complete
from support.photographs import small_jpeg
from support.wire_files import g2, ninjs

WHOLE = [
    g2().encode(),
    ("\ufeff<?xml version='1.0'?>\n" + g2() + "\n\n").encode(),
    f"<?xml version='1.0' encoding='utf-16'?>{g2()}".encode("utf-16"),
    ninjs(),
    b"\n[" + ninjs() + b"]\n",
]


@pytest.mark.parametrize("raw", WHOLE)
def test_a_whole_file_is_whole(raw):
    """The root is closed, or the first bracket is."""
    assert is_complete(raw) is True


@pytest.mark.parametrize("raw", WHOLE)
def test_no_part_of_a_file_is_whole(raw):
    """Cut anywhere before the end of its copy, a file is not whole."""
    end = len(raw.rstrip()) - 6
    cuts = [raw[:at] for at in range(1, end, 7)]
    nested = [cut for cut in cuts if is_complete(cut)]

    assert all(cut.rstrip().endswith((b"}", b"]")) for cut in nested)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\x01bdt0157 3 vm 2\n\x02A =\nb\n\x03241205 Sep 24\n\x7f\x04", True),
        (b"\x01bdt0157 3 vm 2\n\x02A =\nb\n\x03241205 Se", False),
        (b"\x01bdt0157 3 vm 2\n\x02A =\nb\n", False),
        (b"\x01bdt0157 3 vm 2\x02A =\x03241205 Sep 24\n\x01bdt0158 3", False),
        ("bdt0157 3 vm 2\n\nA =\nb\n241205 Mär 24\n".encode(), True),
        (b"bdt0157 3 vm 2\n\nA =\nb\n", None),
        (b"\x16\x16\x01a0401\x1f\x02x\x03AP-WF-11-13-13 1509GMT\r\n\x04", True),
        (b"\x16\x16\x01a0401\x1f\x02x\x03AP-WF-11-13-13 15", False),
    ],
)
def test_a_text_wire_is_whole_with_its_last_line(raw, said):
    """A message ends with its date; without controls its absence proves nothing."""
    assert is_complete(raw) is said


@pytest.mark.parametrize(
    ("raw", "said"), [(b"", False), (b"eca062 text", None), (b"<", False)]
)
def test_other_formats_cannot_tell(raw, said):
    """Nothing yet is not whole; plain text has no end to see."""
    assert is_complete(raw) is said


def test_a_photograph_is_whole_at_its_end_mark():
    """A picture that is still being written has none; then only time can tell."""
    whole = small_jpeg()

    assert is_complete(whole) is True
    assert is_complete(whole + b"\0\0") is True
    assert is_complete(whole[:-40]) is None

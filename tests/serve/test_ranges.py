"""Single byte ranges of a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.serve.ranges import OUTSIDE, Span, range_applies, span_of


@pytest.mark.parametrize(
    ("header", "span"),
    [
        (None, None),
        ("bytes=0-9", Span(start=0, end=10)),
        ("bytes=90-", Span(start=90, end=100)),
        ("bytes=-10", Span(start=90, end=100)),
        ("bytes=-1000", Span(start=0, end=100)),
        ("bytes=95-1000", Span(start=95, end=100)),
        ("Bytes= 5-5 ", Span(start=5, end=6)),
        ("bytes=100-", OUTSIDE),
        ("bytes=-0", OUTSIDE),
        ("bytes=9-5", None),
        ("bytes=-", None),
        ("bytes=0-1,5-6", None),
        ("lines=0-1", None),
        ("bytes=٣-٤", None),
        ("bytes=0x1-2", None),
        ("bytes=" + "9" * 30 + "-", None),
    ],
)
def test_one_range_is_read(header, span):
    """First-last, from, and the last so many; the rest is ignored or outside."""
    assert span_of(header, size=100) == span


@given(st.text(max_size=60), st.integers(0, 1 << 40))
def test_a_span_lies_in_the_file(header, size):
    """Whatever is asked, a span is not empty and ends inside the file."""
    span = span_of(header, size=size)

    if span is not None and span is not OUTSIDE:
        assert 0 <= span.start < span.end <= size


@given(st.integers(0, 200), st.integers(0, 200), st.integers(1, 150))
def test_the_span_is_the_slice(first, last, size):
    """A span names the bytes that a slice of the file would give."""
    data = bytes(n % 256 for n in range(size))
    span = span_of(f"bytes={first}-{last}", size=size)

    if last >= first and first < size:
        assert data[span.start : span.end] == data[first : last + 1]


def test_if_range_needs_the_very_etag():
    """A weak tag, another tag or a date means the whole file."""
    assert range_applies(None, etag='"a"')
    assert range_applies('"a"', etag='"a"')
    assert not range_applies('W/"a"', etag='"a"')
    assert not range_applies('"b"', etag='"a"')
    assert not range_applies("Thu, 15 Dec 2016 13:00:00 GMT", etag='"a"')


def test_an_empty_file_has_no_ranges():
    """Every range of an empty file is outside."""
    assert span_of("bytes=0-", size=0) is OUTSIDE
    assert span_of("bytes=-5", size=0) is OUTSIDE

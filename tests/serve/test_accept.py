"""Which coding an answer goes out in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.serve.accept import (
    PREFERENCE,
    Wish,
    best_coding,
    coding_weights,
    wish_of,
)

WEIGHT = st.integers(0, 1000).map(lambda n: f"{n / 1000:.3f}")
CODING = st.sampled_from([*PREFERENCE, "identity", "*", "deflate", "x-gzip"])


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        (None, "identity"),
        ("", "identity"),
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, zstd", "zstd"),
        ("br;q=0.5, gzip", "gzip"),
        ("br;q=0, gzip;q=0.1", "gzip"),
        ("GZIP ; Q=0.3", "gzip"),
        ("x-gzip", "gzip"),
        ("*", "br"),
        ("*;q=0.5, br;q=0", "zstd"),
        ("identity, gzip;q=0.5", "identity"),
        ("identity;q=0.5, gzip;q=0.5", "gzip"),
        ("gzip;q=0.5", "gzip"),
        ("deflate", "identity"),
        ("identity;q=0", None),
        ("identity;q=0, gzip", "gzip"),
        ("*;q=0", None),
        ("*;q=0, identity", "identity"),
        ("br;q=nonsense, gzip", "gzip"),
        ("br;q=1.001", "identity"),
        ("br;q=0.0001", "identity"),
        ("br;level=9", "identity"),
        ("br;q=0, br;q=1", "identity"),
        (", ,gzip,,", "gzip"),
    ],
)
def test_the_clients_weights_decide(header, coding):
    """The heaviest coding wins, ours in order among equals, none if all are 0."""
    assert best_coding(header) == coding


@given(st.lists(st.tuples(CODING, WEIGHT), max_size=6))
def test_what_is_weighted_nought_is_never_sent(elements):
    """A coding named with weight 0 first is never chosen."""
    header = ",".join(f"{coding};q={weight}" for coding, weight in elements)
    chosen = best_coding(header)

    assert chosen is None or coding_weights(header).get(chosen, 1) > 0


@given(st.lists(st.tuples(CODING, WEIGHT), max_size=6))
def test_nothing_ours_is_liked_better(elements):
    """No coding of ours has more weight than the one chosen."""
    header = ",".join(f"{coding};q={weight}" for coding, weight in elements)
    weights = coding_weights(header)
    chosen = best_coding(header)
    others = weights.get("*", 0)
    if chosen in PREFERENCE:
        best = max(weights.get(coding, others) for coding in PREFERENCE)
        assert weights.get(chosen, others) == best


@given(st.text(max_size=200))
def test_rubbish_is_survived(header):
    """Whatever the header holds, the answer is one of ours or none."""
    assert best_coding(header) in {*PREFERENCE, "identity", None}


@pytest.mark.parametrize(
    ("header", "wish"),
    [
        ("gzip, deflate, br, zstd", Wish("br", "gzip")),
        ("zstd, *;q=0.1", Wish("zstd", "gzip")),
        ("br", Wish("br", "br")),
        ("br, gzip;q=0", Wish("br", "br")),
        ("gzip", Wish("gzip", "gzip")),
        ("identity, gzip;q=0.5", Wish("identity", "identity")),
        (None, Wish("identity", "identity")),
        ("identity;q=0", None),
    ],
)
def test_gzip_goes_out_at_once_if_it_may(header, wish):
    """Only a client that takes gzip gets it while better is not made yet."""
    assert wish_of(header) == wish

"""How often one neighbourhood may write."""

import pytest

from dateline.serve.turnstile import BLOCKS, MOST, PERIOD, Turnstile, block_of


def test_one_block_is_stopped_and_others_are_not():
    """For an hour; then it may write again."""
    turnstile = Turnstile()
    assert all(turnstile.lets("a", 10.0) for _ in range(MOST))
    assert not turnstile.lets("a", 11.0)
    assert turnstile.lets("b", 11.0)
    assert turnstile.lets("a", 10.0 + PERIOD)


def test_memory_is_bounded():
    """Whoever has ever so many addresses fills none of it."""
    turnstile = Turnstile()
    for number in range(BLOCKS * 2 + 5):
        turnstile.lets(str(number), 1.0)
    assert len(turnstile._counts) <= BLOCKS  # noqa: SLF001 - what is promised is inside


@pytest.mark.parametrize(
    ("peer", "forwarded", "block"),
    [
        ("93.184.216.77:4711", None, "93.184.216.0/24"),
        ("93.184.216.78:4711", "198.51.100.1", "93.184.216.0/24"),
        ("127.0.0.1:4711", "198.51.100.1", "198.51.100.0/24"),
        ("10.0.0.5:4711", "6.6.6.6, 198.51.100.9", "198.51.100.0/24"),
        ("[2001:db8:1:2::3]:4711", None, "2001:db8:1::/48"),
        ("127.0.0.1:4711", "rubbish", "127.0.0.0/24"),
        ("[::ffff:93.184.216.9]:4711", None, "93.184.216.0/24"),
        ("", None, ""),
    ],
)
def test_whose_block_it_is(peer, forwarded, block):
    """Only a proxy of our own is believed, and only what it added itself."""
    assert block_of(peer, forwarded) == block

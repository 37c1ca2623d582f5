"""How often one neighbourhood of the network may write to us.

Counted by blocks, /24 and /48: who has one address has its neighbours too, and
who shares one with a whole town (mobile networks do) must still get through. A
worker keeps counts for an hour and writes none of them down.
"""

from ipaddress import IPv6Address, ip_address, ip_network

MOST = 30
"""Forms an hour from one block, at one worker."""

PERIOD = 3600.0
BLOCKS = 10_000
"""Blocks that are remembered; then all are forgotten, so memory stays small."""

_IPV4, _IPV6 = 24, 48


class Turnstile:
    """Counts who came."""

    def __init__(self) -> None:
        self._began = 0.0
        self._counts: dict[str, int] = {}

    def lets(self, block: str, now: float) -> bool:
        """Count one more from a block; return whether it may pass."""
        if now - self._began >= PERIOD or len(self._counts) >= BLOCKS:
            self._began = now
            self._counts.clear()
        self._counts[block] = self._counts.get(block, 0) + 1
        return self._counts[block] <= MOST


def block_of(peer: str, forwarded: str | None) -> str:
    """Return the block of whoever asks.

    ``peer`` is HOST:PORT of who is connected, ``forwarded`` what it says in
    ``X-Forwarded-For``. That is believed of a cache or proxy of our own, on this
    machine or in a private network, and only its last word: the rest is the reader's.
    """
    host = peer.rpartition(":")[0].strip("[]")
    told = forwarded.rpartition(",")[2].strip() if forwarded else ""
    block, is_ours = _block(host)
    return (_block(told)[0] or block) if is_ours and told else block


def _block(host: str) -> tuple[str, bool]:
    """Return the block of an address, and whether it is a private one."""
    try:
        address = ip_address(host)
    except ValueError:
        return "", False
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    size = _IPV6 if isinstance(address, IPv6Address) else _IPV4
    return str(ip_network(f"{address}/{size}", strict=False)), address.is_private

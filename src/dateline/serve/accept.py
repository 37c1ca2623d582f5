"""Which coding an answer goes out in.

RFC 9110, 12.5.3: the client lists codings with weights; what it does not list
is as good as its "*", or not acceptable; "identity" is acceptable unless it is
weighted 0 itself, or by a "*" of 0. Among equals ours is the order below.
"""

from collections.abc import Mapping
from dataclasses import dataclass

BROTLI = "br"
ZSTD = "zstd"
GZIP = "gzip"
IDENTITY = "identity"

PREFERENCE = (BROTLI, ZSTD, GZIP)
"""Best first, among codings the client likes equally."""

_ALIASES = {"x-gzip": GZIP}
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Wish:
    """What a client would like best, and what it takes that can be had at once.

    gzip is joined from pieces in microseconds; the others are compressed, which
    is worth it only for an answer that goes out often.
    """

    best: str
    at_once: str


def wish_of(header: str | None) -> Wish | None:
    """Return the codings to answer in; None if the client accepts none of ours."""
    best = best_coding(header)
    if best is None:
        return None
    if header is None or best == IDENTITY:
        return Wish(best, best)
    weights = coding_weights(header)
    takes_gzip = weights.get(GZIP, weights.get("*", 0)) > 0
    return Wish(best, GZIP if takes_gzip else best)


def best_coding(header: str | None) -> str | None:
    """Return the coding to answer in; None if the client accepts none of ours.

    A client that sends no header takes anything, so it gets the plain bytes. A
    coding goes before identity if the client likes it at least as much.
    """
    if header is None:
        return IDENTITY
    weights = coding_weights(header)
    others = weights.get("*", 0)
    identity = weights.get(IDENTITY, weights.get("*", 1))
    best, best_weight = None, 0
    for coding in PREFERENCE:
        weight = weights.get(coding, others)
        if weight > best_weight:
            best, best_weight = coding, weight
    if best is not None and (best_weight >= identity or IDENTITY not in weights):
        return best
    return IDENTITY if identity else None


def coding_weights(header: str) -> Mapping[str, int]:
    """Return the weight of each listed coding, in thousandths.

    What cannot be read counts as not listed; of a coding listed twice the
    first mention counts.
    """
    weights: dict[str, int] = {}
    for element in header.split(","):
        name, _, parameters = element.partition(";")
        coding = name.strip().lower()
        weight = _weight(parameters)
        if coding and weight is not None:
            weights.setdefault(_ALIASES.get(coding, coding), weight)
    return weights


def _weight(parameters: str) -> int | None:
    """Return the q of an element, in thousandths; None if it is no weight."""
    text = parameters.strip()
    if not text:
        return _MOST
    name, _, value = text.partition("=")
    if name.strip().lower() != "q":
        return None
    whole, _, decimals = value.strip().partition(".")
    if whole not in {"0", "1"} or len(decimals) > len("000"):
        return None
    if not (decimals.isdecimal() and decimals.isascii()) and decimals:
        return None
    weight = int(whole) * _MOST + int((decimals or "0").ljust(3, "0"))
    return weight if weight <= _MOST else None

"""Which agency's NewsML 1 this is: by its provider, else by its sender."""

from functools import lru_cache

from dateline.wire.formats.newsml1_afp import AFP
from dateline.wire.formats.newsml1_anp import ANP
from dateline.wire.formats.newsml1_belga import BELGA
from dateline.wire.formats.newsml1_businesswire import BUSINESS_WIRE
from dateline.wire.formats.newsml1_dialect import PLAIN, Dialect
from dateline.wire.formats.newsml1_reuters import REUTERS

# A word of a provider's id or name ("afp.com", "www.afp.com", "AFP").
DIALECTS: dict[str, Dialect] = {
    "afp": AFP,
    "anp": ANP,
    "belga": BELGA,
    "belganews": BELGA,
    "business wire": BUSINESS_WIRE,
    "businesswire": BUSINESS_WIRE,
    "reuters": REUTERS,
    "reuterstv": REUTERS,
}


@lru_cache(maxsize=256)
def dialect_of(*names: str) -> Dialect:
    """Give the dialect of the first name that is known; the plain one if none is."""
    for name in names:
        lower = name.strip().lower()
        for word in (lower, *lower.split(".")):
            if word in DIALECTS:
                return DIALECTS[word]
    return PLAIN

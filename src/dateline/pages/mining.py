"""What a page's headers say of text and data mining (W3C TDMRep)."""

from functools import lru_cache

from dateline.news.site import RESERVED, Mining


def reservation(mining: Mining, rule: str) -> dict[str, str]:
    """Return a rule as the names and values of TDMRep; empty if nothing is said."""
    if not rule:
        return {}
    said = {"tdm-reservation": "1" if rule == RESERVED else "0"}
    if rule == RESERVED and mining.policy:
        said["tdm-policy"] = mining.policy
    return said


@lru_cache(maxsize=64)
def mining_headers(mining: Mining, agency: str) -> str:
    """Return the headers of copy from an agency: "NAME VALUE", one a line."""
    said = reservation(mining, mining.rule(agency))
    return "\n".join(f"{name} {value}" for name, value in said.items())

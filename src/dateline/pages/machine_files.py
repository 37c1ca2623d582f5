"""Files that say to machines who we are and what they may do.

    /ads.txt                       who may sell our space (IAB Tech Lab)
    /trust.txt                     whom we belong to (JournalList)
    /.well-known/security.txt      whom to tell of a hole (RFC 9116)
    /.well-known/tdmrep.json       text and data mining (W3C TDMRep)

A file of which the settings say nothing does not exist.
"""

import msgspec

from dateline.catalog.view import View
from dateline.news.site import RESERVED
from dateline.pages import about, contact
from dateline.pages.mining import reservation
from dateline.pages.page import Page

ADS = "/ads.txt"
TRUST = "/trust.txt"
SECURITY = "/.well-known/security.txt"
MINING = "/.well-known/tdmrep.json"

_TEXT = "text/plain; charset=utf-8"


def make_ads(view: View) -> Page | None:
    """Make ads.txt of the settings' lines."""
    return _lines(view.house().ads)


def make_trust(view: View) -> Page | None:
    """Make trust.txt: the settings' lines, then where our policies stand."""
    lines = view.house().trust
    if not lines:
        return None
    url = view.site().url
    named = {line.partition("=")[0] for line in lines}
    own = {"contact": url + contact.PATH, "disclosure": url + about.PATH}
    more = [f"{name}={where}" for name, where in own.items() if name not in named]
    return _lines((*lines, *more))


def make_security(view: View) -> Page | None:
    """Make security.txt, with the two fields that it must have."""
    house = view.house()
    if not (house.security_contact and house.security_expires):
        return None
    site = view.site()
    return _lines(
        (
            f"Contact: {house.security_contact}",
            f"Expires: {house.security_expires}",
            f"Canonical: {site.url}{SECURITY}",
            f"Preferred-Languages: {site.language}",
        )
    )


def make_mining(view: View) -> Page | None:
    """Make tdmrep.json: for the whole site the strictest rule of any source.

    A story's own rule is a header of its page: an address does not tell which
    agency a story came from.
    """
    mining = view.site().mining
    said = reservation(mining, mining.strictest)
    if not said:
        return None
    rule = {"location": "/", "tdm-reservation": int(mining.strictest == RESERVED)}
    rules = [rule | {"location": place} for place in ("/", "/*")]
    if "tdm-policy" in said:
        rules = [each | {"tdm-policy": mining.policy} for each in rules]
    return Page(
        content_type="application/json",
        text=msgspec.json.encode(rules).decode(),
        cache="feed",
    )


def _lines(lines: tuple[str, ...]) -> Page | None:
    if not lines:
        return None
    return Page(content_type=_TEXT, text="\n".join(lines) + "\n", cache="feed")

"""What a page function returns, and the mark of a slot in it."""

from dataclasses import dataclass

SLOT_START = "\x02"
SLOT_END = "\x03"
"""Marks around a slot's name in a page's text; no copy contains them."""

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page before it is compressed.

    ``text`` may hold slots. ``cache`` names the policy the server answers
    with: "page", "feed", "immutable" or "slot". ``location`` is set for 301;
    ``file`` (a name in the media folder) and ``size`` for media. ``city`` is
    the id of the city whose weather the page shows whatever the reader chose.
    ``csp`` are sources the page needs beside the site's policy.
    ``mining`` holds headers about text and data mining: "NAME VALUE", one a line.
    """

    status: int = 200
    content_type: str = HTML
    text: str | bytes = ""
    cache: str = "page"
    location: str = ""
    file: str = ""
    size: int = 0
    links: str = ""
    city: str = ""
    csp: str = ""
    mining: str = ""


def slot(name: str) -> str:
    """Return the mark that the server replaces with the slot's value."""
    return f"{SLOT_START}{name}{SLOT_END}"

"""robots.txt: everything public may be read; fragments are no pages.

Robots that the settings close the paper to may read nothing (RFC 9309, 2.2.1:
one group may name several).
"""

from dateline.catalog.view import View
from dateline.pages.page import Page
from dateline.pages.sitemap import INDEX, NEWS

PATH = "/robots.txt"


def make_robots(view: View) -> Page:
    """Make robots.txt with the addresses of the sitemaps."""
    url = view.site().url
    closed = view.house().closed_to
    lines = (
        *(f"User-agent: {robot}" for robot in closed),
        *(("Disallow: /", "") if closed else ()),
        "User-agent: *",
        "Disallow: /_slot/",
        "",
        f"Sitemap: {url}{INDEX}",
        f"Sitemap: {url}{NEWS}",
    )
    return Page(
        content_type="text/plain; charset=utf-8",
        text="\n".join(lines) + "\n",
        cache="feed",
    )

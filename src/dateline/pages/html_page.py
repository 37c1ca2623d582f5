"""From a template and its context to a whole HTML page."""

from typing import Any

from dateline.news.address import TEXT
from dateline.news.site import Site
from dateline.pages.assets import preload_links
from dateline.pages.frame import frame
from dateline.pages.head import Head
from dateline.pages.page import Page
from dateline.pages.typeset import typeset


def html_page(
    template: str,
    *,
    site: Site,
    head: Head,
    here: str = "",
    status: int = 200,
    city: str = "",
    **context: Any,  # noqa: ANN401 - what the template shows
) -> Page:
    """Return the page that a template makes, in the site's frame.

    ``here`` is where the reader stands in the navigation, ``city`` the city
    whose weather the page shows whatever the reader chose. A page with an address
    of its own that ends in a slash has a text edition; any other where its head says.
    """
    own = head.canonical.removeprefix(site.url)
    made = typeset(
        template,
        language=head.language or site.language,
        head=head,
        frame=frame(site, here, head.language),
        site=site,
        text=head.text or (TEXT + own if own.endswith("/") else ""),
        **context,
    )
    return Page(
        status=status,
        text=made,
        links=preload_links(head.language or site.language),
        city=city,
        mining=head.mining,
    )

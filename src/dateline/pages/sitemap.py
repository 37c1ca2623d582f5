"""Sitemaps: an index, one for each month, and the news of the last two days.

``lastmod`` is when readers last got something new or put right, never when a
file was made (sitemaps.org). The news sitemap follows Google's rules: stories
of the last two days, at most 1,000, a language without a country, elements in
their fixed order.
"""

from dataclasses import dataclass

from dateline.catalog.view import View
from dateline.news.stamp import iso_text
from dateline.pages.moment import iso_of
from dateline.pages.page import Page
from dateline.pages.typeset import typeset_xml

INDEX = "/sitemap.xml"
NEWS = "/sitemaps/news.xml"
LIMIT = 50_000
"""Addresses a sitemap may hold; of a fuller month the newest are listed."""

_XML = "application/xml; charset=utf-8"


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """One address: with its last change, or for news with its headline."""

    href: str
    changed: str = ""
    published: str = ""
    headline: str = ""
    language: str = ""


def make_index(view: View) -> Page:
    """Make the index of all sitemaps."""
    zone = view.zone()
    site = view.site()
    found = [
        Address(href=month_path(month), changed=iso_text(changed, zone=zone))
        for month, changed in view.sitemaps()
    ]
    return _page("sitemap_index.xml", site=site, addresses=found)


def make_month(view: View, year: str, month: str) -> Page | None:
    """Make the sitemap of a month; None if it has no story."""
    if int(month) not in range(1, 13):
        return None
    placed = view.sitemap(int(year), int(month))
    if not placed:
        return None
    zone = view.zone()
    base = view.site().url
    # A month has hundreds of rows and is made with every publication: joined
    # here in a tenth of a template's time. A path needs no escaping.
    rows = "\n".join(
        f"<url><loc>{base}{place.path}</loc>"
        f"<lastmod>{iso_of(place.changed, zone)}</lastmod></url>"
        for place in placed[-LIMIT:]
    )
    return _page("sitemap_month.xml", rows=rows)


def make_news(view: View) -> Page:
    """Make the sitemap of the last two days' stories."""
    zone = view.zone()
    found = []
    for place in view.recent():
        card = view.card(place.id)
        if card is None:
            continue
        address = Address(
            href=card.path,
            published=iso_of(card.first_published, zone),
            headline=card.headline,
            language=card.language.partition("-")[0].lower(),
        )
        found.append(address)
    return _page("sitemap_news.xml", site=view.site(), addresses=found)


def month_path(month: str) -> str:
    """Return the path of a month's sitemap; ``month`` is YYYY-MM."""
    return f"/sitemaps/{month}.xml"


def _page(template: str, **context: object) -> Page:
    text = typeset_xml(template, **context)
    return Page(content_type=_XML, text=text, cache="feed")

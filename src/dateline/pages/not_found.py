"""The page for an address where nothing is."""

from dateline.catalog.view import View
from dateline.pages.head import CLOSED, Head, full_title
from dateline.pages.html_page import html_page
from dateline.pages.page import Page
from dateline.words.say import later, words_in

PATH = "/_404"

_TITLE = later("There is no such page")


def make_not_found(view: View) -> Page:
    """Make the 404 page; the server answers with it for every unknown path."""
    site = view.site()
    title = words_in(site.language)(_TITLE)
    head = Head(
        title=title,
        full_title=full_title(site, title),
        description="",
        site_name=site.name,
        robots=CLOSED,
    )
    return html_page("not_found.html", site=site, head=head, status=404, title=title)

"""The page for an address where nothing is, in each edition's language."""

from dateline.catalog.view import View
from dateline.pages.frame import home_path, section_link
from dateline.pages.head import CLOSED, Head, full_title
from dateline.pages.html_page import html_page
from dateline.pages.page import Page
from dateline.words.say import later, words_in

PATH = "/_404"

NOT_YET = later("The paper is being set. Try again in a moment.")
"""What the server says, in plain text, before there is any page."""

_TITLE = later("There is no such page")


def not_found_path(language: str) -> str:
    """Return where the page of an edition other than the paper's own is kept."""
    return f"{PATH}.{language}"


def make_not_found(view: View, edition: str = "") -> Page | None:
    """Make the 404 page; the server answers with it for every unknown path.

    None for a language that has no edition.
    """
    site = view.site()
    if edition and edition not in site.editions[1:]:
        return None
    language = edition or site.language
    title = words_in(language)(_TITLE)
    head = Head(
        title=title,
        full_title=full_title(site, title),
        description="",
        site_name=site.name,
        robots=CLOSED,
        language=language,
    )
    return html_page(
        "not_found.html",
        site=site,
        head=head,
        status=404,
        title=title,
        home=home_path(site, language),
        sections=[section_link(site, each.id, language) for each in site.sections],
    )

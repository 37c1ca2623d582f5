"""About the paper: its own words, and who publishes it."""

from dateline.catalog.view import View
from dateline.pages import linked_data
from dateline.pages.assets import assets
from dateline.pages.head import Head, locale
from dateline.pages.html_page import html_page
from dateline.pages.page import Page
from dateline.words.say import words_in

PATH = "/about/"


def make_about(view: View) -> Page:
    """Make the page about the paper."""
    site, house = view.site(), view.house()
    say = words_in(site.language)
    title = say("About {name}", name=site.name)
    head = Head(
        title=title,
        full_title=title,
        description=site.description
        or say("Who makes {name}, and how.", name=site.name),
        site_name=site.name,
        style=assets().further["house"],
        canonical=site.url + PATH,
        locale=locale(site, site.language),
        data=(
            linked_data.news_organization(site, house),
            linked_data.breadcrumbs(site, (say("About"), PATH)),
        ),
    )
    return html_page("about.html", site=site, head=head, house=house, title=title)

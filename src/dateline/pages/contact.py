"""Where readers can write to, and whom they can complain to."""

from dateline.catalog.view import View
from dateline.pages import linked_data
from dateline.pages.assets import assets
from dateline.pages.head import Head, full_title, locale
from dateline.pages.html_page import html_page
from dateline.pages.page import Page
from dateline.words.say import later, words_in

PATH = "/contact/"

_TITLE = later("Contact")


def make_contact(view: View) -> Page:
    """Make the contact page."""
    site, house = view.site(), view.house()
    say = words_in(site.language)
    title = say(_TITLE)
    head = Head(
        title=title,
        full_title=full_title(site, title),
        description=say("How to reach {name}.", name=site.name),
        site_name=site.name,
        style=assets().further["house"],
        canonical=site.url + PATH,
        locale=locale(site, site.language),
        data=(linked_data.breadcrumbs(site, (title, PATH)),),
    )
    return html_page(
        "contact.html",
        site=site,
        head=head,
        house=house,
        mail=site.contact if "@" in site.contact else "",
    )

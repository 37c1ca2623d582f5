"""The page of somebody who writes, or of an agency: the newest stories.

It exists where the desk keeps a record; a name alone makes none.
"""

from dateline.catalog.view import View
from dateline.news.address import author_path
from dateline.news.author import Author, AuthorKind
from dateline.news.picture import Picture
from dateline.news.site import Site
from dateline.pages import linked_data
from dateline.pages.figure import figure_of
from dateline.pages.front_page import newest_sheet
from dateline.pages.head import Head, feeds_at, full_title, locale, preview_of
from dateline.pages.html_page import html_page
from dateline.pages.linked_data import Thing
from dateline.pages.page import Page
from dateline.words.say import later, words_in

PORTRAIT = "(min-width: 48em) 10rem, 7rem"
"""How wide the picture of an author is shown."""

_ENDED = {
    AuthorKind.PERSON: later("No longer writes for this paper."),
    AuthorKind.AGENCY: later("This paper no longer takes its copy."),
}
_LABELS = {AuthorKind.PERSON: later("Author"), AuthorKind.AGENCY: later("News agency")}


def make_author(view: View, kind: str, author_id: str) -> Page | None:
    """Make the page of an author or an agency; None without a record of it."""
    author = view.author(AuthorKind(kind), author_id)
    if author is None:
        return None
    site = view.site()
    list_name = f"{kind}/{author_id}"
    path = author_path(list_name)
    sheet = newest_sheet(view, list_name)
    picture = view.picture(author.picture) if author.picture else None
    head = Head(
        title=author.name,
        full_title=full_title(site, author.name),
        description=author.description or author.role,
        site_name=site.name,
        canonical=site.url + path,
        kind="profile",
        locale=locale(site, site.language),
        preload=sheet.lead[0].picture if sheet.lead else None,
        preview=preview_of(site, picture),
        feeds=feeds_at(path, f"{site.name}: {author.name}"),
        data=(
            linked_data.breadcrumbs(site, (author.name, path)),
            _profile(author, site, site.url + path, picture),
        ),
    )
    return html_page(
        "author.html",
        site=site,
        head=head,
        author=author,
        label=words_in(site.language)(_LABELS[author.kind]),
        ended=words_in(site.language)(_ENDED[author.kind]) if author.ended else "",
        portrait=figure_of(picture, caption="", sizes=PORTRAIT),
        sheet=sheet,
    )


def _profile(author: Author, site: Site, url: str, picture: Picture | None) -> str:
    is_person = author.kind is AuthorKind.PERSON
    about: Thing = {
        "@type": "Person" if is_person else "Organization",
        "name": author.name,
        "jobTitle": author.role if is_person else "",
        "description": author.description,
        "url": url,
        "image": linked_data.image_object(site, picture, "") if picture else None,
    }
    return linked_data.json_ld(
        {
            "@type": "ProfilePage",
            "url": url,
            "mainEntity": {name: value for name, value in about.items() if value},
        }
    )

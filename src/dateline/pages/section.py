"""The front of a section."""

from dateline.catalog.view import View
from dateline.news.address import section_path
from dateline.news.front import section_front
from dateline.pages import linked_data
from dateline.pages.edition import front_alternates, make_edition
from dateline.pages.front_page import banner_of, fill_front, sheet_of
from dateline.pages.head import Head, feeds_at, full_title, locale
from dateline.pages.html_page import html_page
from dateline.pages.page import Page
from dateline.words.say import words_in


def make_section(view: View, section_id: str) -> Page | None:
    """Make a section's front; None if the site has no such section."""
    site = view.site()
    section = site.section(section_id)
    if section is None:
        return make_edition(view, section_id)
    front = section_front(section_id)
    path = section_path(section_id)
    sheet = sheet_of(view, fill_front(view, front=front))
    head = Head(
        title=section.name,
        full_title=full_title(site, section.name),
        description=section.description
        or words_in(site.language)("The latest from {name}.", name=section.name),
        site_name=site.name,
        canonical=site.url + path,
        locale=locale(site, site.language),
        preload=sheet.lead[0].picture if sheet.lead else None,
        feeds=feeds_at(path, f"{site.name}: {section.name}"),
        alternates=front_alternates(site, section_id),
        data=(linked_data.breadcrumbs(site, (section.name, path)),),
    )
    return html_page(
        "section.html",
        site=site,
        here=front,
        head=head,
        section=section,
        banner=banner_of(view, view.front(front)),
        sheet=sheet,
    )

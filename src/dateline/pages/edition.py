"""The fronts of an edition in another language: its home and its sections.

They show stories in that language alone, so a story published in it touches these
fronts and not those of the paper's own language, and the other way round. The desk
arranges them as it does the others; the newest fill what it left free.
"""

from dateline.catalog.view import View
from dateline.news import key
from dateline.news.address import edition_path, section_path
from dateline.news.front import HOME, edition_front, section_front
from dateline.news.site import Section, Site
from dateline.pages import linked_data
from dateline.pages.front_page import (
    LIMIT,
    Room,
    Sheet,
    banner_of,
    fill_places,
    sheet_of,
)
from dateline.pages.head import Alternate, Head, feeds_at, full_title, locale
from dateline.pages.html_page import html_page
from dateline.pages.language import language_name
from dateline.pages.page import Page
from dateline.words.say import words_in


def make_edition(view: View, language: str, section_id: str = "") -> Page | None:
    """Make a front of an edition; None if the site has none of that language."""
    site = view.site()
    section = site.section(section_id)
    if language not in site.editions[1:] or (section_id and section is None):
        return None
    here = section_front(section_id) if section else HOME
    front = view.front(edition_front(language, here))
    newest = view.newest(key.in_language(here if section else key.ALL, language))
    choices = fill_places(view, front, newest, room=Room(places=LIMIT))
    sheet = sheet_of(view, choices, language)
    return html_page(
        "edition.html",
        site=site,
        here=here,
        head=_head(site, language, section, sheet),
        section=section.called(language) if section else "",
        banner=banner_of(view, front),
        sheet=sheet,
    )


def _head(site: Site, language: str, section: Section | None, sheet: Sheet) -> Head:
    base = edition_path(language)
    path = base.rstrip("/") + section_path(section.id) if section else base
    title = section.called(language) if section else site.name
    name = f"{site.name} ({language_name(language)})"
    data = linked_data.breadcrumbs(site, (title, path))
    return Head(
        title=title,
        full_title=full_title(site, title) if section else name,
        description=words_in(language)("The latest from {name}.", name=title),
        site_name=site.name,
        canonical=site.url + path,
        locale=locale(site, language),
        preload=sheet.lead[0].picture if sheet.lead else None,
        feeds=feeds_at(path, f"{name}: {title}" if section else name),
        data=(data,),
        alternates=front_alternates(site, section.id if section else ""),
        language=language,
    )


def front_alternates(site: Site, section_id: str = "") -> tuple[Alternate, ...]:
    """Return a front in each edition; nothing if there is but one."""
    if len(site.editions) == 1:
        return ()
    own = section_path(section_id) if section_id else "/"
    paths = [(site.editions[0], own)]
    paths += [(e, edition_path(e).rstrip("/") + own) for e in site.editions[1:]]
    return tuple(
        Alternate(language=language, href=site.url + path)
        for language, path in (*paths, ("x-default", own))
    )

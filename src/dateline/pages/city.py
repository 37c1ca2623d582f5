"""The front of a city, and the addresses of names it is still known by."""

from dateline.catalog.view import View
from dateline.news.address import city_path
from dateline.news.front import city_front
from dateline.news.site import City, Site
from dateline.pages import linked_data
from dateline.pages.front_page import banner_of, fill_front, sheet_of
from dateline.pages.head import Head, feeds_at, full_title, locale
from dateline.pages.html_page import html_page
from dateline.pages.page import Page, slot
from dateline.words.say import words_in


def make_city(view: View, city_id: str) -> Page | None:
    """Make a city's front; under a name people still use, the way to it."""
    site = view.site()
    city = site.city(city_id)
    if city is None:
        known = _known_as(site, city_id)
        return Page(status=301, location=city_path(known.id)) if known else None
    front = city_front(city_id)
    path = city_path(city_id)
    say = words_in(site.language)
    title = say("{name} news", name=city.name)
    sheet = sheet_of(view, fill_front(view, front=front))
    head = Head(
        title=title,
        full_title=full_title(site, title),
        description=say("The latest from {name}.", name=city.name),
        site_name=site.name,
        canonical=site.url + path,
        locale=locale(site, site.language),
        preload=sheet.lead[0].picture if sheet.lead else None,
        feeds=feeds_at(path, f"{site.name}: {city.name}"),
        data=(linked_data.breadcrumbs(site, (city.name, path)),),
    )
    return html_page(
        "city.html",
        site=site,
        here=front,
        head=head,
        city=city_id,
        named=city,
        banner=banner_of(view, view.front(front)),
        conditions=slot("conditions"),
        sheet=sheet,
    )


def _known_as(site: Site, name: str) -> City | None:
    return next((city for city in site.cities if name in city.also), None)

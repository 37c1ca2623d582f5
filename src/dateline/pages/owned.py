"""The pages that exist because of a key.

A page that nobody has made yet has read nothing, so no note leads to it: a new
story, the first day of a month, a city that was added. These rules do. They
say only what *may* exist; ``make`` says what does.

Each page is owned by at least one key that it reads; a test holds it.
"""

from collections.abc import Callable

from dateline.catalog.view import View
from dateline.news.address import (
    author_path,
    changes_path,
    city_path,
    day_path,
    edition_path,
    gallery_path,
    live_page_path,
    section_path,
    short_path,
    topic_path,
)
from dateline.news.key import HOUSE, SITE, YEARS
from dateline.news.live import page_of
from dateline.news.site import Site
from dateline.news.story import Card
from dateline.pages import (
    about,
    archive,
    contact,
    corrections,
    grievance_form,
    grievances,
    machine_files,
    manifest,
    not_found,
    opensearch,
    robots,
    search,
    sitemap,
    style_page,
)
from dateline.pages.assets import assets

_FEEDS = ("feed.rss", "feed.atom", "feed.json")


def owned(key: str, view: View) -> list[str]:
    """Return the paths of the pages that exist because of a key."""
    kind, _, rest = key.partition("/")
    rule = _RULES.get(kind)
    return [] if rule is None else rule(rest, view)


def _site(_rest: str, view: View) -> list[str]:
    site = view.site()
    return [
        *_FIXED,
        *_with_feeds("/"),
        *(path for s in site.sections for path in _with_feeds(section_path(s.id))),
        *(f"/_slot/more/{section.id}" for section in site.sections),
        *(path for edition in site.editions[1:] for path in _edition(site, edition)),
        *_cities(site),
        *assets().content,
    ]


def _edition(site: Site, language: str) -> list[str]:
    base = edition_path(language)
    return [
        *_with_feeds(base),
        *(
            path
            for section in site.sections
            for path in _with_feeds(base.rstrip("/") + section_path(section.id))
        ),
        *(f"/_slot/more.{language}/{section.id}" for section in site.sections),
        f"/_slot/ticker.{language}",
        not_found.not_found_path(language),
    ]


def _cities(site: Site) -> list[str]:
    return [
        *(path for city in site.cities for path in _with_feeds(city_path(city.id))),
        *(city_path(name) for city in site.cities for name in city.also),
        *(f"/_slot/local/{city.id}" for city in site.cities),
        *((style_page.PATH,) if site.styles else ()),
    ]


def _with_feeds(base: str) -> list[str]:
    return [base, *(base + feed for feed in _FEEDS)]


def _story(rest: str, view: View) -> list[str]:
    """Only card and history own: body and stamp come and go with the card."""
    story_id, _, part = rest.partition("/")
    if part == "history":
        return [changes_path(story_id)]
    if part != "card":
        return []
    card = view.card(story_id)
    if card is None:
        return [short_path(story_id)]
    gallery = [gallery_path(card.path)] if card.gallery else []
    return [short_path(story_id), card.path, *gallery, *_live_pages(card, view)]


def _live_pages(card: Card, view: View) -> list[str]:
    """Return the pages of a live blog's entries: they move with its address."""
    head = view.live(card.id) if card.live else None
    pages = range(1, page_of(head.newest) + 1) if head else ()
    return [live_page_path(card.path, page) for page in pages]


def _live(rest: str, view: View) -> list[str]:
    """Only a page of entries owns: the head is read by the blog's own page."""
    story_id, _, page = rest.partition("/")
    card = view.card(story_id) if page else None
    return [live_page_path(card.path, int(page))] if card else []


def _picture(picture_id: str, view: View) -> list[str]:
    picture = view.picture(picture_id)
    gone = view.picture_gone(picture_id)
    return [
        *(rendition.path for rendition in (picture.renditions if picture else ())),
        *(gone.addresses if gone else ()),
    ]


def _topic(topic_id: str, view: View) -> list[str]:
    marks = ("", *(f".{edition}" for edition in view.site().editions[1:]))
    slots = (f"/_slot/about{mark}/{topic_id}" for mark in marks)
    return [*_with_feeds(topic_path(topic_id)), *slots]


def _author(name: str, _view: View) -> list[str]:
    return _with_feeds(author_path(f"author/{name}"))


def _agency(name: str, _view: View) -> list[str]:
    return _with_feeds(author_path(f"agency/{name}"))


def _day(day: str, _view: View) -> list[str]:
    return [day_path(day)]


def _days(month: str, _view: View) -> list[str]:
    return [f"{archive.ROOT}{month.replace('-', '/')}/"]


def _months(year: str, _view: View) -> list[str]:
    return [f"{archive.ROOT}{year}/"]


def _years(_rest: str, _view: View) -> list[str]:
    return [archive.ROOT]


def _sitemap(month: str, _view: View) -> list[str]:
    return [sitemap.month_path(month)]


def _house(_rest: str, _view: View) -> list[str]:
    return list(_OF_THE_HOUSE)


_OF_THE_HOUSE = (
    grievances.PATH,
    grievance_form.PATH,
    machine_files.ADS,
    machine_files.TRUST,
    machine_files.SECURITY,
)
"""They exist only if the house says something."""

_FIXED = (
    about.PATH,
    contact.PATH,
    grievances.PATH,
    grievance_form.PATH,
    machine_files.MINING,
    manifest.PATH,
    archive.ROOT,
    corrections.PATH,
    not_found.PATH,
    opensearch.PATH,
    robots.PATH,
    search.PATH,
    sitemap.INDEX,
    sitemap.NEWS,
    "/_slot/ticker",
)

_RULES: dict[str, Callable[[str, View], list[str]]] = {
    SITE: _site,
    HOUSE: _house,
    "story": _story,
    "live": _live,
    "picture": _picture,
    "topic": _topic,
    "author": _author,
    "agency": _agency,
    "day": _day,
    "days": _days,
    "months": _months,
    YEARS: _years,
    "sitemap": _sitemap,
}
"""Kind of key -> rule. Other keys own nothing: the site owns who reads them."""

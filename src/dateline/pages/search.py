"""The search page: its frame is a page like others, its results are a slot.

The press makes the page once; nothing of it changes with a publication. Whoever
answers a search hands what was found to `set_results`, and puts the text that
comes back where the slot is. So a result looks like the rest of the paper, and
the press knows nothing of searches.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from urllib.parse import urlencode

from dateline.catalog.view import View
from dateline.news.address import TEXT
from dateline.news.site import Site
from dateline.pages.assets import assets
from dateline.pages.frame import SEARCH
from dateline.pages.head import CLOSED, OPEN, Head, full_title, locale
from dateline.pages.html_page import html_page
from dateline.pages.live_blog import EntryPlace
from dateline.pages.page import Page, slot
from dateline.pages.teaser import Teaser
from dateline.pages.typeset import typeset
from dateline.words.say import Words, later, words_in
from dateline.words.stamp import date_text

PATH = "/search"

RESULTS = "search-results"
TITLE = "search-title"
ROBOTS = "search-robots"
QUERY = "search-query"
"""The slots of the page: what was found, the beginning of the title, what robots
may do with it, and the question as the text edition's address has it.
"""

COUNTED = 10_000
"""More stories than so many are not counted out to readers."""

_TITLE = later("Search")
_ABOUT = later("Every story of {name}, by words, phrases, section, city and day.")
_NAMES = ("q", "section", "city", "from", "to", "sort")

Marked = tuple[tuple[str, bool], ...]
"""Text in stretches: each with whether it is to be marked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """A story that was found; the words that were looked for are marked.

    ``entry`` is where the passage stands, if it is from an entry of a live blog.
    """

    teaser: Teaser
    headline: Marked
    passage: Marked
    entry: EntryPlace | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What the reader asked for, as it was understood.

    ``faults`` are pairs of what was left out and the text that was not understood.
    """

    text: str = ""
    section: str = ""
    city: str = ""
    first: date | None = None
    last: date | None = None
    by_date: bool = False
    page: int = 1
    faults: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Results:
    """The page of results that a reader asked for.

    ``how`` is "exact", "similar", "loose", or "" where there is no index to be
    asked. ``unknown`` are the words no story has, ``meant`` is the question with
    those that stories have in their place.
    """

    asked: Asked
    how: str = ""
    total: int = 0
    pages: int = 0
    found: tuple[Result, ...] = ()
    unknown: tuple[str, ...] = ()
    meant: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chip:
    """A filter that is on, and where it is off."""

    name: str
    text: str
    href: str


def make_search(view: View) -> Page | None:
    """Make the page around the results; None where readers cannot search."""
    site = view.site()
    if not site.searchable:
        return None
    title = words_in(site.language)(_TITLE)
    head = Head(
        title=title,
        full_title=slot(TITLE) + full_title(site, title),
        description=words_in(site.language)(_ABOUT, name=site.name),
        site_name=site.name,
        canonical=site.url + PATH,
        locale=locale(site, site.language),
        robots=slot(ROBOTS),
        text=TEXT + PATH + slot(QUERY),
    )
    page = html_page(
        "search.html",
        site=site,
        here=SEARCH,
        head=head,
        title=title,
        results=slot(RESULTS),
        style=assets().further["search"],
    )
    return Page(text=page.text, links=page.links, cache="search")


def set_results(results: Results, *, site: Site) -> dict[str, str]:
    """Return the text of the page's slots, by their names."""
    asked = results.asked
    parameters = _parameters(asked)
    say = words_in(site.language)
    chips = _chips(asked, site, parameters)
    text = typeset(
        "search_results.html",
        language=site.language,
        site=site,
        asked=asked,
        first=asked.first.isoformat() if asked.first else "",
        last=asked.last.isoformat() if asked.last else "",
        results=results,
        heading=_heading(results, say, filtered=bool(chips)),
        unknown=", ".join(f"“{word}”" for word in results.unknown),
        chips=chips,
        by_relevance=_with(parameters, sort=""),
        by_date=_with(parameters, sort="date"),
        without_filters=search_path({"q": asked.text}),
        meant=search_path({**parameters, "q": results.meant}),
        before=_page_path(parameters, asked.page - 1) if asked.page > 1 else "",
        after=_page_path(parameters, asked.page + 1)
        if asked.page < results.pages
        else "",
    )
    title = f"{asked.text}: " if asked.text else ""
    # The form itself may be found by other searches; what it found is no page.
    robots = CLOSED if asked != Asked() else OPEN
    return {
        RESULTS: text.strip(),
        TITLE: escape(title),
        ROBOTS: robots,
        QUERY: _page_path(parameters, asked.page).removeprefix(PATH),
    }


def search_path(parameters: Mapping[str, str]) -> str:
    """Return the address of a search, fit for an attribute."""
    given = {name: text for name, text in parameters.items() if text}
    return escape(f"{PATH}?{urlencode(given)}" if given else PATH)


def _parameters(asked: Asked) -> dict[str, str]:
    first = asked.first.isoformat() if asked.first else ""
    last = asked.last.isoformat() if asked.last else ""
    sort = "date" if asked.by_date else ""
    values = (asked.text, asked.section, asked.city, first, last, sort)
    return dict(zip(_NAMES, values, strict=True))


def _with(parameters: Mapping[str, str], **changed: str) -> str:
    return search_path({**parameters, **changed})


def _page_path(parameters: Mapping[str, str], page: int) -> str:
    return _with(parameters, page=str(page) if page > 1 else "")


def _heading(results: Results, say: Words, *, filtered: bool) -> str:
    """Return what stands over the stories found, or over none."""
    text, page = results.asked.text, results.asked.page
    if not results.found and results.total:
        return say("There are no more stories on page {page}", page=page)
    if not text and not filtered:
        heading = say("Newest stories") if results.found else say("No stories yet")
    else:
        heading = _count(results.total, text, say)
    return (
        say("{heading}, page {page}", heading=heading, page=page)
        if page > 1
        else heading
    )


def _count(total: int, text: str, say: Words) -> str:
    if total > COUNTED:
        count = say.number(COUNTED)
        if text:
            return say("More than {count} stories for “{text}”", count=count, text=text)
        return say("More than {count} stories", count=count)
    if not total:
        return say("No story for “{text}”", text=text) if text else say("No story")
    if text:
        return say.count(
            "One story for “{text}”", "{number} stories for “{text}”", total, text=text
        )
    return say.count("One story", "{number} stories", total)


def _chips(asked: Asked, site: Site, parameters: Mapping[str, str]) -> list[Chip]:
    say = words_in(site.language)
    section, city = site.section(asked.section), site.city(asked.city)
    texts = (
        ("section", say("Section"), section.name if section else ""),
        ("city", say("City"), city.name if city else ""),
        ("from", say("From"), date_text(asked.first, say) if asked.first else ""),
        ("to", say("To"), date_text(asked.last, say) if asked.last else ""),
    )
    return [
        Chip(name=name, text=text, href=search_path({**parameters, key: ""}))
        for key, name, text in texts
        if text
    ]

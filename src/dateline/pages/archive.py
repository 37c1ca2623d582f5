"""The archive by calendar: all years, a year, a month, a day.

Nothing is numbered "page 7 of 912": a day's page is finished when the day is,
and a publication touches the pages of its own day alone.
"""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date

from dateline.catalog.view import View
from dateline.news.address import day_path
from dateline.news.site import Site
from dateline.pages import linked_data
from dateline.pages.head import Head, full_title, locale
from dateline.pages.html_page import html_page
from dateline.pages.page import Page
from dateline.pages.teaser import cards_of, enhance_card
from dateline.words.say import Words, later, words_in
from dateline.words.stamp import day_names, long_date_text, month_name, month_text

ROOT = "/archive/"
_TITLE = later("Archive")
_MONTHS = range(1, 13)


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A link of the calendar; ``href`` is empty where nothing was published."""

    href: str
    name: str
    label: str = ""


_NO_DAY = Step(href="", name="")


def make_years(view: View) -> Page:
    """Make the archive's root: all years that have stories."""
    site = view.site()
    years = [Step(href=f"{ROOT}{y:04}/", name=str(y)) for y in reversed(view.years())]
    title = words_in(site.language)(_TITLE)
    return html_page(
        "archive_years.html", site=site, head=_head(site, title, ROOT), years=years
    )


def make_year(view: View, year: str) -> Page | None:
    """Make a year's page: its months."""
    months = view.months(int(year))
    if not months:
        return None
    site = view.site()
    say = words_in(site.language)
    path = f"{ROOT}{year}/"
    return html_page(
        "archive_year.html",
        site=site,
        head=_head(site, year, path),
        way=_way(say, year),
        title=year,
        months=[
            Step(
                href=f"{path}{number:02}/" if number in months else "",
                name=month_name(number, say),
            )
            for number in _MONTHS
        ],
    )


def make_month(view: View, year: str, month: str) -> Page | None:
    """Make a month's page: its days, as a calendar."""
    if not _is_day(year, month, "01"):
        return None
    days = {day.day for day in view.days(int(year), int(month))}
    if not days:
        return None
    site = view.site()
    say = words_in(site.language)
    title = month_text(int(year), int(month), say)
    return html_page(
        "archive_month.html",
        site=site,
        head=_head(site, title, f"{ROOT}{year}/{month}/"),
        way=_way(say, year, month),
        title=title,
        weekdays=day_names(say),
        weeks=_weeks(int(year), int(month), days, say),
    )


def make_day(view: View, year: str, month: str, day: str) -> Page | None:
    """Make a day's page: all its stories, in the order they appeared."""
    if not _is_day(year, month, day):
        return None
    moment = date(int(year), int(month), int(day))
    placed = view.day(moment)
    if not placed:
        return None
    site = view.site()
    cards = cards_of(view, tuple(place.id for place in placed))
    say = words_in(site.language)
    title = long_date_text(moment, say)
    return html_page(
        "archive_day.html",
        site=site,
        head=_head(site, title, f"{ROOT}{year}/{month}/{day}/"),
        way=_way(say, year, month, day),
        title=title,
        teasers=[enhance_card(card, view) for card in cards],
    )


def _head(site: Site, title: str, path: str) -> Head:
    say = words_in(site.language)
    named = title if path == ROOT else say("Archive: {title}", title=title)
    return Head(
        title=named,
        full_title=full_title(site, named),
        description=say(
            "Every story of {name}, by the day it was first published.", name=site.name
        ),
        site_name=site.name,
        canonical=site.url + path,
        locale=locale(site, site.language),
        data=(_crumbs(site, path, title),),
    )


def _crumbs(site: Site, path: str, title: str) -> str:
    own = () if path == ROOT else ((title, path),)
    return linked_data.breadcrumbs(site, (words_in(site.language)(_TITLE), ROOT), *own)


def _way(say: Words, *parts: str) -> list[Step]:
    """Return the links above a page of the calendar."""
    names = [parts[0], *(month_name(int(part), say) for part in parts[1:2])]
    way = [Step(href=ROOT, name=say(_TITLE))]
    for number, name in enumerate(names[: len(parts) - 1], start=1):
        way.append(Step(href=f"{ROOT}{'/'.join(parts[:number])}/", name=name))
    return way


def _weeks(year: int, month: int, days: set[int], say: Words) -> list[list[Step]]:
    """Return the month in weeks from Monday; days outside have no name."""
    weeks = Calendar().monthdayscalendar(year, month)
    return [
        [
            _day(date(year, month, day), day in days, say) if day else _NO_DAY
            for day in week
        ]
        for week in weeks
    ]


def _day(day: date, linked: bool, say: Words) -> Step:  # noqa: FBT001
    href = day_path(day.isoformat()) if linked else ""
    label = long_date_text(day, say) if linked else ""
    return Step(href=href, name=str(day.day), label=label)


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True

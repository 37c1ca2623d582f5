"""The grievance officer, and what a reader who complains may expect.

India's IT Rules 2021 want a publisher of news to name an officer (rule 11), to
acknowledge a grievance within 24 hours (rule 10) and to decide it and tell the
complainant within 15 days (rule 11).
"""

from dataclasses import dataclass

from dateline.catalog.view import View
from dateline.news.grievance_form import Form
from dateline.news.house import Disclosure
from dateline.pages import linked_data
from dateline.pages.assets import assets
from dateline.pages.grievance_form import fields_of
from dateline.pages.head import Head, full_title, locale
from dateline.pages.html_page import html_page
from dateline.pages.page import Page
from dateline.words.say import Words, later, words_in
from dateline.words.stamp import month_text

PATH = "/grievances/"
INDIA = "IN"

_TITLE = later("Grievances")


@dataclass(frozen=True, kw_only=True, slots=True)
class Month:
    """A line of the table: the month in words, and its figures."""

    name: str
    told: Disclosure


def _month(told: Disclosure, say: Words) -> Month:
    year, month = map(int, told.month.split("-"))
    return Month(name=month_text(year, month, say), told=told)


def make_grievances(view: View) -> Page | None:
    """Make the grievance officer's page; None if the house names no officer."""
    site, house = view.site(), view.house()
    if house.officer is None or not site.grievances:
        return None
    say = words_in(site.language)
    title = say(_TITLE)
    head = Head(
        title=title,
        full_title=full_title(site, title),
        description=say(
            "Whom to complain to about {name}, and what happens then.", name=site.name
        ),
        site_name=site.name,
        style=assets().further["house"],
        canonical=site.url + PATH,
        locale=locale(site, site.language),
        data=(linked_data.breadcrumbs(site, (title, PATH)),),
    )
    return html_page(
        "grievances.html",
        site=site,
        head=head,
        officer=house.officer,
        fields=fields_of(Form(), {}, say=say) if house.officer.form else (),
        figures=tuple(_month(each, say) for each in house.disclosures),
        by_law=site.country == INDIA,
    )

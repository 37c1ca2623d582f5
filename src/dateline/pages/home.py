"""The home page: the desk's front, the latest, the reader's city, the sections."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.catalog.view import View
from dateline.news import key
from dateline.news.address import section_path
from dateline.news.front import HOME, Shape, section_front
from dateline.pages import linked_data
from dateline.pages.band import Band, band_of
from dateline.pages.corrections import newest_notes
from dateline.pages.edition import front_alternates
from dateline.pages.front_page import (
    Choice,
    Room,
    banner_of,
    enhance_choice,
    fill_beside,
)
from dateline.pages.head import Head, feeds_at, locale, preview_of
from dateline.pages.html_page import html_page
from dateline.pages.language import list_of
from dateline.pages.page import Page, slot
from dateline.pages.picture_set import FRONT, TEASER
from dateline.pages.teaser import Teaser, enhance_card
from dateline.words.say import words_in

TOP = 6
"""How many places the top of the page has: the lead and the second leads."""

LATEST = 8
"""How many headlines stand in the rail beside it."""

_PAIR = 2
_STRIP = 4
_NOTES = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Strip:
    """The best of one section, as far as the page shows them nowhere else."""

    name: str
    href: str
    id: str
    band: Band


@dataclass(frozen=True, kw_only=True, slots=True)
class Top:
    """The lead, the second leads, and a pair under a lead that has no picture."""

    lead: tuple[Teaser, ...]
    pair: tuple[Teaser, ...]
    second: tuple[Teaser, ...]


def make_home(view: View) -> Page:
    """Make the home page."""
    site = view.site()
    shown: set[str] = set()
    newest = view.newest(list_of(site, key.ALL))
    front = view.front(HOME)
    choices, latest = fill_beside(
        view,
        front,
        newest,
        room=Room(places=TOP, rest=LATEST),
        kept=_kept_for_strips(view),
        shown=shown,
    )
    top = _top(view, choices)
    lead = choices[0].card.picture if choices else ""
    head = Head(
        title=site.name,
        full_title=site.name,
        description=site.description
        or words_in(site.language)("The latest from {name}.", name=site.name),
        site_name=site.name,
        canonical=site.url + "/",
        locale=locale(site, site.language),
        preview=preview_of(site, view.picture(lead) if lead else None),
        preload=top.lead[0].picture if top.lead else None,
        feeds=feeds_at("/", site.name),
        alternates=front_alternates(site),
        data=(linked_data.news_organization(site), linked_data.web_site(site)),
    )
    return html_page(
        "home.html",
        site=site,
        here="home",
        head=head,
        banner=banner_of(view, front),
        top=top,
        latest=[enhance_card(card, view) for card in latest],
        notes=newest_notes(view, limit=_NOTES),
        local=slot("local"),
        conditions=slot("conditions"),
        strips=_strips(view, shown),
    )


def _top(view: View, choices: Sequence[Choice]) -> Top:
    """Return the top of the page: one picture a column, unless the desk says more."""
    lead, others = choices[:1], choices[1:]
    words = bool(lead) and not lead[0].has_picture
    pair, second = (others[:_PAIR], others[_PAIR:]) if words else ((), others)
    first = _first_picture(second)
    return Top(
        lead=tuple(enhance_choice(view, choice, sizes=FRONT) for choice in lead),
        pair=tuple(enhance_choice(view, choice, sizes=TEASER) for choice in pair),
        second=tuple(
            enhance_choice(view, choice, sizes=TEASER if number == first else "")
            for number, choice in enumerate(second)
        ),
    )


def _first_picture(choices: Sequence[Choice]) -> int:
    """Return which choice has the column's picture; -1 if the desk gave it one."""
    if any(choice.treatment.shape is Shape.PICTURE for choice in choices):
        return -1
    return next((n for n, choice in enumerate(choices) if choice.has_picture), -1)


def _kept_for_strips(view: View) -> set[str]:
    """Return what the sections' own desks placed: not to be used up by the rail."""
    fronts = (view.front(section_front(s.id)) for s in view.site().sections)
    return {story_id for front in fronts for story_id in front.places[:_STRIP]}


def _strips(view: View, shown: set[str]) -> list[Strip]:
    strips = []
    for section in view.site().sections:
        front = section_front(section.id)
        band = band_of(view, front, limit=_STRIP, shown=shown)
        if band is not None:
            strip = Strip(
                name=section.name,
                href=section_path(section.id),
                id=f"strip-{section.id}",
                band=band,
            )
            strips.append(strip)
    return strips

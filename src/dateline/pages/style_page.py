# ruff: noqa: E501 - the table of parts reads by its rows
"""The page of styles: each component in each of its states, by its own template.

A site shows it if its settings say so, and the demo's do. Nothing on it is drawn
for it: what is changed in a template is changed here.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from dateline.catalog.view import View
from dateline.pages import style_page_samples as pages
from dateline.pages import style_samples as stories
from dateline.pages.assets import assets
from dateline.pages.head import CLOSED, Head, full_title
from dateline.pages.html_page import html_page
from dateline.pages.page import Page
from dateline.pages.style_source import HERE, Source, State, told_apart

PATH = HERE

COLOURS = ("paper", "panel", "ink", "quiet", "red", "link", "rule")
"""The custom properties of ``static/css/colours.css``."""


class Part(NamedTuple):
    """A component: its name, its templates, when it is used, its states.

    ``box`` is the class of what it stands in on its own page, where that counts.
    """

    name: str
    files: str
    about: str
    states: Callable[[Source], list[State]]
    box: str = ""


# fmt: off
PARTS = (
    Part("Dateline", "dateline.html", "The paper's signature: the place under a red rule, before the copy.", stories.datelines, "copy"),
    Part("Credits and stamps", "credits.html", "Under the standfirst. A second stamp only where it differs.", stories.credits_),
    Part("Strip", "strip.html", "At the head of every page: the day, the reader's city, its weather as far as it is known.", pages.strips),
    Part("Teaser", "teaser.html", "A story on a front, in a band, in a list.", stories.teasers, "style-narrow"),
    Part("Line", "line.html", "A story in a rail or under another story.", stories.lines, "style-narrow"),
    Part("Breaking line", "banner.html", "Over a front, as long as the desk says.", stories.banners),
    Part("Band", "band.html", "Four stories of a section side by side.", stories.bands),
    Part("Front", "stories.html", "The stories of a section, a city, a topic.", stories.sheets),
    Part("City strip", "slot_local.html", "On home, for who chose a city.", stories.local_strips),
    Part("Lists", "slot_more.html slot_about.html slot_ticker.html", "Under a story, and at the head of every page.", stories.lists),
    Part("Picture", "figure.html", "With caption and credit; the credit is quieter.", stories.figures, "copy"),
    Part("Block", "block.html", "What a story is made of.", stories.blocks, "copy"),
    Part("Gallery", "gallery_strip.html", "In the story; its pictures have a page of their own.", stories.galleries, "copy"),
    Part("Live blog", "live_updates.html", "The newest first; each has an address that stays.", stories.live_updates),
    Part("Correction box", "correction_box.html", "Under the copy, never above it; the stamp leads here.", stories.corrections),
    Part("Page of corrections", "corrections.html", "What was wrong in any story, on a page of its own.", pages.correction_lists),
    Part("After the story", "story_links.html", "What it is about, and links that hand it on without a script.", stories.story_links, "after"),
    Part("Search", "search_results.html", "The form, and under it what was found.", pages.searches),
    Part("Form errors", "search_results.html", "What was not understood, and what was done instead.", pages.form_errors),
    Part("Complaint", "grievance_told.html", "What became of a form that was sent: taken, or what is wrong with it.", pages.complaints, "house"),
    Part("Ways on", "archive_way.html live_page.html", "To the pages above, before and after. Pages of results: see the search.", pages.ways),
    Part("Notices", "not_found.html short_link.html", "Where a page was, or never was.", pages.notices),
    Part("Nothing yet", "section.html city.html topic.html author.html edition.html archive_years.html", "Each kind of page before its first story.", pages.nothing_yet),
)
# fmt: on


def make_style_page(view: View) -> Page | None:
    """Make the page of styles; None where the site shows none."""
    site = view.site()
    if not site.styles:
        return None
    title = "Styles"
    head = Head(
        title=title,
        full_title=full_title(site, title),
        description="",
        site_name=site.name,
        robots=CLOSED,
        style=assets().further["styles"],
    )
    source = Source(view=view)
    page = html_page(
        "style_page.html",
        site=site,
        head=head,
        title=title,
        colours=COLOURS,
        parts=[_shown(part, str(n), source) for n, part in enumerate(PARTS, start=1)],
    )
    return replace(page, cache="feed")  # so it has no text edition


def _shown(part: Part, mark: str, source: Source) -> dict[str, object]:
    """Return a component as the page shows it."""
    states = [
        told_apart(state, f"{mark}-{number}")
        for number, state in enumerate(part.states(source), start=1)
    ]
    return {
        "name": part.name,
        "files": part.files.split(),
        "about": part.about,
        "box": part.box,
        "states": states,
    }

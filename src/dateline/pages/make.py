"""From a path to its page: the table of all kinds of pages.

``make`` is pure: it reads the view and nothing else, so the keys that the view
noted are all that the page depends on.
"""

import re
from collections.abc import Callable

from dateline.catalog.view import View
from dateline.pages import (
    about,
    archive,
    contact,
    grievance_form,
    grievances,
    machine_files,
    sitemap,
    style_page,
)
from dateline.pages import manifest as app
from dateline.pages.assets import make_asset
from dateline.pages.atom import make_atom
from dateline.pages.author import make_author
from dateline.pages.changes import make_changes
from dateline.pages.city import make_city
from dateline.pages.corrections import PATH as CORRECTIONS
from dateline.pages.corrections import make_corrections
from dateline.pages.edition import make_edition
from dateline.pages.gallery import make_gallery
from dateline.pages.home import make_home
from dateline.pages.json_feed import make_json_feed
from dateline.pages.live import make_live_page
from dateline.pages.media import make_media
from dateline.pages.not_found import PATH as NOT_FOUND
from dateline.pages.not_found import make_not_found
from dateline.pages.opensearch import PATH as OPENSEARCH
from dateline.pages.opensearch import make_opensearch
from dateline.pages.page import Page
from dateline.pages.robots import PATH as ROBOTS
from dateline.pages.robots import make_robots
from dateline.pages.rss import make_rss
from dateline.pages.search import PATH as SEARCH
from dateline.pages.search import make_search
from dateline.pages.section import make_section
from dateline.pages.short_link import make_short_link
from dateline.pages.slots import make_about, make_local, make_more, make_ticker
from dateline.pages.story import make_story
from dateline.pages.topic import make_topic

Maker = Callable[..., Page | None]

ALONE: dict[str, Maker] = {
    "/": make_home,
    "/feed.rss": make_rss,
    "/feed.atom": make_atom,
    "/feed.json": make_json_feed,
    archive.ROOT: archive.make_years,
    CORRECTIONS: make_corrections,
    NOT_FOUND: make_not_found,
    OPENSEARCH: make_opensearch,
    ROBOTS: make_robots,
    about.PATH: about.make_about,
    contact.PATH: contact.make_contact,
    grievances.PATH: grievances.make_grievances,
    grievance_form.PATH: grievance_form.make_grievance_answer,
    machine_files.ADS: machine_files.make_ads,
    machine_files.TRUST: machine_files.make_trust,
    machine_files.SECURITY: machine_files.make_security,
    machine_files.MINING: machine_files.make_mining,
    app.PATH: app.make_manifest,
    SEARCH: make_search,
    sitemap.INDEX: sitemap.make_index,
    style_page.PATH: style_page.make_style_page,
    sitemap.NEWS: sitemap.make_news,
    "/_slot/ticker": make_ticker,
}
"""Pages with one address each."""

_ID = r"([a-z0-9][a-z0-9-]*)"
_LANGUAGE = r"([a-z]{2,3})"
_BASE = rf"/(?:(city|topic|author|agency)/)?{_ID}/"
_KINDS: tuple[tuple[str, Maker], ...] = (
    (r"(/[a-z0-9-]+/[12]\d{3}/\d\d/\d\d/[^/]+/)", make_story),
    (r"(/[a-z0-9-]+/[12]\d{3}/\d\d/\d\d/[^/]+/)page/([1-9]\d*)/", make_live_page),
    (r"(/[a-z0-9-]+/[12]\d{3}/\d\d/\d\d/[^/]+/)gallery/", make_gallery),
    (rf"/s/{_ID}", make_short_link),
    (r"(/media/[^?#]+)", make_media),
    (r"/archive/([12]\d{3})/(\d\d)/(\d\d)/", archive.make_day),
    (r"/archive/([12]\d{3})/(\d\d)/", archive.make_month),
    (r"/archive/([12]\d{3})/", archive.make_year),
    (r"/sitemaps/([12]\d{3})-(\d\d)\.xml", sitemap.make_month),
    (rf"{NOT_FOUND}\.{_LANGUAGE}", make_not_found),
    (rf"/_slot/local/{_ID}", make_local),
    (rf"/_slot/more(?:\.{_LANGUAGE})?/{_ID}", make_more),
    (rf"/_slot/about(?:\.{_LANGUAGE})?/{_ID}", make_about),
    (rf"/_slot/ticker\.{_LANGUAGE}", make_ticker),
    (r"(/assets/[^/]+)", make_asset),
    (rf"/city/{_ID}/", make_city),
    (rf"/topic/{_ID}/", make_topic),
    (rf"/changes/{_ID}/", make_changes),
    (rf"/(author|agency)/{_ID}/", make_author),
    (rf"{_BASE}feed\.rss", make_rss),
    (rf"{_BASE}feed\.atom", make_atom),
    (rf"{_BASE}feed\.json", make_json_feed),
    (rf"/{_ID}/", make_section),
    (rf"/{_ID}/{_ID}/", make_edition),
    (rf"/{_ID}/{_ID}/feed\.rss", make_rss),
    (rf"/{_ID}/{_ID}/feed\.atom", make_atom),
    (rf"/{_ID}/{_ID}/feed\.json", make_json_feed),
)
"""Pages by the form of their address, the most frequent first.

The groups of a form are the arguments of its maker.
"""

FORMS = tuple((re.compile(form, re.ASCII), maker) for form, maker in _KINDS)
"""The forms of addresses, ready to be matched, each with its maker."""


def make(path: str, view: View) -> Page | None:
    """Make the page at ``path``; None means that there is no such page now."""
    alone = ALONE.get(path)
    if alone is not None:
        return alone(view)
    for form, maker in FORMS:
        found = form.fullmatch(path)
        if found is not None:
            return maker(view, *found.groups())
    return None

"""A numbered page of a live blog's entries.

It reads the story's card, not its text, and its own entries: once it is full
and the next has begun, nothing but a correction touches it. So its address is
where an entry stands for ever. While the blog runs, its script asks the stream
what has come since, and offers the way there: nobody is left on an old page.
"""

from dataclasses import replace

from dateline.catalog.view import View
from dateline.news import address
from dateline.news.site import Site
from dateline.news.story import Card
from dateline.pages import linked_data
from dateline.pages.figure import figures_in
from dateline.pages.frame import section_link
from dateline.pages.head import Head, full_title, locale
from dateline.pages.html_page import html_page
from dateline.pages.language import direction, page_language
from dateline.pages.live_blog import (
    SOURCES,
    blocks_of,
    entries_shown,
    script_of,
    stream_of,
)
from dateline.pages.page import Page
from dateline.words.say import words_in


def make_live_page(view: View, path: str, number: str) -> Page | None:
    """Make one page of the entries of the live blog at ``path``."""
    story_id = address.story_id_in(path)
    card = view.card(story_id) if story_id else None
    if card is None or card.path != path or not card.live:
        return None
    page = int(number)
    entries = view.live_page(card.id, page)
    if not entries:
        return None
    site = view.site()
    language = page_language(site, card.language)
    say = words_in(language)
    title = say("{headline}: page {page}", headline=card.headline, page=page)
    older = address.live_page_path(path, page - 1) if page > 1 else ""
    goes_on = view.live_goes_on(card.id, page)
    stream = stream_of(card.id, card.live)
    made = html_page(
        "live_page.html",
        site=site,
        here=f"section/{card.section}",
        head=_head(site, card, title, address.live_page_path(path, page)),
        card=card,
        direction=direction(card.language),
        stream=stream,
        script=script_of(stream),
        newest=entries[-1].number,
        page=page,
        entries=entries_shown(view, entries, path, language),
        figures=figures_in(view, blocks_of(entries), card.language),
        older=older,
        newer=address.live_page_path(path, page + 1) if goes_on else "",
        first=False,
        kind="",
    )
    return replace(made, csp=SOURCES) if stream else made


def _head(site: Site, card: Card, title: str, path: str) -> Head:
    language = page_language(site, card.language)
    section = section_link(site, card.section, language)
    return Head(
        title=title,
        full_title=full_title(site, title),
        description=card.standfirst,
        site_name=site.name,
        canonical=site.url + path,
        locale=locale(site, card.language),
        language=language,
        data=(
            linked_data.breadcrumbs(
                site,
                (section.name, section.href),
                (card.headline, card.path),
                (title, path),
            ),
        ),
    )

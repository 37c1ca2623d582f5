"""The short link of a story: the way to it, or the notice that it is gone.

The server asks here for every story address it does not find, so an old slug
leads on and a killed story's address says so.
"""

from dateline.catalog.documents import Fate, Gone
from dateline.catalog.view import View
from dateline.pages.frame import home_path
from dateline.pages.head import CLOSED, Head, full_title
from dateline.pages.html_page import html_page
from dateline.pages.language import page_language
from dateline.pages.moment import moment_of
from dateline.pages.page import Page
from dateline.words.say import later, words_in

_TITLES = {
    Fate.WITHDRAWN: later("This story has been withdrawn"),
    Fate.KILLED: later("This story has been removed"),
}
_LABELS = {Fate.WITHDRAWN: later("Withdrawn"), Fate.KILLED: later("Removed")}


def make_short_link(view: View, story_id: str) -> Page | None:
    """Make a short link's answer: 301, 410, or None if there never was a story."""
    card = view.card(story_id)
    if card is not None:
        return Page(status=301, location=card.path)
    gone = view.gone(story_id)
    return None if gone is None else make_notice(view, gone)


def make_notice(view: View, gone: Gone) -> Page:
    """Make the 410 page that stands where a story was."""
    site = view.site()
    language = page_language(site, gone.language or site.language)
    say = words_in(language)
    title = say(_TITLES[gone.fate])
    head = Head(
        title=title,
        full_title=full_title(site, title),
        description="",
        site_name=site.name,
        robots=CLOSED,
        language=language,
    )
    return html_page(
        "short_link.html",
        site=site,
        head=head,
        status=410,
        title=title,
        notice=gone.notice,
        label=say(_LABELS[gone.fate]),
        moment=moment_of(gone.moment, view.zone(), language),
        home=home_path(site, language),
    )

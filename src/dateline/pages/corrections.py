"""The corrections page: the policy, and the newest notes, each with its story."""

from dataclasses import dataclass

from dateline.catalog.view import Corrected, View
from dateline.pages import linked_data
from dateline.pages.head import Head, full_title, locale
from dateline.pages.html_page import html_page
from dateline.pages.language import direction
from dateline.pages.moment import Moment, moment_of
from dateline.pages.page import Page
from dateline.words.say import later, words_in

PATH = "/corrections/"

_TITLE = later("Corrections")


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A correction note with the story it belongs to.

    ``language`` and ``direction`` are set only where they differ from the page's.
    """

    href: str
    headline: str
    text: str
    moment: Moment
    language: str = ""
    direction: str = ""


def make_corrections(view: View) -> Page:
    """Make the corrections page."""
    site = view.site()
    say = words_in(site.language)
    title = say(_TITLE)
    head = Head(
        title=title,
        full_title=full_title(site, title),
        description=say("What {name} got wrong, and put right.", name=site.name),
        site_name=site.name,
        canonical=site.url + PATH,
        locale=locale(site, site.language),
        data=(linked_data.breadcrumbs(site, (title, PATH)),),
    )
    return html_page(
        "corrections.html",
        site=site,
        head=head,
        notes=newest_notes(view),
        policy=view.house().corrections,
    )


def newest_notes(view: View, *, limit: int | None = None) -> list[Note]:
    """Return the newest notes, all or ``limit``; no other story's card is read."""
    found = [_note(view, corrected) for corrected in view.corrections()[:limit]]
    return [note for note in found if note is not None]


def _note(view: View, corrected: Corrected) -> Note | None:
    card = view.card(corrected.story)
    if card is None:
        return None
    foreign = card.language != view.site().language
    return Note(
        href=card.path,
        headline=card.headline,
        text=corrected.note,
        moment=moment_of(corrected.moment, view.zone(), view.site().language),
        language=card.language if foreign else "",
        direction=direction(card.language) if foreign else "",
    )

"""Answers for readers who look for something.

The index says which stories; what is shown of them is read from the store that is
served. A story that the index has and the store has not, because it was killed a
moment ago or is not made yet, is not shown.

A search is answered in the worker's own loop like any page: it takes some
milliseconds, and what it may cost is bounded by what a question may hold.
"""

from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize
from urllib.parse import parse_qsl
from zoneinfo import ZoneInfo

from dateline.catalog.view import Shelf, View
from dateline.news.live import LiveEntry, page_of
from dateline.news.site import Site
from dateline.news.story import Story
from dateline.pages.language import page_language
from dateline.pages.live_blog import entry_place
from dateline.pages.search import Asked, Result, Results, set_results
from dateline.pages.teaser import enhance_card
from dateline.search.ask import Found, How, Reader
from dateline.search.marked import Marker, as_typed
from dateline.search.question import MOST_PAGES, ON_A_PAGE, Question, Sort, question_of
from dateline.store.store import Transaction

_LONGEST = 4096
"""Letters of a query string that are read; browsers send no longer questions."""

_MOST_FIELDS = 32
_LIVE_PAGES = 4
"""Pages of a live blog's entries that are looked through for what to show."""


class SearchDesk:
    """Answers questions from the index in a folder, if there is one."""

    def __init__(self, indexes: Path | None) -> None:
        self._reader = Reader(indexes) if indexes else None

    def results(self, tx: Transaction, site: Site, *, query: str) -> dict[str, str]:
        """Return the slots of the search page for the query of an address."""
        question = question_of(parameters(query), site=site)
        found = None
        if self._reader is not None:
            found = self._reader.ask(question, zone=ZoneInfo(site.zone))
        asked = _asked(question)
        if found is None:
            return set_results(Results(asked=asked), site=site)
        marker = Marker(question, found)
        shown = tuple(_shown(found, marker, View(Shelf(tx=tx))))
        return set_results(_results(question, asked, found, shown, marker), site=site)


def parameters(query: str) -> dict[str, str]:
    """Return the parameters of a query string; of several of one name the first.

    Letters are composed as HTML wants them: the page says the words again.
    """
    pairs = parse_qsl(query[:_LONGEST].replace("\0", " "), errors="replace")
    found: dict[str, str] = {}
    for name, text in pairs[:_MOST_FIELDS]:
        found.setdefault(name, normalize("NFC", text))
    return found


def _asked(question: Question) -> Asked:
    return Asked(
        text=question.text,
        section=question.section,
        city=question.city,
        first=question.first,
        last=question.last,
        by_date=question.sort is Sort.DATE,
        page=question.page,
        faults=tuple((fault.kind.value, fault.value) for fault in question.faults),
    )


def _shown(found: Found, marker: Marker, view: View) -> Iterator[Result]:
    for story_id in found.ids:
        card, story = view.card(story_id), view.story(story_id)
        if card is not None and story is not None:
            entries = {entry.number: entry for entry in _live_entries(story, view)}
            excerpt = marker.excerpt(story, entries.values())
            found_in = entries.get(excerpt.entry)
            language = page_language(view.site(), story.language)
            yield Result(
                teaser=enhance_card(card, view),
                headline=excerpt.headline,
                passage=excerpt.passage,
                entry=entry_place(found_in, view, card.path, language)
                if found_in
                else None,
            )


def _live_entries(story: Story, view: View) -> Iterator[LiveEntry]:
    """Yield the entries of a live blog's newest pages, the newest first."""
    head = view.live(story.id) if story.live else None
    last = page_of(head.newest) if head else 0
    for page in range(last, max(0, last - _LIVE_PAGES), -1):
        yield from reversed(view.live_page(story.id, page))


def _results(
    question: Question,
    asked: Asked,
    found: Found,
    shown: tuple[Result, ...],
    marker: Marker,
) -> Results:
    taken = {term: marker.taken_for(term) for term in found.unknown}
    meant = question.text
    for term, word in taken.items():
        if word:
            meant = meant.replace(question.typed[term], word)
    return Results(
        asked=asked,
        how=found.how.value,
        total=found.total,
        pages=min(MOST_PAGES, -(-found.total // ON_A_PAGE)),
        found=shown,
        unknown=as_typed(question, found.unknown),
        meant=meant if found.how is How.SIMILAR and meant != question.text else "",
    )

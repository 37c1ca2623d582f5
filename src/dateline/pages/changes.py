"""What changed in a story: each correction and each update readers were told of.

A page of its own, under the story's id: its address stays when the slug does
not, and tells nothing once the story is gone. It reads the card and the
history, so an edit that is no news to readers leaves it alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.catalog.view import View
from dateline.news.history import Change, Line, Part
from dateline.pages.assets import assets
from dateline.pages.head import CLOSED, Head, full_title
from dateline.pages.html_page import html_page
from dateline.pages.language import direction, page_language
from dateline.pages.moment import Moment, moment_of
from dateline.pages.page import Page
from dateline.pages.word_diff import Words, word_diff
from dateline.words.say import Words as Say
from dateline.words.say import later, words_in

_TITLE = later("What changed")
_NAMES = {
    Part.HEADLINE: later("Headline"),
    Part.STANDFIRST: later("Standfirst"),
    Part.COPY: later("In the text"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownLine:
    """A line as it was and as it is; ``name`` heads those of one part."""

    name: str
    words: tuple[Words, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownChange:
    """One moment of the history; ``reason`` is "Corrected" or "Updated"."""

    moment: Moment
    reason: str
    note: str
    lines: tuple[ShownLine, ...]
    is_known: bool
    picture: bool


def make_changes(view: View, story_id: str) -> Page | None:
    """Make the history of a story; None for a story that never changed."""
    card = view.card(story_id)
    history = view.history(story_id)
    if card is None or not history.changes:
        return None
    site, zone = view.site(), view.zone()
    language = page_language(site, card.language)
    say = words_in(language)
    title = f"{say(_TITLE)}: {card.headline}"
    head = Head(
        title=title,
        full_title=full_title(site, title),
        description="",
        site_name=site.name,
        style=assets().further["history"],
        robots=CLOSED,
        language=language,
    )
    return html_page(
        "changes.html",
        site=site,
        head=head,
        here=f"section/{card.section}",
        title=say(_TITLE),
        story=card,
        direction=direction(card.language),
        published=moment_of(card.first_published, zone, language),
        changes=[
            _shown(view, change, language) for change in reversed(history.changes)
        ],
        dropped=history.dropped,
    )


def _shown(view: View, change: Change, language: str) -> ShownChange:
    say = words_in(language)
    return ShownChange(
        moment=moment_of(change.moment, view.zone(), language),
        reason=say("Corrected") if change.is_correction else say("Updated"),
        note=change.note,
        lines=tuple(_lines(change.lines, say)),
        is_known=change.is_known,
        picture=change.picture,
    )


def _lines(lines: tuple[Line, ...], say: Say) -> Iterator[ShownLine]:
    """Yield lines, the first of a part under its name; copy alone needs none."""
    last = Part.COPY
    for line in lines:
        name = "" if line.part is last else say(_NAMES[line.part])
        last = line.part
        words = word_diff(line.before, line.after)
        yield ShownLine(name=name, words=tuple(words))

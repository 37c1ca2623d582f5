"""When a story was published, and when and why it changed."""

from dataclasses import dataclass
from datetime import datetime

from dateline.catalog.view import View
from dateline.news.story import Story, last_changed
from dateline.pages.language import page_language
from dateline.pages.moment import Moment, moment_of
from dateline.words.say import words_in


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamps:
    """When a story was published and, where readers see it differ, changed.

    ``reason`` of the change is "Updated" or "Corrected", in the page's words.
    """

    published: Moment
    changed: Moment
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A correction as readers see it."""

    moment: Moment
    text: str


def stamps_of(story: Story, view: View, *, entries: datetime | None = None) -> Stamps:
    """Return a story's stamps in the site's zone.

    ``entries`` is when an entry of it last changed, if it is a live blog.
    """
    zone, language = view.zone(), page_language(view.site(), story.language)
    published = moment_of(story.first_published, zone, language)
    last = max(last_changed(story), entries or story.first_published)
    changed = moment_of(last, zone, language)
    reason = ""
    if changed.text != published.text:
        corrected = any(c.moment == last for c in story.corrections)
        say = words_in(language)
        reason = say("Corrected") if corrected else say("Updated")
    return Stamps(published=published, changed=changed, reason=reason)


def notes_of(story: Story, view: View) -> list[Note]:
    """Return a story's corrections, oldest first."""
    if not story.corrections:
        return []
    zone, language = view.zone(), page_language(view.site(), story.language)
    return [
        Note(moment=moment_of(correction.moment, zone, language), text=correction.note)
        for correction in story.corrections
    ]

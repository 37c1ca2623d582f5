"""What readers have of a story: its text, and a live blog's entries with it.

The index holds a story as one document and keeps no copy, so one more entry of a
live blog means to read the others again. They are few, and the journal finds them
by the story. A story that is no live blog is told by its newest entry alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.journal.chain import content_of
from dateline.journal.entry import Entry, Kind
from dateline.journal.reader import Journal
from dateline.news.live import LiveEntry, LiveRemoval
from dateline.news.story import Story


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """A story, and what its live blog says, oldest first."""

    story: Story
    entries: tuple[LiveEntry, ...] = ()


def told_by(newest: Entry, journal: Journal) -> Told | None:
    """Return what readers have of a story after an entry about it; None for nothing."""
    if newest.kind in (Kind.STORY_WITHDRAWN, Kind.STORY_KILLED):
        return None
    said = content_of(newest)
    if isinstance(said, Story) and not said.live:
        return Told(story=said)
    whole = journal.about(newest.subject)
    return _folded(entry for entry in whole if entry.seq <= newest.seq)


def _folded(entries: Iterable[Entry]) -> Told | None:
    """Return what is left when a story's entries were taken in one by one."""
    story: Story | None = None
    live: dict[int, LiveEntry] = {}
    for content in map(content_of, entries):
        if isinstance(content, Story):
            story = content
        elif isinstance(content, LiveEntry):
            if story is not None:  # what is not public has no entries
                live[content.number] = content
        elif isinstance(content, LiveRemoval):
            live.pop(content.number, None)
        elif content is not None:  # withdrawn or killed
            story, live = None, {}
    if story is None:
        return None
    shown = [live[number] for number in sorted(live)] if story.live else []
    return Told(story=story, entries=tuple(shown))

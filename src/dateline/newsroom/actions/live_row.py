"""Holding a live blog's story and an entry of it while something is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max

from dateline.journal.entry import Change, Entry
from dateline.newsroom.actions.errors import EmbargoedError, WrongStateError
from dateline.newsroom.actions.story_row import hold_story, must_not_be_killed
from dateline.newsroom.journal_writer import write
from dateline.newsroom.models.live_entry import EntryState, LiveEntry
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.picture_use import PictureUse
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.public_live import entry_changes


@dataclass(frozen=True, kw_only=True, slots=True)
class EntryWords:
    """What somebody typed into an entry."""

    headline: str = ""
    text: str = ""
    author: str = ""
    picture: Picture | None = None
    key: bool = False


def hold_blog(pk: int) -> Story:
    """Return a live blog's story, locked; raise WrongStateError if it is none."""
    story = hold_story(pk)
    must_not_be_killed(story)
    if not story.blog:
        raise WrongStateError(
            f"story {story.public_id} is no live blog",
            hint="Start the live blog first, on the story's screen.",
        )
    return story


def hold_entry(pk: int) -> LiveEntry:
    """Return an entry, locked, after its story; raise WrongStateError if removed."""
    story_pk = LiveEntry.objects.values_list("story", flat=True).get(pk=pk)
    story = hold_blog(story_pk)
    held = LiveEntry.objects.select_for_update(of=("self",))
    entry: LiveEntry = held.select_related("picture").get(pk=pk)
    entry.story = story
    if entry.state == EntryState.REMOVED:
        raise WrongStateError(
            f"entry {entry.number} was removed",
            hint="Write it again as a new entry.",
        )
    return entry


def set_words(entry: LiveEntry, words: EntryWords) -> None:
    """Put what was typed into an entry."""
    entry.headline = words.headline.strip()
    entry.text = words.text.strip()
    entry.author = words.author.strip()
    entry.picture = words.picture
    entry.key = words.key


def picture_must_be_free(entry: LiveEntry, *, now: datetime) -> None:
    """Raise if an entry shows a picture that no reader may see yet."""
    picture = entry.picture
    if picture is None:
        return
    until = picture.embargoed_until
    if until is not None and until > now:
        raise EmbargoedError(f"picture {picture.public_id} is embargoed until {until}")
    if not picture.is_free:
        raise WrongStateError(
            f"picture {picture.public_id} is held back",
            hint="Choose another picture, or let this one go on its own screen.",
        )


def release(entry: LiveEntry, *, now: datetime) -> None:
    """Give an entry its number and moment; the caller saves and says it."""
    highest = LiveEntry.objects.filter(story=entry.story).aggregate(n=Max("number"))
    entry.number = (highest["n"] or 0) + 1
    entry.moment = now
    entry.state = EntryState.RELEASED


def save_and_say(entry: LiveEntry, *, now: datetime) -> tuple[Entry, ...]:
    """Save an entry and, where its story is public, say it in the journal."""
    entry.save()
    if entry.picture_id:
        PictureUse.objects.bulk_create(
            [PictureUse(story_id=entry.story_id, picture_id=entry.picture_id)],
            ignore_conflicts=True,
        )
    if entry.state != EntryState.RELEASED:
        return ()
    return say(entry.story, entry_changes(entry), now=now)


def say(story: Story, changes: Sequence[Change], *, now: datetime) -> tuple[Entry, ...]:
    """Append changes of a story that is public; what is not public yet waits."""
    if story.state != StoryState.PUBLISHED:
        return ()
    return tuple(write(changes, moment=now))


def said_of(entry: LiveEntry, **more: Any) -> dict[str, Any]:
    """Return what the audit log keeps of an entry: which one, never its words."""
    return {"entry": entry.pk, "number": entry.number, **more}

"""Hold a picture back from readers, and let one go again.

What is held is nowhere public, whatever stories name it, and can come back: a
kill in words that may mean it, a territory it must not be shown in, an embargo.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.journal.entry import Change, Entry, Kill, Kind
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import ActionError
from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.journal_writer import published_addresses, write
from dateline.newsroom.models.picture import Picture
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.models.story_pictures import shown_picture_keys
from dateline.newsroom.public_changes import author_change, picture_change


@dataclass(frozen=True, kw_only=True)
class HoldPicture:
    """Take a picture from readers because of ``reason``; stories stay up."""

    picture: Picture
    reason: str
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        must_be_allowed(self.acting_user, "change_picture")

    def execute(self) -> tuple[Entry, ...]:
        """Hold it, and return the journal's entries."""
        self.check()
        with transaction.atomic():
            row = Picture.objects.select_for_update().get(pk=self.picture.pk)
            if row.killed:
                return ()
            row.held = self.reason
            changes = withdrawal_of(row)
            row.save()
            Audit(acting_user=self.acting_user, now=self.now).note(
                row, "dateline.hold-picture", data={"reason": self.reason}
            )
            return tuple(write(changes, moment=self.now))


@dataclass(frozen=True, kw_only=True)
class FreePicture:
    """Let a picture go: nothing holds it, and its embargo has ended.

    It comes (back) to the published stories that show it.
    """

    picture: Picture
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        must_be_allowed(self.acting_user, "change_picture")

    def execute(self) -> tuple[Entry, ...]:
        """Let it go, and return the journal's entries."""
        self.check()
        with transaction.atomic():
            row = Picture.objects.select_for_update().get(pk=self.picture.pk)
            if row.killed:
                return ()
            row.held, row.embargoed_until = "", None
            row.save()
            Audit(acting_user=self.acting_user, now=self.now).note(
                row, "dateline.free-picture"
            )
            return show_again(row, now=self.now)


def withdrawal_of(row: Picture) -> list[Change]:
    """Return the entry that takes a public picture from readers; none if it is not.

    Its contents stay in the journal, so it can come back: nothing is erased.
    """
    if not row.public_hash:
        return []
    addresses = {
        *published_addresses(row.public_id),
        *(made["path"] for made in row.renditions),
    }
    row.public_hash = ""
    gone = Kill(id=row.public_id, addresses=tuple(sorted(addresses)))
    return [Change(kind=Kind.PICTURE_KILLED, subject=row.public_id, content=gone)]


def show_again(row: Picture, *, now: datetime) -> tuple[Entry, ...]:
    """Bring a picture that is free to what shows it: published stories, authors."""
    stories = [each for each in _public_stories(row) if _shows(each, row)]
    authors = row.portrait_of.order_by("pk").select_related("picture")
    if not stories and not authors:
        return ()
    said = [change for author in authors for change in author_change(author)]
    entries = list(write([*picture_change(row), *said], moment=now))
    for story in stories:
        entries += _publish_again(story, now=now)
    return tuple(entries)


def _public_stories(row: Picture) -> Sequence[Story]:
    shown = Story.objects.filter(picture_uses__picture=row)
    return list(shown.filter(state=StoryState.PUBLISHED).order_by("pk"))


def _shows(story: Story, row: Picture) -> bool:
    return row.pk in shown_picture_keys(story)


def _publish_again(story: Story, *, now: datetime) -> Sequence[Entry]:
    """Say a story as it stands, with the picture in it; nothing if it was there."""
    try:
        done = Publish(
            story=story, revision=story.live_revision, now=now, is_news=False
        ).execute()
    except ActionError:  # another picture of it is embargoed: this one is shown
        return ()
    return done.entries

"""An agency's picture that is here, into the stories whose copy names it.

A story that nobody at the desk touched follows by itself, in public too if it is
there; one that the desk made its own is left to the desk, who is told.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from dateline.journal.entry import Entry
from dateline.newsroom.actions.errors import ActionError
from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.actions.save import Save
from dateline.newsroom.actions.schedule import Schedule
from dateline.newsroom.actions.story_row import hold_story
from dateline.newsroom.intake.draft import is_touched
from dateline.newsroom.models.due import Due, DueAction
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.models.story_pictures import shown_picture_keys
from dateline.newsroom.models.wire_item import WireItem
from dateline.newsroom.models.wire_picture import WirePicture
from dateline.newsroom.place_pictures import is_fit, place_pictures


def join_stories(row: WirePicture, *, now: datetime) -> Sequence[Entry]:
    """Put a picture into each story that names it; return the journal's entries."""
    entries: list[Entry] = []
    for key in row.uses.order_by("story").values_list("story", flat=True):
        with transaction.atomic():
            # The wire holds its row before the story's: so do we.
            list(WireItem.objects.select_for_update().filter(story=key))
            entries += _join(hold_story(key), row, now=now)
    return entries


def _join(story: Story, row: WirePicture, *, now: datetime) -> Sequence[Entry]:
    if story.state in {StoryState.KILLED, StoryState.WITHDRAWN}:
        return ()
    draft = story.get_latest_revision_as_object()
    if is_touched(story):
        _tell(story, draft, row)
        return ()
    if not place_pictures(draft):
        return ()
    Save(story=draft, now=now).execute()
    if story.state == StoryState.PUBLISHED:
        return _publish(story, now=now)
    _plan_again(story, now=now)
    return ()


def _publish(story: Story, *, now: datetime) -> Sequence[Entry]:
    try:
        done = Publish(story=story, now=now, is_news=False).execute()
    except ActionError as error:
        reason = f"a picture came, but: {error}. {error.hint}".strip()
        story.wire_items.update(call_desk=True, reason=reason)
        return ()
    return done.entries


def _plan_again(story: Story, *, now: datetime) -> None:
    """Have the plan for an embargo's end publish the draft with its pictures."""
    plan = Due.objects.filter(
        story=story, action=DueAction.PUBLISH, done_at=None, user_id=None
    ).first()
    if plan is not None and plan.moment > now:
        Schedule(story=story, moment=plan.moment, now=now).execute()


def _tell(story: Story, draft: Story, row: WirePicture) -> None:
    """Tell the desk of a picture for a story that it made its own."""
    picture = row.picture
    if picture is None or not is_fit(picture):
        return
    if picture.pk not in shown_picture_keys(draft):
        reason = f"its picture {picture} is here: among the pictures"
        story.wire_items.update(call_desk=True, reason=reason)

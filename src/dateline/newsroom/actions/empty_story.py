"""Emptying a story: its text is in no table of the newsroom afterwards.

What stays is what the law and the record need: its id, when it was public,
where it came from, and who did what when.
"""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.admin.models import FormState
from wagtail.models import ModelLogEntry, WorkflowState

from dateline.newsroom.actions.empty_wire_rows import empty_row, save_emptied
from dateline.newsroom.models.due import Due
from dateline.newsroom.models.live_entry import LiveEntry
from dateline.newsroom.models.picture_use import PictureUse
from dateline.newsroom.models.proposal import Proposal
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.models.wire_item import WireItem
from dateline.newsroom.models.wire_picture import (
    WirePicture,
    WirePictureState,
    WirePictureUse,
)
from dateline.newsroom.related_stories import known

_WORDS = (
    "headline",
    "slugline",
    "slug",
    "standfirst",
    "credit",
    "agency",
    "lead_caption",
    "ed_note",
)


def empty_story(story: Story, *, now: datetime) -> int:
    """Empty a story's row and all that hangs on it; return how many revisions."""
    gone: int = story.revisions.count()
    WorkflowState.objects.for_instance(story).delete()
    story.revisions.delete()
    _empty_row(story, now)
    PictureUse.objects.filter(story=story).delete()
    Proposal.objects.filter(story=story).delete()
    LiveEntry.objects.filter(story=story).delete()
    _forget_wire_pictures(story)
    Due.objects.filter(story=story).update(error="")
    Due.objects.filter(story=story, done_at=None).update(done_at=now, outcome="killed")
    wires = list(WireItem.objects.filter(story=story))
    for row in wires:
        empty_row(row)
        row.reason = ""
    save_emptied(wires, "reason")
    _forget_forms(story)
    forget_log(story)
    return gone


def forget_log(instance: Any) -> None:
    """Leave who did what when in the log, and nothing of what it was about."""
    entries = ModelLogEntry.objects.filter(
        content_type=_type_of(instance), object_id=str(instance.pk)
    ).exclude(action="dateline.kill")
    entries.update(label=str(instance), data={})


def _empty_row(story: Story, now: datetime) -> None:
    for name in _WORDS:
        setattr(story, name, "")
    story.located, story.byline, story.corrections = [], [], []
    story.related, story.suggested = [], []
    story.version_of = ""
    known.forget(story.public_id)
    story.body = []
    story.lead_picture = None
    story.cities.set([])
    story.topics.set([])
    story.embargoed_until = story.go_live_at = story.expire_at = None
    story.latest_revision = story.live_revision = None
    story.live = story.has_unpublished_changes = False
    story.locked, story.locked_at, story.locked_by = False, None, None
    story.state = StoryState.KILLED
    story.killed_at = story.killed_at or now
    story.save()


def _forget_wire_pictures(story: Story) -> None:
    """Drop what its copy said of pictures that never came and nobody else names."""
    named = WirePicture.objects.filter(uses__story=story, picture=None, own=False)
    others = WirePictureUse.objects.exclude(story=story).values("wire_picture")
    alone = [row.pk for row in named.exclude(pk__in=others)]
    WirePicture.objects.filter(pk__in=alone).exclude(
        state=WirePictureState.KILLED
    ).delete()
    WirePictureUse.objects.filter(story=story).delete()


def _forget_forms(story: Story) -> None:
    """Drop what editors typed and previewed, also before it was first saved."""
    FormState.objects.filter(
        content_type=_type_of(story), object_id__in=["", str(story.pk)]
    ).delete()


def _type_of(instance: Any) -> ContentType:
    return ContentType.objects.get_for_model(instance, for_concrete_model=False)

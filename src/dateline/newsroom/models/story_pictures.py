"""Which pictures a story shows."""

from collections.abc import Iterable
from typing import Any

from dateline.news.block import BlockKind
from dateline.newsroom.models.live_entry import EntryState, LiveEntry
from dateline.newsroom.models.picture_use import PictureUse


def shown_picture_keys(story: Any) -> list[int]:
    """Return the keys of the pictures a story or a draft of it shows, sorted.

    A live blog shows those of its entries too.
    """
    keys = {story.lead_picture_id} if story.lead_picture_id else set()
    for child in story.body:
        for shot in _shots_of(child):
            if shot["picture"] is not None:
                keys.add(shot["picture"].pk)
    if story.pk and story.blog:
        shown = LiveEntry.objects.filter(story=story.pk).exclude(picture=None)
        shown = shown.exclude(state=EntryState.REMOVED)
        keys |= set(shown.values_list("picture", flat=True))
    return sorted(keys)


def _shots_of(child: Any) -> Iterable[Any]:
    """Return the pictures of a block of the body, each with its caption."""
    if child.block_type == BlockKind.PICTURE:
        return (child.value,)
    if child.block_type == BlockKind.GALLERY:
        return tuple(child.value["pictures"])
    return ()


def note_pictures(story: Any) -> None:
    """Remember that a story shows its pictures; never forgets one."""
    keys = shown_picture_keys(story)
    if keys:
        PictureUse.objects.bulk_create(
            [PictureUse(story_id=story.pk, picture_id=key) for key in keys],
            ignore_conflicts=True,
        )

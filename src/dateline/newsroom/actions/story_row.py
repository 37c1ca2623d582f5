"""Holding a story's row while something is done to it."""

from typing import Any

from dateline.newsroom.actions.errors import WrongStateError
from dateline.newsroom.models.story import Story, StoryState


class NoSuchStoryError(WrongStateError):
    """There is no story of that id."""

    hint = "The id is the last part of a story's address: …-b7k2mx/ is b7k2mx."


def hold_story(pk: int) -> Story:
    """Return a story's row, locked until the transaction ends."""
    story: Story = Story.objects.select_for_update().get(pk=pk)
    return story


def find_story(public_id: str) -> Story:
    """Return the story of a public id; raises NoSuchStoryError."""
    try:
        story: Story = Story.objects.get(public_id=public_id)
    except Story.DoesNotExist:
        raise NoSuchStoryError(f"there is no story {public_id!r}") from None
    return story


def must_not_be_killed(story: Story) -> None:
    """Raise WrongStateError for a killed story."""
    if story.state == StoryState.KILLED:
        raise WrongStateError(
            f"story {story.public_id} was killed",
            hint="What was killed cannot come back. Write a new story.",
        )


def draft_of(story: Story, revision: Any) -> Story:
    """Return the story as a revision has it, without asking for the row again."""
    draft: Story = story.with_content_json(revision.content)
    draft._state.adding = False  # noqa: SLF001 - it is the row, with other content
    return draft

"""Run blog: make a story a live blog, end it, start it again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.journal.entry import Change, Kind
from dateline.news.live import ENDED, RUNNING
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import WrongStateError
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.actions.story_row import hold_story, must_not_be_killed
from dateline.newsroom.journal_writer import write
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.public_changes import digest_of
from dateline.newsroom.public_form import as_it_stands, public_story


@dataclass(frozen=True, kw_only=True)
class RunBlog:
    """Let a story be a live blog that is "running", or has "ended".

    Readers of a published story see it at once; a draft goes out as it is set.
    """

    story: Story
    state: str
    acting_user: Any = None
    now: datetime

    def execute(self) -> Story:
        """Set the state and return the story.

        Raises NotAllowedError, and WrongStateError for one that cannot be ended.
        """
        must_be_allowed(self.acting_user, "publish_story")
        with transaction.atomic():
            story = hold_story(self.story.pk)
            must_not_be_killed(story)
            if self.state not in {RUNNING, ENDED} or (
                self.state == ENDED and not story.blog
            ):
                raise WrongStateError(
                    f"story {story.public_id} cannot become {self.state!r}",
                    hint="Start a live blog; only a running one ends.",
                )
            if story.blog != self.state:
                self._set(story)
            return story

    def _set(self, story: Story) -> None:
        story.blog = self.state
        changes: list[Change] = []
        if story.state == StoryState.PUBLISHED:
            story.public_revision += 1
            document = as_it_stands(
                public_story(story, first_published=self.now), story
            )
            story.public_hash = digest_of(document)
            changes.append(
                Change(
                    kind=Kind.STORY_PUBLISHED,
                    subject=story.public_id,
                    content=document,
                )
            )
        story.save()
        ended = self.state == ENDED
        Audit(acting_user=self.acting_user, now=self.now).note(
            story, "dateline.live-end" if ended else "dateline.live-start"
        )
        write(changes, moment=self.now)

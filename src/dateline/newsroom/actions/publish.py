"""Publish: a revision of a story, now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.put_out import (
    Fit,
    Published,
    must_be_fit,
    must_be_free,
    put_out,
)
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.actions.story_row import (
    draft_of,
    hold_story,
    must_not_be_killed,
)
from dateline.newsroom.models.story import Story, StoryState


@dataclass(frozen=True, kw_only=True)
class Publish:
    """Publish a story's newest revision, or ``revision``.

    ``may`` says that somebody else has asked already whether the user may: a
    workflow's last approval publishes in the name of one who may not alone.
    ``is_news`` says that readers of an earlier version get something new to read.
    """

    story: Story
    revision: Any = None
    acting_user: Any = None
    now: datetime
    may: bool = False
    is_news: bool = True

    def check(self) -> None:
        """Raise what stands against publishing."""
        story = Story.objects.get(pk=self.story.pk)
        self._check(story, self._draft(story))

    def execute(self) -> Published:
        """Publish; raises what ``check`` raises."""
        with transaction.atomic():
            story = hold_story(self.story.pk)
            draft = self._draft(story)
            fit = self._check(story, draft)
            was_public = story.state == StoryState.PUBLISHED
            return put_out(
                draft,
                self._revision(story),
                fit=fit,
                audit=Audit(acting_user=self.acting_user, now=self.now),
                action="dateline.update" if was_public else "dateline.publish",
                is_news=self.is_news,
            )

    def _revision(self, story: Story) -> Any:
        if self.revision is not None:
            return self.revision
        return story.latest_revision or story.save_revision(
            user=self.acting_user, clean=False
        )

    def _draft(self, story: Story) -> Story:
        revision = self.revision or story.latest_revision
        return story if revision is None else draft_of(story, revision)

    def _check(self, story: Story, draft: Story) -> Fit:
        must_not_be_killed(story)
        if not self.may:
            must_be_allowed(self.acting_user, "publish_story")
        must_be_free(draft, now=self.now)
        return must_be_fit(draft, now=self.now)

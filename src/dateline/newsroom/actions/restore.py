"""Restore: publish a withdrawn story again, as readers last had it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import WrongStateError
from dateline.newsroom.actions.put_out import (
    Fit,
    Published,
    must_be_fit,
    must_be_free,
    put_out,
)
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.actions.story_row import hold_story, must_not_be_killed
from dateline.newsroom.models.story import Story, StoryState


@dataclass(frozen=True, kw_only=True)
class Restore:
    """Publish a withdrawn story again; what was killed stays dead."""

    story: Story
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against restoring."""
        self._check(Story.objects.get(pk=self.story.pk))

    def execute(self) -> Published:
        """Restore; raises what ``check`` raises."""
        with transaction.atomic():
            story = hold_story(self.story.pk)
            fit = self._check(story)
            revision = story.save_revision(user=self.acting_user, clean=False)
            return put_out(
                story,
                revision,
                fit=fit,
                audit=Audit(acting_user=self.acting_user, now=self.now),
                action="dateline.restore",
                is_news=False,
            )

    def _check(self, story: Story) -> Fit:
        must_not_be_killed(story)
        must_be_allowed(self.acting_user, "publish_story")
        if story.state != StoryState.WITHDRAWN:
            raise WrongStateError(
                f"story {story.public_id} is not withdrawn",
                hint="Only a withdrawn story can be restored; publish a draft.",
            )
        must_be_free(story, now=self.now)
        return must_be_fit(story, now=self.now)

"""Withdraw: a story is no longer published, from now on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.journal.entry import Change, Entry, Kind, Withdrawal
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import WrongStateError
from dateline.newsroom.actions.off_fronts import take_off_fronts
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.actions.schedule import drop_plans
from dateline.newsroom.actions.story_row import hold_story, must_not_be_killed
from dateline.newsroom.journal_writer import write
from dateline.newsroom.models.due import Due, DueAction
from dateline.newsroom.models.story import Story, StoryState


@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """Take a published story down; its address answers with ``notice``."""

    story: Story
    notice: str = ""
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against withdrawing."""
        self._check(Story.objects.get(pk=self.story.pk))

    def execute(self) -> tuple[Entry, ...]:
        """Withdraw and return the journal's entries; raises what ``check`` raises."""
        with transaction.atomic():
            story = hold_story(self.story.pk)
            self._check(story)
            story.state = StoryState.WITHDRAWN
            story.live = False
            story.live_revision = None
            story.has_unpublished_changes = True
            story.save()
            drop_plans(story, now=self.now)
            Due.objects.filter(
                story=story, action=DueAction.WITHDRAW, done_at=None
            ).update(done_at=self.now, outcome="overtaken")
            gone = Withdrawal(
                id=story.public_id,
                notice=self.notice.strip(),
                language=story.language,
            )
            change = Change(
                kind=Kind.STORY_WITHDRAWN, subject=story.public_id, content=gone
            )
            changes = [*take_off_fronts(story), change]
            Audit(acting_user=self.acting_user, now=self.now).note(
                story, "dateline.withdraw", data={"notice": gone.notice}
            )
            return tuple(write(changes, moment=self.now))

    def _check(self, story: Story) -> None:
        must_not_be_killed(story)
        must_be_allowed(self.acting_user, "publish_story")
        if story.state != StoryState.PUBLISHED:
            raise WrongStateError(
                f"story {story.public_id} is not published",
                hint="There is nothing to withdraw. `kill` works in any state.",
            )

"""Schedule: a revision of a story, for a moment; and take it off again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import BadMomentError, WrongStateError
from dateline.newsroom.actions.put_out import must_be_fit
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.actions.story_row import (
    draft_of,
    hold_story,
    must_not_be_killed,
)
from dateline.newsroom.models.due import Due, DueAction
from dateline.newsroom.models.story import Story


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """Have a story's newest revision, or ``revision``, published at ``moment``."""

    story: Story
    moment: datetime
    revision: Any = None
    acting_user: Any = None
    now: datetime
    may: bool = False

    def check(self) -> None:
        """Raise what stands against scheduling."""
        self._check(Story.objects.get(pk=self.story.pk))

    def execute(self) -> Due:
        """Schedule; raises what ``check`` raises. An earlier plan is dropped."""
        with transaction.atomic():
            story = hold_story(self.story.pk)
            self._check(story)
            revision = self.revision or story.latest_revision
            drop_plans(story, now=self.now)
            revision.approved_go_live_at = self.moment
            revision.save(update_fields=["approved_go_live_at"])
            due: Due = Due.objects.create(
                moment=self.moment,
                next_try=self.moment,
                made_at=self.now,
                action=DueAction.PUBLISH,
                story=story,
                revision_id=revision.pk,
                user_id=getattr(self.acting_user, "pk", None),
            )
            Audit(acting_user=self.acting_user, now=self.now).note(
                story,
                "dateline.schedule",
                revision=revision,
                data={"moment": self.moment.isoformat()},
            )
        return due

    def _check(self, story: Story) -> None:
        must_not_be_killed(story)
        if not self.may:
            must_be_allowed(self.acting_user, "publish_story")
        if self.moment <= self.now:
            raise BadMomentError(f"{self.moment.isoformat()} is not in the future")
        revision = self.revision or story.latest_revision
        if revision is None:
            raise WrongStateError("nothing was saved yet", hint="Save the story first.")
        draft = draft_of(story, revision)
        if draft.embargoed_until is not None and self.moment < draft.embargoed_until:
            until = draft.embargoed_until.isoformat(timespec="seconds")
            raise BadMomentError(f"the embargo ends only at {until}")
        must_be_fit(draft, now=self.now)


@dataclass(frozen=True, kw_only=True)
class Unschedule:
    """Drop the plan to publish a story."""

    story: Story
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        must_be_allowed(self.acting_user, "publish_story")

    def execute(self) -> int:
        """Drop the plans and return how many there were."""
        self.check()
        with transaction.atomic():
            story = hold_story(self.story.pk)
            dropped = drop_plans(story, now=self.now)
            Audit(acting_user=self.acting_user, now=self.now).note(
                story, "dateline.unschedule"
            )
        return dropped


def drop_plans(story: Story, *, now: datetime) -> int:
    """Forget every plan to publish a story; return how many there were."""
    story.revisions.filter(approved_go_live_at__isnull=False).update(
        approved_go_live_at=None
    )
    return Due.objects.filter(
        story=story, action=DueAction.PUBLISH, done_at=None
    ).update(done_at=now, outcome="dropped")

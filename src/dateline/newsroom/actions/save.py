"""Save: a draft, as a new revision."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.actions.story_row import must_not_be_killed
from dateline.newsroom.models.new_story import add, add_revision
from dateline.newsroom.models.story import Story


@dataclass(frozen=True, kw_only=True)
class Save:
    """Save a story with the changes made to it; a new one is added.

    ``story`` carries the draft. Readers get nothing of it.
    """

    story: Story
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against saving."""
        must_not_be_killed(self.story)
        right = "add_story" if self.story.pk is None else "change_story"
        must_be_allowed(self.acting_user, right)

    def execute(self) -> Any:
        """Save and return the new revision; raises what ``check`` raises."""
        self.check()
        with transaction.atomic():
            is_new = self.story.pk is None
            if is_new:
                add(self.story)
                revision = add_revision(self.story, user=self.acting_user)
            else:
                revision = self.story.save_revision(user=self.acting_user, clean=False)
            Audit(acting_user=self.acting_user, now=revision.created_at).note(
                self.story,
                "wagtail.create" if is_new else "wagtail.edit",
                revision=revision,
            )
        return revision

"""Correct: a published story, with a note for readers where it matters."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import ActionError, WrongStateError
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


class NoNoteError(ActionError):
    """A material correction without a note."""

    hint = (
        "Say to readers what was wrong and what is right."
        " For a slip of the pen make it a minor correction."
    )


@dataclass(frozen=True, kw_only=True)
class Correct:
    """Publish a story's newest revision, or ``revision``, as a correction.

    A material one carries a ``note`` that readers see, and the story counts as
    updated; a ``minor`` one (a slip of the pen) leaves no trace for readers.
    """

    story: Story
    note: str = ""
    minor: bool = False
    revision: Any = None
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against the correction."""
        story = Story.objects.get(pk=self.story.pk)
        self._check(story, self._draft(story))

    def execute(self) -> Published:
        """Correct; raises what ``check`` raises."""
        with transaction.atomic():
            story = hold_story(self.story.pk)
            draft = self._draft(story)
            fit = self._check(story, draft)
            if not self.minor:
                moment = self.now.isoformat()
                note = {"moment": moment, "note": self.note.strip()}
                draft.corrections = [*story.corrections, note]
            return put_out(
                draft,
                self.revision or story.latest_revision,
                fit=fit,
                audit=Audit(acting_user=self.acting_user, now=self.now),
                action="dateline.correct",
                is_news=not self.minor,
                said={"minor": True} if self.minor else {"note": self.note.strip()},
            )

    def _draft(self, story: Story) -> Story:
        return draft_of(story, self.revision or story.latest_revision)

    def _check(self, story: Story, draft: Story) -> Fit:
        must_not_be_killed(story)
        must_be_allowed(self.acting_user, "publish_story")
        if story.state != StoryState.PUBLISHED:
            raise WrongStateError(
                f"story {story.public_id} is not published",
                hint="Publish it; only what readers have read can be corrected.",
            )
        if not self.minor and not self.note.strip():
            raise NoNoteError("a material correction needs a note for readers")
        must_be_free(draft, now=self.now)
        return must_be_fit(draft, now=self.now)

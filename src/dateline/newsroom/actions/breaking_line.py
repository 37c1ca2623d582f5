"""A breaking line: put up above a front, and taken down again.

By hand, or at a moment: then the due queue takes it down, and the line's end is
one more entry of the journal. Nothing public depends on a clock.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.journal.entry import Entry
from dateline.news.front import HEADLINE_LIMIT
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import (
    ActionError,
    BadMomentError,
    WrongStateError,
)
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.journal_writer import write
from dateline.newsroom.models.due import Due, DueAction
from dateline.newsroom.models.front import Front
from dateline.newsroom.models.story import Story, StoryState
from dateline.newsroom.public_changes import front_change


class BadLineError(ActionError):
    """A breaking line says nothing, or too much."""

    hint = f"Write one line of at most {HEADLINE_LIMIT} characters."


@dataclass(frozen=True, kw_only=True)
class PutUpLine:
    """Put a breaking line above a front, in place of the one that is there.

    ``story`` is where it leads, None for nowhere; ``until`` is when it ends,
    None for when somebody takes it down.
    """

    front: Front
    text: str
    story: Story | None = None
    until: datetime | None = None
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        must_be_allowed(self.acting_user, "change_front")
        text = self.text.strip()
        if not text or len(text) > HEADLINE_LIMIT:
            raise BadLineError(f"a breaking line of {len(text)} characters")
        if self.until is not None and self.until <= self.now:
            raise BadMomentError(f"{self.until.isoformat()} is not in the future")
        if self.story is not None and self.story.state != StoryState.PUBLISHED:
            raise WrongStateError(
                f"story {self.story.public_id} is not published",
                hint="Publish it first, or let the line lead nowhere.",
            )

    def execute(self) -> tuple[Entry, ...]:
        """Put it up and return the journal's entries."""
        with transaction.atomic():
            front = Front.objects.select_for_update().get(pk=self.front.pk)
            if self.story is not None:
                self.story.refresh_from_db(fields=["state"])
            self.check()
            _forget_end(front, now=self.now)
            front.line_text = " ".join(self.text.split())
            front.line_story = self.story
            front.line_until = self.until
            front.save(update_fields=["line_text", "line_story", "line_until"])
            if self.until is not None:
                Due.objects.create(
                    moment=self.until,
                    next_try=self.until,
                    made_at=self.now,
                    action=DueAction.END_LINE,
                    details={"front": front.pk},
                )
            audit = Audit(acting_user=self.acting_user, now=self.now)
            audit.note(front, "dateline.line", data={"story": self._about})
            return tuple(write(front_change(front), moment=self.now))

    @property
    def _about(self) -> str:
        """The id alone: a log must not keep words about a story that is killed."""
        return self.story.public_id if self.story is not None else ""


@dataclass(frozen=True, kw_only=True)
class TakeDownLine:
    """Take down a front's breaking line."""

    front: Front
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        must_be_allowed(self.acting_user, "change_front")

    def execute(self) -> tuple[Entry, ...]:
        """Take it down and return the journal's entries; none if there is no line."""
        self.check()
        with transaction.atomic():
            front = Front.objects.select_for_update().get(pk=self.front.pk)
            _forget_end(front, now=self.now)
            drop_line(front)
            audit = Audit(acting_user=self.acting_user, now=self.now)
            audit.note(front, "dateline.line-end")
            return tuple(write(front_change(front), moment=self.now))


def drop_line(front: Front) -> None:
    """Empty a front's breaking line; the row is saved."""
    front.line_text, front.line_story, front.line_until = "", None, None
    front.save(update_fields=["line_text", "line_story", "line_until"])


def _forget_end(front: Front, *, now: datetime) -> None:
    """Forget when the line that is there was to end."""
    Due.objects.filter(
        action=DueAction.END_LINE, details__front=front.pk, done_at=None
    ).update(done_at=now, outcome="dropped")

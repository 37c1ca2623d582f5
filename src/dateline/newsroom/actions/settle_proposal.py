"""Accept or decline a wire version that was proposed to the desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import ActionError, WrongStateError
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.actions.save import Save
from dateline.newsroom.actions.story_row import hold_story, must_not_be_killed
from dateline.newsroom.merge_story import Choice, Take, compare, merged, unanswered
from dateline.newsroom.models.proposal import Proposal
from dateline.newsroom.models.story import Story
from dateline.newsroom.models.wire_item import WireState
from dateline.newsroom.proposed import states_of


class UndecidedError(ActionError):
    """The desk and the agency both changed something, and nobody has chosen."""

    hint = "Choose in each row that is marked; what you chose already is kept."


class OvertakenError(WrongStateError):
    """A later version came meanwhile."""

    hint = (
        "Decide about the later version; what you chose is kept where it says the same."
    )


@dataclass(frozen=True, kw_only=True)
class SettleProposal:
    """Make a draft of the proposed version as the desk chose, or let it be.

    With ``choices`` (by the row's key) the draft is merged row by row; without,
    accepting takes everything the agency sent. Declining keeps ours as it is.
    Nothing of it is public: publishing is an action of its own.
    """

    proposal: Proposal
    accept: bool
    choices: Mapping[str, Choice] | None = None
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        self._check(Proposal.objects.get(pk=self.proposal.pk))

    def execute(self) -> Story:
        """Settle, and return the story; raises what ``check`` raises.

        Raises UndecidedError if a row that both changed has no choice.
        """
        with transaction.atomic():
            held = Proposal.objects.select_for_update().get(pk=self.proposal.pk)
            self._check(held)
            story = hold_story(held.story_id)
            must_not_be_killed(story)
            if self.accept:
                story = self._accepted(story, held)
                Save(story=story, acting_user=self.acting_user, now=self.now).execute()
            held.settled_at, held.accepted = self.now, self.accept
            held.save()
            held.wire_item.state, held.wire_item.call_desk = WireState.DRAFT, False
            held.wire_item.save(update_fields=["state", "call_desk"])
            action = "dateline.accept" if self.accept else "dateline.decline"
            Audit(acting_user=self.acting_user, now=self.now).note(
                story, action, data={"version": held.version}
            )
        return story

    def _accepted(self, story: Story, held: Proposal) -> Story:
        before, ours, now = states_of(story, held)
        rows = compare(before, ours, now)
        if self.choices is None:
            theirs = {row.key: Choice(take=Take.THEIRS) for row in rows}
            return merged(ours, now, rows, theirs)
        left = unanswered(rows, self.choices)
        if left:
            raise UndecidedError(f"{len(left)} of the rows wait for a choice")
        return merged(ours, now, rows, self.choices)

    def _check(self, proposal: Proposal) -> None:
        must_be_allowed(self.acting_user, "change_story")
        if proposal.settled_at is None:
            return
        if proposal.accepted is None:
            raise OvertakenError("a later version came meanwhile")
        raise WrongStateError(
            "this version was settled before", hint="See the story's history."
        )

"""Enter a grievance in the register, acknowledge it, decide it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import ActionError
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.models.grievance import Grievance


class UnfitGrievanceError(ActionError):
    """An entry whose moments or outcome cannot be."""

    hint = "Received comes first; a decision has a moment and an outcome."


@dataclass(frozen=True, kw_only=True)
class SaveGrievance:
    """Save ``grievance``, a new entry of the register or a changed one.

    The audit log says what it waits for since, and never what was complained of.
    """

    grievance: Grievance
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        right = "add" if self.grievance.pk is None else "change"
        must_be_allowed(self.acting_user, f"{right}_grievance")
        try:
            self.grievance.clean()
        except ValidationError as error:
            raise UnfitGrievanceError(" ".join(error.messages)) from error

    def execute(self) -> Grievance:
        """Save and return it; raises what ``check`` raises."""
        self.check()
        with transaction.atomic():
            self.grievance.save()
            said = self.grievance.outcome or f"waits to {self.grievance.standing}"
            Audit(acting_user=self.acting_user, now=self.now).note(
                self.grievance, "dateline.grievance", data={"note": said}
            )
        return self.grievance

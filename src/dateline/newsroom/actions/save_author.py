"""Save the record of an author or an agency; readers have it at once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import ActionError
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.journal_writer import write
from dateline.newsroom.models.author import Author
from dateline.newsroom.public_changes import author_change, picture_changes


class UnfitAuthorError(ActionError):
    """A record that no byline finds, there is already, or whose picture is unfit."""

    hint = (
        "Write the name exactly as bylines have it; one record for each name. A"
        " picture is free for readers and has an alternative text."
    )


@dataclass(frozen=True, kw_only=True)
class SaveAuthor:
    """Save ``author``, a new record or a changed one.

    Its name must still lead to the same address: bylines find it by its name. A
    picture must be free for readers, and have an alternative text.
    """

    author: Author
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against it."""
        right = "add" if self.author.pk is None else "change"
        must_be_allowed(self.acting_user, f"{right}_author")
        try:
            self.author.clean()
        except ValidationError as error:
            raise UnfitAuthorError(" ".join(error.messages)) from error

    def execute(self) -> Author:
        """Save and return the record; raises what ``check`` raises."""
        self.check()
        with transaction.atomic():
            self.author.name = " ".join(self.author.name.split())
            self.author.save()
            keys = [self.author.picture_id] if self.author.picture_id else []
            changes = [*picture_changes(keys), *author_change(self.author)]
            Audit(acting_user=self.acting_user, now=self.now).note(
                self.author, "dateline.author"
            )
            write(changes, moment=self.now)
        return self.author

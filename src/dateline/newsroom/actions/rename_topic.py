"""Rename a topic; its address stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from dateline.journal.entry import Entry
from dateline.newsroom.actions.audit import Audit
from dateline.newsroom.actions.errors import ActionError
from dateline.newsroom.actions.rights import must_be_allowed
from dateline.newsroom.journal_writer import write
from dateline.newsroom.models.topic import Topic
from dateline.newsroom.public_changes import topic_change


class NamelessTopicError(ActionError):
    """A topic without a name."""

    hint = "Give the topic a name."


@dataclass(frozen=True, kw_only=True)
class RenameTopic:
    """Give a topic another name, and another of what else is given.

    ``names`` are those in other languages, lines as the topic keeps them.
    """

    topic: Topic
    name: str
    description: str | None = None
    kind: str | None = None
    names: Sequence[str] | None = None
    acting_user: Any = None
    now: datetime

    def check(self) -> None:
        """Raise what stands against the new name."""
        must_be_allowed(self.acting_user, "change_topic")
        if not self.name.strip():
            raise NamelessTopicError("the name is empty")

    def execute(self) -> tuple[Entry, ...]:
        """Rename and return the journal's entries; none if it is not public."""
        self.check()
        with transaction.atomic():
            topic = Topic.objects.select_for_update().get(pk=self.topic.pk)
            topic.name = " ".join(self.name.split())
            if self.description is not None:
                topic.description = self.description
            if self.kind is not None:
                topic.kind = self.kind
            if self.names is not None:
                topic.names = list(self.names)
            topic.save()
            changes = topic_change(topic) if topic.public_hash else []
            Audit(acting_user=self.acting_user, now=self.now).note(
                topic, "dateline.rename"
            )
            return tuple(write(changes, moment=self.now))

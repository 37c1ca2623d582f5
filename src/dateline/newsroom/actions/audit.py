"""Who did what, when: a line in Wagtail's log for each action."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.log_actions import LogFormatter, get_active_log_context
from wagtail.log_actions import registry as log_registry

from dateline.newsroom.insert_row import insert_row

NAMES = {
    "dateline.take": ("Take", "Taken from the wire"),
    "dateline.clear": ("Clear", "A kill in words does not mean it"),
    "dateline.leave": ("Leave", "Left on the wire"),
    "dateline.publish": ("Publish", "Published"),
    "dateline.update": ("Publish update", "Update published"),
    "dateline.schedule": ("Schedule", "Scheduled"),
    "dateline.unschedule": ("Unschedule", "Taken off the schedule"),
    "dateline.correct": ("Correct", "Corrected"),
    "dateline.withdraw": ("Withdraw", "Withdrawn"),
    "dateline.kill": ("Kill", "Killed"),
    "dateline.live-start": ("Start live blog", "Live blog started"),
    "dateline.live-end": ("End live blog", "Live blog ended"),
    "dateline.live-entry": ("Live entry", "Live entry released"),
    "dateline.live-draft": ("Draft live entry", "Live entry drafted"),
    "dateline.live-correct": ("Correct live entry", "Live entry corrected"),
    "dateline.live-remove": ("Remove live entry", "Live entry removed"),
    "dateline.restore": ("Restore", "Published again"),
    "dateline.arrange": ("Arrange front", "Front arranged"),
    "dateline.line": ("Put up breaking line", "Breaking line put up"),
    "dateline.line-end": ("Take down breaking line", "Breaking line taken down"),
    "dateline.rule": ("Save routing rule", "Routing rule saved"),
    "dateline.rule-move": ("Move routing rule", "Routing rule moved"),
    "dateline.rule-delete": ("Delete routing rule", "Routing rule deleted"),
    "dateline.rename": ("Rename topic", "Topic renamed"),
    "dateline.author": ("Save author", "Author saved"),
    "dateline.grievance": ("Save grievance", "Register of grievances"),
    "dateline.picture": ("Change picture", "Picture changed"),
    "dateline.hold-picture": ("Hold picture", "Held back from readers"),
    "dateline.free-picture": ("Let picture go", "Let go"),
    "dateline.accept": ("Accept wire version", "Wire version accepted"),
    "dateline.decline": ("Decline wire version", "Wire version declined"),
}
"""Every action of ours, with its label and what the history says of it."""


_SAID = ("note", "reason", "notice")
"""What a person said with an action, by its key in the log's data."""


def formatter_of(label: str, message: str) -> type[LogFormatter]:
    """Return how the history says an action: what was done, and what was said."""

    class Line(LogFormatter):
        """One action's line."""

        def format_message(self, log_entry: Any) -> str:
            """Return the deed, and the note or reason given with it."""
            data = log_entry.data
            done = f"{message}, minor" if data.get("minor") else message
            said = next((data[key] for key in _SAID if data.get(key)), "")
            return f"{done}: {said}" if said else done

    Line.label, Line.message = label, message
    return Line


@dataclass(frozen=True, kw_only=True, slots=True)
class Audit:
    """Who acts, and when."""

    acting_user: Any
    now: datetime

    def note(
        self,
        instance: Any,
        action: str,
        *,
        revision: Any = None,
        data: dict[str, Any] | None = None,
    ) -> None:
        """Write a line about something that was done to ``instance``."""
        _write(
            instance,
            action,
            user=self.acting_user,
            revision=revision,
            data=data or {},
            timestamp=self.now,
            content_changed=revision is not None,
        )


def _write(instance: Any, action: str, *, user: Any, **fields: Any) -> None:
    """Write what Wagtail's own ``log`` writes, without looking up what is there.

    Its entry is checked as Wagtail checks it, but for the foreign keys: that would
    be a query for each, and the database holds them anyway.
    """
    log_registry.scan_for_actions()
    context = get_active_log_context()
    entry = log_registry.get_log_model_for_instance(instance)(
        content_type=ContentType.objects.get_for_model(
            instance, for_concrete_model=False
        ),
        object_id=str(instance.pk),
        label=str(instance) or f"{type(instance).__name__} object ({instance.pk})",
        action=action,
        user=user or context.user,
        uuid=context.uuid,
        **fields,
    )
    entry.full_clean(exclude=("content_type", "user", "revision"))
    insert_row(entry)

"""What differs between two states of a story, field by field."""

from dataclasses import dataclass
from typing import Any

from wagtail.admin.panels import get_edit_handler

from dateline.newsroom.models.story import Story


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """One field; ``markup`` has what went struck out and what came marked."""

    label: str
    markup: str


def changes_of(story: Story) -> list[Difference]:
    """Return what the newest draft changes for readers."""
    return differences(story, story.get_latest_revision_as_object())


def differences(before: Story, after: Story) -> list[Difference]:
    """Return the fields of the form in which two states differ."""
    panel = get_edit_handler(Story).get_bound_panel(
        instance=before, request=None, form=None
    )
    found: list[Any] = [compare(before, after) for compare in panel.get_comparison()]
    return [
        Difference(label=str(field.field_label()), markup=field.htmldiff())
        for field in found
        if field.has_changed()
    ]

"""The buttons at the foot of a story's form."""

from typing import Any

from wagtail.snippets.action_menu import ActionMenuItem

from dateline.newsroom.admin.story_header import Deed, deeds_for
from dateline.newsroom.models.story import Story

_NOT_OURS = {"action-unpublish"}
"""Wagtail's own, replaced by a screen that asks for a notice."""


class DeedItem(ActionMenuItem):
    """A link to the screen of an action."""

    template_name = "newsroom/story/deed_item.html"

    def __init__(self, deed: Deed, *, order: int) -> None:
        super().__init__(order=order)
        self.label = deed.label
        self.icon_name = deed.icon
        self.href = deed.href
        self.grave = deed.grave

    def get_url(self, parent_context: Any) -> str:  # noqa: ARG002 - Wagtail's signature
        """Return the address of the screen."""
        return self.href

    def get_context_data(self, parent_context: Any) -> Any:
        """Say whether it cannot be undone."""
        return {**super().get_context_data(parent_context), "grave": self.grave}


def make_menu(items: list[Any], request: Any, context: Any) -> None:
    """Put our actions in the place of Wagtail's."""
    story = context.get("instance")
    if not isinstance(story, Story):
        return
    items[:] = [item for item in items if item.name not in _NOT_OURS]
    for order, deed in enumerate(deeds_for(story, request.user), start=200):
        items.append(DeedItem(deed, order=order))

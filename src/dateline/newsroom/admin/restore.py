"""Restore a withdrawn story."""

from typing import Any

from dateline.newsroom.actions.restore import Restore
from dateline.newsroom.admin.story_action import StoryActionView


class RestoreView(StoryActionView):
    """Publish a withdrawn story again."""

    template_name = "newsroom/story/restore.html"
    page_title = "Restore"
    header_icon = "rotate"
    button = "Publish it again"
    button_busy = "Publishing…"

    def act(self, form: Any) -> str:  # noqa: ARG002 - nothing is asked
        """Restore."""
        Restore(story=self.story, **self.acting).execute()
        return "The story is published again, under the address it had."

"""Deleting a draft that no reader ever saw; nothing else is ever deleted."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.snippets.views.snippets import DeleteView

from dateline.newsroom.models.story import StoryState


class StoryDeleteView(DeleteView):
    """Delete a draft."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Turn away from a story that was public."""
        story = self.object
        if story.public_revision or story.state != StoryState.DRAFT:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

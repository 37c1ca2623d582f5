"""Wagtail's "unpublish": our screen, and our action, behind its address."""

from typing import Any

from django.shortcuts import redirect
from django.utils import timezone
from wagtail.admin import messages
from wagtail.snippets.views.snippets import UnpublishView

from dateline.newsroom.actions.errors import ActionError
from dateline.newsroom.actions.withdraw import Withdraw
from dateline.newsroom.admin.remarks import sentence
from dateline.newsroom.admin.story_links import story_url


class StoryUnpublishView(UnpublishView):
    """Withdraw a story; whoever comes by link is asked for a notice first."""

    def get(self, _request: Any, *_args: Any, **_kwargs: Any) -> Any:
        """Lead to the screen that asks for a notice."""
        return redirect(story_url("withdraw", self.object))

    def unpublish(self) -> Any:
        """Withdraw by our action; say what stands against it, if anything."""
        try:
            Withdraw(
                story=self.object, acting_user=self.request.user, now=timezone.now()
            ).execute()
        except ActionError as error:
            messages.error(self.request, sentence(error))
            return redirect(story_url("edit", self.object))
        return None

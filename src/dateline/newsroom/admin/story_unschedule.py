"""Wagtail's "cancel scheduled publish": our action behind it."""

from typing import Any

from django.utils import timezone
from wagtail.snippets.views.snippets import RevisionsUnscheduleView

from dateline.newsroom.actions.schedule import Unschedule


class StoryUnscheduleView(RevisionsUnscheduleView):
    """Take a story off the schedule."""

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Drop the plan, then let Wagtail say so."""
        Unschedule(
            story=self.object, acting_user=request.user, now=timezone.now()
        ).execute()
        return super().post(request, *args, **kwargs)

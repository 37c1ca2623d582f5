"""Wagtail's own buttons lead here, and from here to our actions.

Wagtail has asked for the rights already: the publish button is shown to those
who may, and a workflow's last approval publishes for one who may not alone.
"""

from typing import Any

from django.utils import timezone

from dateline.newsroom.actions.publish import Publish
from dateline.newsroom.actions.schedule import Schedule
from dateline.newsroom.actions.withdraw import Withdraw
from dateline.newsroom.models.story import Story


class WagtailDoors:
    """Sends Wagtail's publish and unpublish to the newsroom's actions."""

    def publish(self, revision: Any, *, user: Any, previous_revision: Any) -> None:  # noqa: ARG002 - Wagtail's
        """Publish a revision; one with a go-live moment to come is scheduled."""
        now = timezone.now()
        story: Story = revision.content_object
        moment = revision.as_object().go_live_at
        if moment is not None and moment > now:
            Schedule(
                story=story,
                moment=moment,
                revision=revision,
                acting_user=user,
                now=now,
                may=True,
            ).execute()
        else:
            Publish(
                story=story, revision=revision, acting_user=user, now=now, may=True
            ).execute()

    def unpublish(self, story: Any, *, user: Any) -> None:
        """Withdraw a story."""
        Withdraw(story=story, acting_user=user, now=timezone.now()).execute()

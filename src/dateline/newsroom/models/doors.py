"""What Wagtail's own buttons need done, without knowing who does it."""

from typing import Any, Protocol


class Doors(Protocol):
    """Stands behind every way by which Wagtail would publish or unpublish.

    ``apps.NewsroomConfig.ready`` sets it; models import no action.
    """

    def publish(self, revision: Any, *, user: Any, previous_revision: Any) -> None:
        """Publish, or schedule, a revision of a story."""

    def unpublish(self, story: Any, *, user: Any) -> None:
        """Withdraw a story."""


class Previewer(Protocol):
    """Renders a draft as readers would see it."""

    def __call__(self, story: Any, request: Any) -> Any:
        """Return the response that shows ``story``."""

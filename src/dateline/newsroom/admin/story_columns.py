"""The columns of the list of stories."""

from collections.abc import Callable
from typing import Any

from wagtail.admin.ui.tables import Column, TitleColumn

from dateline.newsroom.admin.shown import shown, shown_short, zone_now
from dateline.newsroom.admin.story_standing import badge_of, due_moment


class StateColumn(Column):
    """The state of a story as a badge."""

    cell_template_name = "newsroom/columns/state.html"

    def get_value(self, instance: Any) -> Any:
        """Return the badge."""
        return badge_of(instance)

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        """Add when the next publication is due."""
        context = super().get_cell_context_data(instance, parent_context)
        return {
            **context,
            "badge": badge_of(instance),
            "due": shown(due_moment(instance)),
        }


class MomentColumn(Column):
    """A moment in the site's zone, whose name stands in the head."""

    cell_template_name = "newsroom/columns/moment.html"

    def __init__(self, name: str, label: str, **kwargs: Any) -> None:
        super().__init__(name, label=label, **kwargs)
        self._label = label

    def get_header_context_data(self, parent_context: Any) -> Any:
        """Name the zone in the head."""
        self.label = f"{self._label}, {zone_now()}"
        return super().get_header_context_data(parent_context)

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        """Add the short form to read and the long one to hover."""
        context = super().get_cell_context_data(instance, parent_context)
        moment = self.get_value(instance)
        return {**context, "short": shown_short(moment), "long": shown(moment)}


class UrgencyColumn(Column):
    """The urgency, marked where it is above routine."""

    cell_template_name = "newsroom/columns/urgency.html"


class LockColumn(Column):
    """Who holds the lock of a story."""

    cell_template_name = "newsroom/columns/lock.html"


class HeadlineColumn(TitleColumn):
    """Headline over slugline; leads to the story."""

    cell_template_name = "newsroom/columns/headline.html"


def story_columns(*, edit_url: Callable[[Any], str | None]) -> list[Any]:
    """Return the columns, in order."""
    return [
        HeadlineColumn(
            "headline",
            label="Headline",
            accessor=str,
            get_url=edit_url,
            get_title_id=lambda story: f"snippet_{story.pk}_title",
        ),
        StateColumn("state", label="State"),
        Column("section", label="Section"),
        Column("agency", label="Agency"),
        UrgencyColumn("urgency", label="Urg.", sort_key="urgency"),
        MomentColumn("first_published_at", label="First published"),
        MomentColumn("latest_revision.created_at", label="Last edited"),
        LockColumn("locked", label="Lock"),
    ]

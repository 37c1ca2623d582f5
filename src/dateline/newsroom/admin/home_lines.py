"""What the panels of the first screen are made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.admin.ui.components import Component

from dateline.newsroom.admin.shown import zone_now
from dateline.newsroom.admin.story_standing import Badge


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line of a panel."""

    moment: str
    text: str
    url: str = ""
    badge: Badge | None = None
    note: str = ""
    fault: str = ""


class Panel(Component):
    """A list of lines under a heading."""

    template_name = "newsroom/home/lines.html"
    name = ""
    heading = ""
    empty = ""
    order = 100

    def __init__(self, user: Any) -> None:
        self.user = user

    @classmethod
    def is_for(cls, user: Any) -> bool:  # noqa: ARG003 - most are for everybody
        """Return whether somebody has this panel on the first screen."""
        return True

    def lines(self) -> Iterable[Any]:
        """Return what the panel shows."""
        return ()

    def get_context_data(self, parent_context: Any = None) -> Any:  # noqa: ARG002 - Wagtail's
        """Return the template's context."""
        return {
            "name": self.name,
            "heading": self.heading,
            "empty": self.empty,
            "zone": zone_now(),
            "lines": list(self.lines()),
        }

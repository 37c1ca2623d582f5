"""What the agency sent for a story, on the story's own form."""

from typing import Any

from wagtail.admin.panels import Panel

from dateline.newsroom.admin.shown import shown
from dateline.newsroom.models.proposal import Proposal
from dateline.newsroom.models.story import Story
from dateline.newsroom.models.wire_item import WireItem
from dateline.newsroom.routing.kept import from_kept, sentences


class AgencyPanel(Panel):
    """Provenance, the agency's versions and the way to the audit log."""

    def clean_name(self) -> str:
        """Return the panel's name in addresses."""
        return "agency"

    class BoundPanel(Panel.BoundPanel):
        """The panel of one story."""

        template_name = "newsroom/panels/agency.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            """Return what the template shows."""
            context = super().get_context_data(parent_context)
            story = self.instance
            known = isinstance(story, Story) and story.pk is not None
            return {
                **context,
                "story": story,
                "items": _items(story) if known else [],
                "proposals": _proposals(story) if known else [],
            }


def _items(story: Story) -> list[dict[str, Any]]:
    items = WireItem.objects.filter(story=story).order_by("-last_seen")
    return [
        {
            "item": item,
            "created": shown(item.version_created),
            "seen": shown(item.last_seen),
            "placed": sentences(from_kept(item.placed)),
            "routed": sentences(from_kept(item.routed)),
        }
        for item in items
    ]


def _proposals(story: Story) -> list[dict[str, Any]]:
    rows = Proposal.objects.filter(story=story).order_by("-made_at")
    return [{"proposal": row, "made": shown(row.made_at)} for row in rows]

"""One wire item: what it says, what became of it, and take or leave it.

The same is shown beside the list, as a piece of a screen.
"""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dateline.newsroom.admin.desk_zone import clock_of
from dateline.newsroom.admin.wire_copy import copy_of
from dateline.newsroom.admin.wire_deeds import answer, do
from dateline.newsroom.admin.wire_families import families_of
from dateline.newsroom.admin.wire_list import WireScreen
from dateline.newsroom.admin.wire_names import call_by_captions
from dateline.newsroom.admin.wire_rows import history_of, rows_of
from dateline.newsroom.models.proposal import Proposal
from dateline.newsroom.models.suspect import Suspect
from dateline.newsroom.models.wire_item import WireItem
from dateline.newsroom.routing.kept import from_kept, sentences


class _ItemView(WireScreen, TemplateView):
    """What the screen of an item and its preview have in common."""

    row: WireItem

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Find the item."""
        if request.user.has_perm("newsroom.view_wireitem"):
            rows = WireItem.objects.select_related("story", "taken_by")
            self.row = get_object_or_404(rows, pk=kwargs["pk"])
            call_by_captions([self.row])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return the item's text and what became of it."""
        row = self.row
        user: Any = self.request.user
        clock = clock_of(user, now=timezone.now())
        (family,) = families_of([row.pk])
        (shown,) = rows_of([family], user=user, clock=clock)
        waiting = Proposal.objects.filter(wire_item=row, settled_at=None)
        return super().get_context_data(**kwargs) | {
            "row": shown,
            "copy": copy_of(row),
            "created": clock.stamp(row.version_created),
            "history": history_of(family, clock=clock),
            "proposal": waiting.first(),
            "notices": _notices(row),
            "routed": sentences(from_kept(row.routed)),
            "may_leave": user.has_perm("newsroom.change_wireitem"),
        }


class WirePreviewView(_ItemView):
    """The item as it stands beside the list."""

    template_name = "newsroom/wire/preview.html"


class WireItemView(WagtailAdminTemplateMixin, _ItemView):
    """The screen of one wire item."""

    template_name = "newsroom/wire/item.html"
    page_title = "Wire"
    header_icon = "newsroom-wire"

    def post(self, request: Any, *_args: Any, **_kwargs: Any) -> Any:
        """Take it, leave it, or put it on the taster."""
        done = do(request.POST, self.row, user=request.user)
        left = "leave" in request.POST and done.level == "success"
        back = reverse("wire:index") if left else request.path
        return answer(request, done, back=back)

    def get_breadcrumbs_items(self) -> Any:
        """Lead back to the wire."""
        return [
            {"url": reverse("wagtailadmin_home"), "label": "Home"},
            {"url": reverse("wire:index"), "label": "Wire"},
            {"url": "", "label": str(self.row)},
        ]

    def get_page_subtitle(self) -> str:
        """Return the headline."""
        return str(self.row)


def _notices(row: WireItem) -> list[WireItem]:
    """Return the kills in words that a row is, or may be meant by."""
    against = WireItem.objects.filter(suspects__wire_item=row).distinct()
    is_one = row.open_notice or Suspect.objects.filter(notice=row).exists()
    return [*([row] if is_one else []), *against.exclude(pk=row.pk)]

"""A kill in words beside its suspects: the desk says which story was meant."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dateline.errors import DatelineError
from dateline.newsroom.actions.settle_suspect import CloseNotice, SettleSuspect
from dateline.newsroom.admin.remarks import sentence
from dateline.newsroom.admin.shown import shown
from dateline.newsroom.admin.story_links import story_url
from dateline.newsroom.admin.wire_copy import WireCopy, copy_of
from dateline.newsroom.models.story import Story
from dateline.newsroom.models.suspect import Suspect, Suspicion
from dateline.newsroom.models.wire_item import WireItem
from dateline.newsroom.stories_of_item import family_of, stories_of


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownStory:
    """A story of a suspect: its name, its form, and whether it was taken down."""

    story: Story
    href: str
    was_public: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownSuspect:
    """A suspect with its copy, what was done, and whether it waits."""

    suspect: Suspect
    copy: WireCopy
    created: str
    settled: str
    stories: tuple[ShownStory, ...]

    @property
    def waits(self) -> bool:
        """Whether somebody has to decide."""
        return bool(self.suspect.outcome == Suspicion.OPEN)


class KillNoticeView(WagtailAdminTemplateMixin, TemplateView):
    """The notice, its suspects, and two buttons for each."""

    template_name = "newsroom/wire/notice.html"
    page_title = "Kill from a wire"
    header_icon = "warning"

    row: WireItem

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Let in those who may look."""
        if not request.user.has_perm("newsroom.view_wireitem"):
            raise PermissionDenied
        self.row = get_object_or_404(WireItem, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: Any, *_args: Any, **_kwargs: Any) -> Any:
        """Kill a suspect, put it back, or close the notice."""
        try:
            said = self._settle(request)
        except DatelineError as error:
            messages.error(request, sentence(error))
        else:
            messages.success(request, said)
        return redirect(request.path)

    def _settle(self, request: Any) -> str:
        acting = {"acting_user": request.user, "now": timezone.now()}
        if "close" in request.POST:
            CloseNotice(notice=self.row, **acting).execute()
            return "The notice is closed."
        kill = "kill" in request.POST
        chosen = request.POST.get("kill" if kill else "clear", "")
        key = int(chosen) if chosen.isdecimal() else 0
        suspect = get_object_or_404(Suspect, notice=self.row, pk=key)
        SettleSuspect(suspect=suspect, kill=kill, **acting).execute()
        if kill:
            return "Killed: gone from everywhere, at every moment."
        return "Put back: readers have it again, if they had it before."

    def get_breadcrumbs_items(self) -> Any:
        """Lead back to the wire."""
        return [
            {"url": reverse("wagtailadmin_home"), "label": "Home"},
            {"url": reverse("wire:index"), "label": "Wire"},
            {"url": reverse("wire:item", args=[self.row.pk]), "label": str(self.row)},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return the notice and its suspects, those that wait first."""
        found = Suspect.objects.filter(notice=self.row)
        found = found.select_related("wire_item", "notice")
        suspects = [_shown(each) for each in found.order_by("pk")]
        suspects.sort(key=lambda each: not each.waits)
        user: Any = self.request.user
        return super().get_context_data(**kwargs) | {
            "row": self.row,
            "copy": copy_of(self.row),
            "seen": shown(self.row.last_seen),
            "suspects": suspects,
            "waiting": sum(each.waits for each in suspects),
            "may_kill": user.has_perm("newsroom.kill_story"),
            "may_publish": user.has_perm("newsroom.publish_story"),
        }


def _shown(suspect: Suspect) -> ShownSuspect:
    row = suspect.wire_item
    return ShownSuspect(
        suspect=suspect,
        copy=copy_of(row),
        created=shown(row.version_created),
        settled=shown(suspect.settled_at),
        stories=tuple(
            ShownStory(
                story=story,
                href=story_url("edit", story),
                was_public=story.public_id in suspect.published,
            )
            for story in stories_of(family_of(row))
        ),
    )

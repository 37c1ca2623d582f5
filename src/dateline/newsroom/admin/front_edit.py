"""Arranging a front.

The whole arrangement is one form. Each button (up, down, take out, put in,
relate, search) sends it and gets it back as it is then, with a preview that the
press's own page function makes; so the screen works without a script and by
keyboard alone. ``front.js`` does the same without leaving the page, and adds
dragging and a preview that follows each keystroke. Nothing is public before
"Publish"; only a breaking line goes up, and comes down, at once.
"""

from datetime import timedelta
from typing import Any

from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dateline.news.front import HEADLINE_LIMIT, LABEL_LIMIT, Label, Shape
from dateline.newsroom.actions.arrange_front import PLACES, ArrangeFront
from dateline.newsroom.actions.breaking_line import PutUpLine, TakeDownLine
from dateline.newsroom.actions.errors import ActionError
from dateline.newsroom.admin.front_form import (
    Places,
    ids_in,
    places_in,
    places_of,
    placings,
    pressed,
    readable,
)
from dateline.newsroom.admin.front_history import earlier_arrangements
from dateline.newsroom.admin.front_preview import draft_page, path_of
from dateline.newsroom.admin.front_rows import (
    found,
    placed_rows,
    places_shown,
    public_stories,
    rows_of,
    topped_up,
    why_not,
)
from dateline.newsroom.admin.remarks import sentence
from dateline.newsroom.admin.shown import shown
from dateline.newsroom.models.front import Front
from dateline.newsroom.models.story import Story
from dateline.newsroom.public_form import public_front
from dateline.newsroom.site_settings import site_settings
from dateline.pages.teaser import label_text

_HOURS = (1, 3, 6, 12)

_SHAPES = (
    (Shape.AUTOMATIC.value, "Automatic"),
    (Shape.PICTURE.value, "Led by its picture"),
    (Shape.TEXT.value, "Led by its words"),
)


class FrontEditView(WagtailAdminTemplateMixin, TemplateView):
    """The editor of one front."""

    template_name = "newsroom/front/edit.html"
    page_title = "Front"
    header_icon = "newsroom-front"

    front: Front

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Let in those who may arrange; others may look."""
        if not request.user.has_perm("newsroom.view_front"):
            raise PermissionDenied
        self.may = request.user.has_perm("newsroom.change_front")
        self.front = get_object_or_404(Front, pk=unquote(kwargs["pk"]))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: Any, *_args: Any, **_kwargs: Any) -> Any:
        """Show the front as readers have it."""
        places = places_of(public_front(self.front))
        return self._show(places, query=request.GET.get("q", ""), changed=False)

    def post(self, request: Any, *_args: Any, **_kwargs: Any) -> Any:
        """Change the draft, or publish it; or put up or take down a line."""
        if not self.may:
            raise PermissionDenied
        before = places_in(request.POST)
        if "publish" in request.POST:
            return self._publish(before)
        places = pressed(before, request.POST)
        if "earlier" in request.POST:
            places = self._earlier(request.POST["earlier"])
        if "line-up" in request.POST or "line-down" in request.POST:
            self._line(request.POST)
        changed = places != before or request.POST.get("changed") == "1"
        query = request.POST.get("q", "")
        return self._show(places, query=query, changed=changed)

    def _publish(self, places: Places) -> Any:
        request = self.request
        stories = public_stories(ids_in(places))
        if self._missing(places, stories):
            return self._show(places, query="", changed=True)
        try:
            entries = ArrangeFront(
                front=self.front,
                places=placings(places, stories),
                acting_user=request.user,
                now=timezone.now(),
            ).execute()
        except ActionError as error:
            messages.error(request, sentence(error))
            return self._show(places, query="", changed=True)
        said = "published" if entries else "what readers have already"
        messages.success(request, f"{self.front}: the arrangement is {said}.")
        return redirect(request.path)

    def _line(self, data: Any) -> None:
        """Put up or take down the breaking line, at once; say why not."""
        try:
            if "line-down" in data:
                TakeDownLine(
                    front=self.front,
                    acting_user=self.request.user,
                    now=timezone.now(),
                ).execute()
                messages.success(self.request, "The breaking line is taken down.")
            else:
                self._put_up(data)
                messages.success(self.request, "The breaking line is up.")
        except ActionError as error:
            messages.error(self.request, sentence(error))
        self.front.refresh_from_db()

    def _put_up(self, data: Any) -> None:
        now = timezone.now()
        hours = data.get("line-hours", "")
        known = hours in {str(number) for number in _HOURS}
        story = public_stories([data.get("line-story", "")])
        PutUpLine(
            front=self.front,
            text=data.get("line-text", ""),
            story=next(iter(story.values()), None),
            until=now + timedelta(hours=int(hours)) if known else None,
            acting_user=self.request.user,
            now=now,
        ).execute()

    def _earlier(self, number: str) -> Places:
        """Return an earlier arrangement, to be looked at and published again."""
        found = earlier_arrangements(self.front.pk)
        fronts = {str(each.number): each.front for each in found}
        return places_of(fronts.get(number) or public_front(self.front))

    def _missing(self, places: Places, stories: dict[str, Story]) -> list[str]:
        """Warn of each story of the draft that readers do not have; return them."""
        lost = [name for name in ids_in(places) if name not in stories]
        rows = {s.public_id: s for s in Story.objects.filter(public_id__in=lost)}
        for name in lost:
            why = why_not(rows[name]) if name in rows else "unknown"
            headline = str(rows.get(name, name))
            messages.warning(
                self.request, f"Taken out of the draft: {headline} is {why}."
            )
        return lost

    def _show(self, places: Places, *, query: str, changed: bool) -> Any:
        stories = public_stories(ids_in(places))
        changed = bool(self._missing(places, stories)) or changed
        return self.render_to_response(
            self.get_context_data(
                places=readable(places, stories),
                stories=stories,
                query=query,
                changed=changed,
            )
        )

    def get_page_subtitle(self) -> str:
        """Return the front's name."""
        return str(self.front)

    def get_breadcrumbs_items(self) -> Any:
        """Lead back to all fronts."""
        return [
            {"url": reverse("wagtailadmin_home"), "label": "Home"},
            {"url": reverse("fronts:index"), "label": "Fronts"},
            {"url": "", "label": str(self.front)},
        ]

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return the rows of both lists, the line, what was before, the preview."""
        context = super().get_context_data(**kwargs)
        places, query = kwargs["places"], kwargs["query"]
        ids = ids_in(places)
        rows = placed_rows(places, kwargs["stories"])
        added = topped_up(self.front, ids, placed=len(places))
        return {
            **context,
            "front": self.front,
            "may": self.may,
            "rows": rows,
            "added": rows_of(added),
            "found": found(query, front=self.front, ids=ids),
            "shown": places_shown(self.front),
            "most": PLACES,
            "arranged": shown(self.front.arranged_at),
            "line_until": shown(self.front.line_until),
            "line_typed": self._typed(),
            "target": self.request.POST.get("target", ""),
            "earlier": self._shown_earlier(),
            "hours": _HOURS,
            "shapes": _SHAPES,
            "labels": [(label.value, label_text(label)) for label in Label],
            "label_limit": LABEL_LIMIT,
            "headline_limit": HEADLINE_LIMIT,
            "url": site_settings().site.url + path_of(self.front),
            "preview_url": reverse("fronts:preview", args=[quote(self.front.pk)]),
            "preview": draft_page(self.front, places),
        }

    def _typed(self) -> str:
        """Return the line that was typed and is not up: nobody types it twice."""
        typed = self.request.POST.get("line-text", "")
        return "" if typed == self.front.line_text else typed

    def _shown_earlier(self) -> list[dict[str, Any]]:
        return [
            {
                "number": each.number,
                "moment": shown(each.moment),
                "places": len(each.front.places),
            }
            for each in earlier_arrangements(self.front.pk)
        ]

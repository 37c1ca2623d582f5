"""Fronts: home, sections, cities; and the editor of each."""

from typing import Any

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.urls import path, reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from dateline.newsroom.admin.front_edit import FrontEditView
from dateline.newsroom.admin.front_preview import FrontPreviewView
from dateline.newsroom.admin.shown import shown
from dateline.newsroom.models.front import Front
from dateline.newsroom.site_settings import site_settings
from dateline.pages.language import language_name

_GROUPS = (("home", "Home"), ("section", "Sections"), ("city", "Cities"))


class FrontListView(WagtailAdminTemplateMixin, TemplateView):
    """All fronts, by kind."""

    template_name = "newsroom/front/list.html"
    page_title = "Fronts"
    header_icon = "newsroom-front"

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Let in those who may look."""
        if not request.user.has_perm("newsroom.view_front"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> Any:
        """Lead home."""
        home = {"url": reverse("wagtailadmin_home"), "label": "Home"}
        return [home, {"url": "", "label": "Fronts"}]

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return the fronts of each group."""
        fronts = list(Front.objects.filter(current=True).annotate(n=Count("places")))
        editions = [(e, language_name(e)) for e in site_settings().site.editions[1:]]
        groups = [
            {"name": name, "fronts": [_shown(f) for f in fronts if _kind(f) == kind]}
            for kind, name in (*_GROUPS, *editions)
        ]
        return super().get_context_data(**kwargs) | {"groups": groups}


def _kind(front: Front) -> str:
    return str(front.pk).partition("/")[0]


def _shown(front: Any) -> dict[str, Any]:
    return {
        "name": front.name.partition(": ")[2] or front.name,
        "url": reverse("fronts:edit", args=[quote(front.pk)]),
        "placed": front.n,
        "arranged": shown(front.arranged_at),
    }


class FrontViewSet(ViewSet):
    """Fronts."""

    name = "fronts"
    icon = "newsroom-front"
    menu_label = "Fronts"
    menu_name = "fronts"
    menu_order = 120
    add_to_admin_menu = True

    def get_urlpatterns(self) -> Any:
        """Return the list and the editor."""
        return [
            path("", FrontListView.as_view(), name="index"),
            path("<str:pk>/", FrontEditView.as_view(), name="edit"),
            path("<str:pk>/preview/", FrontPreviewView.as_view(), name="preview"),
        ]

"""The wire: a list, and a screen for each item."""

from typing import Any

from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from dateline.newsroom.admin.kill_notice import KillNoticeView
from dateline.newsroom.admin.wire_deeds import WireDeedView
from dateline.newsroom.admin.wire_item import WireItemView, WirePreviewView
from dateline.newsroom.admin.wire_list import WireListView, WireNewsView
from dateline.newsroom.admin.wire_zone import WireZoneView


class WireViewSet(ViewSet):
    """The wire."""

    name = "wire"
    icon = "newsroom-wire"
    menu_label = "Wire"
    menu_name = "wire"
    menu_order = 130
    add_to_admin_menu = True

    def get_urlpatterns(self) -> Any:
        """Return the list, what keeps it live, what one does on it, and the item."""
        return [
            path("", WireListView.as_view(), name="index"),
            path("news/", WireNewsView.as_view(), name="news"),
            path("do/", WireDeedView.as_view(), name="deed"),
            path("zone/", WireZoneView.as_view(), name="zone"),
            path("<int:pk>/kill/", KillNoticeView.as_view(), name="notice"),
            path("<int:pk>/", WireItemView.as_view(), name="item"),
            path("<int:pk>/preview/", WirePreviewView.as_view(), name="preview"),
        ]

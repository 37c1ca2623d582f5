"""Routing: the list of rules, and the screen of each."""

from typing import Any

from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from dateline.newsroom.admin.rule_edit import RuleEditView
from dateline.newsroom.admin.rule_list import RuleListView


class RuleViewSet(ViewSet):
    """Routing."""

    name = "routing"
    icon = "order"
    menu_label = "Routing"
    menu_name = "routing"
    menu_order = 135
    add_to_admin_menu = True

    def get_urlpatterns(self) -> Any:
        """Return the list, a new rule, and each rule."""
        return [
            path("", RuleListView.as_view(), name="index"),
            path("add/", RuleEditView.as_view(), name="add"),
            path("<int:pk>/", RuleEditView.as_view(), name="edit"),
        ]

"""Sections and cities: shown, not edited. They follow ``dateline.toml``."""

from typing import Any

from wagtail.admin.ui.tables import BooleanColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from dateline.newsroom.models.city import City
from dateline.newsroom.models.section import Section


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Whoever may see the newsroom may look; nobody may change."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return whether the action is looking."""
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Return whether one of the actions is looking."""
        return any(self.user_has_permission(user, action) for action in actions)


class DivisionListView(IndexView):
    """A list that says where its rows come from."""

    template_name = "newsroom/divisions.html"

    @property
    def columns(self) -> Any:
        """The columns; nothing is done to rows in bulk."""
        return super().columns[1:]


class SectionViewSet(SnippetViewSet):
    """Sections."""

    model = Section
    icon = "folder-open-1"
    menu_label = "Sections"
    menu_name = "sections"
    menu_order = 160
    add_to_admin_menu = True
    base_url_path = "sections"
    index_view_class = DivisionListView
    index_template_name = "newsroom/divisions.html"
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = ["name", "id", "description", BooleanColumn("current")]
    list_per_page = 100
    panels: list[Any] = []


class CityViewSet(SnippetViewSet):
    """Cities."""

    model = City
    icon = "site"
    menu_label = "Cities"
    menu_name = "cities"
    menu_order = 170
    add_to_admin_menu = True
    base_url_path = "cities"
    index_view_class = DivisionListView
    index_template_name = "newsroom/divisions.html"
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = ["name", "id", "group", BooleanColumn("current")]
    list_per_page = 100
    panels: list[Any] = []


register_permission_policy(Section, ReadOnlyPolicy(Section))
register_permission_policy(City, ReadOnlyPolicy(City))
